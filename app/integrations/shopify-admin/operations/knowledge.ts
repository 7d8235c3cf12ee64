import { query } from "../operation.ts";
import { responses } from "../responses.ts";

/** What a shop says and sells. */

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
