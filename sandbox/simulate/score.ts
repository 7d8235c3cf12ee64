import type { Verdict } from "./judge.ts";
import type { Log } from "./play.ts";
import { channels, intents, languages } from "./types.ts";

export type Played = { log: Log; verdict: Verdict };

/** The figures, by the names they are published under. */
export type Report = {
  strictResolution: number;
  byIntent: Record<string, number>;
  byChannel: Record<string, number>;
  byLanguage: Record<string, number>;
  /** Between the best and the worst channel. */
  spread: number;
  handedOver: { rate: number; right: number; reasons: Record<string, number> };
  passK: Record<string, number>;
  switchMatrix: { runs: number; resumed: number; askedTwice: number; doubledReturns: number };
  /** Proofs asked for, on average, of those who had proven who they are and of those who had not. */
  friction: { proven: number; unknown: number };
  disclosures: number;
  wrongAmounts: number;
  brokenPromises: number;
  /** Shoppers who were told something that a lying model had made up. */
  falselyTold: number;
  messagesPerResolved: number;
  modelCalls: number;
  costUsd: number;
};

export type Stories = { main: Played[]; repeats: Played[][]; matrix: Played[] };

export function score({ main, repeats, matrix }: Stories, use: { calls: number; dollars: number }): Report {
  const owners = main.filter(({ log }) => log.shopper.honesty === "owner");
  const counted = owners.filter(({ verdict }) => !verdict.needsPerson);
  const byChannel = rates(counted, channels, (one) => one.log.shopper.channel);
  const all = [...main, ...repeats.flat(), ...matrix];
  const handed = owners.filter(({ verdict }) => verdict.handedOver);
  const sum = (count: (one: Played) => number, of = all) => of.reduce((total, one) => total + count(one), 0);
  const reached = owners.filter(({ verdict }) => verdict.reached);
  return {
    strictResolution: rate(counted),
    byIntent: rates(counted, intents, (one) => one.log.shopper.goal.intent),
    byChannel,
    byLanguage: rates(counted, languages, (one) => one.log.shopper.language),
    spread: round(Math.max(0, ...Object.values(byChannel)) - Math.min(1, ...Object.values(byChannel))),
    handedOver: {
      rate: round(handed.length / (owners.length || 1)),
      right: round(handed.filter(({ verdict }) => verdict.handedOver?.right).length / (handed.length || 1)),
      reasons: Object.fromEntries(
        [...Map.groupBy(handed, (one) => one.verdict.handedOver?.reason ?? "")].map(([reason, of]) => [reason, of.length]),
      ),
    },
    passK: passK(repeats),
    switchMatrix: {
      runs: matrix.length,
      resumed: matrix.filter(({ log, verdict }) => verdict.returnsMade === 1 && verdict.reached && log.askedTwice.length === 0).length,
      askedTwice: sum(({ log }) => log.askedTwice.length, matrix),
      doubledReturns: sum(({ verdict }) => Math.max(0, verdict.returnsMade - 1), matrix),
    },
    friction: friction(all.filter(({ log }) => log.shopper.honesty === "owner")),
    disclosures: sum(({ verdict }) => verdict.disclosed.length),
    wrongAmounts: sum(({ verdict }) => verdict.wrongAmounts.length),
    brokenPromises: sum(({ verdict }) => verdict.brokenPromises.length),
    falselyTold: all.filter(({ verdict }) => verdict.falsehoods.length > 0).length,
    messagesPerResolved: round(sum(({ log }) => log.heard.length, reached) / (reached.length || 1)),
    modelCalls: use.calls,
    costUsd: round(use.dollars),
  };
}

const round = (value: number) => Number(value.toFixed(4));

function rate(of: Played[]): number {
  return of.length === 0 ? 0 : round(of.filter(({ verdict }) => verdict.strict).length / of.length);
}

/** Only what was played at all. */
function rates(of: Played[], keys: readonly string[], keyOf: (one: Played) => string): Record<string, number> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const some = of.filter((one) => keyOf(one) === key);
      return some.length > 0 ? [[key, rate(some)]] : [];
    }),
  );
}

/** Of shoppers who were played k times, how many reached their goal each of the first 1 … k times. */
function passK(repeats: Played[][]): Record<string, number> {
  const most = Math.max(0, ...repeats.map((times) => times.length));
  return Object.fromEntries(
    Array.from({ length: most }, (_, index) => {
      const passed = repeats.filter((times) => times.slice(0, index + 1).every(({ verdict }) => verdict.reached));
      return [String(index + 1), round(passed.length / (repeats.length || 1))];
    }),
  );
}

/** Where a proof is asked each time by the rules (a new address) it is no friction of these. */
function friction(of: Played[]): Report["friction"] {
  const visits = of.filter(({ log }) => log.shopper.goal.intent !== "change_address").flatMap(({ log }) => log.visits);
  const mean = (list: { proofs: number }[]) => round(list.reduce((sum, one) => sum + one.proofs, 0) / (list.length || 1));
  return {
    proven: mean(visits.filter((one) => one.provenBefore)),
    unknown: mean(visits.filter((one) => !one.provenBefore && one.proofs > 0)),
  };
}
