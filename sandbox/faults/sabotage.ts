import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp } from "./build-app.ts";
import type { Finding } from "./check.ts";
import { explore, type Outcome } from "./explore.ts";
import { type Choice, sayChoice } from "./plan.ts";
import { type Patch, sabotages } from "./sabotages.ts";

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
    const { name, patches, alsoGone = [], choices } = sabotage;
    const caught = await tryBroken(root, name, [...alsoGone, ...patches], choices);
    const early = alsoGone.length > 0 ? await tryBroken(root, name, alsoGone, choices) : undefined;
    if (!caught || early) missed += 1;
    console.log(`${name}: ${caught ? `caught by ${sayCaught(caught)}` : "NOT CAUGHT"}`);
    if (early) console.log(`  but found with the guard in its place too: ${sayCaught(early)}`);
  }
  console.log(`broken builds ${sabotages.length}, caught ${sabotages.length - missed}`);
  return missed === 0 ? 0 : 1;
}

async function tryBroken(root: string, name: string, patches: Patch[], choices: Choice[]): Promise<Caught | undefined> {
  const folder = brokenCopy(root, name, patches);
  try {
    return await firstFinding(await buildApp(folder), choices);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The source tree as it is, with these patches. One that does not apply is an error. */
function brokenCopy(root: string, name: string, patches: Patch[]): string {
  const folder = mkdtempSync(join(tmpdir(), "onethread-sabotage-"));
  for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const { file, find, replace } of patches) {
    const path = join(folder, file);
    const source = readFileSync(path, "utf8");
    if (source.split(find).length !== 2) throw new Error(`The patch for "${name}" does not apply to ${file}.`);
    writeFileSync(
      path,
      source.replace(find, () => replace),
    );
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
