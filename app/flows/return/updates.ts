import type { OrderFacts, RefundFacts, ReturnFacts } from "#app/domain/orders/facts.ts";
import type { FlowContext, FlowFacts, FlowInput, FlowResult } from "../engine.ts";
import { isPositive, negated } from "../money.ts";
import { says } from "../texts.ts";
import { result, statusOf } from "./conclude.ts";
import { sayRefund, sayReturnStatus } from "./existing.ts";
import { giftText } from "./gift/texts/index.ts";
import { outcomeText } from "./outcome/texts/index.ts";
import { awaitOwed, exchangeLabel, newItems, owedNeeds, sentLabel, tellOwed } from "./outcome/told.ts";
import { isExchange, type ReturnState } from "./state.ts";
import { text } from "./texts/index.ts";

/**
 * A move in the store. What is told comes from the fresh facts, not from the topic: webhooks come late, twice and out of order.
 * Each status and each refund is told once; everything else is silent.
 */
export function tellUpdate(saved: ReturnState, event: StoreEvent, facts: FlowFacts, context: FlowContext): FlowResult<ReturnState> {
  const before = event.byStaff ? taken(saved, event) : saved;
  const order = facts.orders.find((one) => one.id === before.orderId);
  const existing = order?.returns.find((one) => one.id === before.returnId);
  const dropped = existing !== undefined && isDropped(before, existing);
  const state = dropped ? asReturn(before) : before;
  const follows = event.byStaff || state.phase === "registered" || state.phase === "finished";
  if (!follows || !order || !existing) return result(saved, [], statusOf(saved));
  const needs = owedNeeds(state, facts);
  if (needs.length > 0) return { ...result(awaitOwed(state, event), [], statusOf(state)), needs };

  const refunds = newRefunds(order, existing, state);
  const words = refunds.map((refund) => sayRefund(refund, order, context));
  const told = [...state.told, ...refunds.map(refundKey), ...(dropped ? [sentKey(existing)] : [])];
  if (dropped) words.push(sayDropped(state, existing, context));
  const special = dropped ? null : newsByTopic(existing, event, told);
  if (special) words.push(saySpecial(special.key, state, existing, context));
  const news = special ? undefined : newStatus(existing, told);
  if (news) {
    const processed = (news === "processed" || isBooked(state, existing, news)) && sayProcessed(state, existing, context);
    words.push(processed || sayReturnStatus(existing, context));
  }
  // Opened again, it goes on.
  const over =
    special?.key !== "statusReopened" &&
    ((refunds.length > 0 && !state.money?.instant) || state.phase === "finished" || ended.has(existing.status));
  const passed = news === "processed" && !told.includes("OPEN") ? ["OPEN"] : [];
  const owed = tellOwed(state, facts, context);
  const heard = news ? [...told, ...passed, news] : (special?.told ?? told);
  const next: ReturnState = { ...state, phase: over ? "finished" : "registered", told: [...heard, ...owed.told] };
  return result(next, [...says(words), ...owed.blocks], statusOf(next));
}

/** Staff have taken out all that was to be sent: from here on it is a return as any other. */
function isDropped({ outcome }: ReturnState, { exchange, status }: ReturnFacts): boolean {
  return isExchange(outcome) && exchange?.length === 0 && (status === "OPEN" || status === "CLOSED");
}

function asReturn({ exchange: _exchange, money: _money, ...state }: ReturnState): ReturnState {
  return { ...state, outcome: state.gift ? "gift-card" : "refund" };
}

function sayDropped({ gift }: ReturnState, { name }: ReturnFacts, { language }: FlowContext): string {
  return gift ? giftText(language, "dropped", { name }) : outcomeText(language, "exchangeDropped", { name });
}

const isSent = ({ exchange }: ReturnFacts): boolean => exchange?.some(({ processed }) => processed > 0) ?? false;

/** What brings an exchange to its end is that it was booked. */
function isBooked(state: ReturnState, existing: ReturnFacts, news: string): boolean {
  const counts = isExchange(state.outcome) || isSent(existing) || (state.gift !== undefined && existing.processed === true);
  return counts && news === "CLOSED" && !state.told.includes("processed");
}

/** Of an exchange the new item is the news; of anything else the refund still is. */
function sayProcessed(state: ReturnState, existing: ReturnFacts, { language }: FlowContext): string {
  const { name } = existing;
  if (isSent(existing)) return outcomeText(language, "exchangeProcessed", { name, item: sentLabel(existing) });
  if (isExchange(state.outcome) && !existing.exchange)
    return outcomeText(language, "exchangeProcessed", { name, item: exchangeLabel(state) });
  return state.gift ? giftText(language, "booked", { name }) : text(language, "statusProcessed", { name });
}

function saySpecial(key: Special, state: ReturnState, existing: ReturnFacts, context: FlowContext): string {
  const { language } = context;
  const { name } = existing;
  if (key !== "exchangeTrimmed") return text(language, key, { name });
  const item = newItems(existing);
  return item ? outcomeText(language, key, { name, item }) : sayDropped(state, existing, context);
}

type StoreEvent = Extract<FlowInput, { kind: "store-event" }>;

/** A return that came about in the shop's own admin is this case's from now on. */
function taken(state: ReturnState, { subjectId, owed }: StoreEvent): ReturnState {
  const mine = state.returnId === undefined && subjectId ? { ...state, returnId: subjectId } : state;
  return owed ? { ...mine, money: { to: "exchange", amount: negated(owed) } } : mine;
}

type Special = "statusReopened" | "statusTrimmed" | "exchangeTrimmed";

/** What no status tells: a return that was closed is open again, or staff took something out of it. Each is told once. */
function newsByTopic(
  existing: ReturnFacts,
  { topic, byStaff, unsent }: StoreEvent,
  told: string[],
): { key: Special; told: string[] } | null {
  const at = told.filter((one) => one === "OPEN" || one === "CLOSED" || one.startsWith(refundPrefix)).at(-1);
  if (topic === "returns/reopen" && existing.status === "OPEN" && at !== "OPEN") {
    // Closing it once more is news again.
    return { key: "statusReopened", told: [...told.filter((one) => one !== "CLOSED"), "OPEN"] };
  }
  if (topic === "returns/update" && unsent) {
    const sent = sentKey(existing);
    return told.includes(sent) ? null : { key: "exchangeTrimmed", told: [...told, sent] };
  }
  const held = `items:${existing.items.map((item) => `${item.fulfillmentLineItemId}*${item.quantity}`).join(",")}`;
  if (topic === "returns/update" && byStaff && existing.status === "OPEN" && !told.includes(held)) {
    return { key: "statusTrimmed", told: [...told, held] };
  }
  return null;
}

/** What goes out in exchange, as it was last told: Shopify's webhook and what staff did here tell of the same change. */
const sentKey = (existing: ReturnFacts): string => `sent:${newItems(existing)}`;

const refundPrefix = "refund:";

function refundKey(refund: RefundFacts): string {
  return refundPrefix + refund.id;
}

const ended = new Set(["CLOSED", "DECLINED", "CANCELED"]);

/** Refunds of this return; one that names no return counts when it was made after the return. */
function newRefunds(order: OrderFacts, existing: ReturnFacts, state: ReturnState): RefundFacts[] {
  return order.refunds.filter(
    (refund) =>
      // What leaves an order in exchange is booked as a refund of nothing.
      isPositive(refund.total) &&
      !state.told.includes(refundKey(refund)) &&
      (refund.returnId === existing.id || (refund.returnId === undefined && refund.createdAt >= existing.createdAt)),
  );
}

/** The status worth telling; once money came back, that the return is open, booked or closed needs no message of its own. */
function newStatus(existing: ReturnFacts, told: string[]): string | undefined {
  const moneyTold = told.some((one) => one.startsWith(refundPrefix));
  if (moneyTold && (existing.status === "OPEN" || existing.status === "CLOSED")) return undefined;
  if (existing.status === "OPEN" && existing.processed && !told.includes("processed")) return "processed";
  return told.includes(existing.status) ? undefined : existing.status;
}
