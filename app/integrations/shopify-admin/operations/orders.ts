import { mutation, query } from "../operation.ts";
import { responses } from "../responses.ts";
import { money, returnParts } from "./fragments.ts";

/** Finding orders and whose they are, and what is mailed of them. */

/** The sizes below: a list shows an order's usual extent; one that is cut short is read again with OrderById. */
export const listSizes = { parcels: 2, returns: 2 };
export const singleSizes = { parcels: 5, returns: 5 };

const orderParts = `
fragment OrderParts on Order {
  id name processedAt cancelledAt displayFinancialStatus displayFulfillmentStatus returnStatus email phone tags discountCodes
  risk { recommendation }
  customer { id firstName lastName tags }
  totalPriceSet { ${money} shopMoney { amount currencyCode } }
  shippingAddress { countryCodeV2 name address1 zip }
  lineItems(first: $lines) {
    pageInfo { hasNextPage endCursor }
    nodes { id title variantTitle quantity image { url } discountedUnitPriceAfterAllDiscountsSet { ${money} } }
  }
  fulfillments(first: $parcels) {
    id status displayStatus createdAt inTransitAt estimatedDeliveryAt deliveredAt
    trackingInfo(first: 2) { company number url }
    events(first: $events, sortKey: HAPPENED_AT, reverse: true) { nodes { status happenedAt city message } }
    fulfillmentLineItems(first: $lines) { pageInfo { hasNextPage endCursor } nodes { quantity lineItem { id } } }
  }
  returns(first: $returns, reverse: true) { pageInfo { hasNextPage endCursor } nodes { ...ReturnParts } }
  refunds(first: $returns) { id createdAt processedAt totalRefundedSet { ${money} } return { id } transactions(first: 2) { nodes { gateway } } }
}
${returnParts}`;

const ordersPage = (
  name: string,
) => `query ${name}($query: String!, $after: String, $lines: Int = 8, $parcels: Int = ${listSizes.parcels}, $events: Int = 4, $returns: Int = ${listSizes.returns}, $returnLines: Int = 4) {
  orders(first: 5, after: $after, query: $query, sortKey: PROCESSED_AT, reverse: true) {
    pageInfo { hasNextPage endCursor }
    nodes { ...OrderParts }
  }
}
${orderParts}`;

/** All orders of one customer, newest first. `query` is `customer_id:` and digits. */
export const ordersByCustomer = query<{ query: string; after?: string }>()(ordersPage("OrdersByCustomer"), responses.orders);

/** Orders that the search index thinks fit; the caller compares exactly. */
export const ordersBySearch = query<{ query: string; after?: string }>()(ordersPage("OrdersBySearch"), responses.orders);

/** One order in full: up to 30 lines, 5 parcels, the 5 newest returns, 5 refunds. */
export const orderById = query<{ id: string }>()(
  `query OrderById($id: ID!, $lines: Int = 30, $parcels: Int = ${singleSizes.parcels}, $events: Int = 8, $returns: Int = ${singleSizes.returns}, $returnLines: Int = 8) {
  order(id: $id) { ...OrderParts }
}
${orderParts}`,
  responses.order,
);

/** When orders changed, the oldest change first. `query` is `updated_at:` and an instant. */
export const changedOrders = query<{ query: string; after?: string }>()(
  `query ChangedOrders($query: String!, $after: String) {
  orders(first: 100, after: $after, query: $query, sortKey: UPDATED_AT) {
    pageInfo { hasNextPage endCursor }
    nodes { id updatedAt }
  }
}`,
  responses.changedOrders,
);

/** Orders have no documented `phone:` search field; customers can be asked for by an exact number. */
export const customerByPhone = query<{ phone: string }>()(
  `query CustomerByPhone($phone: String!) {
  customerByIdentifier(identifier: { phoneNumber: $phone }) { id }
}`,
  responses.customerByPhone,
);

export const customerByEmail = query<{ email: string }>()(
  `query CustomerByEmail($email: String!) {
  customerByIdentifier(identifier: { emailAddress: $email }) { id defaultEmailAddress { emailAddress } }
}`,
  responses.customerByEmail,
);

/** Where a shopper follows an order. */
export const orderStatusPage = query<{ id: string }>()(
  `query OrderStatusPage($id: ID!) {
  order(id: $id) { name statusPageUrl }
}`,
  responses.orderStatusPage,
);

/** Mails the invoice. Without a recipient it goes to the address on the order. */
export const orderInvoiceSend = mutation<{ id: string; email: { subject?: string; customMessage?: string } | null }>()(
  `mutation OrderInvoiceSend($id: ID!, $email: EmailInput) {
  orderInvoiceSend(id: $id, email: $email) {
    userErrors { field message code }
  }
}`,
  responses.orderInvoiceSend,
);
