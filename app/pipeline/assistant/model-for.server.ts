import { mayAskModel } from "./budget.server.ts";
import { maskedModel } from "./mask.ts";
import type { Model } from "./model.ts";
import type { Turn } from "./turn.ts";

/** The language model as this turn may use it: without names and addresses, within the day's budget, or not at all where the merchant wants none. */
export function modelFor(turn: Turn): Model | null {
  const { services, context } = turn;
  if (!services.gemini || context.shop.withoutModel || !mayAskModel(context)) return null;
  return maskedModel(services.gemini, namesIn(context));
}

/** Everybody this conversation may speak of by name. */
function namesIn({ members }: Turn["context"]): string[] {
  return members.flatMap((one) => (one.label ? [one.label] : []));
}
