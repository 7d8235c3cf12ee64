import type { Language } from "#app/channels/message.ts";
import { sourcesOf } from "#app/domain/knowledge/sources.server.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { windowKeys } from "#app/pipeline/assistant/side-answers.ts";
import { sentence } from "#app/pipeline/assistant/texts/catalogue.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { type AuditedPassage, claimsOf, contradictionsIn } from "./audit.ts";

const day = 86_400_000;
/** A text that nobody has touched for so long may tell of a shop that is no more. */
const staleAfter = 365 * day;
/** So far back questions without an answer are listed, and so many turns are read for it. */
const unansweredSince = 30 * day;
const mostTurns = 500;
/** Each number is compared with all others, so their count is bounded. */
const mostClaims = 500;
const shown = 20;

export type Unanswered = { question: string; times: number; last: Date; channel: string };

/** Sources with how many parts each has. */
export async function listSources(shopId: string) {
  const [sources, counts] = await Promise.all([
    sourcesOf(shopId),
    database().prisma.knowledgePassage.groupBy({ by: ["sourceId"], where: { shopId }, _count: { _all: true } }),
  ]);
  const parts = new Map(counts.map(({ sourceId, _count }) => [sourceId, _count._all]));
  return sources.map((source) => ({ ...source, parts: parts.get(source.id) ?? 0 }));
}

/** Where two texts, or a text and the return policy of the settings, contradict each other in numbers; which are old or hold nothing. */
export async function auditTexts(shopId: string, policy: ReturnPolicy) {
  const sources = await listSources(shopId);
  const passages = await database().prisma.knowledgePassage.findMany({
    where: { shopId },
    orderBy: { seq: "asc" },
    select: { sourceId: true, heading: true, text: true },
  });
  const byId = new Map(sources.map((source) => [source.id, source]));
  const placed = passages.flatMap(({ sourceId, heading, text }) => {
    const source = byId.get(sourceId);
    return source ? [{ sourceId, heading, text, title: source.title, url: source.url, language: source.language as Language }] : [];
  });
  const claims = claimsOf([ruleOf(policy), ...placed]).slice(0, mostClaims);
  const old = now().getTime() - staleAfter;
  return {
    contradictions: contradictionsIn(claims).slice(0, shown),
    stale: sources.filter((source) => source.kind !== "product" && source.updatedAt.getTime() < old).slice(0, shown),
    empty: sources.filter((source) => source.parts === 0).slice(0, shown),
  };
}

/** The window that the assistant keeps to, whatever the pages say. */
function ruleOf(policy: ReturnPolicy): AuditedPassage {
  const { windowDays: days, windowStartsAt } = policy;
  const text = days === null ? sentence("en", "policyUnlimited") : sentence("en", windowKeys[windowStartsAt], { days });
  return { sourceId: "settings", title: "Return policy in your settings", url: "/app/policy", language: "en", heading: "Returns", text };
}

/** What shoppers asked and no text answered, the most asked first. What was erased is not listed: its words are gone. */
export async function unansweredQuestions(shopId: string): Promise<Unanswered[]> {
  const { prisma } = database();
  const turns = await prisma.turnRecord.findMany({
    where: { shopId, knowledge: "none", at: { gte: new Date(now().getTime() - unansweredSince) } },
    orderBy: { at: "desc" },
    take: mostTurns,
    select: { at: true, channel: true, messageId: true },
  });
  const messages = await prisma.message.findMany({
    where: { shopId, id: { in: turns.flatMap((turn) => turn.messageId ?? []) }, deletedAt: null },
    select: { id: true, text: true },
  });
  const words = new Map(messages.map((message) => [message.id, message.text.replace(/\s+/g, " ").trim().slice(0, 300)]));
  const found = new Map<string, Unanswered>();
  for (const { at, channel, messageId } of turns) {
    const question = words.get(messageId ?? "");
    if (!question) continue;
    const key = question
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    const known = found.get(key);
    if (known) known.times += 1;
    else found.set(key, { question, times: 1, last: at, channel });
  }
  return [...found.values()].toSorted((one, other) => other.times - one.times || other.last.getTime() - one.last.getTime()).slice(0, shown);
}
