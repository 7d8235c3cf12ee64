import type { Block, Choice, Money } from "#app/channels/message.ts";
import { itemLabel } from "#app/channels/message.ts";
import type { Quote } from "#app/domain/orders/facts.ts";
import { feesFor } from "#app/domain/returns/policy.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { choiceId, type FlowContext, type FlowFacts, type PlannedEffect, type QuoteRequest } from "../engine.ts";
import { addMoney, isPositive, negated, sameMoney, sayMoney } from "../money.ts";
import { lineById, type Scene } from "./lines.ts";
import { definitionFor } from "./reasons.ts";
import type { ReturnState } from "./state.ts";
import { type ReturnTextKey, text } from "./texts/index.ts";

/** Enough of the quote's hash to bind a yes to it; ids of choices must stay short. */
export const hashLength = 12;

/** What Shopify is asked to calculate; null until items and reason are known, since the reason decides the fees. */
export function quoteRequest(state: ReturnState, facts: Pick<FlowFacts, "returnable">, policy: ReturnPolicy): QuoteRequest | null {
  if (!state.orderId || !state.reason || state.picks.length === 0 || state.picks.some((pick) => pick.quantity < 1)) return null;
  const fees = feesFor(policy, state.reason);
  const currencyCode = facts.returnable?.items[0]?.unitPrice.currencyCode;
  return {
    orderId: state.orderId,
    items: state.picks.map(({ fulfillmentLineItemId, quantity }) => ({
      fulfillmentLineItemId,
      quantity,
      ...(fees.restockingFeePercentage !== undefined && { restockingFeePercentage: fees.restockingFeePercentage }),
    })),
    ...(fees.returnShippingFee && currencyCode && { returnShippingFee: { amount: fees.returnShippingFee, currencyCode } }),
  };
}

/** The quote at hand, when it answers exactly what would be asked now. */
export function presentQuote(scene: Scene): Quote | { error: string } | undefined {
  const request = quoteRequest(scene.state, scene.facts, scene.context.policy);
  const given = scene.facts.quote;
  return request && given && sameRequest(request, given.request) ? given.result : undefined;
}

export function isQuote(result: Quote | { error: string } | undefined): result is Quote {
  return result !== undefined && "hash" in result;
}

function sameRequest(one: QuoteRequest, other: QuoteRequest): boolean {
  return requestKey(one) === requestKey(other);
}

function requestKey(request: QuoteRequest): string {
  const fee = request.returnShippingFee;
  const items = request.items.map((item) => `${item.fulfillmentLineItemId}×${item.quantity}−${item.restockingFeePercentage ?? 0}`);
  return [request.orderId, ...items.sort(), fee ? `${fee.amount} ${fee.currencyCode}` : ""].join("|");
}

/** The receipt: each item, tax, fees, and the sum on the button that accepts it. */
export function quoteBlock(scene: Scene, quote: Quote): Block {
  const { language, caseId } = scene.context;
  const lines = quote.items.map((item) => {
    const pick = scene.state.picks.find((one) => one.fulfillmentLineItemId === item.fulfillmentLineItemId);
    return { label: `${item.quantity} × ${pick ? itemLabel(pick) : ""}`, amount: sayMoney(item.subtotal, language) };
  });
  const { tax, taxIsExtra, restockingFee, returnShippingFee } = sumUp(quote);
  const add = (key: ReturnTextKey, money: Money) => lines.push({ label: text(language, key), amount: sayMoney(money, language) });
  if (isPositive(tax) && taxIsExtra) add("quoteTax", tax);
  if (isPositive(restockingFee)) add("quoteRestocking", negated(restockingFee));
  if (isPositive(returnShippingFee)) add("quoteShipping", negated(returnShippingFee));
  if (isPositive(tax) && !taxIsExtra) add("quoteTaxIncluded", tax);
  const total = sayMoney(quote.total, language);
  const others: Choice[] = [
    { id: choiceId(caseId, "outcome", "exchange"), title: text(language, "exchangeInstead") },
    { id: choiceId(caseId, "change", "menu"), title: text(language, "changeSomething") },
  ];
  return {
    kind: "quote",
    title: text(language, "quoteTitle", { order: scene.state.orderName ?? "" }),
    lines,
    total: { label: text(language, "quoteTotal"), amount: total },
    confirm: { id: choiceId(caseId, "confirm", quote.hash.slice(0, hashLength)), title: text(language, "quoteConfirm", { amount: total }) },
    others,
  };
}

/** The quote's sums. Where prices include tax, subtotals hold it already: it is shown, but the total does not add it. */
function sumUp(quote: Quote) {
  const nothing: Money = { amount: "0", currencyCode: quote.total.currencyCode };
  const sum = (amounts: (Money | undefined)[]) => amounts.filter((one) => one !== undefined).reduce(addMoney, nothing);
  const tax = sum(quote.items.map((item) => item.tax));
  const restockingFee = sum(quote.items.map((item) => item.restockingFee));
  const returnShippingFee = sum([quote.returnShippingFee]);
  const beforeTax = sum([...quote.items.map((item) => item.subtotal), negated(restockingFee), negated(returnShippingFee)]);
  return { tax, taxIsExtra: !sameMoney(beforeTax, quote.total), restockingFee, returnShippingFee };
}

/** Damage is looked at by a person, whatever the shop's mode. */
export function opensAtOnce(state: ReturnState, context: FlowContext): boolean {
  return context.policy.mode === "open" && state.reason !== "damaged";
}

/** The one change this case asks for; null when an item has no reason that Shopify would accept. */
export function plannedReturn(scene: Scene, quote: Quote): PlannedEffect | null {
  const { state, context } = scene;
  const request = quoteRequest(state, scene.facts, context.policy);
  if (!request || !state.reason || !state.orderName) return null;
  const items = [];
  for (const item of request.items) {
    const line = lineById(scene, item.fulfillmentLineItemId);
    const definition = line && definitionFor(line.item, state.reason);
    if (!definition) return null;
    items.push({ ...item, reasonDefinitionId: definition.id, ...(state.note && { note: state.note }) });
  }
  const owner = scene.order?.customerId ?? scene.order?.email ?? scene.order?.phone;
  const input = {
    orderId: request.orderId,
    orderName: state.orderName,
    items,
    ...(request.returnShippingFee && { returnShippingFee: request.returnShippingFee }),
    quoteHash: quote.hash,
    ...(owner && { customer: owner }),
  };
  return { kind: opensAtOnce(state, context) ? "return-create" : "return-request", input };
}
