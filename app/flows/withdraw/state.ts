import type { Block, Money } from "#app/channels/message.ts";
import type { EscalationReason, FlowResult } from "../engine.ts";
import { says } from "../texts.ts";

/** A withdrawal in the making, kept with its case as JSON. */
export type WithdrawState = {
  version: 1;
  /** `stated`: received and with a person; `acting`: an effect is under way; `carried-out`: seen at Shopify; `kept`: the shopper stated nothing. */
  phase: "collecting" | "stated" | "acting" | "carried-out" | "kept";
  /** Set only where the order is one of the shopper's. */
  orderId?: string;
  /** As the store names it, or as it was typed. */
  orderName?: string;
  contact?: string;
  /** The address is the order's, which is not shown to somebody who did not write it. */
  contactIsOrders?: boolean;
  offered?: string[];
  /** What was read back and is confirmed by a yes; `fee`: what the way back would cost. */
  shown?: { orderName: string; contact: string; fee?: Money };
  /** The shopper was asked for it and wrote something else. */
  doubts?: { slot: "order" | "contact"; times: number };
  stated?: { at: string; reference: string };
  /** The return that carries it out, and what was told of it. */
  returnId?: string;
  returnName?: string;
  told?: string[];
  /** Nothing more will happen to that return here. */
  over?: true;
  /** A parcel that the shopper has sent by themselves; its number is written to the return. */
  ownParcel?: { number: string };
  pending?: Said;
};

/** What one input said: a yes to what was read back, and what is to be told before the next question. */
export type Said = { yes?: boolean; notices: string[] };
export type WithdrawResult = FlowResult<WithdrawState>;

export function startWithdrawing(): WithdrawState {
  return { version: 1, phase: "collecting" };
}

/** Another order, or none: what was read back no longer counts. */
export function withOrder(state: WithdrawState, order: { id?: string; name: string } | undefined): WithdrawState {
  if (state.orderName === order?.name && state.orderId === order?.id) return state;
  const contact = state.contactIsOrders ? undefined : state.contact;
  return { ...state, orderId: order?.id, orderName: order?.name, contact, contactIsOrders: undefined, shown: undefined, doubts: undefined };
}

export function result(state: WithdrawState, blocks: Block[], status: WithdrawResult["status"] = statusOf(state)): WithdrawResult {
  const expecting = status === "waiting" && state.phase === "collecting" ? expects(state) : undefined;
  const { orderId, orderName } = state;
  return { state, blocks, status, understood: true, orderId, orderName, expecting };
}

/** "contact": an order number and an address may both be written. */
function expects(state: WithdrawState): string {
  if (state.shown) return "yes-no";
  return state.orderName && state.contact === undefined ? "email" : state.offered ? "order" : "contact";
}

export function handOver(state: WithdrawState, notices: string[], escalation: EscalationReason): WithdrawResult {
  return { ...result({ ...state, phase: "stated" }, says(notices), "escalate"), escalation };
}

function statusOf({ phase, returnId, over }: WithdrawState): WithdrawResult["status"] {
  if (phase === "carried-out" && returnId && !over) return "waiting";
  if (phase === "acting") return "working";
  if (phase === "stated") return "escalate";
  return phase === "collecting" ? "waiting" : "done";
}
