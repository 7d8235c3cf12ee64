import { query } from "./operation.ts";
import { responses } from "./responses.ts";

const money = "presentmentMoney { amount currencyCode }";

/** Past orders as the rules look at them; nothing of who bought. */
const pastParts = `
fragment PastParts on Order {
  id name processedAt tags discountCodes
  risk { recommendation }
  customer { tags }
  totalPriceSet { ${money} shopMoney { amount currencyCode } }
  shippingAddress { countryCodeV2 }
  lineItems(first: $lines) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id title variantTitle
      discountedUnitPriceAfterAllDiscountsSet { ${money} }
      originalUnitPriceSet { ${money} }
      product { tags productType collections(first: $collections) { nodes { handle } } }
    }
  }
  fulfillments(first: $parcels) {
    status createdAt deliveredAt
    fulfillmentLineItems(first: $lines) { pageInfo { hasNextPage endCursor } nodes { id lineItem { id } } }
  }
  returns(first: $returns, reverse: true) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id name status createdAt
      returnLineItems(first: $lines) {
        pageInfo { hasNextPage endCursor }
        nodes { quantity returnReasonDefinition { handle } ... on ReturnLineItem { fulfillmentLineItem { id } } }
      }
    }
  }
}`;

/** The oldest first. `query` is \`processed_at:\` and an instant, or the name of one. */
export const pastOrders = query<{ query: string; after?: string }>()(
  `query PastOrders($query: String!, $after: String, $lines: Int = 4, $collections: Int = 4, $parcels: Int = 2, $returns: Int = 1) {
  orders(first: 6, after: $after, query: $query, sortKey: PROCESSED_AT) {
    pageInfo { hasNextPage endCursor }
    nodes { ...PastParts }
  }
}
${pastParts}`,
  responses.pastOrders,
);

/** One of them in full. */
export const pastOrder = query<{ id: string }>()(
  `query PastOrder($id: ID!, $lines: Int = 20, $collections: Int = 8, $parcels: Int = 5, $returns: Int = 3) {
  order(id: $id) { ...PastParts }
}
${pastParts}`,
  responses.pastOrder,
);
