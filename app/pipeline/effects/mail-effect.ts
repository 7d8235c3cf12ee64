import type { MailEffectInput } from "#app/flows/engine.ts";
import type { EffectKind } from "./kind.ts";

/** Marks a mail that the store has taken on. */
const accepted = "accepted";

/**
 * Has Shopify send a mail about an order to the address that stands on it. Nothing in the store shows afterwards whether it left, so
 * a try whose end is not known is never made again: a person looks.
 */
export const orderMail: EffectKind<MailEffectInput> = {
  async make(store, { orderId, mail, language }) {
    const answer = await store.mailOrder(orderId, mail, language);
    return answer.ok ? { ok: true, job: accepted } : answer;
  },

  look: async (_store, _input, { job }) => (job === accepted ? { result: { mail: "accepted" } } : { error: "outcome-unknown" }),
};
