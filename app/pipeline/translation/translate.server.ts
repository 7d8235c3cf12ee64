import type { Shop } from "#app/domain/shops/shop.server.ts";
import { loadGemini } from "#app/integrations/gemini/load.server.ts";
import { costOf } from "#app/integrations/gemini/prices.ts";
import { bookUsage, mayAskModel } from "#app/pipeline/assistant/budget.server.ts";
import { maskedModel } from "#app/pipeline/assistant/mask.ts";
import { type Model, ModelError } from "#app/pipeline/assistant/model.ts";
import { observedModel } from "#app/pipeline/observed.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { env } from "#app/platform/env.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { productsNamedIn } from "./product-names-sqlite.server.ts";

/** Why nothing can be translated: no key, the merchant lets nothing leave for a model, the day's budget is used up, or the model failed. */
export type NoTranslation = "no-model" | "off" | "budget" | "failed";
export type Translated = { texts: string[] } | { because: NoTranslation };

const milliseconds = 10_000;

/** Whether translations are to be had at all in this shop. */
export function translationIsOff(shop: Pick<Shop, "withoutModel">): Extract<NoTranslation, "no-model" | "off"> | null {
  if (!env.geminiApiKey) return "no-model";
  return shop.withoutModel ? "off" : null;
}

/**
 * Puts texts of one conversation into a language (ISO 639-1): as many back as were given, in their order. Names, addresses, numbers
 * and the names of the shop's products do not leave for the model and come back as they were.
 */
export async function translate(shop: Shop, conversationId: string, texts: string[], to: string): Promise<Translated> {
  const off = translationIsOff(shop);
  const gemini = off ? null : await theModel();
  if (off || !gemini) return { because: off ?? "no-model" };
  const { prisma } = database();
  const conversation = await prisma.conversation.findFirst({ where: { id: conversationId, shopId: shop.id } });
  if (!conversation || !mayAskModel({ conversation, shop })) return { because: "budget" };
  const people = await prisma.identity.findMany({ where: { shopId: shop.id, conversationId }, select: { label: true } });
  const products = await productsNamedIn(shop.id, texts);
  const model = maskedModel(
    gemini,
    people.flatMap(({ label }) => label ?? []),
    products,
  );
  try {
    const { value, usage } = await model.translate({ texts, to }, AbortSignal.timeout(milliseconds));
    await bookUsage({ conversation, shop }, usage);
    return { texts: value };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    log.warn("translation-failed", { shopId: shop.id, conversationId, ...errorFields(error) });
    return { because: "failed" };
  }
}

let loaded: Promise<Model | null> | undefined;

/** Of this process, loaded when somebody first needs it. */
function theModel(): Promise<Model | null> {
  loaded ??= loadGemini().then((gemini) => gemini && observedModel(gemini, env.geminiModel, (usage) => costOf(usage, now())));
  return loaded;
}
