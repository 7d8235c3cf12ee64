import { parseArgs } from "node:util";
import { buildApp } from "./build-app.ts";
import { boot, explore, killAtEach, type Outcome, type Summary, sayOutcome, traceJourneys } from "./faults/explore.ts";
import { type Choice, everyChoice, randomChoice, sayChoice } from "./faults/plan.ts";
import { namedPoints } from "./faults/points.ts";
import { runSabotage } from "./faults/sabotage.ts";

const root = new URL("..", import.meta.url).pathname;
const usage = `npm run faults -- --kills N [--seed S] [--only n]   random kills; --only repeats the n-th choice of a seed
npm run faults -- --every [--journey name]           every point × its first three occurrences in every journey, or in one
npm run faults -- --once                             every point once, several in one playing of a journey
npm run faults -- --sabotage                         deliberately broken builds, each of which must be caught`;

const { values } = parseArgs({
  options: {
    kills: { type: "string" },
    seed: { type: "string" },
    only: { type: "string" },
    every: { type: "boolean" },
    journey: { type: "string" },
    once: { type: "boolean" },
    sabotage: { type: "boolean" },
  },
});

process.exit(await run());

async function run(): Promise<number> {
  if (values.sabotage) return runSabotage(root);
  const kills = Number(values.kills ?? (values.only ? 1 : 0));
  if (!values.every && !values.once && !(kills > 0)) {
    console.error(usage);
    return 2;
  }
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  const random = !values.every && !values.once;
  if (random) console.log(`seed ${seed}`);
  const program = await buildApp(root, boot);
  const points = namedPoints(root);
  let killed = 0;
  const tell = (outcome: Outcome) => {
    killed += outcome.kills;
    const again = random ? `\n  again: npm run faults -- --seed ${seed} --only ${values.only ?? outcome.number}` : "";
    if (outcome.findings.length > 0) console.log(sayOutcome(outcome) + again);
    else if (values.only) console.log(`${sayChoice(outcome.choice)}: nothing wrong`);
  };
  if (values.once) {
    const { left, ...summary } = await killAtEach(program, points, tell);
    for (const point of left) console.log(`not reached: ${point}`);
    return conclude({ ...summary, unreached: left.length }) || Number(left.length > 0);
  }
  const trace = await traceJourneys(program, points, values.every ? values.journey : undefined);
  if (!values.journey) console.log(`${trace.size} journeys pass all ${points.length} points`);
  const choices = values.every ? everyChoice(trace) : chosen(seed, trace);
  return conclude(await explore(program, choices, tell, () => random && values.only === undefined && killed >= kills));
}

/** Prints the last line; gives the exit code. */
function conclude({ kills, points, lost, doubled, ambiguous, wrong, stuck, unreached, seconds }: Summary): number {
  const each = kills > 0 ? Math.round((seconds * 1000) / kills) : 0;
  console.log(
    `kills ${kills}, points ${points}, lost ${lost}, doubled ${doubled}, ambiguous ${ambiguous}, wrong ${wrong}, stuck ${stuck}, not reached ${unreached}, seconds ${seconds}, ms per kill ${each}`,
  );
  return lost + doubled + wrong + stuck === 0 && kills > 0 ? 0 : 1;
}

function* chosen(seed: number, trace: Parameters<typeof randomChoice>[2]): Generator<Choice> {
  if (values.only !== undefined) {
    yield randomChoice(seed, Number(values.only), trace);
    return;
  }
  for (let n = 0; ; n += 1) yield randomChoice(seed, n, trace);
}
