import { expect, test } from "vitest";
import { beginWork, cancelOrder, fulfil } from "#sandbox/shopify/merchant.ts";
import { openShop } from "./pretend-shop.ts";

const cancel = `mutation($id: ID!) { orderCancel(orderId: $id, reason: CUSTOMER, restock: true, refundMethod: { originalPaymentMethodsRefund: true }) {
  job { id done } orderCancelUserErrors { code } } }`;
const look = "query($id: ID!) { job(id: $id) { id done } }";

test("a cancellation's job is open until it is carried out, and an unknown job is null", async () => {
  const shop = openShop();
  const { job } = await shop.get<{ job: { id: string } }>("orderCancel", cancel, { id: shop.order("#4472").id });
  expect(await shop.get("job", look, { id: job.id })).toEqual({ id: job.id, done: false });
  await shop.store.settled();
  expect(await shop.get("job", look, { id: job.id })).toEqual({ id: job.id, done: true });
  expect(await shop.get("job", look, { id: "gid://shopify/Job/1" })).toBeNull();
});

test("a job that somebody was faster than ends and changes nothing", async () => {
  for (const act of [cancelOrder, fulfil]) {
    const shop = openShop();
    const order = shop.order("#4472");
    await shop.get("orderCancel", cancel, { id: order.id });
    act(shop.store, "#4472");
    await shop.store.settled();
    expect(order.cancelling).toBe(false);
    expect(order.refunds.length).toBe(act === cancelOrder ? 1 : 0);
    expect(order.cancelled === undefined).toBe(act === fulfil);
  }
});

test("work at the warehouse shows in the order's and its fulfilment orders' status", async () => {
  const ask = `query($id: ID!) { order(id: $id) { displayFulfillmentStatus fulfillmentOrders(first: 1) { nodes { status requestStatus } } } }`;
  const shop = openShop();
  for (const [work, display, status, requestStatus] of [
    [undefined, "UNFULFILLED", "OPEN", "UNSUBMITTED"],
    ["IN_PROGRESS", "IN_PROGRESS", "IN_PROGRESS", "UNSUBMITTED"],
    ["ON_HOLD", "ON_HOLD", "ON_HOLD", "UNSUBMITTED"],
    ["REQUESTED", "PENDING_FULFILLMENT", "OPEN", "SUBMITTED"],
  ] as const) {
    if (work) beginWork(shop.store, "#4472", work);
    expect(await shop.get("order", ask, { id: shop.order("#4472").id })).toEqual({
      displayFulfillmentStatus: display,
      fulfillmentOrders: { nodes: [{ status, requestStatus }] },
    });
  }
});
