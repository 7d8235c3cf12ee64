import type { ReturnFacts } from "#app/domain/orders/facts.ts";
import type { ReturnEffectInput } from "#app/flows/engine.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import type { JobContext } from "#app/platform/jobs/runner.server.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { errorFields, log } from "#app/platform/log.ts";

/** What an effect needs of the store. A throw means that the outcome is not known, unless `nothingHappened` says so. */
export type EffectStore = {
  requestReturn(input: ReturnEffectInput, effectId: string): Promise<EffectOutcome>;
  createReturn(input: ReturnEffectInput, effectId: string): Promise<EffectOutcome>;
  /** Reads the vendor's state back: the return an earlier try has made, or null. */
  findOwnReturn(input: ReturnEffectInput, effectId: string, startedAt: Date): Promise<ReturnFacts | null>;
  nothingHappened(error: unknown): boolean;
};
export type EffectOutcome = { ok: true; id: string; name: string; status: string } | { ok: false; error: string };

/**
 * Makes one change in the outside world exactly once. Shopify's return mutations know no idempotency key, so before any
 * second try the state there is read back; and success is told only after it was seen there.
 */
export async function runEffect(
  shopId: string,
  effectId: string,
  storeFor: (domain: string) => EffectStore,
  job: JobContext,
): Promise<Write[]> {
  const { prisma } = database();
  const effect = await prisma.effect.findFirst({ where: { shopId, id: effectId } });
  if (!effect || effect.state === "done" || effect.state === "failed") return [];
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const store = storeFor(shop.domain);
  const input = effect.input as unknown as ReturnEffectInput;

  if (effect.state !== "planned") {
    const found = await store.findOwnReturn(input, effectId, effect.startedAt ?? effect.createdAt);
    if (found) return settled(shopId, effect, { state: "done", result: { id: found.id, name: found.name, status: found.status } });
  }
  await database().commit([
    update(
      "Effect",
      { id: effectId, state: effect.state },
      { state: "running", attempts: effect.attempts + 1, startedAt: effect.startedAt ?? now(), updatedAt: now() },
      1,
    ),
  ]);
  fault("effect.before-call");
  try {
    const outcome =
      effect.kind === "return-create" ? await store.createReturn(input, effectId) : await store.requestReturn(input, effectId);
    fault("effect.after-call");
    if (!outcome.ok) return settled(shopId, effect, { state: "failed", error: outcome.error });
    const seen = await store.findOwnReturn(input, effectId, effect.startedAt ?? now());
    if (!seen) throw new Error("The return is not there yet.");
    return settled(shopId, effect, { state: "done", result: { id: seen.id, name: seen.name, status: seen.status } });
  } catch (error) {
    const state = store.nothingHappened(error) ? "planned" : "unknown";
    log.warn("effect-not-settled", { shopId, effectId, reason: state, attempts: job.attempt, ...errorFields(error) });
    // The last try: a person looks at it, with the outcome named as unknown where it is.
    if (job.lastAttempt)
      return settled(shopId, effect, { state: "failed", error: state === "unknown" ? "outcome-unknown" : "unreachable" });
    await database().commit([update("Effect", { id: effectId }, { state, updatedAt: now() })]);
    throw error;
  }
}

type EffectRow = { id: string; caseId: string };

async function settled(
  shopId: string,
  effect: EffectRow,
  change: { state: "done" | "failed"; result?: Record<string, string>; error?: string },
): Promise<Write[]> {
  const row = await database().prisma.case.findFirstOrThrow({ where: { shopId, id: effect.caseId } });
  const identity = await database().prisma.identity.findFirstOrThrow({ where: { shopId, id: row.identityId } });
  return [
    update("Effect", { id: effect.id }, { ...change, updatedAt: now() }),
    enqueue(
      shopId,
      "turn",
      { identityId: identity.id, trigger: { kind: "effect-settled", caseId: effect.caseId } },
      { runAt: now(), queue: `conversation:${identity.conversationId}` },
    ),
  ];
}
