import type { Block } from "#app/channels/message.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import type { Barrier } from "#app/domain/orders/order-policy.ts";
import { sayDay } from "../dates.ts";
import { choiceId, type FlowContext } from "../engine.ts";
import { sayMoney } from "../money.ts";
import { says } from "../texts.ts";
import { hasArrived, partsOf } from "../track-order/situation.ts";
import { type CancelResult, type CancelState, handOver, result } from "./state.ts";
import { type CancelTextKey, text } from "./texts/index.ts";

/** What leaves it to a person, in the words for it. */
const forPeople: Partial<Record<Barrier, CancelTextKey>> = {
  "partly-shipped": "partlyShipped",
  begun: "begun",
  returning: "returning",
  "switched-off": "leftToTeam",
  "too-late": "leftToTeam",
  "too-much": "leftToTeam",
};

/** Says why this order is not cancelled, and what can be done instead. */
export function tellBarrier(
  state: CancelState,
  order: OrderFacts,
  barrier: Barrier,
  notices: string[],
  context: FlowContext,
): CancelResult {
  const key = forPeople[barrier];
  if (key) return handOver(state, [...notices, text(context.language, key, { order: order.name })], "policy-exception");
  const over: CancelState = { ...state, phase: "finished" };
  if (barrier === "cancelled") return result(over, says([...notices, ...sayCancelled(order, context)]));
  const arrived = partsOf(order, context.now).parcels.some((parcel) => hasArrived(parcel.situation));
  const words = says([...notices, text(context.language, arrived ? "arrived" : "shipped", { order: order.name })]);
  return result(over, arrived ? [...words, offerReturn(context)] : words);
}

/** That it is cancelled already, and what has become of the money. */
export function sayCancelled(order: OrderFacts, context: FlowContext): string[] {
  const { language } = context;
  const date = order.cancelledAt ? sayDay(order.cancelledAt, context) : "";
  const refunds = order.refunds.map((refund) =>
    text(language, "refunded", { amount: sayMoney(refund.total, language), date: sayDay(refund.createdAt, context) }),
  );
  const uncharged = order.financialStatus === "VOIDED" || order.financialStatus === "PENDING" || order.financialStatus === "AUTHORIZED";
  const money = refunds.length > 0 ? refunds : [text(language, uncharged ? "neverCharged" : "noRefundYet")];
  return [text(language, "alreadyCancelled", { order: order.name, date }), ...money];
}

function offerReturn({ language, caseId }: FlowContext): Block {
  return { kind: "choices", choices: [{ id: choiceId(caseId, "next", "return"), title: text(language, "startReturn") }] };
}
