import { unfulfilledUnits } from "./derive.ts";
import type { AddressRecord, OrderRecord } from "./model.ts";
import { type Problem, problem } from "./problems.ts";
import { bookRefund, type PaymentPart } from "./refunds.ts";
import type { ShopifyStore } from "./store.ts";
import { maximumRefundable, payments, shippingRefunded } from "./totals.ts";

export type OrderCancelInput = {
  orderId: string;
  reason: string;
  restock: boolean;
  refund?: boolean | null;
  refundMethod?: { originalPaymentMethodsRefund?: boolean | null } | null;
  staffNote?: string | null;
};

function cancelProblem(order: OrderRecord | undefined, input: OrderCancelInput): Problem | undefined {
  if (!order) return problem(["orderId"], "Order does not exist", "NOT_FOUND");
  if (order.cancelled || order.cancelling) return problem(["orderId"], "Order has already been cancelled", "INVALID");
  if (order.returns.some((record) => record.status === "REQUESTED" || record.status === "OPEN")) {
    return problem(["orderId"], "Cannot cancel an order with active returns", "INVALID");
  }
  if (order.fulfillments.some((one) => one.status === "SUCCESS")) {
    return problem(["orderId"], "Cannot cancel an order with fulfillments that can't be cancelled", "INVALID");
  }
  if (input.refund != null && input.refundMethod)
    return problem(["refundMethod"], "Give either refund or refundMethod, not both", "INVALID");
  if ([...(input.staffNote ?? "")].length > 255)
    return problem(["staffNote"], "Staff note is too long (maximum is 255 characters)", "INVALID");
  return undefined;
}

/** What has happened between the answer and the job, which does nothing then. */
const refusedNow = (order: OrderRecord): boolean =>
  order.cancelled !== undefined || order.fulfillments.some((one) => one.status === "SUCCESS");

/** Takes an order off the books: nothing more is shipped, and what was paid goes back when asked. */
export function carryOutCancellation(store: ShopifyStore, order: OrderRecord, input: Omit<OrderCancelInput, "orderId">): void {
  const open = order.lines.map((line) => ({ line, units: unfulfilledUnits(order, line) }));
  order.cancelling = false;
  order.cancelled = { at: store.now(), reason: input.reason, staffNote: input.staffNote ?? undefined };
  const refunds = input.refund ?? input.refundMethod?.originalPaymentMethodsRefund ?? false;
  if (refunds && payments(order).length > 0) {
    const parts = payments(order).flatMap((payment): PaymentPart[] => {
      const amount = maximumRefundable(order, payment);
      return amount > 0 ? [{ payment, amount }] : [];
    });
    const lines = open.map(({ line, units }) => ({ lineItemId: line.id, units, restockType: input.restock ? "CANCEL" : "NO_RESTOCK" }));
    bookRefund(store, order, { lines, shipping: order.shippingPrice - shippingRefunded(order), parts });
  } else {
    for (const { line, units } of open) line.removed.push(...units);
  }
  for (const held of order.transactions.filter((one) => one.kind === "AUTHORIZATION")) {
    order.transactions.push({ ...held, id: store.nextId("OrderTransaction"), kind: "VOID", parentId: held.id, createdAt: store.now() });
  }
  if (input.restock) {
    for (const { line, units } of open) {
      const variant = store.variants.get(line.variantId);
      if (variant) variant.stock += units.length;
    }
  }
  store.touch(order);
  store.emit({ topic: "orders/cancelled", order });
  store.emit({ topic: "orders/updated", order });
}

export function cancelOrderLater(
  store: ShopifyStore,
  input: OrderCancelInput,
): { job: { id: string; done: boolean } | null; problems: Problem[] } {
  const order = store.orders.get(input.orderId);
  const refused = cancelProblem(order, input);
  if (refused || !order) return { job: null, problems: refused ? [refused] : [] };
  order.cancelling = true;
  const id = store.nextId("Job");
  store.jobs.set(id, false);
  store.later(store.cancelJobMilliseconds, () => {
    store.jobs.set(id, true);
    // Somebody was faster: the job ends and changes nothing.
    if (refusedNow(order)) order.cancelling = false;
    else carryOutCancellation(store, order, input);
  });
  return { job: { id, done: false }, problems: [] };
}

export type OrderUpdateInput = {
  id: string;
  email?: string | null;
  phone?: string | null;
  note?: string | null;
  tags?: string[] | null;
  customAttributes?: { key: string; value: string }[] | null;
  shippingAddress?: { [Key in keyof AddressRecord]?: string | null } | null;
};

function addressProblems(address: NonNullable<OrderUpdateInput["shippingAddress"]>): Problem[] {
  const required = { address1: "Address1", city: "City", lastName: "Last name", countryCode: "Country" } as const;
  return Object.entries(required)
    .filter(([key]) => !address[key as keyof typeof required]?.trim())
    .map(([key, label]) => problem(["shippingAddress", key], `${label} can't be blank`))
    .concat(postcodeProblems(address));
}

const postcodes: Record<string, RegExp> = {
  DE: /^\d{5}$/,
  FR: /^\d{5}$/,
  IT: /^\d{5}$/,
  ES: /^\d{5}$/,
  AT: /^\d{4}$/,
  NL: /^\d{4} ?[A-Z]{2}$/i,
  US: /^\d{5}(-\d{4})?$/,
};
const needProvince = new Set(["US", "CA", "AU", "IT", "ES"]);

/** Shopify holds postcode and state against the country. */
function postcodeProblems({ countryCode, zip, provinceCode, city }: NonNullable<OrderUpdateInput["shippingAddress"]>): Problem[] {
  const pattern = postcodes[countryCode ?? ""];
  const problems: Problem[] = [];
  if (pattern && !pattern.test(zip?.trim() ?? ""))
    problems.push(problem(["shippingAddress", "zip"], `Zip is not valid for ${countryCode}`));
  if (needProvince.has(countryCode ?? "") && !provinceCode)
    problems.push(problem(["shippingAddress", "province"], "Province can't be blank"));
  if ([...(city ?? "")].length > 255) problems.push(problem(["shippingAddress", "city"], "City is too long (maximum is 255 characters)"));
  return problems;
}

/** orderUpdate: only what is given changes; an address replaces the whole old one. */
export function updateOrder(store: ShopifyStore, input: OrderUpdateInput): { order: OrderRecord | null; userErrors: Problem[] } {
  const order = store.orders.get(input.id);
  if (!order) return { order: null, userErrors: [problem(["id"], "Order does not exist")] };
  const problems: Problem[] = [];
  if (input.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.email)) problems.push(problem(["email"], "Email is invalid"));
  if (input.phone && !/^\+[1-9]\d{6,14}$/.test(input.phone)) problems.push(problem(["phone"], "Phone is invalid"));
  if (input.shippingAddress) problems.push(...addressProblems(input.shippingAddress));
  if (problems.length > 0) return { order: null, userErrors: problems };
  if (input.email !== undefined) order.email = input.email ?? undefined;
  if (input.phone !== undefined) order.phone = input.phone ?? undefined;
  if (input.note !== undefined) order.note = input.note ?? undefined;
  if (input.tags) order.tags = [...input.tags];
  if (input.customAttributes) order.attributes = [...input.customAttributes];
  if (input.shippingAddress) {
    const given = Object.entries(input.shippingAddress).filter(([key, value]) => key !== "id" && value != null);
    order.shippingAddress = Object.fromEntries(given) as AddressRecord;
  }
  store.touch(order);
  store.emit({ topic: "orders/updated", order });
  return { order, userErrors: [] };
}
