import { fulfillmentStatus, returnStatus } from "./derive.ts";
import type { OrderRecord } from "./model.ts";
import {
  dateMatches,
  matches,
  numberMatches,
  parseSearch,
  type SearchWarning,
  searchWarnings,
  type Term,
  textMatches,
} from "./search-syntax.ts";
import { numericId, type ShopifyStore } from "./store.ts";
import { financialStatus, totalOf } from "./totals.ts";

type Test = (order: OrderRecord, term: Term, store: ShopifyStore) => boolean | undefined;

const isStatus = (actual: string, term: Term): boolean => actual.toLowerCase() === term.value.toLowerCase();

/** Shopify's order search has no `phone:`, so it is ignored like any unknown field; a bare number still finds the order. */
const fields: Record<string, Test> = {
  name: (order, term) => textMatches(order.name, term),
  email: (order, term) => textMatches(order.email, term),
  confirmation_number: (order, term) => textMatches(order.confirmationNumber, term),
  tag: (order, term) => order.tags.some((tag) => textMatches(tag, term)),
  sku: (order, term) => order.lines.some((line) => textMatches(line.sku, term)),
  customer_id: (order, term) =>
    order.customerId ? numberMatches(numericId(order.customerId), term, Number(term.value)) : term.value === "" ? undefined : false,
  id: (order, term) => numberMatches(numericId(order.id), term, Number(term.value)),
  created_at: (order, term) => dateMatches(order.createdAt, term),
  processed_at: (order, term) => dateMatches(order.createdAt, term),
  updated_at: (order, term) => dateMatches(order.updatedAt, term),
  financial_status: (order, term) => isStatus(financialStatus(order), term),
  fulfillment_status: (order, term) => isStatus(fulfillmentStatus(order), term),
  return_status: (order, term) => isStatus(returnStatus(order), term),
  status: (order, term) => {
    if (isStatus("cancelled", term)) return order.cancelled !== undefined;
    return isStatus("open", term) ? order.cancelled === undefined : undefined;
  },
};

/** A word without a field looks at what identifies an order. */
const anywhere: Test = (order, term, store) => {
  const customer = order.customerId ? store.customers.get(order.customerId) : undefined;
  const texts = [order.name, order.email, order.phone, order.confirmationNumber, customer?.firstName, customer?.lastName];
  return texts.some((text) => textMatches(text, term));
};

const sortValue: Record<string, (order: OrderRecord, store: ShopifyStore) => number | string> = {
  CREATED_AT: (order) => order.createdAt.getTime(),
  PROCESSED_AT: (order) => order.createdAt.getTime(),
  UPDATED_AT: (order) => order.updatedAt.getTime(),
  ORDER_NUMBER: (order) => order.number,
  TOTAL_PRICE: (order) => totalOf(order),
  CUSTOMER_NAME: (order, store) => store.customers.get(order.customerId ?? "")?.lastName ?? "",
  FINANCIAL_STATUS: (order) => financialStatus(order),
  FULFILLMENT_STATUS: (order) => fulfillmentStatus(order),
};

/** Orders a query finds, in the order asked for. A filter Shopify does not know is ignored, with a warning. */
export function searchOrders(
  store: ShopifyStore,
  input: { query?: string | null; sortKey?: string | null; customerId?: string },
): { orders: OrderRecord[]; warnings: SearchWarning[] } {
  const search = parseSearch(input.query ?? "");
  const test = (order: OrderRecord) => (term: Term) =>
    term.field ? fields[term.field]?.(order, term, store) : anywhere(order, term, store);
  const value = sortValue[input.sortKey ?? "PROCESSED_AT"] ?? ((order: OrderRecord) => numericId(order.id));
  const orders = [...store.orders.values()]
    .filter((order) => input.customerId === undefined || order.customerId === input.customerId)
    .filter((order) => matches(search, test(order)))
    .map((order) => ({ order, value: value(order, store) }))
    .toSorted((left, right) =>
      left.value < right.value ? -1 : left.value > right.value ? 1 : numericId(left.order.id) - numericId(right.order.id),
    )
    .map((one) => one.order);
  return { orders, warnings: searchWarnings(search, fields) };
}
