import type { OrderFacts, RefundFacts, ReturnFacts } from "#app/domain/orders/facts.ts";
import type { FlowContext, FlowFacts, FlowInput, FlowResult } from "../engine.ts";
import { isPositive } from "../money.ts";
import { says } from "../texts.ts";
import { result, statusOf } from "./conclude.ts";
import { sayRefund, sayReturnStatus } from "./existing.ts";
import { outcomeText } from "./outcome/texts/index.ts";
import { awaitOwed, exchangeLabel, owedNeeds, tellOwed } from "./outcome/told.ts";
import { isExchange, type ReturnState } from "./state.ts";
import { text } from "./texts/index.ts";

/**
 * A move in the store. What is told comes from the fresh facts, not from the topic: webhooks come late, twice and out of order.
 * Each status and each refund is told once; everything else is silent.
 */
export function tellUpdate(saved: ReturnState, event: StoreEvent, facts: FlowFacts, context: FlowContext): FlowResult<ReturnState> {
  const state = event.byStaff ? taken(saved, event) : saved;
  const order = facts.orders.find((one) => one.id === state.orderId);
  const existing = order?.returns.find((one) => one.id === state.returnId);
  const follows = event.byStaff || state.phase === "registered" || state.phase === "finished";
  if (!follows || !order || !existing) return result(saved, [], statusOf(saved));
  const needs = owedNeeds(state, facts);
  if (needs.length > 0) return { ...result(awaitOwed(state, event), [], statusOf(state)), needs };

  const refunds = newRefunds(order, existing, state);
  const words = refunds.map((refund) => sayRefund(refund, order, context));
  const told = [...state.told, ...refunds.map(refundKey)];
  const special = newsByTopic(existing, event, told);
  if (special) words.push(text(context.language, special.key, { name: existing.name }));
  const news = special ? undefined : newStatus(existing, told);
  if (news) {
    const processed = (news === "processed" || isBooked(state, news)) && sayProcessed(state, existing, context);
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

/** What brings an exchange to its end is that it was booked. */
function isBooked(state: ReturnState, news: string): boolean {
  return isExchange(state.outcome) && news === "CLOSED" && !state.told.includes("processed");
}

/** Of an exchange the new item is the news; of anything else the refund still is. */
function sayProcessed(state: ReturnState, { name }: ReturnFacts, { language }: FlowContext): string {
  if (isExchange(state.outcome)) return outcomeText(language, "exchangeProcessed", { name, item: exchangeLabel(state) });
  return text(language, "statusProcessed", { name });
}

type StoreEvent = Extract<FlowInput, { kind: "store-event" }>;

/** A return that came about in the shop's own admin is this case's from now on. */
function taken(state: ReturnState, { subjectId }: StoreEvent): ReturnState {
  return state.returnId === undefined && subjectId ? { ...state, returnId: subjectId } : state;
}

/** What no status tells: a return that was closed is open again, or staff took something out of it. Each is told once. */
function newsByTopic(existing: ReturnFacts, { topic, byStaff }: StoreEvent, told: string[]) {
  const at = told.filter((one) => one === "OPEN" || one === "CLOSED" || one.startsWith(refundPrefix)).at(-1);
  if (topic === "returns/reopen" && existing.status === "OPEN" && at !== "OPEN") {
    // Closing it once more is news again.
    return { key: "statusReopened" as const, told: [...told.filter((one) => one !== "CLOSED"), "OPEN"] };
  }
  const held = `items:${existing.items.map((item) => `${item.fulfillmentLineItemId}*${item.quantity}`).join(",")}`;
  if (topic === "returns/update" && byStaff && existing.status === "OPEN" && !told.includes(held)) {
    return { key: "statusTrimmed" as const, told: [...told, held] };
  }
  return null;
}

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
