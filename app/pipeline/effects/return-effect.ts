import type { ReturnEffectInput } from "#app/flows/engine.ts";
import type { EffectKind, EffectStore, Sight, Tried } from "./kind.ts";

/** A return that the merchant is asked for. */
export const returnRequest: EffectKind<ReturnEffectInput> = {
  make: (store, input, effectId) => store.requestReturn(input, effectId),
  look: findReturn,
};

/** A return that is opened at once. */
export const returnCreate: EffectKind<ReturnEffectInput> = {
  make: (store, input, effectId) => store.createReturn(input, effectId),
  look: findReturn,
};

async function findReturn(store: EffectStore, input: ReturnEffectInput, { effectId, startedAt }: Tried): Promise<Sight> {
  const found = await store.findOwnReturn(input, effectId, startedAt);
  return found ? { result: { id: found.id, name: found.name, status: found.status } } : "absent";
}
