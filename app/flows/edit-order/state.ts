import type { Block, Money } from "#app/channels/message.ts";
import type { OrderChange } from "#app/domain/orders/facts.ts";
import type { EscalationReason, FlowResult } from "../engine.ts";
import { says } from "../texts.ts";
import type { ItemWish } from "./wish.ts";

/** A change of an order's items in the making, kept with its case as JSON. */
export type EditState = {
  version: 1;
  /**
   * `changing`: the effect is under way; `refunding`: changed, and money goes back; `changed`: seen at Shopify; `finished`: nothing
   * was changed, and nothing more will happen here.
   */
  phase: "collecting" | "changing" | "refunding" | "changed" | "finished" | "handed-over";
  orderId?: string;
  orderName?: string;
  /** The orders offered last, so that "the second" can be read. */
  offered?: string[];
  /** The line that is changed. */
  item?: { lineItemId: string; label: string };
  wish?: ItemWish;
  /** What was said of other things of this order, and belongs to the same change. */
  earlier?: { change: OrderChange; summary: string };
  /** What was asked for last. */
  asked?: "item" | "what" | "variant" | "quantity" | "last";
  /** What was shown, and when. */
  shown?: Shown;
  confirmedHash?: string;
  /** Carried over while facts are fetched: whether a yes was said, and what is already to be told. */
  pending?: Said & { settled?: true };
};

export type Shown = { hash: string; summary: string; change: OrderChange; difference: Money; total: Money; at: string };
export type Said = { yes?: boolean; notices: string[] };
export type EditResult = FlowResult<EditState>;

export function startEditing(): EditState {
  return { version: 1, phase: "collecting" };
}

/** Another order keeps what is wished for, and needs a yes of its own. */
export function withOrder(state: EditState, order: { id: string; name: string } | undefined): EditState {
  if (state.orderId === order?.id) return state;
  return {
    ...state,
    orderId: order?.id,
    orderName: order?.name,
    item: undefined,
    earlier: undefined,
    asked: undefined,
    shown: undefined,
    confirmedHash: undefined,
  };
}

export function withWish(state: EditState, wish: ItemWish | undefined): EditState {
  return { ...state, wish, shown: undefined };
}

export function result(state: EditState, blocks: Block[], status: EditResult["status"] = statusOf(state)): EditResult {
  const expecting = status !== "waiting" ? undefined : state.shown || state.asked === "last" ? "yes-no" : (state.asked ?? "order");
  return { state, blocks, status, understood: true, orderId: state.orderId, orderName: state.orderName, expecting };
}

export function handOver(state: EditState, notices: string[], escalation: EscalationReason): EditResult {
  return { ...result({ ...state, phase: "handed-over" }, says(notices), "escalate"), escalation };
}

function statusOf({ phase }: EditState): EditResult["status"] {
  if (phase === "changing" || phase === "refunding") return "working";
  if (phase === "handed-over") return "escalate";
  return phase === "collecting" ? "waiting" : "done";
}
