/** A sum in the shopper's currency. */
export const money = "presentmentMoney { amount currencyCode }";

export const returnParts = `
fragment ReturnParts on Return {
  id name status createdAt
  decline { reason note }
  returnLineItems(first: $returnLines) {
    pageInfo { hasNextPage endCursor }
    nodes { quantity processedQuantity customerNote returnReasonNote returnReasonDefinition { handle } ... on ReturnLineItem { fulfillmentLineItem { id } } }
  }
  exchangeLineItems(first: 3) { nodes { title variantTitle processedQuantity unprocessedQuantity } }
}`;

export type MoneyInput = { amount: string; currencyCode: string };
export type OutcomeLine = { id: string; quantity: number };
