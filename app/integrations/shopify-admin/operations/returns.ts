import { mutation, query } from "../operation.ts";
import { responses } from "../responses.ts";
import { type MoneyInput, money, returnParts } from "./fragments.ts";

/** A return from what can still go back to the money, as a shopper asks for it. */

/** What can still be returned: one parcel at a time, paged through both levels. */
export const returnable = query<{ orderId: string; after?: string; afterLine?: string }>()(
  `query Returnable($orderId: ID!, $after: String, $afterLine: String) {
  returnableFulfillments(orderId: $orderId, first: 1, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      fulfillment { createdAt deliveredAt }
      returnableFulfillmentLineItems(first: 15, after: $afterLine) {
        pageInfo { hasNextPage endCursor }
        nodes {
          quantity
          fulfillmentLineItem {
            id
            lineItem {
              id title variantTitle
              image { url }
              discountedUnitPriceAfterAllDiscountsSet { ${money} }
              originalUnitPriceSet { ${money} }
              variant { id }
              product { id tags productType collections(first: 8) { nodes { handle } } }
              suggestedReturnReasonDefinitions(first: 12) { nodes { id handle name deleted } }
            }
          }
        }
      }
    }
  }
}`,
  responses.returnable,
);

/** Shopify's library of reasons, for lines whose product suggests none. */
export const returnReasonDefinitions = query<Record<string, never>>()(
  `query ReturnReasonDefinitions {
  returnReasonDefinitions(first: 25) { nodes { id handle name deleted } }
}`,
  responses.reasonDefinitions,
);

/** Shopify's own arithmetic of a return. */
export const quote = query<{ orderId: string; input: CalculateReturnInput }>()(
  `query Quote($orderId: ID!, $input: CalculateReturnInput!) {
  order(id: $orderId) { taxesIncluded }
  returnCalculate(input: $input) {
    returnLineItems {
      quantity
      fulfillmentLineItem { id }
      subtotalSet { ${money} }
      totalTaxSet { ${money} }
      restockingFee { amountSet { ${money} } }
    }
    returnShippingFee { amountSet { ${money} } }
    exchangeLineItems { quantity variant { id } subtotalSet { ${money} } totalTaxSet { ${money} } }
  }
}`,
  responses.quote,
);

/** A product's kinds with their stock, for an exchange. */
export const exchangeProduct = query<{ id: string; after?: string }>()(
  `query ExchangeProduct($id: ID!, $after: String) {
  product(id: $id) {
    id title status
    variants(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { id price availableForSale inventoryQuantity inventoryPolicy selectedOptions { name value } inventoryItem { tracked } }
    }
  }
}`,
  responses.exchangeProduct,
);

/** Asks the merchant for a return (status REQUESTED). */
export const returnRequest = mutation<{ input: ReturnRequestInput }>()(
  `mutation ReturnRequest($input: ReturnRequestInput!) {
  returnRequest(input: $input) {
    return { id name status }
    userErrors { field message code }
  }
}`,
  responses.returnRequest,
);

/** Opens a return at once (status OPEN). */
export const returnCreate = mutation<{ input: ReturnInput }>()(
  `mutation ReturnCreate($input: ReturnInput!) {
  returnCreate(returnInput: $input) {
    return { id name status }
    userErrors { field message code }
  }
}`,
  responses.returnCreate,
);

/** The read-back before any retry. */
export const returnsOfOrder = query<{ orderId: string; after?: string }>()(
  `query ReturnsOfOrder($orderId: ID!, $after: String, $returnLines: Int = 50) {
  order(id: $orderId) {
    returns(first: 4, after: $after, reverse: true) { pageInfo { hasNextPage endCursor } nodes { ...ReturnParts } }
  }
}
${returnParts}`,
  responses.returnsOfOrder,
);

/** An order's refunds with their notes: the read-back of a refund. */
export const refundsOfOrder = query<{ orderId: string }>()(
  `query RefundsOfOrder($orderId: ID!) {
  order(id: $orderId) { refunds(first: 50) { id note totalRefundedSet { ${money} } } }
}`,
  responses.refundsOfOrder,
);

/** Pays money back. The same key pays it once, however often it is sent. */
export const refundCreate = mutation<{ input: RefundInput; key: string }>()(
  `mutation RefundCreate($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund { id }
    userErrors { field message }
  }
}`,
  responses.refundCreate,
);

/** What is still to be paid for an order, and Shopify's own page for it. */
export const owed = query<{ id: string }>()(
  `query Owed($id: ID!) {
  order(id: $id) {
    totalOutstandingSet { ${money} }
    paymentCollectionDetails { additionalPaymentCollectionUrl }
  }
}`,
  responses.owed,
);

type Fees = { returnShippingFee?: { amount: MoneyInput } };
type ExchangeLine = { variantId: string; quantity: number };
type FeeLine = { fulfillmentLineItemId: string; quantity: number; restockingFee?: { percentage: number } };

export type CalculateReturnInput = Fees & { orderId: string; returnLineItems: FeeLine[]; exchangeLineItems?: ExchangeLine[] };
export type ReturnRequestInput = Fees & {
  orderId: string;
  returnLineItems: (FeeLine & { returnReasonDefinitionId: string; customerNote?: string })[];
};
export type ReturnInput = Fees & {
  orderId: string;
  returnLineItems: (FeeLine & { returnReasonDefinitionId: string; returnReasonNote?: string })[];
  exchangeLineItems?: ExchangeLine[];
};
export type RefundInput = {
  orderId: string;
  note: string;
  notify: boolean;
  currency: string;
  refundLineItems?: { lineItemId: string; quantity: number; restockType: "NO_RESTOCK" }[];
  transactions: { orderId: string; parentId: string; amount: string; gateway: string; kind: "REFUND" }[];
};
