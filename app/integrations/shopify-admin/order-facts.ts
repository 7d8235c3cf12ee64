import { plainName } from "#app/channels/plain-name.ts";
import type { OrderFacts, ReturnFacts } from "#app/domain/orders/facts.ts";
import type { OrderNode, ReturnNode } from "./responses.ts";
import { canonicalPhone } from "./search-terms.ts";

/** What code knows of an order, from Shopify's answer. */
export function toOrderFacts(node: OrderNode): OrderFacts {
  const country = node.shippingAddress?.countryCodeV2;
  // Neither the delivery address' number, which may be that of a gift's recipient, nor the account's: anyone can type a stranger's
  // number into his account, and it would speak for each of its orders.
  const { phone } = node;
  return {
    id: node.id,
    name: node.name,
    processedAt: node.processedAt,
    cancelledAt: node.cancelledAt,
    financialStatus: node.displayFinancialStatus ?? "UNKNOWN",
    fulfillmentStatus: node.displayFulfillmentStatus,
    returnStatus: node.returnStatus,
    email: node.email,
    phone: phone ? (canonicalPhone(phone, country) ?? phone) : undefined,
    customerId: node.customer?.id,
    customerName: plainName([node.customer?.firstName, node.customer?.lastName].filter(Boolean).join(" ")) || undefined,
    tags: node.tags,
    customerTags: node.customer?.tags ?? [],
    discountCodes: node.discountCodes,
    risk: node.risk.recommendation,
    total: node.totalPriceSet.presentmentMoney,
    shopTotal: node.totalPriceSet.shopMoney,
    countryCode: country,
    shippingAddress: node.shippingAddress ?? undefined,
    items: node.lineItems.nodes.map((line) => ({
      lineItemId: line.id,
      title: plainName(line.title),
      variantTitle: line.variantTitle && plainName(line.variantTitle),
      imageUrl: line.image,
      quantity: line.quantity,
      unitPrice: line.discountedUnitPriceAfterAllDiscountsSet.presentmentMoney,
    })),
    fulfillments: node.fulfillments.map((parcel) => ({
      id: parcel.id,
      // Null on fulfilments that were never given a display status; `status` has SUCCESS, CANCELLED and the like.
      displayStatus: parcel.displayStatus ?? (parcel.status === "CANCELLED" ? "CANCELED" : "FULFILLED"),
      createdAt: parcel.createdAt,
      inTransitAt: parcel.inTransitAt,
      estimatedDeliveryAt: parcel.estimatedDeliveryAt,
      deliveredAt: parcel.deliveredAt,
      tracking: parcel.trackingInfo.map((one) => ({ ...one, company: one.company && plainName(one.company) })),
      events: [...parcel.events.nodes].sort((left, right) => right.happenedAt.getTime() - left.happenedAt.getTime()),
      items: parcel.fulfillmentLineItems.nodes.map((line) => ({ lineItemId: line.lineItem.id, quantity: line.quantity ?? 0 })),
    })),
    returns: node.returns.nodes.map(toReturnFacts),
    refunds: node.refunds.map((refund) => ({
      id: refund.id,
      createdAt: refund.createdAt ?? refund.processedAt,
      total: refund.totalRefundedSet.presentmentMoney,
      returnId: refund.return?.id,
      ...(isCredit(refund) && { toCredit: true as const }),
    })),
  };
}

/** Shopify's own name for the customer's store credit among the ways to pay. */
const creditGateway = "shopify_store_credit";

function isCredit({ transactions }: OrderNode["refunds"][number]): boolean {
  const paid = transactions?.nodes ?? [];
  return paid.length > 0 && paid.every((one) => one.gateway === creditGateway);
}

/** Lines that Shopify could not tie to a fulfilment have an empty id, so that they match nothing of ours. */
export function toReturnFacts(node: ReturnNode): ReturnFacts {
  return {
    id: node.id,
    name: node.name,
    status: node.status,
    createdAt: node.createdAt,
    declineReason: node.decline?.reason,
    declineNote: node.decline?.note,
    processed: node.returnLineItems.nodes.some((line) => (line.processedQuantity ?? 0) > 0),
    items: node.returnLineItems.nodes.map((line) => ({
      fulfillmentLineItemId: line.fulfillmentLineItem?.id ?? "",
      quantity: line.quantity,
      // `returnRequest` writes the customer's note, `returnCreate` the reason's.
      customerNote: line.customerNote ?? line.returnReasonNote,
      reasonHandle: line.returnReasonDefinition?.handle,
    })),
    ...(node.exchangeLineItems && {
      exchange: node.exchangeLineItems.nodes.map(({ title, variantTitle, processedQuantity: processed, unprocessedQuantity }) => ({
        label: [title, variantTitle].flatMap((one) => (one ? [plainName(one)] : [])).join(", "),
        quantity: processed + unprocessedQuantity,
        processed,
      })),
    }),
  };
}

/** Whether a list showed less of this order than there is. `parcels` and `returns` are the sizes that were asked for. */
export function isCutShort(node: OrderNode, sizes: { parcels: number; returns: number }): boolean {
  return (
    node.lineItems.pageInfo.hasNextPage ||
    node.returns.pageInfo.hasNextPage ||
    node.returns.nodes.some((one) => one.returnLineItems.pageInfo.hasNextPage) ||
    node.fulfillments.length >= sizes.parcels ||
    node.fulfillments.some((parcel) => parcel.fulfillmentLineItems.pageInfo.hasNextPage) ||
    node.refunds.length >= sizes.returns
  );
}
