import { audit, type Finding } from "./check.ts";
import { type Journey, journeys } from "./journeys/index.ts";
import { provoked } from "./journeys/provoked.ts";
import { type Death, Life } from "./life.ts";
import { perform } from "./perform.ts";
import { isPeriodic } from "./periodic.ts";
import { type Choice, sayChoice, type Trace } from "./plan.ts";
import type { Play } from "./play.ts";

/** So many plays share a world before it is audited and a new one begins: it must not grow beyond what a shop sees. */
const playsPerWorld = 60;
const lanes = 2;
/** A job is given up after five tries at the earliest, and each death takes one. */
const deathsPerPlay = 3;

/** The program whose processes are killed, for `buildApp`. */
export const boot = "sandbox/faults/boot.ts";

/** `passed`: how often the process that was alive in the end passed which point. */
export type Outcome = {
  choice: Choice;
  number: number;
  kills: number;
  killedAt: string[];
  passed: Record<string, number>;
  findings: Finding[];
  transcript: string[];
};
export type Summary = { kills: number; points: number; unreached: number; seconds: number } & Record<Finding["kind"], number>;

/** Plays every journey once with nobody killed. Rejects when one does not work even so, or a point is passed by none. */
export async function traceJourneys(program: string, points: string[], only?: string): Promise<Trace> {
  const trace: Trace = new Map();
  const traced = journeys.filter(({ name }) => !only || name === only);
  if (traced.length === 0) throw new Error(`There is no journey ${only}: ${journeys.map(({ name }) => name).join(", ")}.`);
  await inLanes(
    traced,
    () => openWorld(program),
    async (world, journey, number) => {
      const done = await perform(await world.life(), journey, tagOf("t", number), []);
      if (done.findings.length > 0)
        throw new Error(`${journey.name} fails with nobody killed: ${JSON.stringify(done.findings)}\n${done.play.transcript.join("\n")}`);
      const sure = Object.entries(done.passed).filter(([point]) => journey.timePasses || !isPeriodic(point));
      trace.set(journey.name, Object.fromEntries(sure));
    },
  );
  const missed = points.filter((point) => ![...trace.values()].some((passed) => passed[point]));
  if (missed.length > 0 && !only) throw new Error(`No journey passes: ${missed.join(", ")}`);
  return new Map(traced.map(({ name }) => [name, trace.get(name) ?? {}]));
}

/** Plays and kills as chosen, in parallel worlds, and tells each outcome. `enough` ends it early. */
export async function explore(
  program: string,
  choices: Iterable<Choice>,
  tell: (outcome: Outcome) => void,
  enough: () => boolean = () => false,
): Promise<Summary> {
  const started = performance.now();
  const counts = { lost: 0, doubled: 0, ambiguous: 0, wrong: 0, stuck: 0 };
  const reached = new Set<string>();
  let [kills, unreached] = [0, 0];
  const count = (outcome: Outcome) => {
    for (const { kind } of outcome.findings) counts[kind] += 1;
    tell(outcome);
  };
  await inLanes(
    choices,
    () => openWorld(program, count),
    async (world, choice, number) => {
      if (enough()) return false;
      const journey = named(choice.journey);
      const done = await perform(await world.life(), journey, tagOf("k", number), choice.deaths);
      kills += done.kills;
      if (done.kills === 0) unreached += 1;
      for (const point of done.killedAt) reached.add(point);
      const { findings, killedAt, passed } = done;
      const outcome = { choice, number, kills: done.kills, killedAt, passed, findings, transcript: done.play.transcript };
      count(outcome);
      await world.played(done.play, outcome);
      return true;
    },
  );
  return { kills, points: reached.size, unreached, seconds: Math.round((performance.now() - started) / 1000), ...counts };
}

/**
 * Plays every journey while the app dies in it, several times, at points where it has not died yet. Those in which more points are
 * passed than one playing may have deaths are played again, until it has died at each. Gives the points that are left, too.
 */
export async function killAtEach(
  program: string,
  points: string[],
  tell: (outcome: Outcome) => void,
): Promise<Summary & { left: string[] }> {
  const left = new Set(points);
  /** Where a point was passed when enough had died. */
  const seenIn = new Map<string, string>();
  const firstSeen = () => [...left].find((point) => seenIn.has(point));
  const deaths: Death[] = Array.from({ length: deathsPerPlay }, () => ({ at: "any", left }));
  function* choices(): Generator<Choice> {
    for (const { name } of journeys) yield { journey: name, deaths };
    for (let point = firstSeen(); point; point = firstSeen()) {
      const journey = seenIn.get(point) ?? "";
      seenIn.delete(point);
      yield { journey, deaths };
    }
    // An earlier death may have led around a point that only some trouble leads to.
    for (const { name } of journeys) if (left.size > 0) yield { journey: name, deaths };
  }
  const summary = await explore(program, choices(), (outcome) => {
    for (const point of Object.keys(outcome.passed)) seenIn.set(point, outcome.choice.journey);
    tell({ ...outcome, choice: asItWas(outcome) });
  });
  return { ...summary, left: [...left] };
}

/** The choice that plays the same deaths again. */
function asItWas({ choice, killedAt }: Outcome): Choice {
  return { journey: choice.journey, deaths: killedAt.map((point) => ({ at: "point", point, occurrence: 1 })) };
}

/** All of one length: a search also finds what only begins so, and nobody's name may be the beginning of another's. */
function tagOf(letter: string, number: number): string {
  return letter + String(number).padStart(6, "0");
}

export function named(name: string): Journey {
  const found = [...journeys, ...provoked].find((journey) => journey.name === name);
  if (!found) throw new Error(`There is no journey ${name}.`);
  return found;
}

/** A world for one lane: renewed after so many plays, and after any finding, so that nothing of it is found twice. */
function openWorld(program: string, tell: (outcome: Outcome) => void = () => {}) {
  let current: Promise<Life> | undefined;
  let plays: { play: Play; outcome: Outcome }[] = [];
  const close = async () => {
    const life = await current;
    current = undefined;
    const toAudit = plays;
    plays = [];
    for (const { play, outcome } of toAudit) {
      const findings = await audit(play);
      if (findings.length > 0) tell({ ...outcome, kills: 0, findings });
    }
    await life?.stop();
  };
  return {
    life() {
      current ??= Life.start(program);
      return current;
    },
    async played(play: Play, outcome: Outcome) {
      const clean = outcome.findings.every((finding) => finding.kind === "ambiguous");
      if (clean) plays.push({ play, outcome });
      if (!clean || plays.length >= playsPerWorld) await close();
    },
    close,
  };
}

type Lane = ReturnType<typeof openWorld>;

/** Takes one thing after the other in as many worlds at a time as there are processors; `false` ends the lane. */
async function inLanes<T>(
  things: Iterable<T>,
  open: () => Lane,
  work: (lane: Lane, thing: T, number: number) => Promise<unknown>,
): Promise<void> {
  const queue = things[Symbol.iterator]();
  let number = 0;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      const lane = open();
      try {
        for (let next = queue.next(); !next.done; next = queue.next()) {
          number += 1;
          if ((await work(lane, next.value, number - 1)) === false) break;
        }
      } finally {
        await lane.close();
      }
    }),
  );
}

export function sayOutcome({ choice, number, findings, transcript }: Outcome): string {
  const lines = findings.map((finding) => `  ${finding.kind}: ${finding.what}`);
  return [`#${number} ${sayChoice(choice)}`, ...lines, ...transcript.map((line) => `    ${line.slice(0, 200)}`)].join("\n");
}
