import type { PastTurn } from "./tickets.ts";

/** What the assistant made of one turn of the past. */
export type PlayedTurn = {
  conversationId: string;
  channel: string;
  turn: PastTurn;
  /** Null for an answer to a question of ours. */
  intent: string | null;
  detail: string | null;
  decidedBy: string;
  answer: string;
  /** Why a person got it, or null. */
  handedOver: string | null;
  microDollars: number;
};

export type ReplayReport = {
  conversations: number;
  turns: number;
  /** Of the turns that say what was wanted. `accuracy` is null when none does. */
  expected: number;
  right: number;
  accuracy: number | null;
  confusion: { expected: string; got: string; count: number }[];
  /** Share of conversations that no person was needed for. */
  contained: number;
  handedOver: { reason: string; count: number }[];
  wrong: { conversationId: string; text: string; expected: string; got: string }[];
  matrix: { intent: string; channel: string; count: number }[];
  withoutModel: number;
  dollars: number;
};

const mostWrong = 50;
const longestQuote = 160;

/** Counts what was played. Pure, so that a report can be made anew of what was kept. */
export function makeReport(played: PlayedTurn[]): ReplayReport {
  const conversations = new Set(played.map((one) => one.conversationId));
  const reasons = new Map<string, string>();
  for (const { conversationId, handedOver } of played) if (handedOver) reasons.set(conversationId, handedOver);
  const judged = played.filter(({ turn }) => turn.expect !== undefined);
  const wrong = judged.filter((one) => !isRight(one));
  return {
    conversations: conversations.size,
    turns: played.length,
    expected: judged.length,
    right: judged.length - wrong.length,
    accuracy: judged.length === 0 ? null : (judged.length - wrong.length) / judged.length,
    confusion: tally(wrong, (one) => `${expectedOf(one)}\t${gotOf(one)}`).map(([key, count]) => {
      const [expected = "", got = ""] = key.split("\t");
      return { expected, got, count };
    }),
    contained: conversations.size === 0 ? 0 : 1 - reasons.size / conversations.size,
    handedOver: tally([...reasons.values()], (reason) => reason).map(([reason, count]) => ({ reason, count })),
    wrong: wrong.slice(0, mostWrong).map((one) => ({
      conversationId: one.conversationId,
      text: one.turn.text.slice(0, longestQuote),
      expected: expectedOf(one),
      got: gotOf(one),
    })),
    matrix: tally(played, (one) => `${one.turn.expect?.intent ?? one.intent ?? "answer"}\t${one.channel}`).map(([key, count]) => {
      const [intent = "", channel = ""] = key.split("\t");
      return { intent, channel, count };
    }),
    withoutModel: played.filter(({ decidedBy }) => decidedBy !== "gemini").length,
    dollars: played.reduce((sum, { microDollars }) => sum + microDollars, 0) / 1_000_000,
  };
}

function isRight({ turn: { expect }, intent, detail, answer, handedOver }: PlayedTurn): boolean {
  if (!expect) return true;
  if (expect.intent !== undefined && expect.intent !== intent) return false;
  if (expect.detail !== undefined && expect.detail !== detail) return false;
  if (expect.handOver !== undefined && expect.handOver !== (handedOver !== null)) return false;
  return expect.says === undefined || answer.toLowerCase().includes(expect.says.toLowerCase());
}

function expectedOf({ turn: { expect = {} } }: PlayedTurn): string {
  const wish = [expect.intent, expect.detail].filter(Boolean).join(".");
  const hand = expect.handOver === undefined ? "" : expect.handOver ? "a person" : "no person";
  return [wish, hand, expect.says && `"${expect.says}"`].filter(Boolean).join(", ") || "anything";
}

function gotOf({ turn: { expect = {} }, intent, detail, handedOver, answer }: PlayedTurn): string {
  const wish = [intent ?? "answer", expect.detail !== undefined && detail].filter(Boolean).join(".");
  const hand = expect.handOver === undefined ? "" : handedOver === null ? "no person" : "a person";
  return [wish, hand, expect.says && `"${answer.slice(0, longestQuote)}"`].filter(Boolean).join(", ");
}

/** How often each key occurs, the most frequent first. */
function tally<T>(all: T[], keyOf: (one: T) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}
