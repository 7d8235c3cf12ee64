import type { InstantEffectInput } from "#app/flows/engine.ts";
import type { EffectKind } from "./kind.ts";

/**
 * Money of a return before its items are back: the very sum that was said yes to, while the return is open, untouched and still worth
 * that much to Shopify. What staff have begun to book, or paid, is theirs.
 */
export const instantRefund: EffectKind<InstantEffectInput> = {
  async make(store, input, effectId) {
    const desk = await store.desk(input.returnId);
    const isUntouched = desk?.status === "OPEN" && desk.refunds.length === 0 && desk.lines.every((line) => line.processed === 0);
    if (!desk || !isUntouched || desk.cutShort) return { ok: false, error: "changed", doubtful: true };
    const suggested = await store.bookingMoney(
      desk.id,
      desk.lines.map(({ id, quantity }) => ({ id, quantity })),
    );
    if (!suggested || !("amount" in suggested) || !isSame(suggested.amount, input.total))
      return { ok: false, error: "changed", doubtful: true };
    const outcome = await store.refundBeforeReceipt(input, effectId);
    return outcome.ok ? outcome : { ...outcome, doubtful: true };
  },
  async look(store, { orderId }, { effectId }) {
    const found = await store.findOwnRefund(orderId, effectId);
    return found ? { result: found } : "absent";
  },
};

/** Shopify writes the same sum with more or fewer digits. */
const isSame = (one: { amount: string; currencyCode: string }, other: { amount: string; currencyCode: string }): boolean =>
  one.currencyCode === other.currencyCode && Number(one.amount) === Number(other.amount);
