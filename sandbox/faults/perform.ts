import { check, type Finding } from "./check.ts";
import type { Journey } from "./journeys/index.ts";
import type { Death, Life } from "./life.ts";
import { Play, Silence, Stuck } from "./play.ts";

/** `killedAt`: the points at which the app died. `passed`: how often the process that was alive in the end passed which point. */
export type Performance = {
  findings: Finding[];
  kills: number;
  killedAt: string[];
  passed: Record<string, number>;
  play: Play;
  milliseconds: number;
};

/** Plays one journey with people of its own while the app dies as planned, waits until nothing moves, and checks. */
export async function perform(life: Life, journey: Journey, tag: string, deaths: Death[]): Promise<Performance> {
  const started = performance.now();
  const killsBefore = life.kills;
  const pointsBefore = life.killedAt.length;
  const play = new Play(life, tag);
  const findings: Finding[] = [];
  let passed: Record<string, number> = {};
  try {
    await life.doom(deaths);
    await journey.play(play).catch((error) => findings.push(...told(error)));
    await play.rest().catch((error) => findings.push(...told(error)));
    passed = await life.passed();
    await life.spare();
    findings.push(...(await check(play)));
  } finally {
    play.close();
  }
  const killedAt = life.killedAt.slice(pointsBefore);
  return { findings, kills: life.kills - killsBefore, killedAt, passed, play, milliseconds: performance.now() - started };
}

/** A silence is counted by what the vendors accepted; everything else says what it is itself. */
function told(error: unknown): Finding[] {
  if (error instanceof Silence) return [];
  const what = error instanceof Error ? error.message : String(error);
  return [{ kind: error instanceof Stuck ? "stuck" : "wrong", what }];
}
