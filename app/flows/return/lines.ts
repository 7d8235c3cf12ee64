import type { OrderFacts, ReturnableItem } from "#app/domain/orders/facts.ts";
import { checkReturn, type Eligibility, type Refusal, shopFaults } from "#app/domain/returns/policy.ts";
import type { ReturnCheck } from "#app/domain/returns/terms.ts";
import { sayCalendarDay } from "../dates.ts";
import type { FlowContext, FlowFacts } from "../engine.ts";
import type { ReturnState } from "./state.ts";
import { text } from "./texts/index.ts";

/** One line of the order with the policy's word on it. `claim`: only a person may take it back, since the rules do not. */
export type ReturnLine = { item: ReturnableItem; eligibility: Eligibility; claim?: Refusal };

/** Everything a slot may look at: the state, the facts, and what code made of both. */
export type Scene = {
  state: ReturnState;
  facts: FlowFacts;
  context: FlowContext;
  order?: OrderFacts;
  /** The same as the rules are asked about it: of a gift its recipient sees less than they do. */
  ruled?: OrderFacts;
  /** Undefined until the order's returnable lines were fetched. */
  lines?: ReturnLine[];
};

export function setScene(state: ReturnState, facts: FlowFacts, context: FlowContext): Scene {
  const order = facts.orders.find((one) => one.id === state.orderId);
  const ruled = facts.ruled?.id === order?.id ? facts.ruled : order;
  const returnable = order && facts.returnable?.orderId === order.id ? facts.returnable.items : undefined;
  const lines = returnable?.filter((item) => item.quantity > 0).map((item) => lineOf(item, { state, ruled, context }));
  return { state, facts, context, order, ruled, lines };
}

/** A fault of the goods is not over with the window, and no rule takes that right away: such a thing is picked, and a person decides. */
function lineOf(item: ReturnableItem, about: Pick<Scene, "state" | "ruled" | "context">): ReturnLine {
  const eligibility = checkReturn(checkOf(item, about), about.context.policy);
  const isFault = about.state.reason !== undefined && shopFaults.has(about.state.reason);
  if (eligibility.eligible || !isFault || eligibility.because === "not-delivered") return { item, eligibility };
  const { eligible, ...claim } = eligibility;
  return { item, eligibility: { eligible: true, lastDay: null }, claim };
}

/** Whether something that is picked goes beyond the rules. */
export function isClaim({ state, lines = [] }: Scene): boolean {
  return state.picks.some((pick) => lines.some((line) => line.claim && line.item.fulfillmentLineItemId === pick.fulfillmentLineItemId));
}

/** The item as the policy is asked about it: with what the shopper has said of it so far. */
export function checkOf(item: ReturnableItem, { state, ruled: order, context }: Pick<Scene, "state" | "ruled" | "context">): ReturnCheck {
  return { item, order, reason: state.reason, now: context.now, timeZone: context.timeZone };
}

/** The picked items as the policy is asked about them. */
export function checksOf(scene: Scene): ReturnCheck[] {
  const picked = new Set(scene.state.picks.map((pick) => pick.fulfillmentLineItemId));
  const lines = scene.lines?.filter((line) => picked.has(line.item.fulfillmentLineItemId)) ?? [];
  return lines.map((line) => checkOf(line.item, scene));
}

/** The policy's word depends on order and reason, so it is asked anew when one of them has changed. */
export function withState(scene: Scene, state: ReturnState): Scene {
  const same = state.orderId === scene.state.orderId && state.reason === scene.state.reason;
  return same ? { ...scene, state } : setScene(state, scene.facts, scene.context);
}

export function eligibleLines(scene: Scene): ReturnLine[] {
  return (scene.lines ?? []).filter((line) => line.eligibility.eligible);
}

export function lineById(scene: Scene, fulfillmentLineItemId: string): ReturnLine | undefined {
  return scene.lines?.find((line) => line.item.fulfillmentLineItemId === fulfillmentLineItemId);
}

/** Why this line cannot come back, for people: "the 30-day window closed on 12 May". */
export function sayRefusal(refusal: Refusal, context: Pick<FlowContext, "language" | "now" | "timeZone">): string {
  switch (refusal.because) {
    case "window-closed":
      return text(context.language, "refusedWindow", { days: refusal.windowDays, date: sayCalendarDay(refusal.lastDay, context) });
    case "final-sale":
      return text(context.language, "refusedFinalSale");
    case "not-returnable":
      return text(context.language, "refusedByRule", { why: refusal.refusedFor });
    case "returned-before":
      return text(context.language, "refusedReturnedBefore");
    case "not-delivered":
      return text(context.language, "refusedNotDelivered");
  }
}
