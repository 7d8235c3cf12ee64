import type { Block, Money } from "#app/channels/message.ts";
import type { EscalationReason, FlowResult } from "../engine.ts";
import { says } from "../texts.ts";

/** A cancellation in the making, kept with its case as JSON. */
export type CancelState = {
  version: 1;
  /** `cancelling`: the effect is under way; `cancelled`: seen at Shopify; `finished`: nothing was cancelled by us, and nothing more will happen here. */
  phase: "collecting" | "cancelling" | "cancelled" | "finished" | "handed-over";
  orderId?: string;
  orderName?: string;
  /** The orders offered last, so that "the second" can be read. */
  offered?: string[];
  /** What was shown to be paid back, and when. */
  shownQuote?: { hash: string; total: Money; at: string };
  confirmedHash?: string;
  /** Carried over while facts are fetched: whether a yes was said, and what is already to be told. */
  pending?: Said;
};

/** What one input said: a yes to the quote shown, and what is to be told before the next question. */
export type Said = { yes?: boolean; notices: string[] };
export type CancelResult = FlowResult<CancelState>;

export function startCancelling(): CancelState {
  return { version: 1, phase: "collecting" };
}

export function withOrder(state: CancelState, order: { id: string; name: string } | undefined): CancelState {
  if (state.orderId === order?.id) return state;
  return { ...state, orderId: order?.id, orderName: order?.name, shownQuote: undefined, confirmedHash: undefined };
}

export function result(state: CancelState, blocks: Block[], status: CancelResult["status"] = statusOf(state)): CancelResult {
  const expecting = status !== "waiting" ? undefined : state.shownQuote ? "yes-no" : "order";
  return { state, blocks, status, understood: true, orderId: state.orderId, orderName: state.orderName, expecting };
}

export function handOver(state: CancelState, notices: string[], escalation: EscalationReason): CancelResult {
  return { ...result({ ...state, phase: "handed-over" }, says(notices), "escalate"), escalation };
}

function statusOf({ phase }: CancelState): CancelResult["status"] {
  if (phase === "cancelling") return "working";
  if (phase === "handed-over") return "escalate";
  return phase === "collecting" ? "waiting" : "done";
}
