import { expect, test } from "vitest";
import { openShop, type Problems, type Shop } from "./pretend-shop.ts";

const cancel = (shop: Shop, order: string, rest: Record<string, unknown> = {}) =>
  shop.get<{ job: { id: string; done: boolean } | null; orderCancelUserErrors: Problems }>(
    "orderCancel",
    `mutation($id: ID!, $note: String) { orderCancel(orderId: $id, reason: CUSTOMER, restock: true, notifyCustomer: false, staffNote: $note, refundMethod: {originalPaymentMethodsRefund: true}) {
      job { id done } orderCancelUserErrors { field message code } } }`,
    { id: order.startsWith("gid:") ? order : shop.order(order).id, ...rest },
  );
const state = (shop: Shop, order: string) =>
  shop.get<Record<string, unknown>>(
    "order",
    `query($id: ID!) { order(id: $id) { cancelledAt cancelReason displayFinancialStatus totalRefundedSet { shopMoney { amount } } cancellation { staffNote } } }`,
    { id: shop.order(order).id },
  );

test("a cancellation is a job: the order is cancelled and refunded a moment later", async () => {
  const shop = openShop();
  const reply = await cancel(shop, "#4472", { note: "Asked in chat" });
  expect(reply).toMatchObject({ job: { done: false }, orderCancelUserErrors: [] });
  expect(await state(shop, "#4472")).toMatchObject({ cancelledAt: null, displayFinancialStatus: "PAID" });
  expect((await cancel(shop, "#4472")).orderCancelUserErrors).toMatchObject([{ code: "INVALID" }]);
  await shop.store.settled();
  expect(await state(shop, "#4472")).toEqual({
    cancelledAt: expect.any(String),
    cancelReason: "CUSTOMER",
    displayFinancialStatus: "REFUNDED",
    totalRefundedSet: { shopMoney: { amount: "59.90" } },
    cancellation: { staffNote: "Asked in chat" },
  });
  expect(shop.history.of("shopify", "orderCancel")).toHaveLength(1);
});

test("an order that was only authorized is voided", async () => {
  const shop = openShop();
  await cancel(shop, "#4473");
  await shop.store.settled();
  expect(await state(shop, "#4473")).toMatchObject({
    displayFinancialStatus: "VOIDED",
    totalRefundedSet: { shopMoney: { amount: "0.00" } },
  });
});

test("what is shipped, being returned, cancelled or unknown is not cancelled", async () => {
  const shop = openShop();
  expect((await cancel(shop, "#1001")).orderCancelUserErrors).toMatchObject([{ field: ["orderId"], code: "INVALID" }]);
  expect((await cancel(shop, "#1006")).orderCancelUserErrors[0]?.message).toContain("active returns");
  expect((await cancel(shop, "#990")).orderCancelUserErrors[0]?.message).toContain("already");
  expect((await cancel(shop, "gid://shopify/Order/1")).orderCancelUserErrors).toMatchObject([{ code: "NOT_FOUND" }]);
  expect((await cancel(shop, "#4472", { note: "x".repeat(256) })).orderCancelUserErrors).toMatchObject([{ field: ["staffNote"] }]);
  expect(shop.history.entries).toEqual([]);
});

const update = (shop: Shop, input: Record<string, unknown>) =>
  shop.get<{ order: Record<string, unknown> | null; userErrors: Problems }>(
    "orderUpdate",
    `mutation($input: OrderInput!) { orderUpdate(input: $input) { order { note tags email shippingAddress { address1 city zip countryCodeV2 company formatted(withName: true) } } userErrors { field message } } }`,
    { input },
  );

test("orderUpdate changes what is given and leaves the rest", async () => {
  const shop = openShop();
  const id = shop.order("#4472").id;
  const shippingAddress = {
    firstName: "Ada",
    lastName: "Sample",
    address1: "Neue Strasse 1",
    city: "Potsdam",
    zip: "14467",
    countryCode: "DE",
  };
  const reply = await update(shop, { id, shippingAddress });
  expect(reply.userErrors).toEqual([]);
  expect(reply.order).toMatchObject({
    email: "ada@example.com",
    shippingAddress: {
      address1: "Neue Strasse 1",
      city: "Potsdam",
      countryCodeV2: "DE",
      formatted: ["Ada Sample", "Neue Strasse 1", "14467 Potsdam", "Germany"],
    },
  });
  expect((await update(shop, { id, tags: ["vip"], note: "Ring twice" })).order).toMatchObject({
    tags: ["vip"],
    note: "Ring twice",
    shippingAddress: { city: "Potsdam" },
  });
  expect(shop.history.of("shopify", "orderUpdate")).toHaveLength(2);
});

test("orderUpdate refuses an unknown order, a bad e-mail and half an address", async () => {
  const shop = openShop();
  const id = shop.order("#4472").id;
  expect((await update(shop, { id: "gid://shopify/Order/1", note: "x" })).userErrors[0]?.field).toEqual(["id"]);
  expect((await update(shop, { id, email: "not an address" })).userErrors[0]?.field).toEqual(["email"]);
  expect((await update(shop, { id, phone: "12" })).userErrors[0]?.field).toEqual(["phone"]);
  expect((await update(shop, { id, shippingAddress: { address1: "Only a street" } })).userErrors.map((one) => one.field?.[1])).toEqual([
    "city",
    "lastName",
    "countryCode",
  ]);
  expect(shop.order("#4472").shippingAddress?.address1).toBe("Musterweg 7");
});
