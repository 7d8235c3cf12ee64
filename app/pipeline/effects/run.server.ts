import { readOrderPolicy } from "#app/domain/orders/order-policy.ts";
import { freePlaces } from "#app/domain/returns/allowance.server.ts";
import type { StaffEffect } from "#app/domain/returns/back-office.ts";
import type { OrderEffectInput, PlannedEffect } from "#app/flows/engine.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { type JobContext, RunAgain } from "#app/platform/jobs/runner.server.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { note } from "#app/platform/tracing/context.ts";
import { addressChange } from "./address-effect.ts";
import { staffDeeds } from "./back-office-effect.ts";
import { orderCancel } from "./cancel-effect.ts";
import { orderEdit, orderRefund } from "./edit-effect.ts";
import { instantRefund } from "./instant-effect.ts";
import type { Attempt, EffectKind, EffectStore, Rules, Sight } from "./kind.ts";
import { orderMail } from "./mail-effect.ts";
import { returnCreate, returnKeep, returnRequest } from "./return-effect.ts";
import { type EffectRow, settled } from "./settle.server.ts";

/** A request whose answer never came may still be at work at Shopify so long; milliseconds. */
const mayStillAct = 5_000;
/** What Shopify has accepted and not carried out yet is looked at so often, and for so long; milliseconds. */
const lookAgainAfter = 1_000;
const longestWork = 3_600_000;

type AnyEffect = PlannedEffect | StaffEffect;
const kinds: { [Kind in AnyEffect["kind"]]: EffectKind<Extract<AnyEffect, { kind: Kind }>["input"]> } = {
  ...staffDeeds,
  "return-request": returnRequest,
  "return-create": returnCreate,
  "return-keep": returnKeep,
  "instant-refund": instantRefund,
  "order-cancel": orderCancel,
  "address-change": addressChange,
  "order-edit": orderEdit,
  "order-refund": orderRefund,
  "order-mail": orderMail,
};

/**
 * Makes one change in the outside world exactly once. Shopify's mutations of orders and returns know no idempotency key, so
 * before any second try the state there is read back; and success is told only after it was seen there.
 */
export async function runEffect(
  shopId: string,
  effectId: string,
  storeFor: (domain: string) => EffectStore,
  job: JobContext,
): Promise<Write[]> {
  const { prisma } = database();
  const effect = await prisma.effect.findFirst({ where: { shopId, id: effectId } });
  if (!effect || isOver(effect.state)) return [];
  // Staff may still stop it.
  if (effect.dueAt && effect.state === "planned" && effect.dueAt > now()) throw new RunAgain(effect.dueAt);
  note({ effectId, caseId: effect.caseId });
  const kind = (kinds as Record<string, EffectKind<unknown> | undefined>)[effect.kind];
  // Planned by another version of us, which knew more: a person carries it out.
  if (!kind) return settled(shopId, effect, { state: "failed", error: "unknown-kind" });
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const store = storeFor(shop.domain);
  const input = effect.input as unknown as OrderEffectInput & { approved?: true };

  if (effect.state !== "planned") {
    fault("effect.before-read-back");
    const seen = await look(kind, store, effect).catch((error: unknown) => notSettled(shopId, effect, "unknown", error, job));
    fault("effect.after-read-back");
    if (Array.isArray(seen)) return seen;
    if (seen !== "absent") return seenAs(shopId, effect, seen);
    const quiet = Math.abs(now().getTime() - effect.updatedAt.getTime());
    if (quiet < mayStillAct) throw new RunAgain(new Date(now().getTime() + mayStillAct - quiet));
  }
  const nextPlaces = async () =>
    effect.state === "planned" && effect.shopPlace === null && effect.actor === null && !input.approved
      ? freePlaces(shop, input.customer ?? input.orderId, effect.kind)
      : {};
  if (!(await markRunning(effect, nextPlaces))) return settled(shopId, effect, { state: "failed", error: "daily-cap" });
  fault("effect.before-call");
  let outcome: Attempt;
  try {
    outcome = await kind.make(store, input, effectId, rulesOf(shop, effect));
  } catch (error) {
    // What was once in doubt stays so: a later "did nothing" speaks of the later try only.
    const state = store.nothingHappened(error) && effect.state === "planned" ? "planned" : "unknown";
    return notSettled(shopId, effect, state, error, job);
  }
  fault("effect.after-call");
  if (!outcome.ok) {
    // An earlier try of ours may be what it was refused for: that is looked at before anybody is told.
    if (!outcome.doubtful || effect.state === "planned") return settled(shopId, effect, { state: "failed", error: outcome.error });
    return notSettled(shopId, effect, "unknown", new Error("Refused after a try whose outcome is not known."), job);
  }
  const accepted = outcome.job ? { ...effect, result: { job: outcome.job } } : effect;
  if (outcome.job) {
    await database().commit([update("Effect", { id: effect.id }, { result: { job: outcome.job }, updatedAt: now() })]);
    fault("effect.after-job");
  }
  const seen = await look(kind, store, accepted).catch((error: unknown) => notSettled(shopId, effect, "unknown", error, job));
  fault("effect.after-look");
  if (Array.isArray(seen)) return seen;
  if (seen === "absent") return notSettled(shopId, effect, "unknown", new Error("The change is not there yet."), job);
  return seenAs(shopId, accepted, seen);
}

const isOver = (state: string): boolean => state === "done" || state === "failed" || state === "stopped";

const rulesOf = (shop: { orderPolicy: unknown; currencyCode: string }, { createdAt }: EffectRow): Rules => ({
  policy: readOrderPolicy(shop.orderPolicy),
  currencyCode: shop.currencyCode,
  saidYesAt: createdAt,
});

function look(kind: EffectKind<unknown>, store: EffectStore, effect: EffectRow): Promise<Sight> {
  const { job } = (effect.result ?? {}) as { job?: string };
  return kind.look(store, effect.input, { effectId: effect.id, startedAt: effect.startedAt ?? effect.createdAt, job });
}

/** How it ended, as the store shows it; what is still under way is looked at again. */
function seenAs(shopId: string, effect: EffectRow, seen: Exclude<Sight, "absent">): Promise<Write[]> {
  if (seen !== "under-way") {
    return settled(shopId, effect, "result" in seen ? { state: "done", result: seen.result } : { state: "failed", error: seen.error });
  }
  const begun = effect.startedAt ?? effect.createdAt;
  if (now().getTime() - begun.getTime() > longestWork) return settled(shopId, effect, { state: "failed", error: "outcome-unknown" });
  throw new RunAgain(new Date(now().getTime() + lookAgainAfter));
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
