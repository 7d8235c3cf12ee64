import type { EscalationReason } from "#app/flows/engine.ts";
import type { CaseRow } from "./context.server.ts";
import { sayExpectation } from "./expectation.ts";
import { phrase } from "./phrases.ts";
import { summarise } from "./summarise.ts";
import { sentence } from "./texts/catalogue.ts";
import { handOver, sayText, type Turn } from "./turn.ts";

/** Hands a case to staff without a word to the shopper: typed reason, and a summary for them. */
export async function leaveToStaff(turn: Turn, row: CaseRow, reason: EscalationReason): Promise<void> {
  handOver(turn, row, reason);
  row.summary = await summarise(turn, row, reason);
}

/** Hands a case to staff and tells the shopper what happens next. */
export async function escalate(turn: Turn, row: CaseRow, reason: EscalationReason): Promise<void> {
  await leaveToStaff(turn, row, reason);
  const words = sentence(turn.language, "escalated", { handOver: phrase(turn, "handOver") });
  sayText(turn, [words, sayExpectation(turn)].filter(Boolean).join(" "));
}
