import { type Language, languages } from "#app/channels/message.ts";
import { detectLanguage } from "#app/pipeline/assistant/local/language.ts";
import { localModels } from "#app/pipeline/assistant/local/models.ts";
import { database, type Prepare } from "#app/platform/db/database.server.ts";
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
  /** How near its meaning comes to the question's, where that was asked; see likeness.ts. */
  similarity?: number;
};

/** The index's own order decides who is looked at closely. */
const lookedAt = 30;
/** Passages that the index weighs for one question: with more, common words would make it read half of a large shop. */
const mostWeighed = 300;
const countedFor = 600_000;
/** Below this counting costs nothing. */
const fewPassages = 1_000;
/** More words than a question has; what is longer is no question. */
const mostTerms = 24;

const offered = (order: string, most: number) => `SELECT p.seq, p."headingTerms", p.terms
  FROM "KnowledgeText" t JOIN "KnowledgePassage" p ON p.seq = t.rowid
  WHERE "KnowledgeText" MATCH @match AND p."shopId" = @shopId ${order} LIMIT ${most}`;
const bestFirst = offered(`ORDER BY bm25("KnowledgeText", 0, 2, 1)`, lookedAt);
const asTheyStand = offered("", lookedAt);
const wholeOf = `SELECT p.seq, p."sourceId", p.heading, p.text, s.kind, s."externalId", s.title, s.url, s.language, s.version
  FROM "KnowledgePassage" p JOIN "KnowledgeSource" s ON s.id = p."sourceId" AND s."shopId" = p."shopId" WHERE p."shopId" = ? AND p.seq = ?`;

/** The passages of a shop that answer a question best, at most `limit`; none where the question says nothing to search by. */
export function searchKnowledge(shopId: string, question: string, language: Language, limit = 3): Promise<Found[]> {
  const terms = questionTerms(question, language).slice(0, mostTerms);
  const units = [...new Set(terms.flatMap((term) => term.units))];
  return database().exclusively((prepare) => {
    const counts = passagesOf(shopId, prepare);
    const holding = new Map(units.flatMap((unit) => holdersOf(unit, counts, prepare)));
    const candidates = candidatesOf(shopId, counts, holding, prepare);
    if (candidates.length === 0) return [];
    const own = prepare(`SELECT 1 FROM "KnowledgeSource" WHERE "shopId" = ? AND language = ? LIMIT 1`).get(shopId, language) !== undefined;
    return rank(terms, candidates, { holding, all: counts.own, foreign: !own })
      .slice(0, limit)
      .flatMap(({ seq, ...fit }) => readPassage(shopId, seq, fit, prepare));
  });
}

/** Passages that were found by their meaning, in the order given; their words say nothing for them. */
export function passagesBySeq(shopId: string, seqs: number[]): Promise<Found[]> {
  return database().exclusively((prepare) => seqs.flatMap((seq) => readPassage(shopId, seq, { coverage: 0, score: 0 }, prepare)));
}

function readPassage(shopId: string, seq: number, fit: { coverage: number; score: number }, prepare: Prepare): Found[] {
  const row = prepare(wholeOf).get(shopId, seq) as Omit<Found, "coverage" | "score"> | undefined;
  return row ? [{ ...row, ...fit }] : [];
}

/** Passages that hold the rarest units, as many of these as are held by so few that all of them can be weighed; the others only rank. */
function candidatesOf(shopId: string, counts: Counted, holding: ReadonlyMap<string, number>, prepare: Prepare): Candidate[] {
  const [first, ...rest] = [...holding].toSorted(([, one], [, other]) => one - other);
  if (!first) return [];
  // Where most passages are this shop's, looking for its name in each takes longer than leaving the few others out after.
  const ours = counts.own * 2 > counts.everywhere ? "" : `"shopId" : "${shopId}" AND `;
  const match = (columns: string, given: string[]) => `${ours}{${columns}} : (${given.map((unit) => `"${unit}"`).join(" OR ")})`;
  if (first[1] > mostWeighed) {
    // Even the rarest stands everywhere: whose heading it is says it best.
    const named = prepare(asTheyStand).all({ match: match("headingTerms", [first[0]]), shopId }) as Candidate[];
    return named.length > 0 ? named : (prepare(asTheyStand).all({ match: match("terms", [first[0]]), shopId }) as Candidate[]);
  }
  let sum = first[1];
  const telling = rest.flatMap(([unit, count]) => {
    sum += count;
    return sum <= mostWeighed ? unit : [];
  });
  return prepare(bestFirst).all({ match: match("headingTerms terms", [first[0], ...telling]), shopId }) as Candidate[];
}

type Counted = { own: number; everywhere: number };

/** How many passages a shop has, and all shops have. */
function passagesOf(shopId: string, prepare: Prepare): Counted {
  return keptFor(shopId, () => {
    const { own } = prepare(`SELECT count(*) AS own FROM "KnowledgePassage" WHERE "shopId" = ?`).get(shopId) as { own: number };
    const { everywhere } = prepare(`SELECT count(*) AS everywhere FROM "KnowledgePassage"`).get() as { everywhere: number };
    return { own, everywhere: Math.max(1, everywhere) };
  });
}

/** How many of the shop's passages hold a unit. The index counts all shops together; a shop's part is taken to be as of all passages. */
function holdersOf(unit: string, { own, everywhere }: Counted, prepare: Prepare): [unit: string, count: number][] {
  const read = () => (prepare(`SELECT doc FROM "KnowledgeWord" WHERE term = ?`).get(unit) as { doc: number } | undefined)?.doc ?? 0;
  const count = everywhere > fewPassages ? keptFor(`unit ${unit}`, read) : read();
  return count > 0 ? [[unit, Math.max(1, (count * own) / everywhere)]] : [];
}

type Kept = Map<string, { at: number; value: unknown }>;
const kept = new WeakMap<object, Kept>();
const mostKept = 20_000;

/** Counting takes long where there is much to count, and only says how rare a word is: large counts are kept for ten minutes. */
function keptFor<T extends number | Counted>(key: string, read: () => T): T {
  const own: Kept = kept.get(database()) ?? new Map();
  kept.set(database(), own);
  const known = own.get(key);
  if (known && performance.now() - known.at < countedFor) return known.value as T;
  const value = read();
  if (own.size >= mostKept) own.clear();
  if ((typeof value === "number" ? value : value.everywhere) > fewPassages) own.set(key, { at: performance.now(), value });
  return value;
}

/** A second passage that fits nearly as well is an answer too, where both are short. */
const near = 0.93;
const longestTogether = 800;

/**
 * What of the passages found, the best first, may be said: those that hold enough of the question, two at most; else the one
 * whose meaning comes nearest to it, whatever its words, where that is near enough.
 */
export function whatAnswers(found: Found[], least: number, leastSimilar = Number.POSITIVE_INFINITY): Found[] {
  const [best, second] = found;
  if (!best || best.coverage < least) {
    const [nearest] = found.toSorted((one, other) => (other.similarity ?? 0) - (one.similarity ?? 0));
    return nearest && (nearest.similarity ?? 0) >= leastSimilar ? [nearest] : [];
  }
  const fits = second && second.score >= near * best.score && best.text.length + second.text.length <= longestTogether;
  return fits ? [best, second] : [best];
}

/** The same for a question of the merchant's, in the language it is written in. */
export function searchInOwnLanguage(shop: { id: string; language: string }, question: string): Promise<Found[]> {
  const usual = languages.find((one) => one === shop.language.slice(0, 2)) ?? "en";
  return searchKnowledge(shop.id, question, detectLanguage(question, undefined, usual, localModels().languages).language);
}

/** Whether the shop has any texts at all. */
export async function hasKnowledge(shopId: string): Promise<boolean> {
  return (await database().prisma.knowledgeSource.findFirst({ where: { shopId }, select: { id: true } })) !== null;
}
