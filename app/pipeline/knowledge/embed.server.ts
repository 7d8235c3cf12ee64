import { bookShopTokens, mayReadTexts } from "#app/pipeline/assistant/budget.server.ts";
import { type Embedder, ModelError } from "#app/pipeline/assistant/model.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { countVectors, keepVectors, mostPassages, nextUnembedded } from "./vectors-sqlite.server.ts";

/** Texts in one call; Google takes no more. */
const mostTexts = 100;

/** The job that embeds a shop's passages, where any has no vector yet: those of a shop that was read before there was a key, too. */
export async function embeddingDue(shopId: string, embedder: Embedder | null): Promise<Write[]> {
  if (!embedder || !(await mayEmbed(shopId))) return [];
  const { passages, vectors } = await countVectors(shopId, embedder.model);
  return vectors < passages && passages <= mostPassages ? [job(shopId)] : [];
}

/**
 * Embeds the next passages of a shop; while there are more, the job is its own successor. Whatever fails is left to the next
 * look at the shop's texts: till then words find what they find.
 */
export async function embedKnowledge(shopId: string, embedder: Embedder | null): Promise<Write[]> {
  const shop = embedder && (await mayEmbed(shopId));
  if (!embedder || !shop) return [];
  const passages = await nextUnembedded(shopId, embedder.model, mostTexts);
  if (passages.length === 0) return [];
  try {
    const texts = passages.map(({ title, heading, text }) => [title, heading, text].filter(Boolean).join("\n"));
    const { value, usage } = await embedder.embed("passage", texts);
    await bookShopTokens(shop, usage);
    const vectors = passages.flatMap(({ seq }, at) => (value[at] ? [{ seq, vector: value[at] }] : []));
    await keepVectors(shopId, embedder.model, vectors);
    log.info("knowledge-embedded", { shopId, model: embedder.model, count: vectors.length, inputTokens: usage.inputTokens });
    return passages.length === mostTexts ? [job(shopId)] : [];
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    log.warn("knowledge-embedding-postponed", { shopId, model: embedder.model, ...errorFields(error) });
    return [];
  }
}

/** The shop, where its merchant lets texts go to a model and the day's tokens are not used up. */
async function mayEmbed(shopId: string) {
  const shop = await database().prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null, withoutModel: false } });
  return shop && mayReadTexts(shop) ? shop : null;
}

function job(shopId: string): Write {
  return enqueue(shopId, "knowledge.embed", {}, { key: `vectors:${shopId}`, runAt: now() });
}
