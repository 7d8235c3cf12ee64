import { itemLabel } from "#app/channels/message.ts";
import type { OrderFacts, OrderItem, RefundFacts, ReturnFacts } from "#app/domain/orders/facts.ts";
import { sayDay } from "../dates.ts";
import type { FlowContext, FlowFacts } from "../engine.ts";
import { sayMoney } from "../money.ts";
import type { Scene } from "./lines.ts";
import { text } from "./texts/index.ts";

/** Where a return stands and what comes next, in Shopify's own statuses put into words. */
export function sayReturnStatus(existing: ReturnFacts, context: Pick<FlowContext, "language">): string {
  const params = { name: existing.name };
  switch (existing.status) {
    case "REQUESTED":
      return text(context.language, "statusRequested", params);
    case "OPEN":
      return text(context.language, "statusOpen", params);
    case "DECLINED":
      return sayDeclined(existing, context);
    case "CANCELED":
      return text(context.language, "statusCancelled", params);
    default:
      return text(context.language, "statusClosed", params);
  }
}

/** Staff's own words stand as they wrote them. */
function sayDeclined({ name, declineReason, declineNote }: ReturnFacts, { language }: Pick<FlowContext, "language">): string {
  const why = text(language, "statusDeclined", { name, reason: declineReasons[declineReason ?? ""] ?? "other" });
  return declineNote ? `${why} ${text(language, "declinedNote", { note: declineNote })}` : why;
}

/** ReturnDeclineReason, as the text's choice. */
const declineReasons: Record<string, string> = { FINAL_SALE: "final", RETURN_PERIOD_ENDED: "period" };

export function sayRefund(
  refund: RefundFacts,
  order: OrderFacts,
  context: Parameters<typeof sayDay>[1] & { language: FlowContext["language"] },
): string {
  const amount = sayMoney(refund.total, context.language);
  return text(context.language, refund.toCredit ? "refundedCredit" : "refunded", {
    amount,
    order: order.name,
    date: sayDay(refund.createdAt, context),
  });
}

export function openReturns(order: OrderFacts): ReturnFacts[] {
  return order.returns.filter((one) => one.status === "REQUESTED" || one.status === "OPEN");
}

/** "It is already part of return #1001-R1", with its status; undefined when no open return holds this line. */
export function alreadyReturning(order: OrderFacts, fulfillmentLineItemId: string, item: string, context: FlowContext): string | undefined {
  const holding = openReturns(order).find((one) => one.items.some((line) => line.fulfillmentLineItemId === fulfillmentLineItemId));
  return holding && sayHolding(holding, item, context);
}

/**
 * The same for an item known only from the order. A line in a full return is no longer returnable, so Shopify does
 * not name it to us any more; an open return of the order that holds none of the present lines is the one that has it.
 */
export function alreadyReturningTitle(scene: Scene, item: OrderItem): string | undefined {
  const present = new Set(scene.lines?.map((line) => line.item.fulfillmentLineItemId));
  const returns = scene.order ? openReturns(scene.order) : [];
  const holding = returns.find((one) => one.items.some((line) => !present.has(line.fulfillmentLineItemId)));
  return holding && sayHolding(holding, itemLabel(item), scene.context);
}

function sayHolding(holding: ReturnFacts, item: string, context: FlowContext): string {
  return `${text(context.language, "alreadyReturning", { item, name: holding.name })} ${sayReturnStatus(holding, context)}`;
}

/** "Where is my refund?" before any return of this case: what the orders' own returns and refunds say, newest first. */
export function sayReturnsAndRefunds(facts: FlowFacts, context: FlowContext): string[] {
  const told = facts.orders.flatMap((order) => [
    ...order.refunds.map((refund) => ({ at: refund.createdAt, words: sayRefund(refund, order, context) })),
    ...order.returns.map((existing) => ({ at: existing.createdAt, words: sayReturnStatus(existing, context) })),
  ]);
  const newest = told.sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, mostTold);
  return newest.map((one) => one.words);
}

const mostTold = 3;
