import type { Block, ChannelName, Language } from "#app/channels/message.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import type { StandsOn } from "#app/domain/reply-drafts/draft.server.ts";
import { waitsForApproval } from "#app/domain/reply-drafts/waiting.ts";
import { readLabels } from "#app/domain/returns/labels.ts";
import { type CaseRouting, readCaseRouting } from "#app/domain/routing/case-routing.ts";
import { findPersonFor } from "#app/domain/routing/staff.server.ts";
import { watchDue } from "#app/domain/staff/due.server.ts";
import { readReplyTimes, replyDue } from "#app/domain/staff/reply-times.ts";
import type { EscalationReason, FlowContext, FlowName, PlannedEffect } from "#app/flows/engine.ts";
import { insert, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { Beginning } from "./begun.server.ts";
import type { CaseRow, TurnContext } from "./context.server.ts";
import type { PreferenceWish } from "./local/slots/preferences/read.ts";
import type { Understanding, Usage } from "./model.ts";
import type { StoreReader, TurnServices } from "./services.ts";
import type { ShopperOrders } from "./store-facts.ts";

/** A case's flow, or "question": something without steps that an answer or a person settles. */
export type CaseFlow = FlowName | "question";

/** One turn while it is being thought out. Nothing of it exists outside until all of it is committed. */
export type Turn = {
  context: TurnContext;
  services: TurnServices;
  store: StoreReader;
  orders: ShopperOrders;
  /** Where the answer goes. */
  identity: IdentityRow;
  channel: ChannelName;
  account: string;
  language: Language;
  now: Date;
  blocks: Block[];
  writes: Write[];
  effects: { caseId: string; planned: PlannedEffect }[];
  /** The cases as they will be; `changed` and `opened` say which are written. */
  cases: CaseRow[];
  changed: Set<string>;
  /** How the changed ones stood when the turn began. */
  stood: Map<string, Pick<CaseRow, "status" | "owner" | "assignee">>;
  opened: Set<string>;
  usage: Usage[];
  /** What the shopper's words were understood as; absent for taps and for what nobody has just written. */
  understanding?: Understanding;
  /** What a tapped button or a sent form is about. */
  tapped?: string;
  /** What came of asking the shop's texts; absent where they were not asked. */
  knowledge?: { result: "found"; sourceId: string; sourceVersion: string } | { result: "none" };
  /** What the words ask to be remembered or forgotten. */
  wishes: PreferenceWish[];
  /** A model has worded what is said already. */
  worded?: true;
  /** Of what is said, that which comes from the shop's texts; and the passages themselves. */
  fromTexts: Set<Block>;
  standsOn: StandsOn[];
  /** Only words for staff come of it: a person has the case. */
  suggests?: true;
  /** Cases whose draft nobody has approved before the shopper wrote again: this turn answers it all anew. */
  stale: CaseRow[];
  /** By `performance.now()`. */
  startedAt: number;
  /** Something moved in the store: nobody has just asked. */
  proactive: boolean;
  /** How what it then says is begun; see begun.server.ts. */
  beginning?: Beginning;
  /** What was written is another matter than those that a person has: they stay theirs, and are not looked at. */
  beside: boolean;
  /** Who wrote what the next turn reads, which is waiting already. */
  later: string | undefined;
};

export function sayText(turn: Turn, text: string): void {
  if (text) turn.blocks.push({ kind: "text", text });
}

/** The language that was just written in; the answer may be in another one that the shopper prefers. */
export const writtenIn = ({ understanding, language }: Turn): Language => understanding?.language ?? language;

export function openCase(turn: Turn, flow: CaseFlow, intent: string, state: unknown): CaseRow {
  const row: CaseRow = {
    id: newId(),
    shopId: turn.context.shop.id,
    identityId: turn.identity.id,
    flow,
    intent,
    state: state as CaseRow["state"],
    version: 0,
    status: "open",
    owner: "assistant",
    assignee: null,
    escalation: null,
    summary: null,
    expecting: null,
    doubts: 0,
    orderId: null,
    orderName: null,
    verification: null,
    dueAt: null,
    teamId: null,
    urgent: false,
    routing: null,
    openedAt: turn.now,
    updatedAt: turn.now,
    closedAt: null,
    outcome: null,
    heldBy: null,
  };
  turn.cases.unshift(row);
  turn.opened.add(row.id);
  return row;
}

export function changeCase(turn: Turn, row: CaseRow, change: Partial<CaseRow>): void {
  const { status, owner, assignee } = row;
  if (!turn.stood.has(row.id)) turn.stood.set(row.id, { status, owner, assignee });
  Object.assign(row, change, { updatedAt: turn.now });
  turn.changed.add(row.id);
}

/** A case under a person's hands: what the assistant says about it ends here. Who it is, is found after the commit. */
export function handOver(turn: Turn, row: CaseRow, reason: EscalationReason): void {
  const dueAt = dueFrom(turn);
  changeCase(turn, row, {
    status: "escalated",
    owner: "staff",
    escalation: reason,
    expecting: null,
    verification: null,
    dueAt,
    routing: knownToTurn(turn, row, reason),
  });
  turn.writes.push(findPersonFor(row.shopId, row.id), ...watchDue(turn.context.shop, row.id, dueAt));
  const { shop, conversation } = turn.context;
  const detail = { caseId: row.id, reason };
  turn.writes.push(
    insert("Audit", {
      id: newId(),
      shopId: shop.id,
      at: turn.now,
      actor: "assistant",
      action: "handed-over",
      subject: conversation.id,
      detail,
    }),
    // A new reason for a person brings back what staff had put aside.
    update("Conversation", { id: conversation.id, shopId: shop.id }, { snoozedUntil: null }),
  );
}

/** What of the words counts when a person is looked for. */
function knownToTurn({ understanding, language, channel }: Turn, row: CaseRow, reason: EscalationReason): CaseRouting {
  const first = understanding?.intents[0];
  const { straight } = readCaseRouting(row.routing);
  return {
    language: understanding?.foreignLanguage ?? language,
    channel,
    ...(understanding && { mood: understanding.mood }),
    ...(first?.intent === row.intent && first.detail && { detail: first.detail }),
    ...(reason === "vip" && { vip: true }),
    ...(reason === "vip" || reason === "rule" ? { straight: reason } : straight && { straight }),
  };
}

/** By when a person answers what is written now. */
export function dueFrom({ context: { shop }, channel, now }: Turn): Date | null {
  return replyDue(readReplyTimes(shop.replyTimes), channel, now, shop.timeZone);
}

/** Each case is written once, against the version that was read. */
export function caseWrites(turn: Turn): Write[] {
  return turn.cases.flatMap((row) => {
    if (turn.opened.has(row.id)) return [insert("Case", { ...row, ...writable(row), verification: row.verification ?? undefined })];
    if (!turn.changed.has(row.id)) return [];
    const { id, shopId, version, identityId, openedAt, ...values } = row;
    return [
      update(
        "Case",
        { id, version },
        { ...values, ...writable(row), verification: row.verification ?? null, version: version + 1 } as never,
        1,
      ),
    ];
  });
}

const writable = (row: CaseRow) => ({ state: row.state ?? {}, routing: row.routing ?? undefined });

export function flowContext(turn: Turn, caseId: string): FlowContext {
  const { shop, policy, orderPolicy } = turn.context;
  const { timeZone, currencyCode, countryCode } = shop;
  const of = { timeZone, shopName: shop.name, currencyCode, policy, orderPolicy, ...(countryCode && { shopCountry: countryCode }) };
  const givesLabels = readLabels(shop.labels).method !== "none";
  return { ...of, givesLabels, language: turn.language, now: turn.now, caseId };
}

/**
 * Open cases, the one touched last first; without those of people where something else is spoken of. What only waits for a draft
 * to be approved asks the shopper nothing.
 */
export function activeCases({ cases, beside = false }: { cases: CaseRow[]; beside?: boolean }): CaseRow[] {
  return cases
    .filter((row) => !beside || row.owner === "assistant")
    .filter((row) => (row.status === "open" || row.status === "working" || row.status === "escalated") && !waitsForApproval(row))
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
}
