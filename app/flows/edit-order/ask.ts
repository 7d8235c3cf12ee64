import type { Block, Choice, Money } from "#app/channels/message.ts";
import { itemLabel } from "#app/channels/message.ts";
import type { EditLine, EditQuote, OrderChange, OrderFacts, VariantFacts } from "#app/domain/orders/facts.ts";
import { type Barrier, checkEdit } from "#app/domain/orders/order-policy.ts";
import { sayDay } from "../dates.ts";
import { choiceId, type FlowContext, type FlowFacts } from "../engine.ts";
import { isPositive, negated, sayMoney } from "../money.ts";
import { ordersToOffer } from "../open-orders.ts";
import { says } from "../texts.ts";
import { askOrder } from "../track-order/slots.ts";
import { type EditResult, type EditState, handOver, result } from "./state.ts";
import { type EditTextKey, text } from "./texts/index.ts";

/** Enough of the hash to bind a yes to it; ids of choices must stay short. */
export const hashLength = 12;
/** A yes counts so long after the sum was shown; milliseconds. */
export const quoteHolds = 30 * 60_000;
const mostChoices = 9;

export const canEdit = (order: OrderFacts, { orderPolicy }: FlowContext): boolean => checkEdit(order, orderPolicy) === null;

/** Asks which order, with those that can be changed where there are any. */
export function askWhich(state: EditState, notices: string[], facts: FlowFacts, context: FlowContext): EditResult {
  const offered = ordersToOffer(facts.orders, (order) => canEdit(order, context));
  const asking: EditState = { ...state, asked: undefined, offered: offered.map((order) => order.id) };
  return result(asking, [...says(notices), ...askOrder(offered, context)], "waiting");
}

export function askItem(state: EditState, lines: EditLine[], notices: string[], { language, caseId }: FlowContext): EditResult {
  const choices = lines.slice(0, mostChoices).map((line) => ({
    id: choiceId(caseId, "item", line.lineItemId),
    title: itemLabel(line),
    ...(line.quantity > 1 && { description: `${line.quantity} ×` }),
  }));
  return asks(state, "item", notices, { kind: "choices", prompt: text(language, "askItem"), choices });
}

export function askWhat(state: EditState, notices: string[], { language, caseId }: FlowContext): EditResult {
  const choice = (kind: string, key: EditTextKey) => ({ id: choiceId(caseId, "what", kind), title: text(language, key) });
  const choices = [choice("variant", "otherKind"), choice("quantity", "otherNumber"), choice("remove", "takeOut")];
  const prompt = text(language, "askWhat", { item: state.item?.label ?? "" });
  return asks(state, "what", notices, { kind: "choices", prompt, choices });
}

export function askQuantity(state: EditState, notices: string[], { language }: FlowContext): EditResult {
  const prompt = text(language, "askNumber", { item: state.item?.label ?? "" });
  return result({ ...state, asked: "quantity", shown: undefined }, says([...notices, prompt]), "waiting");
}

/** The kinds that can be had, those that are nearest to the wish first. */
export function askVariant(state: EditState, variants: VariantFacts[], notices: string[], context: FlowContext): EditResult {
  const { language, caseId } = context;
  const keep: Choice = { id: choiceId(caseId, "keep", "order"), title: text(language, "keep") };
  const choices = variants.slice(0, mostChoices).map((one) => ({ id: choiceId(caseId, "variant", one.id), title: one.title }));
  const prompt = text(language, "askKind", { item: state.item?.label ?? "" });
  return asks(state, "variant", notices, { kind: "choices", prompt, choices: [...choices, keep] });
}

/** Nothing would be left: that is a cancellation, with a yes of its own. */
export function askToCancel(state: EditState, notices: string[], { language, caseId }: FlowContext): EditResult {
  const choices = [
    { id: choiceId(caseId, "next", "cancel"), title: text(language, "cancelAll") },
    { id: choiceId(caseId, "keep", "order"), title: text(language, "keep") },
  ];
  return asks(state, "last", notices, { kind: "choices", prompt: text(language, "lastItem", { order: state.orderName ?? "" }), choices });
}

function asks(state: EditState, asked: EditState["asked"], notices: string[], block: Block): EditResult {
  return result({ ...state, asked, shown: undefined }, [...says(notices), block], "waiting");
}

/** `others`: whether the order holds things that are not part of the change. */
type Offer = { summary: string; change: OrderChange; quote: EditQuote; others: boolean };

/** What the order would be, what it costs more or less, and the question whether to change it. */
export function askToConfirm(
  state: EditState,
  { summary, change, quote, others }: Offer,
  notices: string[],
  context: FlowContext,
): EditResult {
  const { language, caseId } = context;
  const { hash, total, before, difference } = quote;
  const block: Block = {
    kind: "quote",
    title: text(language, "quoteTitle", { order: state.orderName ?? "" }),
    lines: [
      { label: text(language, "soFar"), amount: sayMoney(before, language) },
      { label: text(language, "newTotal"), amount: sayMoney(total, language) },
    ],
    total: {
      label: text(language, direction(difference, "toPay", "toGetBack", "noDifference")),
      amount: sayMoney(unsigned(difference), language),
    },
    confirm: { id: choiceId(caseId, "confirm", hash.slice(0, hashLength)), title: text(language, "confirm") },
    others: [
      ...(others ? [{ id: choiceId(caseId, "more", "item"), title: text(language, "more") }] : []),
      { id: choiceId(caseId, "change", "order"), title: text(language, "change") },
      { id: choiceId(caseId, "keep", "order"), title: text(language, "keep") },
    ],
  };
  const how = text(language, direction(difference, "leadPay", "leadBack", "leadSame"));
  const shown = { hash, summary, change, difference, total, at: context.now.toISOString() };
  return result({ ...state, asked: undefined, shown }, [...says([...notices, `${summary}. ${how}`]), block], "waiting");
}

/** Which of three, by whether there is more to pay, something to get back, or neither. */
export function direction<Key>(difference: Money, more: Key, less: Key, same: Key): Key {
  return isPositive(difference) ? more : isPositive(negated(difference)) ? less : same;
}

export const unsigned = (money: Money): Money => (money.amount.startsWith("-") ? negated(money) : money);

/** What leaves it to a person, in the words for it. */
const forPeople: Partial<Record<Barrier, EditTextKey>> = {
  "partly-shipped": "partlyShipped",
  begun: "begun",
  returning: "leftToTeam",
  "switched-off": "leftToTeam",
  "too-much": "tooMuch",
};

/** Says why this order is not changed. */
export function tellBarrier(state: EditState, order: OrderFacts, barrier: Barrier, notices: string[], context: FlowContext): EditResult {
  const { language } = context;
  const key = forPeople[barrier];
  if (key) return handOver(state, [...notices, text(language, key, { order: order.name })], "policy-exception");
  const date = order.cancelledAt ? sayDay(order.cancelledAt, context) : "";
  const why =
    barrier === "cancelled" ? text(language, "cancelled", { order: order.name, date }) : text(language, "shipped", { order: order.name });
  return result({ ...state, phase: "finished" }, says([...notices, why]));
}
