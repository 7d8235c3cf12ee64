import type { RefusedFor, ReturnOutcome, ReviewReason, RuleConditions, RuleEffects, WindowStart } from "./policy-types.ts";
import type { ReturnReasonKey } from "./reasons.ts";

/** The words of the rules, as a merchant reads them in the admin. */
export const outcomeWords: Record<ReturnOutcome, string> = {
  "exchange-variant": "another size or colour",
  "exchange-product": "another product",
  "store-credit": "store credit",
  refund: "money back",
  "keep-item": "money back and keeping the item",
};

export const reasonWords: Record<ReturnReasonKey, string> = {
  changed_mind: "changed their mind",
  size_small: "too small",
  size_large: "too large",
  damaged: "damaged",
  wrong_item: "wrong item",
  not_as_described: "not as described",
  other: "another reason",
};

export const startWords: Record<WindowStart, string> = {
  delivered: "the parcel has arrived",
  fulfilled: "the parcel has left you",
  ordered: "the order",
};

export const conditionWords: Record<keyof RuleConditions, string> = {
  countries: "Sent to these countries",
  collections: "Products of these collections",
  productTypes: "Products of these types",
  productTags: "Products with these tags",
  customerTags: "Customers with these tags",
  orderTags: "Orders with these tags",
  orders: "These orders",
  discountCodes: "Bought with these discount codes",
  discountedBy: "Bought for less than the price",
  reasons: "Returned for these reasons",
  outcomes: "When the shopper wants",
};

export const effectWords: Record<keyof RuleEffects, string> = {
  takeBack: "Whether it comes back at all",
  windowDays: "Return window",
  windowStartsAt: "When the days begin",
  restockingFeePercentage: "Restocking fee",
  returnShippingFee: "Return shipping fee",
  outcomes: "What is offered",
  photos: "Pictures",
  review: "A person looks first",
};

export const reviewWords: Record<ReviewReason, string> = {
  rule: "a rule asks for it",
  value: "its value",
  reason: "its reason",
  international: "it went to another country",
  risk: "Shopify's advice on the order",
  "returns-before": "earlier returns",
  "before-receipt": "money before the item is back",
};

export const refusedForWords: Record<RefusedFor, string> = {
  reason: "for this reason",
  outcome: "for this wish",
  discount: "bought for less",
  collection: "of this collection",
  type: "of this type",
  tag: "with this tag",
  customer: "of this customer",
  order: "of this order",
  country: "sent to this country",
  other: "like this one",
};

export function sayMoney(amount: string, currencyCode: string): string {
  return new Intl.NumberFormat("en", { style: "currency", currency: currencyCode }).format(Number(amount));
}

export function sayDays(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}

const quoted = (texts: readonly string[]) => texts.map((text) => `“${text}”`);

/** "a, b or c" */
export function oneOf(texts: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "disjunction" }).format(texts);
}

const regions = new Intl.DisplayNames("en", { type: "region" });
export const countryWord = (code: string): string => (code.toUpperCase() === "EU" ? "the EU" : (regions.of(code.toUpperCase()) ?? code));

/** A rule's conditions in one phrase: "products tagged “sale”, sent to the EU"; "everything" where it names none. */
export function sayConditions(when: RuleConditions): string {
  const parts = [
    when.productTags?.length && `products tagged ${oneOf(quoted(when.productTags))}`,
    when.productTypes?.length && `products of type ${oneOf(quoted(when.productTypes))}`,
    when.collections?.length && `products in ${oneOf(quoted(when.collections))}`,
    when.discountedBy !== undefined && `bought for ${when.discountedBy}% less or more`,
    when.discountCodes?.length && `bought with code ${oneOf(quoted(when.discountCodes))}`,
    when.countries?.length && `sent to ${oneOf(when.countries.map(countryWord))}`,
    when.customerTags?.length && `customers tagged ${oneOf(quoted(when.customerTags))}`,
    when.orderTags?.length && `orders tagged ${oneOf(quoted(when.orderTags))}`,
    when.orders?.length && `order ${oneOf(when.orders)}`,
    when.reasons?.length && `when it is ${oneOf(when.reasons.map((one) => reasonWords[one]))}`,
    when.outcomes?.length && `when they want ${oneOf(when.outcomes.map((one) => outcomeWords[one]))}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "everything";
}

/** What a rule says in one phrase: "14 days, store credit only". */
export function sayEffects(says: RuleEffects, currencyCode: string): string {
  const { windowDays: days, outcomes } = says;
  const parts = [
    says.takeBack === "never" && "not taken back",
    says.takeBack === "always" && "taken back whenever it comes",
    days !== undefined && (days === null ? "no last day" : sayDays(days)),
    says.windowStartsAt && `days begin when ${says.windowStartsAt === "ordered" ? "the order is placed" : startWords[says.windowStartsAt]}`,
    says.restockingFeePercentage !== undefined &&
      (says.restockingFeePercentage > 0 ? `${says.restockingFeePercentage}% restocking fee` : "no restocking fee"),
    says.returnShippingFee !== undefined &&
      (Number(says.returnShippingFee) > 0 ? `${sayMoney(says.returnShippingFee, currencyCode)} for the way back` : "the way back is free"),
    outcomes && (outcomes.length === 1 ? `${outcomeWords[outcomes[0] as ReturnOutcome]} only` : sayOrder(outcomes)),
    says.photos !== undefined && (says.photos === 0 ? "no pictures" : says.photos === 1 ? "1 picture" : `${says.photos} pictures`),
    says.review && "a person looks first",
  ].filter((part) => part !== false && part !== undefined);
  return parts.join(", ");
}

/** "money back, then another product" */
export function sayOrder(outcomes: readonly ReturnOutcome[]): string {
  return outcomes.map((one) => outcomeWords[one]).join(", then ");
}

export function sayDay(day: string): string {
  return new Intl.DateTimeFormat("en", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );
}
