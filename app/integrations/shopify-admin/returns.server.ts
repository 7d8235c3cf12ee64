import { plainName } from "#app/channels/plain-name.ts";
import type { Quote, ReasonDefinition, ReturnableItem, ReturnFacts } from "#app/domain/orders/facts.ts";
import type { QuoteRequest, ReturnEffectInput } from "#app/flows/engine.ts";
import type { AdminClient } from "./client.server.ts";
import * as operations from "./operations/index.ts";
import { toReturnFacts } from "./order-facts.ts";
import { cut, noteWithReference } from "./own-return.ts";
import { toQuote } from "./quote.ts";
import type { ReturnableLineNode, ReturnPayload, UserError } from "./responses.ts";
import { isOrderId } from "./search-terms.ts";
import { VendorError } from "./vendor-error.ts";

/** Shopify's limits on notes, in characters: 300 for `returnRequest`, 255 for `returnCreate`. */
const requestNoteLimit = 300;
const createNoteLimit = 255;
/** What one read-back page can compare. */
const maximumLines = 50;
const maximumPages = 50;

export type ReturnOutcome = { ok: true; return: { id: string; name: string; status: string } } | { ok: false; userErrors: UserError[] };

/** The lines of an order that Shopify says can still be returned, with the reasons that fit each. */
export async function getReturnable(client: AdminClient, orderId: string): Promise<ReturnableItem[]> {
  if (!isOrderId(orderId)) return [];
  let library: Promise<ReasonDefinition[]> | undefined;
  const items: ReturnableItem[] = [];
  let after: string | undefined;
  let afterLine: string | undefined;
  for (let page = 0; page < maximumPages; page += 1) {
    const { returnableFulfillments } = await client.query(operations.returnable, { orderId, after, afterLine });
    const parcel = returnableFulfillments.nodes[0];
    if (!parcel) return items;
    for (const line of parcel.returnableFulfillmentLineItems.nodes) {
      let reasons = inUse(line.fulfillmentLineItem.lineItem.suggestedReturnReasonDefinitions?.nodes ?? []);
      if (reasons.length === 0) {
        library ??= client.query(operations.returnReasonDefinitions, {}).then((data) => inUse(data.returnReasonDefinitions.nodes));
        reasons = await library;
      }
      if (line.quantity > 0) items.push(toReturnable(line, parcel.fulfillment, reasons));
    }
    const lines = parcel.returnableFulfillmentLineItems.pageInfo;
    if (lines.hasNextPage && lines.endCursor) {
      afterLine = lines.endCursor;
    } else if (returnableFulfillments.pageInfo.hasNextPage && returnableFulfillments.pageInfo.endCursor) {
      after = returnableFulfillments.pageInfo.endCursor;
      afterLine = undefined;
    } else {
      return items;
    }
  }
  return items;
}

/** Shopify's calculation of a return with its fees. An `error` means that Shopify would not calculate this one. */
export async function calculateQuote(client: AdminClient, request: QuoteRequest): Promise<Quote | { error: string }> {
  const input = {
    orderId: request.orderId,
    returnLineItems: request.items.map((item) => ({
      fulfillmentLineItemId: item.fulfillmentLineItemId,
      quantity: item.quantity,
      restockingFee: percentage(item.restockingFeePercentage),
    })),
    returnShippingFee: shippingFee(request.returnShippingFee),
    ...(request.exchange && { exchangeLineItems: [request.exchange] }),
  };
  try {
    const { order, returnCalculate } = await client.query(operations.quote, { orderId: request.orderId, input });
    if (!order || !returnCalculate) return { error: "Shopify gave no calculation for this return." };
    return toQuote(request, returnCalculate, order.taxesIncluded);
  } catch (error) {
    if (error instanceof VendorError && error.refusal && !error.codes.includes("ACCESS_DENIED")) return { error: error.refusal };
    throw error;
  }
}

/** Asks the merchant for the return. Throws VendorError; with outcome "unknown", read back before trying again. */
export async function requestReturn(client: AdminClient, input: ReturnEffectInput, effectId: string): Promise<ReturnOutcome> {
  const returnLineItems = input.items.map((item, index) => ({
    ...lineOf(item),
    customerNote: noteOf(item.note, index, effectId, requestNoteLimit),
  }));
  const sent = { orderId: input.orderId, returnLineItems, returnShippingFee: shippingFee(input.returnShippingFee) };
  return tooManyLines(input) ?? outcomeOf((await client.query(operations.returnRequest, { input: sent })).returnRequest);
}

/** Opens the return at once. Throws as `requestReturn` does. */
export async function createReturn(client: AdminClient, input: ReturnEffectInput, effectId: string): Promise<ReturnOutcome> {
  const returnLineItems = input.items.map((item, index) => ({
    ...lineOf(item),
    returnReasonNote: noteOf(item.note, index, effectId, createNoteLimit),
  }));
  const { exchange } = input;
  const sent = {
    orderId: input.orderId,
    returnLineItems,
    returnShippingFee: shippingFee(input.returnShippingFee),
    ...(exchange && { exchangeLineItems: [{ variantId: exchange.variantId, quantity: exchange.quantity }] }),
  };
  return tooManyLines(input) ?? outcomeOf((await client.query(operations.returnCreate, { input: sent })).returnCreate);
}

/** All returns of an order as they are now, newest first. */
export async function readReturns(client: AdminClient, orderId: string): Promise<ReturnFacts[]> {
  const found: ReturnFacts[] = [];
  let after: string | undefined;
  for (let page = 0; page < maximumPages; page += 1) {
    const { order } = await client.query(operations.returnsOfOrder, { orderId, after });
    found.push(...(order?.returns.nodes ?? []).map(toReturnFacts));
    after = order?.returns.pageInfo.endCursor ?? undefined;
    if (!order?.returns.pageInfo.hasNextPage || !after) break;
  }
  return found.sort((left, right) => right.createdAt.getTime() - left.createdAt.getTime());
}

function toReturnable(
  { quantity, fulfillmentLineItem }: ReturnableLineNode,
  parcel: { createdAt: Date; deliveredAt?: Date },
  reasons: ReasonDefinition[],
): ReturnableItem {
  const { lineItem } = fulfillmentLineItem;
  return {
    fulfillmentLineItemId: fulfillmentLineItem.id,
    lineItemId: lineItem.id,
    title: plainName(lineItem.title),
    variantTitle: lineItem.variantTitle && plainName(lineItem.variantTitle),
    imageUrl: lineItem.image,
    quantity,
    unitPrice: lineItem.discountedUnitPriceAfterAllDiscountsSet.presentmentMoney,
    fullPrice: lineItem.originalUnitPriceSet.presentmentMoney,
    deliveredAt: parcel.deliveredAt,
    fulfilledAt: parcel.createdAt,
    productTags: lineItem.product?.tags ?? [],
    productType: lineItem.product?.productType ?? "",
    collections: lineItem.product?.collections.nodes.map((one) => one.handle) ?? [],
    productId: lineItem.product?.id,
    variantId: lineItem.variant?.id,
    reasons,
  };
}

function inUse(definitions: (ReasonDefinition & { deleted: boolean })[]): ReasonDefinition[] {
  return definitions.filter((one) => !one.deleted).map(({ id, handle, name }) => ({ id, handle, name }));
}

function lineOf(item: ReturnEffectInput["items"][number]) {
  return {
    fulfillmentLineItemId: item.fulfillmentLineItemId,
    quantity: item.quantity,
    returnReasonDefinitionId: item.reasonDefinitionId,
    restockingFee: percentage(item.restockingFeePercentage),
  };
}

function noteOf(note: string | undefined, index: number, effectId: string, limit: number): string | undefined {
  return index === 0 ? noteWithReference(note, effectId, limit) : cut(note ?? "", limit) || undefined;
}

function percentage(value: number | undefined): { percentage: number } | undefined {
  return value ? { percentage: value } : undefined;
}

/** A fee of nothing is not sent. */
function shippingFee(fee: QuoteRequest["returnShippingFee"]): { amount: { amount: string; currencyCode: string } } | undefined {
  return fee && /[1-9]/.test(fee.amount) ? { amount: { amount: fee.amount, currencyCode: fee.currencyCode } } : undefined;
}

function tooManyLines(input: ReturnEffectInput): ReturnOutcome | undefined {
  if (input.items.length <= maximumLines) return undefined;
  return {
    ok: false,
    userErrors: [{ field: ["returnLineItems"], message: `A return takes at most ${maximumLines} lines.`, code: "TOO_BIG" }],
  };
}

function outcomeOf(payload: ReturnPayload): ReturnOutcome {
  if (payload.return) return { ok: true, return: payload.return };
  if (payload.userErrors.length > 0) return { ok: false, userErrors: payload.userErrors };
  throw new VendorError("Shopify answered with neither a return nor a reason.", { status: 200, retryable: false, outcome: "unknown" });
}
