import type { FlowResult } from "../engine.ts";
import type { Situation } from "./situation.ts";

/** Which order the shopper asks about, and what they have been told of it. */
export type TrackState = {
  version: 1;
  orderId?: string;
  orderName?: string;
  /** Named, and not among the orders that the channel's word shows: proof may show it. */
  hiddenOrder?: string;
  /** The orders offered last, so that "the second" can be read. */
  offered?: string[];
  /** We asked whether the team shall look into it. */
  asksForTeam?: boolean;
  /** The last told situation of each parcel, by fulfilment id, so that news is told once. */
  told: Record<string, Situation>;
  cancellationTold?: boolean;
};

export type TrackResult = FlowResult<TrackState>;

export function startTracking(): TrackState {
  return { version: 1, told: {} };
}

export function trackResult(state: TrackState, blocks: TrackResult["blocks"], status: TrackResult["status"]): TrackResult {
  return { state, blocks, status, understood: true, orderId: state.orderId, orderName: state.orderName };
}
