import type { ReturnReasonKey } from "./reasons.ts";

/** How a return can end, in Shopify's means: another variant of the same product, another product, credit, money, or money and the item. */
export const returnOutcomes = ["exchange-variant", "exchange-product", "store-credit", "refund", "keep-item"] as const;
export type ReturnOutcome = (typeof returnOutcomes)[number];

export type WindowStart = "delivered" | "fulfilled" | "ordered";

/** The merchant's return rules, as stored and edited in the admin. Percentages are 0–100; amounts are decimal strings in the shop's currency. */
export type ReturnPolicy = {
  /** Null: without end. */
  windowDays: number | null;
  windowStartsAt: WindowStart;
  /** Products with one of these tags are final sale. Compared without case. */
  finalSaleTags: string[];
  restockingFeePercentage: number;
  returnShippingFee: string;
  /** Fees are dropped when the fault is the shop's (damaged, wrong item, not as described). */
  feesWaivedForShopFault: boolean;
  /** "request": the merchant approves each return; "open": in-policy returns open at once. */
  mode: "request" | "open";
  /** How many returns of one customer, and of all, the assistant starts by itself in one day; absent in older policies. */
  dailyReturnsPerShopper?: number;
  dailyReturnsPerShop?: number;
  /** How many pictures of the item are wanted before such a return goes on; 0 for none. Absent in older policies. */
  photosDamaged?: number;
  photosWrongItem?: number;
  photosNotAsDescribed?: number;
  /** What differs from all of the above, the first that says something about a point decides it. */
  rules?: PolicyRule[];
  /** Orders of these days may come back until a fixed day; all as "2026-12-24" in the shop's calendar, the ends included. */
  holiday?: { orderedFrom: string; orderedUntil: string; returnUntil: string };
  /** What is offered, the best first; absent: `usualOutcomes`. */
  outcomes?: ReturnOutcome[];
  feesWaivedForExchange?: boolean;
  feesWaivedForStoreCredit?: boolean;
  /** Added to store credit, and after how many days it is gone; absent: nothing, never. */
  creditBonusPercentage?: number;
  creditExpiresAfterDays?: number;
  /** Items of at most this price need not come back; for "keep-item". */
  keepItemUpTo?: string;
  /** Money or credit of at most this much is given before the item is back; absent: never. */
  instantUpTo?: string;
  /** Only to whoever has ordered so often, this order among them, and for these reasons; absent: to everybody, for any. */
  instantAfterOrders?: number;
  instantReasons?: ReturnReasonKey[];
  /** Somebody who was given a thing may send it back, for the same in another kind or a gift card; absent: a person decides. */
  giftReturns?: true;
  /** How many returns one order may have; absent: as many as there are items. */
  returnsPerOrder?: number;
  /** What a person looks at before it opens, although the rules allow it. */
  review?: ReviewTriggers;
};

/** Lists are "any of these", and all that are named must hold. Texts are compared without case. */
export type RuleConditions = {
  /** ISO 3166 codes of where the order was sent; "EU" stands for all of its countries. */
  countries?: string[];
  /** Handles. */
  collections?: string[];
  productTypes?: string[];
  productTags?: string[];
  customerTags?: string[];
  orderTags?: string[];
  /** "#1001" */
  orders?: string[];
  discountCodes?: string[];
  /** The item was bought for so much less than its price, in percent. */
  discountedBy?: number;
  reasons?: ReturnReasonKey[];
  outcomes?: ReturnOutcome[];
};

/** What a rule says; what it leaves out stays as it is. */
export type RuleEffects = {
  /** "never": does not come back. "always": comes back whatever the window and the lists say. */
  takeBack?: "never" | "always";
  windowDays?: number | null;
  windowStartsAt?: WindowStart;
  restockingFeePercentage?: number;
  returnShippingFee?: string;
  outcomes?: ReturnOutcome[];
  photos?: number;
  /** A person looks at it first. */
  review?: true;
};

export type PolicyRule = { id: string; name: string; when: RuleConditions; says: RuleEffects };

export type ReviewTriggers = {
  valueAbove?: string;
  reasons?: ReturnReasonKey[];
  /** Sent to another country than the shop's. */
  international?: boolean;
  /** Shopify's own advice on the order is to look at it, or to cancel it. */
  risky?: boolean;
  /** So many returns of one customer in so many days before this one, of these reasons only or of any. */
  returnsBefore?: { count: number; days: number; reasons?: ReturnReasonKey[] };
  /** Money before the item is back. */
  refundBeforeReceipt?: boolean;
};

/** Which condition of a rule it was that refused: what the shopper is told. */
export type RefusedFor = "reason" | "outcome" | "discount" | "collection" | "type" | "tag" | "customer" | "order" | "country" | "other";
export type ReviewReason = "rule" | "value" | "reason" | "international" | "risk" | "returns-before" | "before-receipt";
export type RefusalReason = "window-closed" | "final-sale" | "not-delivered" | "not-returnable" | "returned-before";
