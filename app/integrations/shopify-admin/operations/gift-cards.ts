import { mutation, query } from "../operation.ts";
import { responses } from "../responses.ts";
import type { MoneyInput } from "./fragments.ts";

/** Gift cards. */

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
