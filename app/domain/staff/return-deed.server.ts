import { caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import {
  allowedDeeds,
  type DeclineReason,
  declineReasons,
  type Hindrance,
  hindersRemoval,
  longestDeclineNote,
  type MoneyWay,
  mayGoTo,
  moneyOut,
  type ReturnDeed,
  type StaffEffect,
} from "#app/domain/returns/back-office.ts";
import type { ReturnState } from "#app/flows/return/state.ts";
import { adminClientFor } from "#app/integrations/shopify-admin/for-shop.server.ts";
import { mayMakeGiftCards } from "#app/integrations/shopify-admin/new-gift-card.server.ts";
import { now } from "#app/platform/clock.ts";
import { hashToken } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, insert, notify, StaleWrite, update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import type { Case } from "../../../prisma/generated/client.ts";
import { audit } from "./conversation.server.ts";
import { heldAgain } from "./held-exchange.ts";
import { type Desk, deskOfCase, hashOfBooking, hasOpenDeed, type WantedBooking } from "./return-desk.server.ts";

/** So long staff may take back what they pressed; milliseconds. */
export const mayStop = 10_000;

export type DeedWish = {
  caseId: string;
  kind: ReturnDeed;
  /** The hash of what staff saw. */
  seen: string;
  reason?: string;
  declineReason?: string;
  note?: string;
  booking: WantedBooking;
  money?: MoneyWay;
  lineId?: string;
  quantity?: number;
};

export type DeedAnswer =
  | { outcome: "planned"; effectId: string }
  | {
      outcome: "refused";
      because: "not-found" | "changed" | "under-way" | "incomplete" | "note-too-long" | "unclear" | "no-gift-cards" | Hindrance;
    };

/** Writes down what staff have decided, as they saw it. It is carried out a few seconds later, unless they stop it. */
export async function planDeed(shop: { id: string; domain: string }, wish: DeedWish, by: string): Promise<DeedAnswer> {
  const refused = (because: Extract<DeedAnswer, { outcome: "refused" }>["because"]): DeedAnswer => ({ outcome: "refused", because });
  const found = await deskOfCase(shop, wish.caseId, wish.booking);
  if (!found) return refused("not-found");
  const hindrance = allowedDeeds(found.desk)[wish.kind];
  if (hindrance) return refused(found.hash === wish.seen ? hindrance : "changed");
  const effect = effectOf(found, wish);
  if (typeof effect === "string") return refused(effect);
  if (effect.input.quoteHash !== wish.seen) return refused("changed");
  if (isCard(effect) && !(await mayMakeGiftCards(adminClientFor(shop.domain)))) return refused("no-gift-cards");
  if (await hasOpenDeed(shop.id, wish.caseId)) return refused("under-way");
  const key = await freeKey(shop.id, `${wish.kind}:${found.desk.id}:${wish.seen}`);
  const [id, at] = [newId(), now()];
  const dueAt = new Date(at.getTime() + mayStop);
  const { reason = "", orderName, returnName } = effect.input;
  fault("staff.deed.before-commit");
  try {
    await database().commit([
      insert("Effect", {
        id,
        shopId: shop.id,
        caseId: wish.caseId,
        kind: effect.kind,
        key,
        input: effect.input as never,
        state: "planned",
        attempts: 0,
        actor: by,
        dueAt,
        createdAt: at,
        updatedAt: at,
      }),
      enqueue(shop.id, "effect.run", { effectId: id }, { runAt: dueAt, queue: `effect:${hashToken(found.desk.orderId)}` }),
      audit(shop.id, by, "effect.planned", found.conversationId, {
        kind: effect.kind,
        effectId: id,
        caseId: wish.caseId,
        ...(reason && { reason }),
        input: { orderName, returnName, quoteHash: wish.seen },
      }),
      notify({ topic: "conversation", shopId: shop.id, conversationId: found.conversationId }),
    ]);
  } catch (error) {
    // The same was pressed twice at once: the key has let one through.
    const winner = await database().prisma.effect.findFirst({ where: { shopId: shop.id, key }, select: { id: true } });
    if (!winner) throw error;
    return { outcome: "planned", effectId: winner.id };
  }
  fault("staff.deed.after-commit");
  return { outcome: "planned", effectId: id };
}

const isCard = ({ kind, input }: StaffEffect): boolean => kind === "return-process" && input.money?.to === "gift-card";

/** Nobody has told the shopper yet that it was allowed, so that it was stopped is no news to them. */
async function waitAgain(row: Case, state: ReturnState, by: string): Promise<Write[]> {
  const change = { owner: "staff", assignee: by, status: "escalated", escalation: "policy-exception", updatedAt: now() };
  return [
    update("Case", { id: row.id, shopId: row.shopId, version: row.version }, { ...change, state: state as never, version: increment() }, 1),
    ...(await caseEventWrites(row.shopId, [{ before: row, after: { ...row, ...change } }])),
  ];
}

/** What has ended may be decided again, where the same return stands there as before. */
async function freeKey(shopId: string, wanted: string): Promise<string> {
  const over = await database().prisma.effect.count({
    where: { shopId, key: { startsWith: wanted }, state: { in: ["done", "failed", "stopped"] } },
  });
  return over === 0 ? wanted : `${wanted}:${over}`;
}

function effectOf(found: Desk, wish: DeedWish): StaffEffect | "incomplete" | "note-too-long" | "unclear" | Hindrance {
  const { desk, hash } = found;
  const reason = wish.reason?.trim().slice(0, 200);
  const { id: returnId, name: returnName, orderId, orderName } = desk;
  const base = { orderId, orderName, returnId, returnName, quoteHash: hash, ...(reason && { reason }) };
  switch (wish.kind) {
    case "return-decline": {
      const note = wish.note?.trim() ?? "";
      const declineReason = declineReasons.find((one): one is DeclineReason => one === wish.declineReason);
      if (!declineReason) return "incomplete";
      if ([...note].length > longestDeclineNote) return "note-too-long";
      return { kind: wish.kind, input: { ...base, declineReason, note, reason: reason || declineReason } };
    }
    case "return-process": {
      if (found.unclear) return "unclear";
      if (wish.money && !mayGoTo(wish.money, found.isGift)) return "incomplete";
      const money = wish.money && moneyOut(found.suggested, wish.money, found.agreed);
      const quoteHash = found.booking && money !== undefined && hashOfBooking(found, money);
      if (!found.booking || money === undefined || !quoteHash) return "incomplete";
      const before = Object.fromEntries([...desk.lines, ...desk.exchange].map((line) => [line.id, line.processed]));
      const { booking, sent } = found;
      return { kind: wish.kind, input: { ...base, quoteHash, booking, ...(sent.lines.length > 0 && { sent }), money, before } };
    }
    case "return-remove": {
      const { lineId = "", quantity = 0 } = wish;
      const hindrance = hindersRemoval(desk, lineId, quantity);
      if (hindrance) return hindrance === "unknown-line" ? "incomplete" : hindrance;
      const exchanged = desk.exchange.find((line) => line.id === lineId);
      const before = (exchanged ?? desk.lines.find((line) => line.id === lineId))?.quantity ?? 0;
      return { kind: wish.kind, input: { ...base, lineId, quantity, before, ...(exchanged && { isExchange: true as const }) } };
    }
    default:
      return { kind: wish.kind, input: base };
  }
}

/** Stops what has not been tried yet: staff's own, what they allowed, which waits for them again, or the assistant's, whose shopper is told by it. */
export async function stopEffect(shopId: string, effectId: string, by: string): Promise<"stopped" | "too-late" | "not-found"> {
  const { prisma } = database();
  const effect = await prisma.effect.findFirst({ where: { id: effectId, shopId } });
  const row = effect && (await prisma.case.findFirst({ where: { id: effect.caseId, shopId } }));
  const identity = row && (await prisma.identity.findFirst({ where: { id: row.identityId, shopId } }));
  if (!effect || !identity) return "not-found";
  if (effect.state === "stopped") return "stopped";
  if (effect.state !== "planned") return "too-late";
  const { conversationId } = identity;
  const trigger = { kind: "effect-settled" as const, caseId: effect.caseId };
  const held = heldAgain(row.flow, row.state, effect);
  const told = held
    ? await waitAgain(row, held, by)
    : effect.actor === null
      ? [enqueue(shopId, "turn", { identityId: identity.id, trigger }, { runAt: now(), queue: `conversation:${conversationId}` })]
      : [];
  fault("staff.stop.before-commit");
  try {
    await database().commit([
      // The key is given back: the same may be wanted again.
      update("Effect", { id: effectId, state: "planned" }, { state: "stopped", key: `${effect.key}:${effectId}`, updatedAt: now() }, 1),
      audit(shopId, by, "effect.stopped", conversationId, { kind: effect.kind, effectId, caseId: effect.caseId }),
      ...told,
      notify({ topic: "conversation", shopId, conversationId }),
    ]);
  } catch (error) {
    // It was tried in the same moment.
    if (error instanceof StaleWrite) return "too-late";
    throw error;
  }
  fault("staff.stop.after-commit");
  return "stopped";
}
