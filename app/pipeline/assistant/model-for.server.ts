import { mayAskModel } from "./budget.server.ts";
import { Mask, maskedModel } from "./mask.ts";
import type { Embedder, Model } from "./model.ts";
import type { Turn } from "./turn.ts";

/** The language model as this turn may use it: without names and addresses, within the day's budget, or not at all where the merchant wants none. */
export function modelFor(turn: Turn): Model | null {
  const { services, context } = turn;
  if (!services.gemini || context.shop.withoutModel || !mayAskModel(context)) return null;
  return maskedModel(services.gemini, namesIn(context));
}

/** The model for embeddings, under the same conditions. */
export function embedderFor(turn: Turn): Embedder | null {
  const { services, context } = turn;
  const { embedder } = services;
  if (!embedder || context.shop.withoutModel || !mayAskModel(turn.context)) return null;
  const mask = new Mask(namesIn(context));
  return {
    model: embedder.model,
    embed: (purpose, texts) =>
      embedder.embed(
        purpose,
        texts.map((text) => mask.hide(text)),
      ),
  };
}

/** Everybody this conversation may speak of by name. */
function namesIn({ members }: Turn["context"]): string[] {
  return members.flatMap((one) => (one.label ? [one.label] : []));
}
