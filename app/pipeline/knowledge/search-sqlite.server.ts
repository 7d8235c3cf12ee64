import type { Language } from "#app/channels/message.ts";
import { database } from "#app/platform/db/database.server.ts";
import { type Candidate, rank } from "./rank.ts";
import { questionTerms } from "./terms.ts";

/** A passage with where it stands, as it is quoted and cited. */
export type Found = {
  seq: number;
  sourceId: string;
  kind: string;
  externalId: string;
  title: string;
  url: string | null;
  language: Language;
  version: string;
  heading: string;
  text: string;
  /** 0–1, see rank.ts. */
  coverage: number;
  /** How well it fits beside the others; see rank.ts. */
  score: number;
};

/** The index's own order decides who is looked at closely. */
const lookedAt = 30;
/** More words than a question has; what is longer is no question. */
const mostTerms = 24;

const offered = `SELECT p.seq, p."headingTerms", p.terms FROM "KnowledgeText" t JOIN "KnowledgePassage" p ON p.seq = t.rowid
  WHERE "KnowledgeText" MATCH @match AND p."shopId" = @shopId ORDER BY bm25("KnowledgeText", 0, 2, 1) LIMIT ${lookedAt}`;
const whole = `SELECT p.seq, p."sourceId", p.heading, p.text, s.kind, s."externalId", s.title, s.url, s.language, s.version
  FROM "KnowledgePassage" p JOIN "KnowledgeSource" s ON s.id = p."sourceId" AND s."shopId" = p."shopId" WHERE p."shopId" = ? AND p.seq = ?`;

/** A second passage that fits nearly as well is an answer too, where both are short. */
const near = 0.93;
const longestTogether = 800;

/** What of the passages found, the best first, may be said: those that hold enough of the question, two at most. */
export function whatAnswers([best, second]: Found[], least: number): Found[] {
  if (!best || best.coverage < least) return [];
  const fits = second && second.score >= near * best.score && best.text.length + second.text.length <= longestTogether;
  return fits ? [best, second] : [best];
}

/** Whether the shop has any texts at all. */
export async function hasKnowledge(shopId: string): Promise<boolean> {
  return (await database().prisma.knowledgeSource.findFirst({ where: { shopId }, select: { id: true } })) !== null;
}

/** The passages of a shop that answer a question best, at most `limit`; none where the question says nothing to search by. */
export function searchKnowledge(shopId: string, question: string, language: Language, limit = 3): Promise<Found[]> {
  const terms = questionTerms(question, language).slice(0, mostTerms);
  if (terms.length === 0) return Promise.resolve([]);
  const units = [...new Set(terms.flatMap((term) => term.units))];
  const match = `"shopId" : "${shopId}" AND {headingTerms terms} : (${units.map((unit) => `"${unit}"`).join(" OR ")})`;
  return database().exclusively((prepare) => {
    const candidates = prepare(offered).all({ match, shopId }) as Candidate[];
    if (candidates.length === 0) return [];
    const all = (prepare(`SELECT count(*) AS count FROM "KnowledgePassage" WHERE "shopId" = ?`).get(shopId) as { count: number }).count;
    const holding = new Map(
      units.flatMap((unit) => {
        const row = prepare(`SELECT doc AS count FROM "KnowledgeWord" WHERE term = ?`).get(unit) as { count: number } | undefined;
        return row ? [[unit, Math.min(row.count, all)] as const] : [];
      }),
    );
    const own = prepare(`SELECT 1 FROM "KnowledgeSource" WHERE "shopId" = ? AND language = ? LIMIT 1`).get(shopId, language) !== undefined;
    return rank(terms, candidates, { holding, all, foreign: !own })
      .slice(0, limit)
      .flatMap(({ seq, coverage, score }) => {
        const row = prepare(whole).get(shopId, seq) as Omit<Found, "coverage" | "score"> | undefined;
        return row ? [{ ...row, coverage, score }] : [];
      });
  });
}
