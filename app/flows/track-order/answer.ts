import type { Block, Choice } from "#app/channels/message.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { calendarDay } from "#app/domain/returns/calendar.ts";
import { windowOf } from "#app/domain/returns/policy.ts";
import { choiceId, type FlowContext } from "../engine.ts";
import { deliveredAt, isStandingStill, tellOrder } from "./sentences.ts";
import { hasArrived, type Parcel, partsOf, type Situation } from "./situation.ts";
import { parcelBlock, unshippedBlock } from "./stages.ts";
import { type TrackResult, type TrackState, trackResult } from "./state.ts";
import { text } from "./texts/index.ts";

/** Nothing gets better by waiting: a person is offered. */
const troubles: ReadonlySet<Situation> = new Set<Situation>(["stuck", "failed", "not-delivered", "returning"]);

/** Where the order is: a card for each parcel, the facts in words, and what can be done now. */
export function answerOrder(state: TrackState, order: OrderFacts, context: FlowContext, notices: string[] = []): TrackResult {
  const { parcels, unshipped } = partsOf(order, context.now);
  const told = Object.fromEntries(parcels.map((parcel) => [parcel.facts.id, parcel.situation]));
  const known: TrackState = {
    ...state,
    orderId: order.id,
    orderName: order.name,
    told,
    cancellationTold: order.cancelledAt !== undefined,
    asksForTeam: undefined,
  };
  const cards: Block[] = order.cancelledAt
    ? [unshippedBlock(order, order.items, context)]
    : [
        ...parcels.map((parcel) => parcelBlock(order, parcel, context)),
        ...(unshipped.length > 0 ? [unshippedBlock(order, unshipped, context)] : []),
      ];
  const blocks: Block[] = [...cards, { kind: "text", text: [...notices, ...tellOrder(order, context)].join("\n") }];
  if (order.cancelledAt) return trackResult(known, blocks, "done");
  const offer = teamOffer(order, parcels, context);
  if (offer) return { ...trackResult({ ...known, asksForTeam: true }, [...blocks, offer], "waiting"), expecting: "yes-no" };
  const choices = afterDelivery(order, parcels, context);
  // What has arrived is told with "if something is not right": these are what can be tapped then.
  if (choices.length > 0) blocks.push({ kind: "choices", choices });
  return trackResult(known, blocks, "done");
}

/** The question whether the team shall look into it; undefined where it goes on by itself. */
export function teamOffer(order: OrderFacts, parcels: Parcel[], context: FlowContext): Block | undefined {
  const { language, caseId } = context;
  const stuck = parcels.filter((parcel) => troubles.has(parcel.situation));
  const isHeld = isStandingStill(order, context);
  if (stuck.length === 0 && !isHeld) return undefined;
  const onlyReturning = stuck.length > 0 && stuck.every((parcel) => parcel.situation === "returning");
  const prompt = isHeld ? "offerTeamHeld" : onlyReturning ? "offerTeamReturning" : "offerTeam";
  const choices = [{ id: choiceId(caseId, "trouble", "team"), title: text(language, "askTeam") }];
  return { kind: "choices", prompt: text(language, prompt), choices };
}

function afterDelivery(order: OrderFacts, parcels: Parcel[], context: FlowContext): Choice[] {
  const choices: Choice[] = [];
  if (canReturn(order, parcels, context)) {
    choices.push({ id: choiceId(context.caseId, "next", "return"), title: text(context.language, "startReturn") });
  }
  if (parcels.some((parcel) => parcel.situation === "delivered")) {
    choices.push({ id: choiceId(context.caseId, "trouble", "not-received"), title: text(context.language, "notReceived") });
  }
  return choices;
}

/** Something has arrived, its window is open, and it has neither come back nor been paid back. */
function canReturn(order: OrderFacts, parcels: Parcel[], context: FlowContext): boolean {
  if (order.financialStatus === "REFUNDED" || order.returnStatus === "RETURNED") return false;
  const { policy, timeZone, now } = context;
  return parcels
    .filter((parcel) => hasArrived(parcel.situation))
    .some(({ facts }) => {
      const item = { deliveredAt: deliveredAt(facts), fulfilledAt: facts.createdAt };
      const { lastDay } = windowOf({ item, order, now, timeZone }, policy);
      return lastDay === null || lastDay >= calendarDay(now, timeZone);
    });
}
