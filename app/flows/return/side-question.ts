import type { Intent } from "#app/pipeline/assistant/model.ts";
import { asksSomething } from "../question-form.ts";
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
/** Of these one asks; told of a thing that goes back ("it is made of polyester"), they are about that thing. */
const asked: ReadonlySet<Intent> = new Set<Intent>(["return_policy", "shipping_policy", "product_question", "promotion", "payment"]);
const sureEnough = 0.6;

/** Whether the words are, with some certainty, about something else. */
export function isSideQuestion({ understanding }: Pick<Words, "understanding">): boolean {
  const [best] = understanding.intents;
  return best !== undefined && elsewhere.has(best.intent) && best.confidence >= sureEnough;
}

/** Whether what is told only sounds like a question of the shop's texts: nothing in it asks. */
export function onlySoundsAsked({ text, understanding: { intents, language } }: Pick<Words, "text" | "understanding">): boolean {
  const [best] = intents;
  return best !== undefined && asked.has(best.intent) && !asksSomething(text, language);
}
