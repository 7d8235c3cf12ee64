import { type ProofRules, readProofRules } from "#app/domain/identity/levels.ts";
import { type OrderPolicy, readOrderPolicy } from "#app/domain/orders/order-policy.ts";
import { type ProactiveSettings, readProactive } from "#app/domain/proactive/settings.ts";
import type { ReplyModes } from "#app/domain/reply-drafts/modes.ts";
import { type LabelSettings, readLabels } from "#app/domain/returns/labels.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { lookAtQueue } from "#app/domain/routing/staff.server.ts";
import { type AfterCases, readAfterCases } from "#app/domain/satisfaction/settings.ts";
import type { ReplyTimes } from "#app/domain/staff/reply-times.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import type { Shop as ShopRow } from "../../../prisma/generated/client.ts";
import { readThresholds, type Thresholds } from "./thresholds.ts";
import { readVoicing, type Voicing } from "./voice.ts";

export type Shop = Omit<
  ShopRow,
  "returnPolicy" | "orderPolicy" | "proactive" | "afterCases" | "labels" | "labelKey" | "proofRules" | "thresholds" | "voicing"
> & {
  returnPolicy: ReturnPolicy;
  orderPolicy: OrderPolicy;
  proactive: ProactiveSettings;
  afterCases: AfterCases;
  labels: LabelSettings;
  proofRules: ProofRules;
  thresholds: Thresholds;
  voicing: Voicing;
};

/** A shop, installed or not; callers that act for it look at `uninstalledAt`. */
export async function shopById(id: string): Promise<Shop | null> {
  return typed(await database().prisma.shop.findUnique({ where: { id } }));
}

export async function shopByDomain(domain: string): Promise<Shop | null> {
  return typed(await database().prisma.shop.findUnique({ where: { domain } }));
}

export type ShopSettings = Pick<Shop, "assistantName" | "brandColor" | "voice" | "language" | "wording" | "proofRules">;

export async function saveSettings(shopId: string, settings: ShopSettings, by: string): Promise<void> {
  fault("shop.settings.before-commit");
  await database().commit([update("Shop", { id: shopId }, settings, 1), audit(shopId, by, "settings.saved", settings.proofRules)]);
  fault("shop.settings.after-commit");
}

/** How sure the assistant must be from now on; the audit row keeps what it was set to. */
export async function saveThresholds(shopId: string, confidenceThreshold: number, thresholds: Thresholds, by: string): Promise<void> {
  const settings = { confidenceThreshold, thresholds };
  await database().commit([update("Shop", { id: shopId }, settings, 1), audit(shopId, by, "thresholds.saved", settings)]);
}

/** How the assistant greets, thanks and hands over from now on, and what a model keeps to. */
export async function saveVoicing(shopId: string, voicing: Voicing, by: string): Promise<void> {
  await database().commit([update("Shop", { id: shopId }, { voicing }, 1), audit(shopId, by, "voice.saved", voicing)]);
}

/** What the assistant answers by itself from now on, what a person approves, and what is left to people. */
export async function saveReplyModes(shopId: string, replyModes: ReplyModes, by: string): Promise<void> {
  await database().commit([update("Shop", { id: shopId }, { replyModes }, 1), audit(shopId, by, "reply-modes.saved", replyModes)]);
}

/** When the team is there and how soon it answers, from now on. Who is there may be another one with it: what waits is looked at again. */
export async function saveReplyTimes(shopId: string, replyTimes: ReplyTimes, by: string): Promise<void> {
  await database().commit([
    update("Shop", { id: shopId }, { replyTimes }, 1),
    lookAtQueue(shopId),
    audit(shopId, by, "reply-times.saved", replyTimes),
  ]);
}

/** What the shop begins by itself from now on, and when. */
export async function saveProactive(shopId: string, proactive: ProactiveSettings, by: string): Promise<void> {
  await database().commit([update("Shop", { id: shopId }, { proactive }, 1), audit(shopId, by, "proactive.saved", proactive)]);
}

/** What follows the end of a case from now on. */
export async function saveAfterCases(shopId: string, afterCases: AfterCases, by: string): Promise<void> {
  await database().commit([update("Shop", { id: shopId }, { afterCases }, 1), audit(shopId, by, "after-cases.saved", afterCases)]);
}

export async function returnPolicyReviewed(shopId: string): Promise<boolean> {
  return (await database().prisma.audit.findFirst({ where: { shopId, action: "policy.saved" } })) !== null;
}

/** The one switch: while it is on the assistant writes nothing, on any channel. Messages still arrive. */
export async function setAssistantPaused(shopId: string, paused: boolean, by: string): Promise<void> {
  fault("shop.pause.before-commit");
  await database().commit([
    update("Shop", { id: shopId }, { assistantPaused: paused }, 1),
    audit(shopId, by, paused ? "assistant.paused" : "assistant.resumed"),
  ]);
  fault("shop.pause.after-commit");
}

function audit(shopId: string, actor: string, action: string, detail: object = {}) {
  return insert("Audit", { id: newId(), shopId, at: now(), actor, action, subject: `shop:${shopId}`, detail });
}

function typed(row: ShopRow | null): Shop | null {
  if (!row) return null;
  // The carrier's key is for the code that calls the carrier, and for nobody else.
  const { labelKey: _, ...rest } = row;
  return {
    ...rest,
    returnPolicy: row.returnPolicy as ReturnPolicy,
    orderPolicy: readOrderPolicy(row.orderPolicy),
    proactive: readProactive(row.proactive),
    afterCases: readAfterCases(row.afterCases),
    labels: readLabels(row.labels),
    proofRules: readProofRules(row.proofRules),
    thresholds: readThresholds(row.thresholds),
    voicing: readVoicing(row.voicing),
  };
}
