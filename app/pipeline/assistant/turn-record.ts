import { waitsForApproval } from "#app/domain/reply-drafts/waiting.ts";
import { insert, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { Turn } from "./turn.ts";

const million = 1_000_000;

/** What this turn understood, who decided it and what its model calls took: one row, or none where nobody wrote words. */
export function turnRecord(turn: Turn): Write[] {
  const { understanding, knowledge, context, services, usage, identity, channel, now } = turn;
  if (!understanding) return [];
  const { intents, language, foreignLanguage, decidedBy } = understanding;
  const [best] = intents;
  const dollars = usage.map((one) => services.costOf(one));
  const known = dollars.filter((one) => one !== undefined);
  const values = {
    id: newId(),
    shopId: context.shop.id,
    identityId: identity.id,
    conversationId: context.conversation.id,
    at: now,
    channel,
    language: foreignLanguage ?? language,
    intent: best?.intent ?? null,
    detail: best?.detail ?? null,
    confidence: best?.confidence ?? 1,
    decidedBy,
    outcome: outcomeOf(turn),
    inputTokens: usage.reduce((sum, one) => sum + one.inputTokens, 0),
    outputTokens: usage.reduce((sum, one) => sum + one.outputTokens, 0),
    microDollars: known.length < dollars.length ? null : Math.round(known.reduce((sum, one) => sum + one, 0) * million),
    messageId: context.waiting.at(-1)?.id ?? null,
    knowledge: knowledge?.result ?? null,
    ...(knowledge?.result === "found" && { sourceId: knowledge.sourceId, sourceVersion: knowledge.sourceVersion }),
    milliseconds: Math.round(performance.now() - turn.startedAt),
  };
  return [insert("TurnRecord", values)];
}

function outcomeOf({ cases, changed, opened }: Turn): "answered" | "asked-again" | "handed-over" | "drafted" {
  const touched = cases.filter((row) => changed.has(row.id) || opened.has(row.id));
  if (touched.some(waitsForApproval)) return "drafted";
  if (touched.some((row) => row.status === "escalated")) return "handed-over";
  return touched.some((row) => row.doubts > 0) ? "asked-again" : "answered";
}
