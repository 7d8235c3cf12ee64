import type { Death } from "./life.ts";

/** How often each point was passed in each journey when nobody was killed. */
export type Trace = Map<string, Record<string, number>>;
export type Choice = { journey: string; deaths: Death[] };

const occurrences = 3;
/** Longest time until a kill at a random moment, and until one during recovery; milliseconds. */
const longest = { journey: 150, recovery: 150 };

/** Each point × its first three occurrences in each journey that passes it. */
export function everyChoice(trace: Trace): Choice[] {
  return [...trace].flatMap(([journey, passed]) =>
    Object.entries(passed).flatMap(([point, times]) =>
      Array.from({ length: Math.min(times, occurrences) }, (_, index) => choiceAt(journey, point, index + 1)),
    ),
  );
}

/**
 * The n-th random choice of a seed. Every candidate draws a number from the seed, n and its own name, and the highest is
 * taken: the choice stays the same when other candidates come or go.
 */
export function randomChoice(seed: number, n: number, trace: Trace): Choice {
  const draw = (words: string) => hash(`${seed} ${n} ${words}`);
  const journey = highest([...trace.keys()], (name) => draw(`journey ${name}`));
  const places = everyChoice(new Map([[journey, trace.get(journey) ?? {}]])).map(({ deaths }) => deaths[0]);
  const point = (words: string): Death => {
    const names = places.map((death) => (death?.at === "point" ? `${death.point}#${death.occurrence}` : ""));
    const [name = "", nth = ""] = highest(names, (one) => draw(`${words} ${one}`)).split("#");
    return { at: "point", point: name, occurrence: Number(nth) };
  };
  const moment = (words: string, most: number): Death => ({ at: "moment", milliseconds: draw(words) % most });
  const death = (words: string, most: number): Death => (draw(`kind ${words}`) % 10 < 3 ? moment(words, most) : point(words));
  // Once, or again during recovery, or once more.
  const recoveries = ["second", "third"].slice(0, draw("deaths") % 3);
  return { journey, deaths: [death("first", longest.journey), ...recoveries.map((words) => death(words, longest.recovery))] };
}

export function sayChoice({ journey, deaths }: Choice): string {
  const said = deaths.map(sayDeath);
  if (said.length === 0) return `${journey}, nobody killed`;
  return `${journey}, killed at ${said.join(", then at ")}`;
}

function sayDeath(death: Death): string {
  if (death.at === "point") return `${death.point}#${death.occurrence}`;
  return death.at === "moment" ? `${death.milliseconds} ms` : "any point that is left";
}

function choiceAt(journey: string, point: string, occurrence: number): Choice {
  return { journey, deaths: [{ at: "point", point, occurrence }] };
}

function highest(names: string[], draw: (name: string) => number): string {
  return names.reduce((best, name) => (draw(name) > draw(best) ? name : best), names[0] ?? "");
}

/** FNV-1a with a final mix: the same words give the same number everywhere. */
function hash(words: string): number {
  let value = 0x811c9dc5;
  for (const letter of words) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  value = Math.imul(value ^ (value >>> 15), 0x846ca68b);
  return (value ^ (value >>> 16)) >>> 0;
}
