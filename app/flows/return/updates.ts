import type { OrderFacts, RefundFacts, ReturnFacts } from "#app/domain/orders/facts.ts";
import type { FlowContext, FlowFacts, FlowInput, FlowResult } from "../engine.ts";
import { result, says, statusOf } from "./conclude.ts";
import { sayRefund, sayReturnStatus } from "./existing.ts";
import type { ReturnState } from "./state.ts";
import { text } from "./texts/index.ts";

type StoreEvent = Extract<FlowInput, { kind: "store-event" }>;

/**
 * A move in the store. What is told comes from the fresh facts, not from the topic: webhooks come late, twice and out of order.
 * Each status and each refund is told once; everything else is silent.
 */
export function tellUpdate(state: ReturnState, event: StoreEvent, facts: FlowFacts, context: FlowContext): FlowResult<ReturnState> {
  const order = facts.orders.find((one) => one.id === state.orderId);
  const existing = order?.returns.find((one) => one.id === state.returnId);
  const follows = (state.phase === "registered" || state.phase === "finished") && state.returnId !== undefined;
  if (!follows || !order || !existing) return result(state, [], statusOf(state));

  const refunds = newRefunds(order, existing, state, event);
  const words = refunds.map((refund) => sayRefund(refund, order, context));
  const told = [...state.told, ...refunds.map(refundKey)];
  const news = newStatus(existing, event, told, words.length > 0);
  if (news) {
    const processed = news === "processed" && text(context.language, "statusProcessed", { name: existing.name });
    words.push(processed || sayReturnStatus(existing, context));
  }
  const over = refunds.length > 0 || state.phase === "finished" || ended.has(existing.status);
  const next: ReturnState = { ...state, phase: over ? "finished" : "registered", told: news ? [...told, news] : told };
  return result(next, says(words), statusOf(next));
}

const refundPrefix = "refund:";

function refundKey(refund: RefundFacts): string {
  return refundPrefix + refund.id;
}

const ended = new Set(["CLOSED", "DECLINED", "CANCELED"]);

/** Refunds of this return; one that names no return counts when the event points at it. */
function newRefunds(order: OrderFacts, existing: ReturnFacts, state: ReturnState, event: StoreEvent): RefundFacts[] {
  return order.refunds.filter(
    (refund) =>
      !state.told.includes(refundKey(refund)) &&
      (refund.returnId === existing.id ||
        (refund.returnId === undefined && event.topic === "refunds/create" && refund.id === event.subjectId)),
  );
}

/** The status worth telling; a closing right after the money needs no message of its own. */
function newStatus(existing: ReturnFacts, event: StoreEvent, told: string[], refundTold: boolean): string | undefined {
  const mine = event.subjectId === undefined || event.subjectId === existing.id;
  if (event.topic === "returns/process" && mine && existing.status === "OPEN" && !refundTold && !told.includes("processed"))
    return "processed";
  if (told.includes(existing.status)) return undefined;
  const moneyTold = told.some((one) => one.startsWith(refundPrefix));
  return existing.status === "CLOSED" && (refundTold || moneyTold) ? undefined : existing.status;
}
