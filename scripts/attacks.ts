import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Threat, threats } from "#tests/attacks/record.ts";

/** Plays every attack in full and prints one line for each threat. The exit code is 1 when one succeeded or was not played. */
const folder = mkdtempSync(join(tmpdir(), "onethread-attacks-"));
const file = join(folder, "record");
// T1 measures a difference of milliseconds: nothing else runs beside it.
const timed = "tests/attacks/t01-order-guessing.test.ts";
const runs = [play("timed", timed), play("rest", "tests/attacks", `--exclude=${timed}`)];
const lines = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
const failed = runs.flatMap((run) => run.failed);
rmSync(folder, { recursive: true });
const played = lines.map((line) => JSON.parse(line) as { threat: Threat; attempts: number; successes: number });
let bad = runs.some((run) => run.status !== 0);
for (const [threat, title] of Object.entries(threats)) {
  const mine = played.filter((one) => one.threat === threat);
  const attempts = mine.reduce((sum, one) => sum + one.attempts, 0);
  // An attack that got through may have ended its test before it was noted.
  const successes = mine.reduce((sum, one) => sum + one.successes, 0) + failed.filter((one) => one === threat).length;
  bad ||= attempts === 0 || successes > 0;
  console.log(`${threat} ${title}: ${attempts.toLocaleString("en")} attempts, ${successes} succeeded`);
}
process.exit(bad ? 1 : 0);

function play(name: string, ...which: string[]) {
  const results = join(folder, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const { status } = spawnSync("vitest", ["run", ...which, "--testTimeout=1800000", "--hookTimeout=120000", ...reporters], {
    env: { ...process.env, ATTACKS: "full", ATTACKS_RECORD: file },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return { status, failed: existsSync(results) ? failedIn(JSON.parse(readFileSync(results, "utf8"))) : [] };
}

type Results = { testResults: { name: string; assertionResults: { status: string }[] }[] };

/** The threat of each failed test, by the name of its file: `t18-t19-….test.ts` plays two. */
function failedIn({ testResults }: Results): string[] {
  return testResults.flatMap(({ name, assertionResults }) => {
    const threatsOf = [...(name.split("/").at(-1) ?? "").matchAll(/\bt(\d\d)(?=-)/g)].map(([, number]) => `T${Number(number)}`);
    return assertionResults.filter(({ status }) => status === "failed").flatMap(() => threatsOf);
  });
}
