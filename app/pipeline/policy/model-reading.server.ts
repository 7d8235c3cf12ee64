import { createHash } from "node:crypto";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { loadGemini } from "#app/integrations/gemini/load.server.ts";
import { costOf } from "#app/integrations/gemini/prices.ts";
import { bookShopTokens, mayReadTexts } from "#app/pipeline/assistant/budget.server.ts";
import { type Model, ModelError, type PolicyReading, policyPoints, readsPolicies } from "#app/pipeline/assistant/model.ts";
import { observedModel } from "#app/pipeline/observed.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update } from "#app/platform/db/writes.ts";
import { env } from "#app/platform/env.ts";
import { errorFields, log } from "#app/platform/log.ts";
import type { ReadableText } from "./read-text.ts";
import { finalKinds } from "./reading-words.ts";

/** So long staff wait for a model to have read their text, once; milliseconds. Without it our own reader's word stands. */
const patience = 12_000;

/** What a model made of one state of the text, as it said it. */
type Kept = { text: string; points: PolicyReading[] };

/** What a model has read in exactly this text before; null where none has. */
export function keptReading(shop: Pick<Shop, "policyReading">, texts: readonly ReadableText[]): PolicyReading[] | null {
  const kept = shop.policyReading as Partial<Kept> | null;
  if (!kept || kept.text !== hashOf(texts) || !Array.isArray(kept.points)) return null;
  return kept.points.filter(({ point }) => policyPoints.includes(point));
}

/** The same, read now and kept where it was not. Null without a key, against the merchant's wish, beyond the budget, or when the model fails. */
export async function modelReading(shop: Shop, texts: readonly ReadableText[]): Promise<PolicyReading[] | null> {
  const kept = keptReading(shop, texts);
  if (kept || texts.length === 0) return kept;
  const model = env.geminiApiKey && !shop.withoutModel && mayReadTexts(shop) ? await theModel() : null;
  if (!readsPolicies(model)) return null;
  try {
    const text = texts.map(({ heading, text }) => [heading, text].filter(Boolean).join("\n")).join("\n\n");
    const input = { text, currencyCode: shop.currencyCode, goods: Object.keys(finalKinds) };
    const { value, usage } = await model.readPolicy(input, AbortSignal.timeout(patience));
    await bookShopTokens(shop, usage);
    const policyReading: Kept = { text: hashOf(texts), points: value };
    await database().commit([update("Shop", { id: shop.id }, { policyReading: policyReading as never })]);
    return value;
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    log.warn("policy-not-read", { shopId: shop.id, ...errorFields(error) });
    return null;
  }
}

const hashOf = (texts: readonly ReadableText[]): string =>
  createHash("sha256")
    .update(JSON.stringify(texts.map(({ language, heading, text }) => [language, heading, text])))
    .digest("hex");

let loaded: Promise<Model | null> | undefined;

/** Of this process, loaded when somebody first needs it. */
function theModel(): Promise<Model | null> {
  loaded ??= loadGemini().then((gemini) => gemini && observedModel(gemini, env.geminiModel, (usage) => costOf(usage, now())));
  return loaded;
}
