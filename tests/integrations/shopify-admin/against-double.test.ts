import { expect, test } from "vitest";
import type { ReturnEffectInput } from "#app/flows/engine.ts";
import { AdminClient } from "#app/integrations/shopify-admin/client.server.ts";
import {
  findOrderByName,
  findOrdersByCustomer,
  findOrdersByEmail,
  findOrdersByPhone,
} from "#app/integrations/shopify-admin/orders.server.ts";
import { findOwnReturn } from "#app/integrations/shopify-admin/own-return.ts";
import { calculateQuote, createReturn, getReturnable, readReturns, requestReturn } from "#app/integrations/shopify-admin/returns.server.ts";
import { missingScopes, readShopInfo } from "#app/integrations/shopify-admin/shop-info.server.ts";
import { SandboxClock } from "#sandbox/double.ts";
import { AdminApi } from "#sandbox/shopify/admin-api.ts";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import { deliver, fulfil } from "#sandbox/shopify/merchant.ts";
import { ShopifyStore } from "#sandbox/shopify/store.ts";
import { shopDomain } from "./fake-admin.ts";

/** A store that sells one shirt, Ada's delivered order of three of them, and our client before its Admin API. */
function openStore() {
  const clock = new SandboxClock();
  const at = clock.now();
  const shop = { id: "gid://shopify/Shop/1", domain: shopDomain, name: "Linden & Loom", email: "shop@example.com" };
  const store = new ShopifyStore(
    {
      ...shop,
      timezone: "Europe/Berlin",
      currency: "EUR",
      primaryHost: "shop.example.com",
      address: {},
      policies: [],
      accounts: "CLASSIC",
    },
    clock,
  );
  store.reasons.push({ id: "gid://shopify/ReturnReasonDefinition/1", handle: "too-small", name: "Too small", deleted: false });
  const picture = { file: "shirt.svg", shape: "shirt", colour: "#ffffff", alternative: "A shirt" };
  const product = {
    id: "gid://shopify/Product/1",
    title: "Linen shirt",
    handle: "linen-shirt",
    productType: "Shirts",
    vendor: "Linden & Loom",
  };
  const variant = {
    id: "gid://shopify/ProductVariant/1",
    productId: product.id,
    title: "M",
    sku: "SHIRT-M",
    price: 5950,
    stock: 5,
    studioStock: 0,
    options: [],
    picture,
  };
  store.addProduct({ ...product, tags: ["linen"], description: "", status: "ACTIVE", updatedAt: at, variants: [variant] });
  const contact = { firstName: "Ada", lastName: "Sample", email: "ada@example.com", phone: "+4930123456" };
  const customer = { id: store.nextId("Customer"), ...contact, verifiedEmail: true, locale: "en", tags: [], createdAt: at, updatedAt: at };
  store.customers.set(customer.id, customer);
  const items = [{ sku: "SHIRT-M", quantity: 3 }];
  const order = createOrder(store, {
    customer,
    email: contact.email,
    items,
    taxesIncluded: true,
    taxPercent: 19,
    address: { countryCode: "DE" },
  });
  fulfil(store, order.name);
  deliver(store, order.name);

  const api = new AdminApi({ store, scopes: ["read_orders", "write_returns", "read_customers"], record: () => {} });
  const state = { loseReply: false };
  const reach: typeof fetch = async (_input, init) => {
    const prepared = api.prepare(String(init?.body));
    const answer = prepared instanceof Response ? prepared : await api.run(prepared);
    if (!state.loseReply) return answer;
    state.loseReply = false;
    throw new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });
  };
  const client = new AdminClient({ shopDomain, getToken: async () => "token", fetch: reach });
  return { client, order, customer, state };
}

async function returnInput(client: AdminClient, order: { id: string; name: string }, quantity = 1): Promise<ReturnEffectInput> {
  const [item] = await getReturnable(client, order.id);
  const reasonDefinitionId = item?.reasons[0]?.id;
  if (!item || !reasonDefinitionId) throw new Error("Nothing is returnable.");
  const line = { fulfillmentLineItemId: item.fulfillmentLineItemId, quantity, reasonDefinitionId, note: "Too tight" };
  return { orderId: order.id, orderName: order.name, items: [line], quoteHash: "hash" };
}

test("the same order is found by name, e-mail, phone and customer", async () => {
  const { client, order, customer } = openStore();
  const found = [
    [await findOrderByName(client, order.name)],
    await findOrdersByEmail(client, "ADA@example.com"),
    await findOrdersByPhone(client, "+49 30 123456"),
    await findOrdersByCustomer(client, customer.id),
  ];
  for (const orders of found) expect(orders.map((one) => one?.id)).toEqual([order.id]);
});

test("a quote of a store whose prices include tax", async () => {
  const { client, order } = openStore();
  const [item] = (await returnInput(client, order, 2)).items;
  if (!item) throw new Error("Nothing is returnable.");
  const ask = (quantity: number) =>
    calculateQuote(client, {
      orderId: order.id,
      items: [{ fulfillmentLineItemId: item.fulfillmentLineItemId, quantity, restockingFeePercentage: 10 }],
      returnShippingFee: { amount: "4.90", currencyCode: "EUR" },
    });
  expect(await ask(2)).toMatchObject({ total: { amount: "102.20", currencyCode: "EUR" } });
  expect(await ask(9)).toHaveProperty("error");
});

test.each([
  ["requested", requestReturn, "REQUESTED"],
  ["opened at once", createReturn, "OPEN"],
])("a return that was %s but whose reply got lost is found again, and only by its own effect", async (_name, send, status) => {
  const { client, order, state } = openStore();
  const input = await returnInput(client, order);
  const startedAt = new Date();
  state.loseReply = true;
  await expect(send(client, input, "effect-a")).rejects.toMatchObject({ outcome: "unknown" });
  const returns = await readReturns(client, order.id);
  expect(returns).toHaveLength(1);
  expect(findOwnReturn(returns, input, "effect-a", startedAt)).toMatchObject({ status });
  expect(findOwnReturn(returns, input, "effect-b", startedAt)).toBeNull();
});

test("more than can be returned is refused by Shopify's own rule", async () => {
  const { client, order } = openStore();
  const input = await returnInput(client, order, 4);
  expect(await requestReturn(client, input, "effect-a")).toMatchObject({ ok: false, userErrors: [{ code: "LESS_THAN_OR_EQUAL_TO" }] });
});

test("reads the shop and which scopes the merchant has not granted", async () => {
  const { client } = openStore();
  expect(await readShopInfo(client)).toMatchObject({
    name: "Linden & Loom",
    timeZone: "Europe/Berlin",
    currencyCode: "EUR",
    myshopifyDomain: shopDomain,
  });
  expect(await missingScopes(client, ["read_orders", "read_returns", "write_orders"])).toEqual(["write_orders"]);
});
