import { currencyOf, formatIn, formatInShop } from "./currency.ts";
import { currentQuantity, fulfilledUnits, fulfillmentStatus, shipmentStatus } from "./derive.ts";
import type { FulfillmentRecord, MergeRecord, OrderRecord, ProductRecord, RefundRecord, ReturnRecord, TransactionRecord } from "./model.ts";
import { formatAmount, sum } from "./money.ts";
import { numericId, requireLine, type ShopifyStore, type StoreEvent } from "./store.ts";
import * as totals from "./totals.ts";
import { siblingId } from "./views/context.ts";
import { addressPayload, ids, linePayload, priceSet, time } from "./webhook-parts.ts";

function transactionPayload(store: ShopifyStore, order: OrderRecord, one: TransactionRecord) {
  return {
    ...ids(one.id),
    order_id: numericId(order.id),
    kind: one.kind.toLowerCase(),
    gateway: one.gateway,
    status: "success",
    amount: formatIn(store, order, one.amount),
    currency: currencyOf(store, order),
    created_at: time(one.createdAt),
    processed_at: time(one.createdAt),
    parent_id: one.parentId ? numericId(one.parentId) : null,
    test: false,
  };
}

function refundPayload(store: ShopifyStore, order: OrderRecord, refund: RefundRecord) {
  return {
    ...ids(refund.id),
    order_id: numericId(order.id),
    created_at: time(refund.createdAt),
    processed_at: time(refund.createdAt),
    note: refund.note ?? null,
    user_id: null,
    restock: refund.lines.some((line) => line.restockType !== "NO_RESTOCK"),
    return: refund.returnId ? ids(refund.returnId) : null,
    refund_line_items: refund.lines.map((line) => {
      const orderLine = requireLine(order, line.lineItemId);
      const money = totals.moneyOfUnits(order, orderLine, line.units);
      return {
        id: numericId(line.id),
        line_item_id: numericId(line.lineItemId),
        quantity: line.units.length,
        restock_type: line.restockType.toLowerCase(),
        subtotal: formatInShop(store, order, money.subtotal),
        subtotal_set: priceSet(store, order, money.subtotal),
        total_tax: formatInShop(store, order, money.tax),
        total_tax_set: priceSet(store, order, money.tax),
        line_item: linePayload(store, order, orderLine),
      };
    }),
    transactions: order.transactions
      .filter((one) => refund.transactionIds.includes(one.id))
      .map((one) => transactionPayload(store, order, one)),
    duties: [],
    order_adjustments: [],
  };
}

function fulfillmentPayload(store: ShopifyStore, order: OrderRecord, fulfillment: FulfillmentRecord) {
  const status = shipmentStatus(fulfillment);
  const numbers = fulfillment.tracking.flatMap((one) => (one.number ? [one.number] : []));
  const urls = fulfillment.tracking.flatMap((one) => (one.url ? [one.url] : []));
  return {
    ...ids(fulfillment.id),
    order_id: numericId(order.id),
    name: fulfillment.name,
    status: fulfillment.status.toLowerCase(),
    shipment_status: status === "FULFILLED" || status === "CANCELED" ? null : status.toLowerCase(),
    service: "manual",
    created_at: time(fulfillment.createdAt),
    updated_at: time(fulfillment.updatedAt),
    tracking_company: fulfillment.tracking[0]?.company ?? null,
    tracking_number: numbers[0] ?? null,
    tracking_numbers: numbers,
    tracking_url: urls[0] ?? null,
    tracking_urls: urls,
    email: order.email ?? null,
    destination: addressPayload(order.shippingAddress),
    line_items: fulfillment.lines.map((line) => linePayload(store, order, requireLine(order, line.lineItemId), line.units.length)),
  };
}

function orderPayload(store: ShopifyStore, order: OrderRecord) {
  const customer = store.customers.get(order.customerId ?? "");
  const total = totals.totalOf(order);
  return {
    ...ids(order.id),
    name: order.name,
    number: order.number,
    order_number: order.number,
    confirmation_number: order.confirmationNumber,
    token: order.token,
    created_at: time(order.createdAt),
    processed_at: time(order.createdAt),
    updated_at: time(order.updatedAt),
    cancelled_at: time(order.cancelled?.at),
    cancel_reason: order.cancelled?.reason.toLowerCase() ?? null,
    closed_at: time(order.cancelled?.at),
    email: order.email ?? "",
    contact_email: order.email ?? null,
    phone: order.phone ?? null,
    note: order.note ?? null,
    tags: order.tags.join(", "),
    currency: store.shop.currency,
    presentment_currency: currencyOf(store, order),
    customer_locale: order.locale,
    taxes_included: order.taxesIncluded,
    financial_status: totals.financialStatus(order).toLowerCase(),
    fulfillment_status: { FULFILLED: "fulfilled", PARTIALLY_FULFILLED: "partial" }[fulfillmentStatus(order)] ?? null,
    total_price: formatInShop(store, order, total),
    total_price_set: priceSet(store, order, total),
    current_total_price: formatInShop(store, order, totals.currentTotalOf(order)),
    subtotal_price: formatInShop(store, order, totals.subtotalOf(order)),
    total_tax: formatInShop(store, order, totals.totalTaxOf(order)),
    total_discounts: formatInShop(store, order, sum(order.lines.map((line) => line.lineDiscount + line.orderDiscount))),
    total_outstanding: formatInShop(store, order, totals.outstandingOf(order)),
    discount_codes: order.discountCode
      ? [
          {
            code: order.discountCode,
            amount: formatInShop(store, order, sum(order.lines.map((line) => line.orderDiscount))),
            type: "percentage",
          },
        ]
      : [],
    note_attributes: order.attributes.map(({ key, value }) => ({ name: key, value })),
    customer: customer
      ? {
          ...ids(customer.id),
          email: customer.email ?? null,
          phone: customer.phone ?? null,
          first_name: customer.firstName ?? null,
          last_name: customer.lastName ?? null,
          verified_email: customer.verifiedEmail,
          created_at: time(customer.createdAt),
          updated_at: time(customer.updatedAt),
          tags: customer.tags.join(", "),
        }
      : null,
    shipping_address: addressPayload(order.shippingAddress),
    billing_address: addressPayload(order.billingAddress),
    line_items: order.lines.map((line) => ({
      ...linePayload(store, order, line),
      current_quantity: currentQuantity(order, line),
      fulfillable_quantity: line.quantity - fulfilledUnits(order, line.id).size - line.removed.length,
    })),
    fulfillments: order.fulfillments.map((one) => fulfillmentPayload(store, order, one)),
    refunds: order.refunds.map((one) => refundPayload(store, order, one)),
    shipping_lines: [{ title: order.shippingTitle, code: order.shippingTitle, price: formatInShop(store, order, order.shippingPrice) }],
  };
}

/** returns/cancel, /close and /reopen are short; returns/update lists changes; the others describe the whole return. */
function returnPayload(store: ShopifyStore, topic: string, order: OrderRecord, record: ReturnRecord) {
  const head = { ...ids(record.id), status: record.status.toLowerCase() };
  if (topic === "returns/cancel" || topic === "returns/close" || topic === "returns/reopen")
    return { ...head, order_id: numericId(order.id) };
  if (topic === "returns/decline") {
    const decline = { reason: record.decline?.reason.toLowerCase() ?? null, note: record.decline?.note ?? null };
    return { ...head, order: ids(order.id), decline };
  }
  return {
    ...head,
    name: record.name,
    order: ids(order.id),
    total_return_line_items: sum(record.lines.map((line) => line.units.length)),
    return_line_items: record.lines.map((line) => ({
      ...ids(line.id),
      quantity: line.units.length,
      return_reason: (line.reason ?? "OTHER").toLowerCase(),
      return_reason_note: line.reasonNote,
      customer_note: line.customerNote ?? null,
      fulfillment_line_item: { ...ids(line.fulfillmentLineItemId), line_item: ids(line.lineItemId) },
    })),
    return_shipping_fees: record.shippingFee
      ? [{ ...ids(record.shippingFee.id), price: priceSet(store, order, record.shippingFee.amount) }]
      : [],
    exchange_line_items: [],
    total_exchange_line_items: 0,
  };
}

function deliveryPayload({ record, delivery }: Extract<StoreEvent, { topic: "reverse_deliveries/attach_deliverable" }>) {
  return {
    ...ids(delivery.id),
    shipping_deliverable: {
      label: delivery.labelUrl ? { public_file_url: delivery.labelUrl } : null,
      tracking: delivery.tracking
        ? { number: delivery.tracking.number ?? null, url: delivery.tracking.url ?? null, carrier_name: null }
        : null,
    },
    return: ids(record.id),
  };
}

function updatedReturnPayload(record: ReturnRecord, removals: { id: string; delta: number }[] = []) {
  return {
    ...ids(record.id),
    return_line_items: { removals: removals.map(({ id, delta }) => ({ ...ids(id), delta })) },
    restocking_fees: { updates: [], removals: [] },
    return_shipping_fees: { updates: [], removals: [] },
  };
}

function productPayload(product: ProductRecord) {
  return {
    ...ids(product.id),
    title: product.title,
    body_html: `<p>${product.description}</p>`,
    handle: product.handle,
    vendor: product.vendor,
    product_type: product.productType,
    status: product.status.toLowerCase(),
    tags: product.tags.join(", "),
    updated_at: time(product.updatedAt),
    variants: product.variants.map((variant) => ({
      ...ids(variant.id),
      product_id: numericId(product.id),
      title: variant.title,
      sku: variant.sku,
      price: formatAmount(variant.price),
      inventory_quantity: variant.stock,
    })),
  };
}

function mergePayload({ jobId, keptId, deletedId, status }: MergeRecord) {
  const error = {
    customer_ids: [numericId(deletedId)],
    field: "subscriptions",
    message: "The customer has subscriptions and can't be merged.",
  };
  return {
    admin_graphql_api_customer_kept_id: keptId,
    admin_graphql_api_customer_deleted_id: deletedId,
    admin_graphql_api_job_id: jobId,
    status: status.toLowerCase(),
    errors: status === "FAILED" ? [error] : [],
  };
}

function editPayload({ order, edit }: Extract<StoreEvent, { topic: "orders/edited" }>) {
  const changed = (sign: 1 | -1) =>
    edit.changed
      .filter(({ delta }) => delta * sign > 0)
      .map(({ lineItemId, delta }) => ({ id: numericId(lineItemId), delta: Math.abs(delta) }));
  return {
    ...ids(siblingId(edit.id, "OrderEdit")),
    app_id: null,
    order_id: numericId(order.id),
    user_id: null,
    notify_customer: false,
    staff_note: edit.staffNote ?? null,
    created_at: time(order.updatedAt),
    committed_at: time(order.updatedAt),
    line_items: { additions: changed(1), removals: changed(-1) },
    discounts: { line_item: { additions: [], removals: [] } },
    shipping_lines: { additions: [], removals: [] },
  };
}

/** The body Shopify would send for an event. */
export function webhookPayload(store: ShopifyStore, event: StoreEvent): Record<string, unknown> {
  if (event.topic === "products/delete") return { id: numericId(event.product.id) };
  if ("product" in event) return productPayload(event.product);
  if ("merge" in event) return mergePayload(event.merge);
  if ("event" in event) {
    const { event: happened, fulfillment, order } = event;
    return {
      ...ids(happened.id),
      fulfillment_id: numericId(fulfillment.id),
      order_id: numericId(order.id),
      shop_id: numericId(store.shop.id),
      status: happened.status.toLowerCase(),
      message: happened.message ?? null,
      happened_at: time(happened.happenedAt),
      created_at: time(happened.createdAt),
      updated_at: time(happened.createdAt),
      estimated_delivery_at: time(happened.estimatedDeliveryAt),
      city: happened.city ?? null,
      province: happened.province ?? null,
      country: happened.country ?? null,
      zip: happened.zip ?? null,
      address1: happened.address1 ?? null,
      latitude: null,
      longitude: null,
    };
  }
  if ("fulfillment" in event) return fulfillmentPayload(store, event.order, event.fulfillment);
  if ("refund" in event) return refundPayload(store, event.order, event.refund);
  if ("edit" in event) return { order_edit: editPayload(event) };
  if ("delivery" in event) return deliveryPayload(event);
  if ("record" in event)
    return event.topic === "returns/update"
      ? updatedReturnPayload(event.record, event.removals)
      : returnPayload(store, event.topic, event.order, event.record);
  return orderPayload(store, event.order);
}
