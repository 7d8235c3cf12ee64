import type { Block } from "#app/channels/message.ts";
import type { CancelMoney, OrderFacts } from "#app/domain/orders/facts.ts";
import { checkCancel } from "#app/domain/orders/order-policy.ts";
import { choiceId, type FlowContext, type FlowFacts } from "../engine.ts";
import { isPositive, sameMoney, sayMoney } from "../money.ts";
import { ordersToOffer } from "../open-orders.ts";
import { says } from "../texts.ts";
import { askOrder } from "../track-order/slots.ts";
import { type CancelResult, type CancelState, result } from "./state.ts";
import { text } from "./texts/index.ts";

/** Enough of the hash to bind a yes to it; ids of choices must stay short. */
export const hashLength = 12;
/** A yes counts so long after the sum was shown; milliseconds. */
const quoteHolds = 30 * 60_000;

export function canCancel(order: OrderFacts, context: FlowContext): boolean {
  return checkCancel(order, { now: context.now, currencyCode: context.currencyCode, policy: context.orderPolicy }) === null;
}

/** Asks which order, with those that can be cancelled where there are any. */
export function askWhich(state: CancelState, notices: string[], facts: FlowFacts, context: FlowContext): CancelResult {
  const offered = ordersToOffer(facts.orders, (order) => canCancel(order, context));
  const blocks = [...says(notices), ...askOrder(offered, context)];
  return result({ ...state, offered: offered.map((order) => order.id) }, blocks, "waiting");
}

/** Whether the yes is to the sum that stands now, and in time. */
export function isBound({ shownQuote }: CancelState, money: CancelMoney, { now }: FlowContext): boolean {
  return shownQuote?.hash === money.hash && now.getTime() - Date.parse(shownQuote.at) <= quoteHolds;
}

/** What goes back to which payment, and the question whether to cancel. */
export function askToConfirm(state: CancelState, money: CancelMoney, notices: string[], context: FlowContext): CancelResult {
  const blocks = [...says([...notices, ...sayChange(state, money, context), leadIn(money, context)]), quoteBlock(state, money, context)];
  const shownQuote = { hash: money.hash, total: money.total, at: context.now.toISOString() };
  return result({ ...state, shownQuote }, blocks, "waiting");
}

function leadIn(money: CancelMoney, { language }: FlowContext): string {
  if (isPositive(money.total)) return text(language, "lead");
  return text(language, isPositive(money.reserved) ? "leadReserved" : "leadUnpaid");
}

function sayChange({ shownQuote }: CancelState, money: CancelMoney, { language }: FlowContext): string[] {
  if (!shownQuote || shownQuote.hash === money.hash) return [];
  if (sameMoney(shownQuote.total, money.total)) return [text(language, "quoteRecalculated")];
  return [text(language, "quoteChanged", { before: sayMoney(shownQuote.total, language), now: sayMoney(money.total, language) })];
}

function quoteBlock(state: CancelState, money: CancelMoney, { language, caseId }: FlowContext): Block {
  const lines = money.payments.map(({ name, left }) => ({
    label: name ? text(language, "toPayment", { payment: name }) : text(language, "toYou"),
    amount: sayMoney(left, language),
  }));
  if (isPositive(money.reserved)) lines.push({ label: text(language, "reserved"), amount: sayMoney(money.reserved, language) });
  return {
    kind: "quote",
    title: text(language, "quoteTitle", { order: state.orderName ?? "" }),
    lines,
    total: { label: text(language, "quoteTotal"), amount: sayMoney(money.total, language) },
    confirm: { id: choiceId(caseId, "confirm", money.hash.slice(0, hashLength)), title: text(language, "confirm") },
    others: [{ id: choiceId(caseId, "keep", "order"), title: text(language, "keep") }],
  };
}
