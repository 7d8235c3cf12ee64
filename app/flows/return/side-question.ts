import type { Intent } from "#app/pipeline/assistant/model.ts";
import type { Words } from "./slot.ts";

/** Wishes that are not about this return. The turn answers them and then comes back here. */
const elsewhere: ReadonlySet<Intent> = new Set<Intent>([
  "order_status",
  "return_policy",
  "cancel_order",
  "change_order",
  "change_address",
  "shipping_policy",
  "product_question",
  "promotion",
  "payment",
  "invoice",
  "account",
  "complaint",
  "speak_to_human",
]);
const sureEnough = 0.6;

/** Whether the words are, with some certainty, about something else. */
export function isSideQuestion({ understanding }: Pick<Words, "understanding">): boolean {
  const [best] = understanding.intents;
  return best !== undefined && elsewhere.has(best.intent) && best.confidence >= sureEnough;
}
