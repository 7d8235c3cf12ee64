import type { PostalAddress } from "#app/domain/orders/address.ts";
import { mostTransactions } from "./cancel-quote.ts";
import { mutation, query } from "./operation.ts";
import { responses } from "./responses.ts";

/**
 * Every request that we send to the Admin API, version 2026-10. The sizes behind `first:` keep each one below about 650 points
 * by the most pessimistic reading of Shopify's cost rules (1,000 is the limit); a test counts them.
 */
export const apiVersion = "2026-10";

const money = "presentmentMoney { amount currencyCode }";

const returnParts = `
fragment ReturnParts on Return {
  id name status createdAt
  decline { reason note }
  returnLineItems(first: $returnLines) {
    pageInfo { hasNextPage endCursor }
    nodes { quantity processedQuantity customerNote returnReasonNote returnReasonDefinition { handle } ... on ReturnLineItem { fulfillmentLineItem { id } } }
  }
  exchangeLineItems(first: 3) { nodes { title variantTitle processedQuantity unprocessedQuantity } }
}`;

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

/** The sizes below: a list shows an order's usual extent; one that is cut short is read again with OrderById. */
export const listSizes = { parcels: 2, returns: 2 };
export const singleSizes = { parcels: 5, returns: 5 };

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

/** `query` is `customer_id:` and `recipient_id:` with digits; without a field Shopify would look for codes. No code and no note is read. */
export const giftCards = query<{ query: string; after?: string }>()(
  `query GiftCards($query: String!, $after: String) {
  giftCards(first: 50, after: $after, query: $query, sortKey: CREATED_AT, reverse: true) {
    pageInfo { hasNextPage endCursor }
    nodes {
      balance { amount currencyCode } deactivatedAt enabled expiresOn lastCharacters
      customer { id } recipientAttributes { recipient { id } }
    }
  }
}`,
  responses.giftCards,
);

/** Cards that apps have made since then; notes of ours name their effect. No code is read. */
export const madeGiftCards = query<{ query: string; after?: string }>()(
  `query MadeGiftCards($query: String!, $after: String) {
  giftCards(first: 50, after: $after, query: $query) {
    pageInfo { hasNextPage endCursor }
    nodes { id initialValue { amount currencyCode } lastCharacters note }
  }
}`,
  responses.madeGiftCards,
);

/** Shopify knows no key for it: the code is ours, so that a second card of the same effect is refused. Nobody is told by Shopify. */
export const giftCardCreate = mutation<{ input: { code: string; note: string; initialAmount: MoneyInput } }>()(
  `mutation GiftCardCreate($input: GiftCardCreateInput!) {
  giftCardCreate(input: $input) {
    giftCard { id }
    userErrors { field message code }
  }
}`,
  responses.giftCardCreate,
);

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

/** An order's refunds with their notes: the read-back of a refund. */
export const refundsOfOrder = query<{ orderId: string }>()(
  `query RefundsOfOrder($orderId: ID!) {
  order(id: $orderId) { refunds(first: 50) { id note totalRefundedSet { ${money} } } }
}`,
  responses.refundsOfOrder,
);

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

/** Whether a piece of work that Shopify does after its answer has ended. */
export const job = query<{ id: string }>()(
  `query Job($id: ID!) {
  job(id: $id) { done }
}`,
  responses.job,
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

/** A return as staff work on it, with the mark of whoever paid its refunds back. */
export const returnDesk = query<{ id: string }>()(
  `query ReturnDesk($id: ID!) {
  return(id: $id) {
    id name status
    decline { reason note }
    order { id name refunds(first: 20) { id note totalRefundedSet { ${money} } } }
    returnLineItems(first: 30) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id quantity processedQuantity customerNote returnReasonNote returnReasonDefinition { name }
        ... on ReturnLineItem { fulfillmentLineItem { id lineItem { title variantTitle } } }
      }
    }
    exchangeLineItems(first: 10) {
      pageInfo { hasNextPage endCursor }
      nodes { id title variantTitle productId variantId processedQuantity unprocessedQuantity lineItems { discountedTotalSet { ${money} } } }
    }
    reverseFulfillmentOrders(first: 3) { nodes { lineItems(first: 30) { nodes { id fulfillmentLineItem { id } } } } }
    refunds(first: 10) { nodes { id note totalRefundedSet { ${money} } } }
  }
}`,
  responses.returnDesk,
);

/** What Shopify would pay back for these lines, and to which payments; or what the shopper would owe with what is sent in exchange. */
export const returnMoney = query<{ id: string; lines: OutcomeLine[]; sent: OutcomeLine[] }>()(
  `query ReturnMoney($id: ID!, $lines: [SuggestedOutcomeReturnLineItemInput!]!, $sent: [SuggestedOutcomeExchangeLineItemInput!]!) {
  return(id: $id) {
    suggestedFinancialOutcome(returnLineItems: $lines, exchangeLineItems: $sent) {
      financialTransfer {
        __typename
        ... on InvoiceReturnOutcome { amount { ${money} } }
        ... on RefundReturnOutcome {
          amount { ${money} }
          suggestedTransactions { amountSet { ${money} } parentTransaction { id } }
        }
      }
    }
  }
}`,
  responses.returnMoney,
);

const decided = "return { id name status }\n    userErrors { field message code }";

/** The shopper is told by us, not by Shopify; so it is with all that follows. */
export const returnApprove = mutation<{ id: string }>()(
  `mutation ReturnApprove($id: ID!) {
  returnApproveRequest(input: { id: $id, notifyCustomer: false }) {
    ${decided}
  }
}`,
  responses.returnApprove,
);

export const returnDecline = mutation<{
  input: { id: string; declineReason: string; declineNote: string | null; notifyCustomer: false };
}>()(
  `mutation ReturnDecline($input: ReturnDeclineRequestInput!) {
  returnDeclineRequest(input: $input) {
    ${decided}
  }
}`,
  responses.returnDecline,
);

export const returnCancel = mutation<{ id: string }>()(
  `mutation ReturnCancel($id: ID!) {
  returnCancel(id: $id, notifyCustomer: false) {
    ${decided}
  }
}`,
  responses.returnCancel,
);

export const returnClose = mutation<{ id: string }>()(
  `mutation ReturnClose($id: ID!) {
  returnClose(id: $id) {
    ${decided}
  }
}`,
  responses.returnClose,
);

export const returnReopen = mutation<{ id: string }>()(
  `mutation ReturnReopen($id: ID!) {
  returnReopen(id: $id) {
    ${decided}
  }
}`,
  responses.returnReopen,
);

export const removeFromReturn = mutation<{
  id: string;
  lines?: { returnLineItemId: string; quantity: number }[];
  sent?: { exchangeLineItemId: string; quantity: number }[];
}>()(
  `mutation RemoveFromReturn($id: ID!, $lines: [ReturnLineItemRemoveFromReturnInput!], $sent: [ExchangeLineItemRemoveFromReturnInput!]) {
  removeFromReturn(returnId: $id, returnLineItems: $lines, exchangeLineItems: $sent) {
    ${decided}
  }
}`,
  responses.removeFromReturn,
);

/** Books what came back and pays for it. Shopify knows no key for it: the note carries our mark, and is looked for before any second try. */
export const returnProcess = mutation<{ input: ReturnProcessInput }>()(
  `mutation ReturnProcess($input: ReturnProcessInput!) {
  returnProcess(input: $input) {
    ${decided}
  }
}`,
  responses.returnProcess,
);

/** Shopify's library of reasons, for lines whose product suggests none. */
export const returnReasonDefinitions = query<Record<string, never>>()(
  `query ReturnReasonDefinitions {
  returnReasonDefinitions(first: 25) { nodes { id handle name deleted } }
}`,
  responses.reasonDefinitions,
);

export const shopInfo = query<Record<string, never>>()(
  `query ShopInfo {
  shop {
    name email ianaTimezone currencyCode myshopifyDomain primaryDomain { host } shopAddress { countryCodeV2 }
    shopPolicies { id type title body url updatedAt }
  }
}`,
  responses.shop,
);

/** How and where the shop's customers sign in. */
export const customerAccounts = query<Record<string, never>>()(
  `query CustomerAccounts {
  shop { customerAccountsV2 { customerAccountsVersion url } }
}`,
  responses.customerAccounts,
);

/** Whether the app is installed and what it may do there. */
export const installation = query<Record<string, never>>()(
  `query Installation {
  currentAppInstallation { id accessScopes { handle } }
}`,
  responses.installation,
);

/** Which pages of the online store there are and when each was changed; all that there are, since Shopify tells of none. */
export const pageChanges = query<{ after?: string }>()(
  `query PageChanges($after: String) {
  pages(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { id updatedAt isPublished } }
}`,
  responses.pageChanges,
);

export const articleChanges = query<{ after?: string }>()(
  `query ArticleChanges($after: String) {
  articles(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { id updatedAt isPublished } }
}`,
  responses.articleChanges,
);

/** Products, the oldest change first. `query`: `updated_at:` and an instant; all of them without one. */
export const productChanges = query<{ query?: string; after?: string }>()(
  `query ProductChanges($query: String, $after: String) {
  products(first: 100, after: $after, query: $query, sortKey: UPDATED_AT) {
    pageInfo { hasNextPage endCursor }
    nodes { id updatedAt status }
  }
}`,
  responses.productChanges,
);

/** The words of pages, articles and products. At most 20 ids. */
export const knowledgeTexts = query<{ ids: string[] }>()(
  `query KnowledgeTexts($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    ... on Page { id title handle body updatedAt isPublished }
    ... on Article { id title handle body changedAt: updatedAt isPublished blog { handle } }
    ... on Product {
      id title descriptionHtml productType vendor status updatedAt onlineStoreUrl
      variants(first: 30) { nodes { price selectedOptions { name value } } }
    }
  }
}`,
  responses.knowledgeTexts,
);

/** A product as it can be bought now: at most 25 variants, with what each of 5 places has. */
export const productStock = query<{ id: string }>()(
  `query ProductStock($id: ID!) {
  product(id: $id) {
    title status
    variants(first: 25) {
      nodes {
        title price availableForSale selectedOptions { name value }
        inventoryItem {
          tracked
          inventoryLevels(first: 5) { nodes { location { name localPickupSettingsV2 { pickupTime } } quantities(names: ["available"]) { quantity } } }
        }
      }
    }
  }
}`,
  responses.productStock,
);

export const allOperations = [
  ordersByCustomer,
  ordersBySearch,
  orderById,
  changedOrders,
  customerByPhone,
  customerByEmail,
  giftCards,
  madeGiftCards,
  giftCardCreate,
  returnable,
  quote,
  returnRequest,
  returnCreate,
  orderMoney,
  orderCancel,
  orderAddress,
  orderUpdate,
  orderContents,
  productVariants,
  orderEditBegin,
  orderEditSetQuantity,
  orderEditAddVariant,
  orderEditCommit,
  refundCreate,
  orderStatusPage,
  orderInvoiceSend,
  job,
  returnsOfOrder,
  returnDesk,
  returnMoney,
  returnApprove,
  returnDecline,
  returnCancel,
  returnClose,
  returnReopen,
  removeFromReturn,
  returnProcess,
  returnReasonDefinitions,
  shopInfo,
  customerAccounts,
  installation,
  pageChanges,
  articleChanges,
  productChanges,
  knowledgeTexts,
  productStock,
  exchangeProduct,
  owed,
  refundsOfOrder,
];

type MoneyInput = { amount: string; currencyCode: string };
type OutcomeLine = { id: string; quantity: number };
type Fees = { returnShippingFee?: { amount: MoneyInput } };
type ExchangeLine = { variantId: string; quantity: number };
type FeeLine = { fulfillmentLineItemId: string; quantity: number; restockingFee?: { percentage: number } };

export type ReturnProcessInput = {
  returnId: string;
  returnLineItems: {
    id: string;
    quantity: number;
    dispositions: { reverseFulfillmentOrderLineItemId: string; quantity: number; dispositionType: string }[];
  }[];
  exchangeLineItems?: OutcomeLine[];
  financialTransfer?: {
    issueRefund: {
      orderTransactions: { parentId: string; transactionAmount: MoneyInput }[];
      refundMethods?: { storeCreditRefund: { amount: MoneyInput; expiresAt?: string } }[];
      allowOverRefunding: boolean;
    };
  };
  note: string;
  notifyCustomer: false;
};

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
