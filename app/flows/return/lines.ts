import type { OrderFacts, ReturnableItem } from "#app/domain/orders/facts.ts";
import { checkReturn, type Eligibility, type Refusal } from "#app/domain/returns/policy.ts";
import { sayCalendarDay } from "../dates.ts";
import type { FlowContext, FlowFacts } from "../engine.ts";
import type { ReturnState } from "./state.ts";
import { text } from "./texts/index.ts";

/** One line of the order with the policy's word on it. */
export type ReturnLine = { item: ReturnableItem; eligibility: Eligibility };

/** Everything a slot may look at: the state, the facts, and what code made of both. */
export type Scene = {
  state: ReturnState;
  facts: FlowFacts;
  context: FlowContext;
  order?: OrderFacts;
  /** Undefined until the order's returnable lines were fetched. */
  lines?: ReturnLine[];
};

export function setScene(state: ReturnState, facts: FlowFacts, context: FlowContext): Scene {
  const order = facts.orders.find((one) => one.id === state.orderId);
  const returnable = order && facts.returnable?.orderId === order.id ? facts.returnable.items : undefined;
  const lines = returnable
    ?.filter((item) => item.quantity > 0)
    .map((item) => ({
      item,
      eligibility: checkReturn({ item, countryCode: order?.countryCode, now: context.now, timeZone: context.timeZone }, context.policy),
    }));
  return { state, facts, context, order, lines };
}

export function withState(scene: Scene, state: ReturnState): Scene {
  return state.orderId === scene.state.orderId ? { ...scene, state } : setScene(state, scene.facts, scene.context);
}

export function eligibleLines(scene: Scene): ReturnLine[] {
  return (scene.lines ?? []).filter((line) => line.eligibility.eligible);
}

export function lineById(scene: Scene, fulfillmentLineItemId: string): ReturnLine | undefined {
  return scene.lines?.find((line) => line.item.fulfillmentLineItemId === fulfillmentLineItemId);
}

/** Why this line cannot come back, for people: "the 30-day window closed on 12 May". */
export function sayRefusal(refusal: Refusal, context: FlowContext): string {
  switch (refusal.because) {
    case "window-closed":
      return text(context.language, "refusedWindow", { days: refusal.windowDays, date: sayCalendarDay(refusal.lastDay, context) });
    case "final-sale":
      return text(context.language, "refusedFinalSale");
    case "not-delivered":
      return text(context.language, "refusedNotDelivered");
  }
}
