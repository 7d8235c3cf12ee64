import { hashChange, sameAddress } from "#app/domain/orders/address.ts";
import { barrierOf } from "#app/domain/orders/order-policy.ts";
import type { AddressEffectInput } from "#app/flows/engine.ts";
import type { EffectKind } from "./kind.ts";

/** Marks a change that the store has said yes to: what it shows afterwards is how it took it, not an earlier state. */
const accepted = "accepted";

/** Sends an order elsewhere. The old address is held against the yes once more: somebody may have changed it meanwhile. */
export const addressChange: EffectKind<AddressEffectInput> = {
  async make(store, { orderId, address, quoteHash }, _effectId, { policy }) {
    const before = await store.addressOf(orderId);
    if (!before?.address) return { ok: false, error: "gone" };
    const barrier = barrierOf(before);
    if (barrier) return { ok: false, error: barrier };
    if (sameAddress(before.address, address)) return { ok: true, job: accepted };
    if (!policy.changeAddress) return { ok: false, error: "switched-off" };
    if (hashChange(orderId, before.address, address) !== quoteHash) return { ok: false, error: "changed" };
    const answer = await store.changeAddress(orderId, address);
    return answer.ok ? { ok: true, job: accepted } : answer;
  },

  async look(store, { orderId, address }, { job }) {
    const facts = await store.addressOf(orderId);
    if (!facts?.address) return { error: "gone" };
    if (sameAddress(facts.address, address)) return { result: { stored: "as-shown" } };
    if (job === accepted) return { error: "stored-otherwise" };
    const barrier = barrierOf(facts);
    return barrier ? { error: barrier } : "absent";
  },
};
