import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { breakCopy, copyOfTree } from "#sandbox/broken-copy.ts";
import { type Guard, guards } from "./guards/guards.ts";
import { tenantGuards } from "./guards/tenant-guards.ts";

/**
 * Takes out one guard at a time and runs the tests that should notice: they must fail. One line for each, and the score;
 * the exit code is 1 when one was missed. `npm run guards -- webhook` tries only those whose name holds the word.
 */
const root = new URL("..", import.meta.url).pathname;
const word = process.argv[2] ?? "";
const all = [...guards, ...tenantGuards(root)].filter((guard) => guard.name.includes(word));
const paths = [
  "app",
  "build",
  "prisma",
  "sandbox",
  "scripts",
  "tests",
  "widget/src",
  "extensions",
  "package.json",
  "shopify.app.toml",
  "tsconfig.json",
  "vitest.config.ts",
];
const workers = 2;

const waiting = [...all];
let missed = 0;
await Promise.all(Array.from({ length: workers }, work));
console.log(`guards ${all.length}, caught ${all.length - missed}`);
process.exit(missed === 0 && all.length > 0 ? 0 : 1);

/** Works through the guards in a copy of its own. */
async function work(): Promise<void> {
  const folder = copyOfTree(root, paths);
  try {
    for (let guard = waiting.shift(); guard; guard = waiting.shift()) {
      const caught = await tryWithout(folder, guard);
      if (!caught) missed += 1;
      console.log(`${guard.name}: ${caught ? `caught by ${caught}` : "NOT CAUGHT"}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tests that failed without the guard, or null. */
async function tryWithout(folder: string, { name, patches, tests }: Guard): Promise<string | null> {
  const mend = breakCopy(folder, name, patches);
  const report = join(folder, "report.json");
  try {
    rmSync(report, { force: true });
    await run(folder, ["run", ...tests, "--reporter=json", `--outputFile=${report}`]);
    const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
    if (testResults.length === 0) throw new Error(`No test ran without "${name}": ${tests.join(", ")}.`);
    const failed = testResults.filter((file) => file.status === "failed");
    // A file that could not even be read says nothing about the guard.
    const noticed = failed.flatMap((file) => {
      const first = file.assertionResults.find((one) => one.status === "failed");
      return first ? [`${file.name.split("/").at(-1)?.replace(".test.ts", "")}, "${first.title}"`] : [];
    });
    return noticed.join(" and ") || null;
  } finally {
    mend();
  }
}

type Report = { testResults: { name: string; status: string; assertionResults: { status: string; title: string }[] }[] };

function run(folder: string, options: string[]): Promise<void> {
  const child = spawn(join(root, "node_modules/.bin/vitest"), options, { cwd: folder, stdio: "ignore" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => resolve());
  });
}
