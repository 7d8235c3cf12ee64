import type { ReturnFacts } from "#app/domain/orders/facts.ts";
import { freePlaces } from "#app/domain/returns/allowance.server.ts";
import type { PlannedEffect, ReturnEffectInput } from "#app/flows/engine.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { type JobContext, RunAgain } from "#app/platform/jobs/runner.server.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { note } from "#app/platform/tracing/context.ts";

/** A request whose answer never came may still be at work at Shopify so long; milliseconds. */
const mayStillAct = 5_000;

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
  note({ effectId, caseId: effect.caseId });
  // Planned by another version of us, which knew more: a person carries it out.
  if (!isKnown(effect.kind)) return settled(shopId, effect, { state: "failed", error: "unknown-kind" });
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const store = storeFor(shop.domain);
  const input = effect.input as unknown as ReturnEffectInput;

  if (effect.state !== "planned") {
    fault("effect.before-read-back");
    const found = await readBack(store, input, effect).catch((error: unknown) => notSettled(shopId, effect, "unknown", error, job));
    fault("effect.after-read-back");
    if (Array.isArray(found)) return found;
    if (found) return settled(shopId, effect, seenAs(found));
    const quiet = Math.abs(now().getTime() - effect.updatedAt.getTime());
    if (quiet < mayStillAct) throw new RunAgain(new Date(now().getTime() + mayStillAct - quiet));
  }
  const nextPlaces = async () =>
    effect.state === "planned" && effect.shopPlace === null ? freePlaces(shop, input.customer ?? input.orderId) : {};
  if (!(await markRunning(effect, nextPlaces))) return settled(shopId, effect, { state: "failed", error: "daily-cap" });
  fault("effect.before-call");
  let outcome: EffectOutcome;
  try {
    outcome = effect.kind === "return-create" ? await store.createReturn(input, effectId) : await store.requestReturn(input, effectId);
  } catch (error) {
    // What was once in doubt stays so: a later "did nothing" speaks of the later try only.
    const state = store.nothingHappened(error) && effect.state === "planned" ? "planned" : "unknown";
    return notSettled(shopId, effect, state, error, job);
  }
  fault("effect.after-call");
  if (!outcome.ok) return settled(shopId, effect, { state: "failed", error: outcome.error });
  try {
    const seen = await readBack(store, input, effect);
    fault("effect.after-look");
    if (!seen) throw new Error("The return is not there yet.");
    return await settled(shopId, effect, seenAs(seen));
  } catch (error) {
    return notSettled(shopId, effect, "unknown", error, job);
  }
}

type Places = Awaited<ReturnType<typeof freePlaces>>;

/** Writes down that it is being tried, in a place of the day's allowance. False when the allowance is used up. */
async function markRunning(
  effect: EffectRow & { state: string; attempts: number },
  nextPlaces: () => Promise<Places | Record<string, never>>,
): Promise<boolean> {
  for (let tried = ""; ; ) {
    const places = await nextPlaces();
    if (!places) return false;
    fault("effect.before-mark");
    try {
      const marked = { state: "running", attempts: effect.attempts + 1, startedAt: effect.startedAt ?? now(), updatedAt: now() };
      await database().commit([update("Effect", { id: effect.id, state: effect.state }, { ...marked, ...places }, 1)]);
      return true;
    } catch (error) {
      // Another one has taken the place at the same moment: then there is a next one, or none.
      const place = JSON.stringify(places);
      if (place === tried || place === "{}") throw error;
      tried = place;
    }
  }
}

function isKnown(kind: string): kind is PlannedEffect["kind"] {
  return kind === "return-request" || kind === "return-create";
}

function readBack(store: EffectStore, input: ReturnEffectInput, effect: EffectRow): Promise<ReturnFacts | null> {
  return store.findOwnReturn(input, effect.id, effect.startedAt ?? effect.createdAt);
}

function seenAs({ id, name, status }: ReturnFacts) {
  return { state: "done" as const, result: { id, name, status } };
}

/** Writes down how sure we are and rethrows; after the last try a person looks at it, with the outcome named as unknown where it is. */
async function notSettled(
  shopId: string,
  effect: EffectRow,
  state: "planned" | "unknown",
  error: unknown,
  job: JobContext,
): Promise<Write[]> {
  log.warn("effect-not-settled", { shopId, effectId: effect.id, reason: state, attempts: job.attempt, ...errorFields(error) });
  if (job.lastAttempt) return settled(shopId, effect, { state: "failed", error: state === "unknown" ? "outcome-unknown" : "unreachable" });
  fault("effect.before-doubt");
  await database().commit([update("Effect", { id: effect.id }, { state, updatedAt: now() })]);
  fault("effect.after-doubt");
  throw error;
}

type EffectRow = { id: string; caseId: string; startedAt: Date | null; createdAt: Date };

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
