import type { Money } from "#app/channels/message.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { checkCancel } from "#app/domain/orders/order-policy.ts";
import { checkReturn } from "#app/domain/returns/policy.ts";
import { isInEu, withdrawalTerm } from "#app/domain/returns/statute.ts";
import type { FactRequest, FlowContext, FlowFacts, PlannedEffect } from "../engine.ts";
import { sameMoney } from "../money.ts";
import { definitionFor } from "../return/reasons.ts";
import { wayBack } from "./way-back.ts";

/** What carries the withdrawal out: the facts still missing, one change, or nothing that may be done without a person. */
export type Plan = { needs: FactRequest } | { effect: PlannedEffect } | { person: true };

const person: Plan = { person: true };

/**
 * Done at once where there is no doubt: the shopper has proven that the order is theirs, the law gives the right, and nothing of the order
 * is out of the ordinary. All else is for a person; the statement counts the same.
 */
export function planFor(
  order: OrderFacts | undefined,
  reference: string,
  facts: FlowFacts,
  context: FlowContext,
  shownFee: Money | undefined,
): Plan {
  if (!order || !facts.mayChange?.includes(order.id) || !isInEu(order.countryCode)) return person;
  const { now, currencyCode, orderPolicy: policy } = context;
  if (checkCancel(order, { now, currencyCode, policy }) === null) return cancelling(order, facts);
  if (order.cancelledAt || order.returnStatus !== "NO_RETURN" || order.returns.length > 0) return person;
  return withdrawalTerm(order, now, context.timeZone).standing === "within"
    ? returning(order, reference, facts, context, shownFee)
    : person;
}

function customerOf({ customerId, email, phone }: OrderFacts): { customer?: string } {
  const customer = customerId ?? email ?? phone;
  return customer ? { customer } : {};
}

function cancelling(order: OrderFacts, facts: FlowFacts): Plan {
  if (facts.cancelling?.orderId !== order.id) return { needs: { fact: "cancelling", orderId: order.id } };
  const { result } = facts.cancelling;
  if (!result || "error" in result.money) return person;
  const input = { orderId: order.id, orderName: order.name, quoteHash: result.money.hash, ...customerOf(order) };
  return { effect: { kind: "order-cancel", input } };
}

/** All of the order, for no reason. Nothing is taken off but the way back, and only the very sum that the shopper was shown. */
function returning(order: OrderFacts, reference: string, facts: FlowFacts, context: FlowContext, shownFee: Money | undefined): Plan {
  const { policy, now, timeZone } = context;
  if (facts.returnable?.orderId !== order.id) return { needs: { fact: "returnable", orderId: order.id } };
  const lines = facts.returnable.items.filter((item) => item.quantity > 0);
  const items = lines.flatMap((item) => {
    const definition = definitionFor(item, "changed_mind");
    // Final sale, or a rule against it: whether the law exempts these goods only the merchant knows.
    const eligible = checkReturn({ item, order, reason: "changed_mind", now, timeZone }, policy).eligible;
    const { fulfillmentLineItemId, quantity } = item;
    return definition && eligible ? [{ fulfillmentLineItemId, quantity, reasonDefinitionId: definition.id, note: reference }] : [];
  });
  if (items.length === 0 || items.length < lines.length) return person;
  const way = wayBack(order, facts, context);
  const fee = "fee" in way && way.fee && shownFee && sameMoney(way.fee, shownFee) ? { returnShippingFee: way.fee } : {};
  const input = { orderId: order.id, orderName: order.name, items, ...fee, quoteHash: reference, ...customerOf(order) };
  return { effect: { kind: policy.mode === "open" ? "return-create" : "return-request", input } };
}
