import type { PostalAddress } from "#app/domain/orders/address.ts";
import { mostTransactions } from "../cancel-quote.ts";
import { mutation, query } from "../operation.ts";
import { responses } from "../responses.ts";
import { money } from "./fragments.ts";

/** Cancelling, readdressing and editing an order. */

/** What is left of an order's payments and what stands against cancelling it. */
export const orderMoney = query<{ id: string }>()(
  `query OrderMoney($id: ID!) {
  order(id: $id) {
    processedAt cancelledAt displayFulfillmentStatus returnStatus
    totalPriceSet { ${money} }
    cancellation { staffNote }
    netPaymentSet { ${money} }
    transactions(first: ${mostTransactions}) { id kind status gateway formattedGateway amountSet { ${money} } parentTransaction { id } }
  }
}`,
  responses.orderMoney,
);

/** Cancels an order, puts its items back into stock, and pays everything back the way it came. The shopper is told by us, not by Shopify. */
export const orderCancel = mutation<{ id: string; staffNote: string }>()(
  `mutation OrderCancel($id: ID!, $staffNote: String) {
  orderCancel(
    orderId: $id
    reason: CUSTOMER
    restock: true
    notifyCustomer: false
    refundMethod: { originalPaymentMethodsRefund: true }
    staffNote: $staffNote
  ) {
    job { id }
    orderCancelUserErrors { field message code }
  }
}`,
  responses.orderCancel,
);

/** Whether a piece of work that Shopify does after its answer has ended. */
export const job = query<{ id: string }>()(
  `query Job($id: ID!) {
  job(id: $id) { done }
}`,
  responses.job,
);

/** Where an order goes, and what stands against changing it. */
export const orderAddress = query<{ id: string }>()(
  `query OrderAddress($id: ID!) {
  order(id: $id) {
    cancelledAt displayFulfillmentStatus returnStatus
    shippingAddress { firstName lastName company address1 address2 zip city provinceCode countryCodeV2 phone }
  }
}`,
  responses.orderAddress,
);

/** Replaces the delivery address; all else of the order stays. */
export const orderUpdate = mutation<{ input: { id: string; shippingAddress: PostalAddress } }>()(
  `mutation OrderUpdate($input: OrderInput!) {
  orderUpdate(input: $input) {
    order { id }
    userErrors { field message }
  }
}`,
  responses.orderUpdate,
);

/** What an order holds, what is paid of it, and what stands against changing it. */
export const orderContents = query<{ id: string }>()(
  `query OrderContents($id: ID!) {
  order(id: $id) {
    cancelledAt displayFulfillmentStatus returnStatus merchantEditable
    currentTotalPriceSet { ${money} shopMoney { amount currencyCode } }
    netPaymentSet { ${money} }
    paymentCollectionDetails { additionalPaymentCollectionUrl }
    lineItems(first: 50) {
      pageInfo { hasNextPage endCursor }
      nodes { id title variantTitle currentQuantity variant { id } product { id } }
    }
    fulfillments(first: 10) { status }
    refunds(first: 20) { note }
    transactions(first: ${mostTransactions}) { id kind status gateway formattedGateway amountSet { ${money} } parentTransaction { id } }
  }
}`,
  responses.orderContents,
);

/** The kinds of a product and how many of each there are. */
export const productVariants = query<{ id: string }>()(
  `query ProductVariants($id: ID!) {
  product(id: $id) {
    status
    variants(first: 100) { nodes { id title availableForSale inventoryQuantity selectedOptions { name value } inventoryItem { tracked } } }
  }
}`,
  responses.productVariants,
);

const calculated = `calculatedOrder {
      totalPriceSet { ${money} shopMoney { amount currencyCode } }
      totalOutstandingSet { ${money} }
    }
    userErrors { field message }`;

/** Begins an edit. It changes nothing before it is committed, and is forgotten when it never is. */
export const orderEditBegin = mutation<{ id: string }>()(
  `mutation OrderEditBegin($id: ID!) {
  orderEditBegin(id: $id) {
    calculatedOrder { id lineItems(first: 50) { nodes { id title quantity variant { id } } } }
    userErrors { field message }
  }
}`,
  responses.orderEditBegin,
);

/** What is taken off goes back into stock. */
export const orderEditSetQuantity = mutation<{ id: string; lineItemId: string; quantity: number }>()(
  `mutation OrderEditSetQuantity($id: ID!, $lineItemId: ID!, $quantity: Int!) {
  orderEditSetQuantity(id: $id, lineItemId: $lineItemId, quantity: $quantity, restock: true) {
    ${calculated}
  }
}`,
  responses.orderEditSetQuantity,
);

export const orderEditAddVariant = mutation<{ id: string; variantId: string; quantity: number }>()(
  `mutation OrderEditAddVariant($id: ID!, $variantId: ID!, $quantity: Int!) {
  orderEditAddVariant(id: $id, variantId: $variantId, quantity: $quantity) {
    ${calculated}
  }
}`,
  responses.orderEditAddVariant,
);

/** Makes an edit real. The shopper is told by us, not by Shopify. */
export const orderEditCommit = mutation<{ id: string; staffNote: string }>()(
  `mutation OrderEditCommit($id: ID!, $staffNote: String) {
  orderEditCommit(id: $id, notifyCustomer: false, staffNote: $staffNote) {
    order { id }
    userErrors { field message }
  }
}`,
  responses.orderEditCommit,
);
