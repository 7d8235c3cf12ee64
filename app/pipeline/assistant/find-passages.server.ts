import { fuse } from "#app/pipeline/knowledge/fuse.ts";
import { type Found, passagesBySeq, searchKnowledge, whatAnswers } from "#app/pipeline/knowledge/search-sqlite.server.ts";
import { hasVectors, nearestPassages } from "#app/pipeline/knowledge/vectors-sqlite.server.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { bookTokens } from "./budget.server.ts";
import { type Embedder, ModelError } from "./model.ts";
import { type Turn, writtenIn } from "./turn.ts";

/** Of each of the two rankings so many are joined. */
const ranked = 10;
/** In characters: what is longer is no question. */
const longestQuestion = 1_000;

/**
 * The passages that fit a question, the best first. Where the words alone give an answer, or nobody can embed, they are all that
 * is asked, and at most `most` come back. Else those whose meaning lies nearest are joined with them, by their places in both lists.
 */
export async function findPassages(
  turn: Turn,
  embedder: Embedder | null,
  question: string,
  { least, most }: { least: number; most: number },
): Promise<Found[]> {
  const shopId = turn.context.shop.id;
  const byWords = await searchKnowledge(shopId, question, writtenIn(turn), ranked);
  const isClear = whatAnswers(byWords, least).length > 0;
  const vector = isClear || !embedder ? null : await embedded(turn, embedder, question);
  if (!vector || !embedder) return byWords.slice(0, most);
  const near = await nearestPassages(shopId, embedder.model, vector, ranked);
  const similarities = new Map(near.map(({ seq, similarity }) => [seq, similarity]));
  const known = new Map(byWords.map((one) => [one.seq, one]));
  const others = await passagesBySeq(
    shopId,
    near.flatMap(({ seq }) => (known.has(seq) ? [] : seq)),
  );
  for (const one of others) known.set(one.seq, one);
  const order = fuse([byWords.map(({ seq }) => seq), near.map(({ seq }) => seq)]);
  const found = order.flatMap((seq) => known.get(seq) ?? []);
  return found.map((one) => ({ ...one, similarity: similarities.get(one.seq) }));
}

/** The question's vector; null where the shop has none to compare it with, or nobody gave one in time. */
async function embedded(turn: Turn, embedder: Embedder, question: string): Promise<Float32Array | null> {
  const { shop } = turn.context;
  if (!(await hasVectors(shop.id, embedder.model))) return null;
  try {
    const { value, usage } = await embedder.embed("question", [question.slice(0, longestQuestion)]);
    await bookTokens(turn, usage);
    return value[0] ?? null;
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    log.info("search-without-vectors", { shopId: shop.id, ...errorFields(error) });
    return null;
  }
}
