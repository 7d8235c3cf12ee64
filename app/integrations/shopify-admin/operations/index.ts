/**
 * Every request that we send to the Admin API, version 2026-10. The sizes behind `first:` keep each one below
 * about 650 points by the most pessimistic reading of Shopify's cost rules (1,000 is the limit); a test counts them.
 */
export * from "./gift-cards.ts";
export * from "./knowledge.ts";
export * from "./labels.ts";
export * from "./order-changes.ts";
export * from "./orders.ts";
export * from "./return-desk.ts";
export * from "./returns.ts";
export * from "./shop.ts";
