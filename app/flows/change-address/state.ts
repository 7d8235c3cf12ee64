import type { Block } from "#app/channels/message.ts";
import type { PostalAddress } from "#app/domain/orders/address.ts";
import type { EscalationReason, FlowResult } from "../engine.ts";
import { says } from "../texts.ts";
import type { Draft, Part } from "./parse.ts";

/** A new delivery address in the making, kept with its case as JSON. */
export type AddressState = {
  version: 1;
  /** `changing`: the effect is under way; `changed`: seen at Shopify; `finished`: nothing was changed, and nothing more will happen here. */
  phase: "collecting" | "changing" | "changed" | "finished" | "handed-over";
  orderId?: string;
  orderName?: string;
  /** The orders offered last, so that "the second" can be read. */
  offered?: string[];
  draft: Draft;
  /** The part that was asked for last. */
  asked?: Part;
  /** The whole address as it was read back, and when. */
  shown?: { hash: string; to: PostalAddress; at: string };
  confirmedHash?: string;
  /** Changes that Shopify would not make: the same one is not tried again. */
  refused?: string[];
  /** Carried over while facts are fetched: whether a yes was said, and what is already to be told. */
  pending?: Said;
};

export type Said = { yes?: boolean; notices: string[] };
export type AddressResult = FlowResult<AddressState>;

export function startChanging(): AddressState {
  return { version: 1, phase: "collecting", draft: {} };
}

/** Another order keeps the address that was typed, and needs a yes of its own. */
export function withOrder(state: AddressState, order: { id: string; name: string } | undefined): AddressState {
  if (state.orderId === order?.id) return state;
  return { ...state, orderId: order?.id, orderName: order?.name, shown: undefined, confirmedHash: undefined };
}

/** The first part that is still open. */
export function missingPart({ address1, zip, city }: Draft, needsZip: boolean): Part | null {
  if (!address1) return "address1";
  if (!zip && needsZip) return "zip";
  return city ? null : "city";
}

export function result(state: AddressState, blocks: Block[], status: AddressResult["status"] = statusOf(state)): AddressResult {
  const expecting = status !== "waiting" ? undefined : state.shown ? "yes-no" : state.asked ? "address" : "order";
  return { state, blocks, status, understood: true, orderId: state.orderId, orderName: state.orderName, expecting };
}

export function handOver(state: AddressState, notices: string[], escalation: EscalationReason): AddressResult {
  return { ...result({ ...state, phase: "handed-over" }, says(notices), "escalate"), escalation };
}

function statusOf({ phase }: AddressState): AddressResult["status"] {
  if (phase === "changing") return "working";
  if (phase === "handed-over") return "escalate";
  return phase === "collecting" ? "waiting" : "done";
}
