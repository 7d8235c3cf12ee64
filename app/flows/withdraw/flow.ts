import type { Language, Money } from "#app/channels/message.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { canonicalOrder, referenceOf } from "#app/domain/withdrawals/statement.ts";
import { choiceId, type Flow, type FlowContext, type FlowFacts, type FlowInput, type StepView } from "../engine.ts";
import { sayMoney } from "../money.ts";
import { says } from "../texts.ts";
import { askOrder, offeredOrders } from "../track-order/slots.ts";
import { afterwards, sayWhen, settleEffect } from "./after.ts";
import { planFor } from "./plan.ts";
import { readInput } from "./read.ts";
import { handOver, result, type Said, startWithdrawing, type WithdrawResult, type WithdrawState, withOrder } from "./state.ts";
import { text } from "./texts/index.ts";
import { wayBack } from "./way-back.ts";

/**
 * The withdrawal from a contract that the law gives: which order, read back, one yes. No reason is asked, nobody is argued with, and
 * whoever has proven nothing may state it too; what may be done at once is decided afterwards, by `plan.ts`.
 */
export const withdrawFlow: Flow<WithdrawState> = {
  name: "withdraw",
  start: startWithdrawing,
  requires: () => "anonymous",
  advance,
  steps,
};

function advance(saved: WithdrawState, input: FlowInput, facts: FlowFacts, context: FlowContext): WithdrawResult {
  const { pending, ...state } = saved;
  if (input.kind === "effect-settled") return settleEffect(state, facts, context);
  if (state.phase !== "collecting") return afterwards(state, input, facts, context);
  if (input.kind === "store-event") return result(state, []);
  if (input.kind === "continue") return pending ? goOn(state, pending, facts, context) : result(state, []);
  const read = readInput(state, input, facts, context);
  if (!read) return { ...result(state, []), understood: false };
  if (read.kept) return result({ ...read.state, phase: "kept" }, says([text(context.language, "kept")]));
  return goOn(read.state, read, facts, context);
}

/** Asks for what is missing, reads it back, or takes the statement down. */
function goOn(before: WithdrawState, said: Said, facts: FlowFacts, context: FlowContext): WithdrawResult {
  const { language } = context;
  const known = facts.orders.find((one) => one.id === before.orderId) ?? onlyOrder(before, facts, said);
  const state = known ? withOrder(before, known) : before;
  if (!state.orderName) return askWhich(state, said.notices, facts, context);
  const { contact, contactIsOrders } = addressFor(state, known, facts);
  if (!contact) return result(state, says([...said.notices, text(language, "askContact", { order: state.orderName })]));
  const full: WithdrawState = { ...state, contact, contactIsOrders };
  const { shown } = full;
  if (!said.yes || shown?.contact !== contact || shown.orderName !== full.orderName) {
    const way = known ? wayBack(known, facts, context) : { fee: null };
    if ("needs" in way) return { ...result({ ...full, pending: said }, []), needs: [way.needs] };
    return readBack(full, contact, said.notices, context, way.fee);
  }
  return take(full, contact, known, said, facts, context);
}

/** The only order there is needs no question, unless another one was just asked about. */
function onlyOrder({ orderName, offered }: WithdrawState, { orders }: FlowFacts, { notices }: Said): OrderFacts | undefined {
  return orderName === undefined && offered === undefined && notices.length === 0 && orders.length === 1 ? orders[0] : undefined;
}

/** Where the receipt goes: as was written, the mailbox somebody writes from, or the one on an order that is theirs. */
function addressFor(
  state: WithdrawState,
  order: OrderFacts | undefined,
  facts: FlowFacts,
): Pick<WithdrawState, "contact" | "contactIsOrders"> {
  if (state.contact) return { contact: state.contact, contactIsOrders: state.contactIsOrders };
  if (facts.mailbox) return { contact: facts.mailbox };
  return order?.email ? { contact: order.email.toLowerCase(), contactIsOrders: true } : {};
}

function askWhich(state: WithdrawState, notices: string[], facts: FlowFacts, context: FlowContext): WithdrawResult {
  const { language } = context;
  const open = facts.orders.filter((order) => !order.cancelledAt);
  if (open.length === 0) {
    const key = state.contact || facts.mailbox ? "askOrder" : "askBoth";
    return result({ ...state, offered: undefined }, says([...notices, text(language, key)]));
  }
  const offered = offeredOrders(open);
  const [list] = askOrder(offered, context);
  const blocks = list?.kind === "choices" ? [{ ...list, prompt: undefined }] : [];
  return result({ ...state, offered: offered.map((one) => one.id) }, [...says([...notices, text(language, "choose")]), ...blocks]);
}

function readBack(
  state: WithdrawState,
  address: string,
  notices: string[],
  { language, shopName: shop, caseId }: FlowContext,
  fee: Money | null,
): WithdrawResult {
  const order = state.orderName ?? "";
  const words = text(language, state.contactIsOrders ? "readBackOnOrder" : "readBack", { order, shop, address });
  const choices = [
    { id: choiceId(caseId, "confirm", canonicalOrder(order)), title: text(language, "confirm") },
    { id: choiceId(caseId, "keep", "order"), title: text(language, "keep") },
  ];
  const shown = { orderName: order, contact: address, ...(fee && { fee }) };
  const costs = fee ? [text(language, "wayBackFee", { fee: sayMoney(fee, language) })] : [];
  return result({ ...state, shown }, [...says([...notices, words, ...costs]), { kind: "choices", choices }]);
}

/** The second step is done: it counts from now, whatever comes of it. */
function take(
  state: WithdrawState,
  contact: string,
  order: OrderFacts | undefined,
  said: Said,
  facts: FlowFacts,
  context: FlowContext,
): WithdrawResult {
  const orderName = state.orderName ?? "";
  const pending = { ...state, pending: said };
  const asked = facts.stated?.orderName === orderName && facts.stated.contact === contact ? facts.stated : undefined;
  if (!asked) return { ...result(pending, []), needs: [{ fact: "stated", orderName, contact }] };
  const at = context.now.toISOString();
  const stated = asked.result ?? { at, reference: referenceOf(context.caseId) };
  const plan = planFor(order, stated.reference, facts, context, state.shown?.fee);
  if ("needs" in plan) return { ...result(pending, []), needs: [plan.needs] };
  const { language } = context;
  const key = asked.result ? "receivedBefore" : "received";
  const heard = text(language, key, { order: orderName, reference: stated.reference, when: sayWhen(stated.at, context) });
  const proven = order !== undefined && facts.mayChange?.includes(order.id) === true;
  const statement = {
    orderName,
    ...(order && { orderId: order.id }),
    contact,
    name: order?.customerName ?? "",
    items: "",
    at,
    proven,
    said: says([heard]),
  };
  const next: WithdrawState = { ...state, stated };
  if (!("effect" in plan)) return { ...handOver(next, [], "withdrawal"), statement };
  const doing = text(language, plan.effect.kind === "order-cancel" ? "cancelling" : "returning");
  return { ...result({ ...next, phase: "acting" }, says([doing])), effects: [plan.effect], statement };
}

function steps({ orderName, contact, stated }: WithdrawState, language: Language): StepView[] {
  const value = stated && `${stated.reference}, ${stated.at.slice(0, 16).replace("T", " ")} UTC`;
  return [
    { slot: "order", label: text(language, "stepOrder"), ...(orderName && { value: orderName }), done: orderName !== undefined },
    { slot: "contact", label: text(language, "stepReceipt"), ...(contact && { value: contact }), done: contact !== undefined },
    { slot: "confirm", label: text(language, "stepConfirm"), ...(value && { value }), done: stated !== undefined },
  ];
}
