import type { PostalAddress } from "#app/domain/orders/address.ts";
import type { AddressFacts, CancelFacts, ReturnFacts } from "#app/domain/orders/facts.ts";
import type { ReturnEffectInput } from "#app/flows/engine.ts";

type Answer = { ok: true } | { ok: false; error: string };

/** What effects need of the store. A throw means that the outcome is not known, unless `nothingHappened` says so. */
export type EffectStore = {
  requestReturn(input: ReturnEffectInput, effectId: string): Promise<Answer>;
  createReturn(input: ReturnEffectInput, effectId: string): Promise<Answer>;
  /** The return an earlier try has made, or null. */
  findOwnReturn(input: ReturnEffectInput, effectId: string, startedAt: Date): Promise<ReturnFacts | null>;
  /** Null when the order is gone. */
  cancelling(orderId: string): Promise<CancelFacts | null>;
  cancelOrder(orderId: string, effectId: string): Promise<{ ok: true; job: string } | { ok: false; error: string }>;
  isOwnCancellation(facts: CancelFacts, effectId: string): boolean;
  isJobDone(jobId: string): Promise<boolean>;
  /** Null when the order is gone. */
  addressOf(orderId: string): Promise<AddressFacts | null>;
  changeAddress(orderId: string, address: PostalAddress): Promise<Answer>;
  nothingHappened(error: unknown): boolean;
};

/** `job`: the store has accepted it and carries it out afterwards. `doubtful`: it may have been refused for an earlier try of ours. */
export type Attempt = { ok: true; job?: string } | { ok: false; error: string; doubtful?: true };

/** What the store shows of a try: nothing, that it is still at work, how it ended. */
export type Sight = "absent" | "under-way" | { result: Record<string, string> } | { error: string };

export type Tried = { effectId: string; startedAt: Date; job?: string };

/** One kind of change: made at most once, and looked for before any second try. */
export type EffectKind<Input> = {
  make(store: EffectStore, input: Input, effectId: string): Promise<Attempt>;
  look(store: EffectStore, input: Input, tried: Tried): Promise<Sight>;
};
