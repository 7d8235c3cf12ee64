import { mutation, query } from "../operation.ts";
import { responses } from "../responses.ts";
import { type MoneyInput, money, type OutcomeLine } from "./fragments.ts";

/** What staff do with a return. */

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
