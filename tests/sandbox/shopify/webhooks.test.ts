import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import { approveReturn, cancelOrder, declineReturn, deliver, fulfil, refundReturn, shipmentEvent } from "#sandbox/shopify/merchant.ts";
import { apiSecret, config, domain, numericId, openShop, type Shop } from "./pretend-shop.ts";

const topicsOf = (shop: Shop): string[] => shop.received.map((request) => request.headers.get("x-shopify-topic") ?? "");

test("a webhook carries Shopify's headers and a signature over the raw body", async () => {
  const shop = openShop();
  approveReturn(shop.store, "#1006-R1");
  await shop.double.webhooks.settled();
  const request = shop.received[0];
  const body = (await request?.text()) ?? "";
  expect(request?.url).toBe("https://app.example/webhooks/shopify");
  const header = (name: string) => request?.headers.get(`x-shopify-${name}`);
  expect(header("topic")).toBe("returns/approve");
  expect(header("shop-domain")).toBe(domain);
  expect(header("api-version")).toBe("2026-10");
  expect(header("hmac-sha256")).toBe(createHmac("sha256", apiSecret).update(body).digest("base64"));
  expect(header("webhook-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(header("event-id")).not.toBe(header("webhook-id"));
  expect(Date.parse(header("triggered-at") ?? "")).not.toBeNaN();
  const order = shop.order("#1006");
  expect(JSON.parse(body)).toMatchObject({
    id: numericId(order.returns[0]?.id ?? ""),
    admin_graphql_api_id: order.returns[0]?.id,
    status: "open",
    name: "#1006-R1",
    order: { id: numericId(order.id), admin_graphql_api_id: order.id },
    return_line_items: [{ quantity: 1 }],
  });
});

test("what happens to a parcel is told step by step", async () => {
  const shop = openShop();
  fulfil(shop.store, "#4472", { company: "DHL", number: "LL1", url: "https://tracking.example/parcel/LL1" });
  shipmentEvent(shop.store, "#4472", "IN_TRANSIT", { city: "Leipzig" });
  deliver(shop.store, "#4472");
  await shop.double.webhooks.settled();
  expect(topicsOf(shop)).toEqual([
    "fulfillments/create",
    "orders/fulfilled",
    "orders/updated",
    "fulfillment_events/create",
    "fulfillments/update",
    "fulfillment_events/create",
    "fulfillments/update",
  ]);
  const [created, , , scanned] = await Promise.all(shop.received.map((request) => request.json()));
  expect(created).toMatchObject({
    order_id: numericId(shop.order("#4472").id),
    tracking_number: "LL1",
    status: "success",
    shipment_status: null,
  });
  expect(scanned).toMatchObject({ fulfillment_id: created.id, order_id: created.order_id, status: "in_transit", city: "Leipzig" });
  expect(() => fulfil(shop.store, "#4472")).toThrow("nothing left to ship");
});

test("orders, returns and refunds made by people are told", async () => {
  const shop = openShop();
  const order = createOrder(shop.store, { email: "new.guest@example.com", items: [{ sku: "SOCKS-INK-36-38", quantity: 2 }] });
  expect(order.name).toBe("#4475");
  cancelOrder(shop.store, "#4475");
  approveReturn(shop.store, "#1006-R1");
  const refund = refundReturn(shop.store, "#1006-R1");
  await shop.double.webhooks.settled();
  const topics = topicsOf(shop);
  expect(topics.filter((topic) => topic !== "orders/updated")).toEqual([
    "orders/create",
    "refunds/create",
    "orders/cancelled",
    "returns/approve",
    "refunds/create",
    "returns/close",
  ]);
  const bodies = await Promise.all(shop.received.map((request) => request.json()));
  expect(bodies[0]).toMatchObject({
    name: "#4475",
    total_price: "36.90",
    financial_status: "paid",
    line_items: [{ quantity: 2, price: "16.00" }],
  });
  const refunded = bodies[topics.lastIndexOf("refunds/create")];
  expect(refunded).toMatchObject({
    admin_graphql_api_id: refund?.id,
    return: { admin_graphql_api_id: shop.order("#1006").returns[0]?.id },
    transactions: [{ kind: "refund", amount: "39.00" }],
  });
});

test("a declined return says why; the old store-side steps refuse what is not possible", async () => {
  const shop = openShop();
  declineReturn(shop.store, "#1006-R1", "RETURN_PERIOD_ENDED", "Too long ago");
  await shop.double.webhooks.settled();
  expect(await shop.received[0]?.json()).toMatchObject({
    status: "declined",
    decline: { reason: "return_period_ended", note: "Too long ago" },
  });
  expect(() => approveReturn(shop.store, "#1006-R1")).toThrow("declined");
  expect(() => cancelOrder(shop.store, "#1001")).toThrow("shipped");
});

test("only topics that are subscribed are sent, once per subscription", async () => {
  const subscriptions = [
    { topics: ["orders/updated"], uri: "/one" },
    { topics: ["orders/updated", "returns/approve"], uri: "/two", name: "second" },
  ];
  const shop = openShop({ config: { ...config, subscriptions } });
  approveReturn(shop.store, "#1006-R1");
  await shop.double.webhooks.settled();
  expect(shop.received.map((one) => [new URL(one.url).pathname, one.headers.get("x-shopify-name")])).toEqual([
    ["/two", "second"],
    ["/one", null],
    ["/two", "second"],
  ]);
  const [, first, second] = shop.received;
  expect(first?.headers.get("x-shopify-event-id")).toBe(second?.headers.get("x-shopify-event-id"));
  expect(first?.headers.get("x-shopify-webhook-id")).not.toBe(second?.headers.get("x-shopify-webhook-id"));
});

test("an answer that is not 2xx is tried again with the same ids and body", async () => {
  const seen: string[] = [];
  const send = async (request: Request) => {
    seen.push(`${request.headers.get("x-shopify-webhook-id")} ${await request.text()}`);
    if (seen.length === 1) throw new Error("connection refused");
    return new Response(null, { status: seen.length === 2 ? 500 : 200 });
  };
  const shop = openShop({ send });
  shop.double.uninstall();
  await shop.double.webhooks.settled();
  expect(shop.double.webhooks.deliveries[0]?.answers).toEqual([0, 500, 200]);
  expect(new Set(seen).size).toBe(1);
});

test("deliveries can be doubled, held back, turned round and replayed under another shop", async () => {
  const shop = openShop();
  shop.double.webhooks.copies = 2;
  approveReturn(shop.store, "#1006-R1");
  await shop.double.webhooks.settled();
  expect(topicsOf(shop)).toEqual(["returns/approve", "returns/approve", "orders/updated", "orders/updated"]);

  shop.double.webhooks.copies = 1;
  shop.received.length = 0;
  shop.double.webhooks.hold();
  shipmentEvent(shop.store, "#1001", "OUT_FOR_DELIVERY");
  await shop.double.webhooks.settled();
  expect(shop.received).toEqual([]);
  shop.double.webhooks.release("reversed");
  await shop.double.webhooks.settled();
  expect(topicsOf(shop)).toEqual(["fulfillments/update", "fulfillment_events/create"]);

  const [delivery] = shop.double.webhooks.deliveries;
  if (!delivery) throw new Error("nothing was delivered");
  expect(await shop.double.webhooks.replay(delivery, { "X-Shopify-Shop-Domain": "victim.myshopify.com" })).toBe(200);
  const replayed = shop.received.at(-1);
  expect(replayed?.headers.get("x-shopify-shop-domain")).toBe("victim.myshopify.com");
  expect(replayed?.headers.get("x-shopify-hmac-sha256")).toBe(delivery.headers["X-Shopify-Hmac-Sha256"]);
});

test("uninstalling, new scopes and privacy requests are told", async () => {
  const shop = openShop();
  shop.double.requestCompliance("customers/data_request", "ada@example.com");
  shop.double.requestCompliance("shop/redact");
  shop.double.updateScopes(["read_orders"]);
  shop.double.uninstall();
  await shop.double.webhooks.settled();
  const bodies = await Promise.all(shop.received.map((request) => request.json()));
  expect(topicsOf(shop)).toEqual(["customers/data_request", "shop/redact", "app/scopes_update", "app/uninstalled"]);
  const ada = shop.order("#1001").customerId ?? "";
  expect(bodies[0]).toMatchObject({ shop_domain: domain, customer: { id: numericId(ada), email: "ada@example.com" } });
  expect(bodies[0].orders_requested).toHaveLength(5);
  expect(bodies[2]).toMatchObject({ current: ["read_orders"] });
  expect(bodies[3]).toMatchObject({ myshopify_domain: domain });
});
