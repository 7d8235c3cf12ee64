import type { Block } from "#app/channels/message.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import type { FlowContext } from "../engine.ts";
import { teamOffer } from "./answer.ts";
import { nextOf, tellOrder, tellParcel } from "./sentences.ts";
import { hasArrived, isTrouble, partsOf, type Situation } from "./situation.ts";
import { parcelBlock, unshippedBlock } from "./stages.ts";
import { startTracking, type TrackResult, type TrackState, trackResult } from "./state.ts";
import { text } from "./texts/index.ts";

/** Moves a shopper wants to hear of by themselves. "stuck" is no move: nothing happened. */
const worthTelling: ReadonlySet<Situation> = new Set<Situation>([
  "on-its-way",
  "delayed",
  "out-for-delivery",
  "attempted",
  "ready-for-pickup",
  "picked-up",
  "delivered",
  "failed",
  "not-delivered",
  "returning",
]);
/** Of these the shopper is the one who can do something, and not for long. */
const urgent: ReadonlySet<Situation> = new Set<Situation>(["attempted", "failed", "not-delivered", "returning"]);

/** A case that follows an order nobody has asked about: only what is amiss is news there. */
export function startFollowing(order: OrderFacts, now: Date): TrackState {
  const { parcels } = partsOf(order, now);
  const told = parcels.filter((parcel) => !isTrouble(parcel.situation)).map((parcel) => [parcel.facts.id, parcel.situation] as const);
  return { ...startTracking(), orderId: order.id, orderName: order.name, told: Object.fromEntries(told) };
}

/** A move in the store: told when a parcel's situation is new, by the fresh facts and not by the webhook's words. Else silent. */
export function tellNews(
  state: TrackState,
  order: OrderFacts | undefined,
  context: FlowContext,
  toldElsewhere: string[] = [],
): TrackResult {
  const status = state.offered && !state.orderId ? "waiting" : "done";
  if (!order) return trackResult(state, [], status);
  if (order.cancelledAt) {
    if (state.cancellationTold) return trackResult(state, [], status);
    if (toldElsewhere.includes(order.id)) return trackResult({ ...state, cancellationTold: true }, [], status);
    const words = tellOrder(order, context).join("\n");
    return trackResult(
      { ...state, cancellationTold: true },
      [unshippedBlock(order, order.items, context), { kind: "text", text: words }],
      "done",
    );
  }
  const { parcels } = partsOf(order, context.now);
  const news = parcels.filter(({ facts, situation }) => {
    const before = state.told[facts.id];
    const movedOn = before === "stuck" ? situation !== "on-its-way" : true;
    return situation !== before && movedOn && worthTelling.has(situation) && !(before && hasArrived(before));
  });
  if (news.length === 0) return trackResult(state, [], status);
  const told = { ...state.told, ...Object.fromEntries(news.map((parcel) => [parcel.facts.id, parcel.situation])) };
  const words = news.map((parcel) => text(context.language, "ofOrder", { order: order.name, words: tellParcel(parcel, context) }));
  const lines = [...words, ...nextOf(news, context)];
  const blocks: Block[] = [...news.map((parcel) => parcelBlock(order, parcel, context)), { kind: "text", text: lines.join("\n") }];
  const trouble = news.filter((parcel) => isTrouble(parcel.situation));
  const begun = trouble.length > 0 && { news: { kind: "parcel-trouble", urgent: news.some((parcel) => urgent.has(parcel.situation)) } };
  const offer = teamOffer(order, news, context);
  const known = { ...state, told, asksForTeam: offer ? true : undefined };
  if (!offer) return { ...trackResult(known, blocks, "done"), ...begun };
  return { ...trackResult(known, [...blocks, offer], "waiting"), expecting: "yes-no", ...begun };
}
