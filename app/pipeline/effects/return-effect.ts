import { isInStock } from "#app/domain/orders/exchange.ts";
import type { KeepEffectInput, ReturnEffectInput } from "#app/flows/engine.ts";
import type { EffectKind, EffectStore, Sight, Tried } from "./kind.ts";

/** A return that the merchant is asked for. */
export const returnRequest: EffectKind<ReturnEffectInput> = {
  make: (store, input, effectId) => store.requestReturn(input, effectId),
  look: findReturn,
};

/** A return that is opened at once, with what is sent in exchange. */
export const returnCreate: EffectKind<ReturnEffectInput> = {
  async make(store, input, effectId) {
    const { exchange, quoted, quoteHash } = input;
    if (exchange) {
      // The yes may have waited: for Shopify, or for a person who was to allow it.
      const product = await store.exchangeProduct(exchange.productId);
      const variant = product?.variants.find((one) => one.variantId === exchange.variantId);
      if (!variant || !isInStock(variant, exchange.quantity)) return { ok: false, error: "sold-out", doubtful: true };
      const quote = quoted && (await store.quote(quoted));
      if (!quote || !("hash" in quote) || quote.hash !== quoteHash) return { ok: false, error: "changed", doubtful: true };
    }
    return store.createReturn(input, effectId);
  },
  look: findReturn,
};

async function findReturn(store: EffectStore, input: ReturnEffectInput, { effectId, startedAt }: Tried): Promise<Sight> {
  const found = await store.findOwnReturn(input, effectId, startedAt);
  return found ? { result: { id: found.id, name: found.name, status: found.status } } : "absent";
}

/** Money for what the shopper keeps: the sum that was said yes to, or none. */
export const returnKeep: EffectKind<KeepEffectInput> = {
  async make(store, input, effectId) {
    const quote = await store.quote(input.quoted);
    // After a try of ours the items count as refunded, and there is nothing left to calculate.
    if (!("hash" in quote) || quote.hash !== input.quoteHash) return { ok: false, error: "changed", doubtful: true };
    const outcome = await store.refundKept(input, effectId);
    return outcome.ok ? outcome : { ...outcome, doubtful: true };
  },
  async look(store, { orderId }, { effectId }) {
    const found = await store.findOwnRefund(orderId, effectId);
    return found ? { result: found } : "absent";
  },
};
