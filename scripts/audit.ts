/**
 * `npm run audit`: asks the registry for known holes in what production installs. 0: none. 1: some, listed. 2: it could not be
 * asked (no network, or a registry without that service), which says nothing either way.
 */
import { spawnSync } from "node:child_process";

const run = spawnSync("npm", ["audit", "--omit=dev", "--json"], { encoding: "utf8", timeout: 120_000 });
const report = parse(run.stdout);
if (!report?.metadata) {
  console.error(`The registry could not be asked, so nothing is known: ${report?.message ?? run.error?.message ?? "no answer"}`);
  process.exit(2);
}
const { total } = report.metadata.vulnerabilities;
for (const [name, { severity, range }] of Object.entries(report.vulnerabilities ?? {})) console.error(`${name} ${range}: ${severity}`);
console.log(total === 0 ? "No known holes." : `${total} known holes; npm audit shows more of each.`);
process.exit(total === 0 ? 0 : 1);

type Report = {
  message?: string;
  metadata?: { vulnerabilities: { total: number } };
  vulnerabilities?: Record<string, { severity: string; range: string }>;
};

function parse(text: string | null): Report | null {
  try {
    return JSON.parse(text ?? "") as Report;
  } catch {
    return null;
  }
}
