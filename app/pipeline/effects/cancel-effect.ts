import type { CancelFacts } from "#app/domain/orders/facts.ts";
import { barrierOf, checkCancelRules } from "#app/domain/orders/order-policy.ts";
import type { OrderEffectInput } from "#app/flows/engine.ts";
import { now } from "#app/platform/clock.ts";
import type { EffectKind, EffectStore, Sight, Tried } from "./kind.ts";

/** How long after a cancellation its money may be missing before a person is asked to look; milliseconds. */
const moneyFollowsWithin = 60_000;

/**
 * Cancels an order with all its money back. What the shopper said yes to is held against the order once more at the last
 * moment, since the yes may have waited while Shopify was away.
 */
export const orderCancel: EffectKind<OrderEffectInput> = {
  async make(store, { orderId, quoteHash }, effectId, { policy, currencyCode, saidYesAt }) {
    const before = await store.cancelling(orderId);
    if (!before) return { ok: false, error: "gone" };
    if (before.cancelledAt && store.isOwnCancellation(before, effectId)) return { ok: true };
    const barrier = barrierOf(before);
    if (barrier) return { ok: false, error: barrier };
    // The rules of now; whether it was in time is told from when the yes was said.
    const rule = checkCancelRules(before, { now: saidYesAt, currencyCode, policy });
    if (rule) return { ok: false, error: rule };
    if ("error" in before.money) return { ok: false, error: "unclear" };
    if (before.money.hash !== quoteHash) return { ok: false, error: "changed" };
    const outcome = await store.cancelOrder(orderId, effectId);
    if (outcome.ok) return outcome;
    // Why, in our own words: between the two looks somebody may have sent or cancelled it.
    const after = await store.cancelling(orderId);
    const since = after && barrierOf(after);
    return since ? { ok: false, error: since, doubtful: true } : { ok: false, error: outcome.error, doubtful: true };
  },

  async look(store, { orderId }, tried) {
    const facts = await store.cancelling(orderId);
    if (!facts) return { error: "gone" };
    if (facts.cancelledAt) return lookAtMoney(store, facts, tried);
    if (tried.job) return lookAtJob(store, orderId, { ...tried, job: tried.job });
    const barrier = barrierOf(facts);
    return barrier ? { error: barrier } : "absent";
  },
};

/** Cancelled: by us or by somebody else, and with the money on its way or not. */
function lookAtMoney(store: EffectStore, facts: CancelFacts, { effectId }: Tried): Sight {
  if (!store.isOwnCancellation(facts, effectId)) return { error: "cancelled" };
  const isBack = "total" in facts.money && !/[1-9]/.test(facts.money.total.amount);
  if (isBack) return { result: { refund: "made" } };
  const since = Math.abs(now().getTime() - (facts.cancelledAt ?? now()).getTime());
  return since < moneyFollowsWithin ? "under-way" : { result: { refund: "open" } };
}

/** Accepted and not there yet: waited for, and never asked for again. */
async function lookAtJob(store: EffectStore, orderId: string, tried: Tried & { job: string }): Promise<Sight> {
  if (!(await store.isJobDone(tried.job))) return "under-way";
  const facts = await store.cancelling(orderId);
  if (facts?.cancelledAt) return lookAtMoney(store, facts, tried);
  return { error: (facts && barrierOf(facts)) ?? "not-carried-out" };
}
