import type { Choice } from "#app/channels/message.ts";
import { itemLabel } from "#app/channels/message.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { labelDay, sayDay } from "../../dates.ts";
import { choiceId } from "../../engine.ts";
import { findMentions } from "../../item-match.ts";
import { sayMoney } from "../../money.ts";
import { orderByNumber } from "../../order-mention.ts";
import { says } from "../../texts.ts";
import { giftText } from "../gift/texts/index.ts";
import type { Scene } from "../lines.ts";
import type { Answer, Slot } from "../slot.ts";
import { type ReturnState, withOrder, withoutOrder } from "../state.ts";
import { text } from "../texts/index.ts";

/** WhatsApp's lists end at ten rows. */
const mostOrders = 9;

export const orderSlot: Slot = {
  name: "order",
  label: "stepOrder",
  isFilled: (state) => state.orderId !== undefined,
  show: (state) => state.orderName,

  ask(scene) {
    const { context, facts } = scene;
    if (scene.state.gift) return { blocks: says([giftText(context.language, "askBoth")]), expecting: "order" };
    const proposed = proposedItem(scene);
    if (proposed) {
      const title = text(context.language, "proposalYes");
      const description = `${itemLabel(proposed.item)} · ${proposed.order.name}`;
      const choices: Choice[] = [
        { id: choiceId(context.caseId, "proposal", proposed.item.lineItemId), title, description, imageUrl: proposed.item.imageUrl },
        { id: choiceId(context.caseId, "proposal", "other"), title: text(context.language, "proposalNo") },
      ];
      const prompt = text(context.language, "proposal", { item: itemLabel(proposed.item), order: proposed.order.name });
      return { blocks: [{ kind: "choices", prompt, choices }], expecting: "yes-no" };
    }
    if (facts.orders.length === 0) return { blocks: [{ kind: "text", text: text(context.language, "noOrders") }], expecting: "order" };
    const choices = offeredOrders(scene).map((order) => ({
      id: choiceId(context.caseId, "order", order.id),
      title: order.name,
      description: `${order.items.map(itemLabel).join(", ")} · ${labelDay(order.processedAt, context)}`,
      imageUrl: order.items[0]?.imageUrl,
    }));
    return { blocks: [{ kind: "choices", prompt: text(context.language, "askOrder"), choices }], expecting: "order" };
  },

  choose(scene, part, value) {
    if (scene.state.orderId || scene.state.gift) return null;
    if (part === "proposal") {
      const proposal = scene.state.proposal;
      if (!proposal) return null;
      if (value === "other") return refuseProposal(scene.state);
      return value === proposal.lineItemId ? acceptProposal(scene) : null;
    }
    const order = part === "order" && offeredOrders(scene).find((one) => one.id === value);
    return order ? { state: withOrder(scene.state, order), notices: [] } : null;
  },

  parse(scene, words) {
    const { state, facts, context } = scene;
    const { slots } = words.understanding;
    const named = orderByNumber(facts.orders, words.text, slots.orderName);
    if (named) {
      if (named.id === state.orderId) return null;
      return { state: { ...withOrder(state, named), wanted: { words: words.text, quantity: slots.quantity } }, notices: [] };
    }
    if (slots.orderName) return { state, notices: [text(context.language, "orderUnknown", { order: slots.orderName })] };
    if (state.orderId) return null;
    if (state.proposal && slots.yesNo === "yes") return acceptProposal(scene);
    const other = proposeFrom(scene, words.text, slots.quantity);
    if (other) return other;
    if (state.proposal && slots.yesNo === "no") return refuseProposal(state);
    const atPosition = slots.position !== undefined && !state.proposal ? offeredOrders(scene)[slots.position - 1] : undefined;
    return atPosition ? { state: withOrder(state, atPosition), notices: [] } : null;
  },

  check(scene) {
    const { state, order, context } = scene;
    if (!state.orderId) return null;
    if (!order) return { state: withoutOrder(state), notices: [text(context.language, "orderUnknown", { order: state.orderName ?? "" })] };
    const finish = (notice: string): Answer => ({ state: { ...state, phase: "finished" }, notices: [notice] });
    if (order.cancelledAt) {
      return finish(text(context.language, "cancelledOrder", { order: order.name, date: sayDay(order.cancelledAt, context) }));
    }
    const refund = order.refunds.at(-1);
    if (order.financialStatus === "REFUNDED" && refund) {
      const amount = sayMoney(refund.total, context.language);
      return finish(text(context.language, "alreadyRefunded", { order: order.name, amount, date: sayDay(refund.createdAt, context) }));
    }
    if (hasShipped(order)) return null;
    const notice = text(context.language, "unfulfilled", { order: order.name });
    return { state: { ...state, phase: "handed-over" }, notices: [notice], escalation: "policy-exception" };
  },
};

/** Takes the order nobody needs to be asked about: the only one, or the only shipped one when nothing newer waits. */
export function takeObviousOrder(scene: Scene): Answer | null {
  const { state, facts, context } = scene;
  if (state.orderId || state.gift || state.proposal || state.proposalRefused || facts.orders.length === 0) return null;
  const offered = offeredOrders(scene);
  const shipped = offered.filter(hasShipped);
  const only = offered.length === 1 || (shipped.length === 1 && shipped[0] === offered[0]) ? offered[0] : undefined;
  const cancelled = offered.length === 0 ? facts.orders[0] : undefined;
  const order = only ?? cancelled;
  if (!order) return null;
  const notice = text(context.language, "takenOrder", { order: order.name, date: sayDay(order.processedAt, context) });
  return { state: withOrder(state, order), notices: only && hasShipped(only) ? [notice] : [] };
}

/** Finds the named item among all orders and proposes it; several items of one order take the order at once. */
export function proposeFrom(scene: Scene, words: string, quantity?: number): Answer | null {
  const candidates = offeredOrders(scene)
    .filter(hasShipped)
    .flatMap((order) => order.items.map((item) => ({ ...item, order })));
  const named = findMentions(words, candidates);
  const order = named[0]?.items[0]?.order;
  if (!order) return null;
  const itemsOfOrder = named.flatMap((mention) => mention.items.filter((item) => item.order === order));
  const [only] = itemsOfOrder;
  if (!only || itemsOfOrder.length > 1) {
    return { state: { ...withOrder(scene.state, order), wanted: { words, quantity } }, notices: [] };
  }
  const proposal = { orderId: order.id, lineItemId: only.lineItemId, quantity: named[0]?.quantity ?? quantity };
  const unchanged = scene.state.proposal?.lineItemId === proposal.lineItemId;
  return unchanged ? null : { state: { ...scene.state, proposal }, notices: [] };
}

function acceptProposal(scene: Scene): Answer | null {
  const proposed = proposedItem(scene);
  if (!proposed) return null;
  const { lineItemId, quantity } = proposed.proposal;
  return { state: { ...withOrder(scene.state, proposed.order), wanted: { lineItemId, quantity } }, notices: [] };
}

function refuseProposal(state: ReturnState): Answer {
  return { state: { ...state, proposal: undefined, proposalRefused: true }, notices: [] };
}

function proposedItem({ state, facts }: Scene) {
  const { proposal } = state;
  const order = facts.orders.find((one) => one.id === proposal?.orderId);
  const item = order?.items.find((one) => one.lineItemId === proposal?.lineItemId);
  return proposal && order && item ? { proposal, order, item } : undefined;
}

function offeredOrders({ facts }: Scene): OrderFacts[] {
  return facts.orders.filter((order) => !order.cancelledAt).slice(0, mostOrders);
}

function hasShipped(order: OrderFacts): boolean {
  return order.fulfillments.some((fulfillment) => fulfillment.displayStatus !== "CANCELED");
}
