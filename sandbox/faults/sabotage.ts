import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp } from "./build-app.ts";
import type { Finding } from "./check.ts";
import { explore, type Outcome } from "./explore.ts";
import { type Sabotage, sabotages } from "./sabotages.ts";
import { type Choice, sayChoice } from "./plan.ts";

const copied = ["app", "prisma", "sandbox", "widget/src", "build", "package.json", "shopify.app.toml"];

/**
 * Builds the app with one guard taken out at a time and runs what should notice. Says which run caught which; the exit code
 * is 1 when a broken build got through, or when the intact one is accused.
 */
export async function runSabotage(root: string): Promise<number> {
  let missed = 0;
  const everything = sabotages.flatMap((one) => one.choices);
  const falseAlarm = await firstFinding(await buildApp(root), onlyOnce(everything.filter((one) => !neverPassed(one))));
  if (falseAlarm) {
    console.log(`intact build: ${sayCaught(falseAlarm)}`);
    missed += 1;
  }
  for (const sabotage of sabotages) {
    const folder = brokenCopy(root, sabotage);
    try {
      const caught = await firstFinding(await buildApp(folder), sabotage.choices);
      if (!caught) missed += 1;
      console.log(`${sabotage.name}: ${caught ? `caught by ${sayCaught(caught)}` : "NOT CAUGHT"}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  console.log(`broken builds ${sabotages.length}, caught ${sabotages.length - missed}`);
  return missed === 0 ? 0 : 1;
}

/** The source tree as it is, with the patches of one sabotage. A patch that does not apply is an error. */
function brokenCopy(root: string, { name, patches }: Sabotage): string {
  const folder = mkdtempSync(join(tmpdir(), "onethread-sabotage-"));
  for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const { file, find, replace } of patches) {
    const path = join(folder, file);
    const source = readFileSync(path, "utf8");
    if (source.split(find).length !== 2) throw new Error(`The patch for "${name}" does not apply to ${file}.`);
    writeFileSync(path, source.replace(find, () => replace));
  }
  return folder;
}

type Caught = { outcome: Outcome; finding: Finding };

async function firstFinding(program: string, choices: Choice[]): Promise<Caught | undefined> {
  let caught: Caught | undefined;
  const tell = (outcome: Outcome) => {
    const finding = outcome.findings.find((one) => one.kind !== "ambiguous");
    if (finding) caught ??= { outcome, finding };
  };
  await explore(program, choices, tell, () => caught !== undefined);
  return caught;
}

function sayCaught({ outcome, finding }: Caught): string {
  return `${sayChoice(outcome.choice)}: ${finding.kind}, ${finding.what.slice(0, 160).replaceAll("\n", " ")}`;
}

/** A point that only a patch puts in. */
function neverPassed(choice: Choice): boolean {
  return choice.deaths.some((death) => death.at === "point" && death.point.endsWith(".split"));
}

function onlyOnce(choices: Choice[]): Choice[] {
  return [...new Map(choices.map((choice) => [sayChoice(choice), choice])).values()];
}
