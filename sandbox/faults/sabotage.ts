import { rmSync } from "node:fs";
import { breakCopy, copyOfTree, type Patch, productPaths } from "../broken-copy.ts";
import { buildApp } from "../build-app.ts";
import type { Finding } from "./check.ts";
import { boot, explore, type Outcome } from "./explore.ts";
import { type Choice, sayChoice } from "./plan.ts";
import { sabotages } from "./sabotages.ts";

/**
 * Builds the app with one guard taken out at a time and runs what should notice. Says which run caught which; the exit code
 * is 1 when a broken build got through, or when the intact one is accused.
 */
export async function runSabotage(root: string): Promise<number> {
  let missed = 0;
  const everything = sabotages.flatMap((one) => one.choices);
  const falseAlarm = await firstFinding(await buildApp(root, boot), onlyOnce(everything.filter((one) => !neverPassed(one))));
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
  const folder = copyOfTree(root, productPaths);
  breakCopy(folder, name, patches);
  try {
    return await firstFinding(await buildApp(folder, boot), choices);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
