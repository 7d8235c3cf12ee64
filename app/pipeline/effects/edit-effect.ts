import { contents, sameContents } from "#app/domain/orders/edit.ts";
import type { EditFacts } from "#app/domain/orders/facts.ts";
import { barrierOf, checkExtra } from "#app/domain/orders/order-policy.ts";
import type { EditEffectInput, RefundEffectInput } from "#app/flows/engine.ts";
import { addMoney, sameMoney } from "#app/flows/money.ts";
import type { EffectKind } from "./kind.ts";

/** Marks what the store has said yes to: what it shows afterwards is how it took it. */
const accepted = "accepted";

/**
 * Changes what an order holds. Shopify knows no key for it, so what the order holds tells whether it was done; what was said yes
 * to is calculated once more at the last moment, and nothing is made real at another sum.
 */
export const orderEdit: EffectKind<EditEffectInput> = {
  async make(store, { orderId, change, before, after, quoteHash }, effectId, { policy }) {
    const facts = await store.contents(orderId);
    if (!facts) return { ok: false, error: "gone" };
    const barrier = standsAgainst(facts);
    if (barrier) return { ok: false, error: barrier };
    if (sameContents(contents(facts.lines), after)) return { ok: true, job: accepted };
    if (!policy.changeItems) return { ok: false, error: "switched-off" };
    if (!sameContents(contents(facts.lines), before)) return { ok: false, error: "changed" };
    const quote = await store.calculateEdit(orderId, change);
    if ("error" in quote) return { ok: false, error: quote.error };
    if (quote.hash !== quoteHash) return { ok: false, error: "changed" };
    const tooMuch = checkExtra(quote.inShopCurrency, policy);
    if (tooMuch) return { ok: false, error: tooMuch };
    const answer = await store.commitEdit(quote.edit, effectId);
    // It may have been refused for a parcel that left between the two looks, or for an earlier try of ours.
    return answer.ok ? { ok: true, job: accepted } : { ...answer, doubtful: true };
  },

  async look(store, { orderId, before, after }, { job }) {
    const facts = await store.contents(orderId);
    if (!facts) return { error: "gone" };
    if (sameContents(contents(facts.lines), after)) return { result: { stored: "as-shown" } };
    const barrier = standsAgainst(facts);
    if (barrier) return { error: barrier };
    return job !== accepted && sameContents(contents(facts.lines), before) ? "absent" : { error: "stored-otherwise" };
  },
};

const standsAgainst = (facts: EditFacts) => barrierOf(facts) ?? (facts.hasParcel ? ("partly-shipped" as const) : null);

/** Pays back what was paid too much after a change, and only while that is what the shop owes. */
export const orderRefund: EffectKind<RefundEffectInput> = {
  async make(store, { orderId, amount }, effectId) {
    const facts = await store.contents(orderId);
    if (!facts) return { ok: false, error: "gone" };
    if (store.isOwnRefund(facts, effectId)) return { ok: true };
    if (!sameMoney(addMoney(facts.outstanding, amount), { ...amount, amount: "0" })) return { ok: false, error: "changed" };
    return store.refund(orderId, amount.amount, facts, effectId);
  },

  async look(store, { orderId }, { effectId }) {
    const facts = await store.contents(orderId);
    if (!facts) return { error: "gone" };
    return store.isOwnRefund(facts, effectId) ? { result: { refund: "made" } } : "absent";
  },
};
