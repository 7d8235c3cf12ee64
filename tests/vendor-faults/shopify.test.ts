import { afterEach, beforeEach, expect, test } from "vitest";
import type { Fault } from "#sandbox/double.ts";
import { approveReturn, deliver, fulfil } from "#sandbox/shopify/merchant.ts";
import { House } from "./house.ts";
import { beforeTheYes, textsOf, times, withReturn, withTracking } from "./people.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

/** Lets the retries of a job come due, one after the other. */
async function wait(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) await house.advance(60_000);
}

const returnsOf = (name: string) => house.shopify.store.orderByName(name).returns;
const faults: [string, Fault, number][] = [
  ["throttled", { kind: "throttle" }, 2],
  ["answered with 500", { kind: "status", status: 500 }, 2],
  ["reset before it arrived", { kind: "reset" }, 2],
  ["carried out and its answer lost", { kind: "lost-reply" }, 1],
  ["hung up on without being carried out", { kind: "hang", ms: 5_000 }, 1],
];

test.each(faults)("a return that was %s exists once, and the shopper hears of it once, by its name", async (_name, fault, how) => {
  const { browser, order } = await beforeTheYes(house, { quantity: 2 });
  house.shopify.faults.add("returnRequest", fault, how);
  await browser.tap(/Return for/);
  await house.rest();
  await wait(2);
  expect(returnsOf(order.name)).toHaveLength(1);
  expect(house.history.of("shopify", "returnRequest")).toHaveLength(1);
  expect(times(await browser.words(), new RegExp(`${order.name}-R1`))).toBe(1);
});

test("while the read-back after a return fails, the return is not made a second time", async () => {
  const { browser, order } = await beforeTheYes(house, { quantity: 2 });
  // The order is asked for before the yes is taken; only what comes after the mutation is to fail.
  const stop = house.history.onRecord((entry) => {
    if (entry.operation === "returnRequest") house.shopify.faults.add("order", { kind: "status", status: 422 }, 100);
  });
  await browser.tap(/Return for/);
  await house.rest();
  stop();
  house.shopify.faults.clear();
  await wait(3);
  expect(returnsOf(order.name)).toHaveLength(1);
  expect(times(await browser.words(), new RegExp(`${order.name}-R1`))).toBe(1);
});

test("a return that is carried out after we gave up waiting is found, not made again", async () => {
  const { browser, order } = await beforeTheYes(house, { quantity: 2 });
  house.vendorsNoticeHangUp = false;
  house.shopify.faults.add("returnRequest", { kind: "delay", ms: 800 });
  await browser.tap(/Return for/);
  await house.rest(1_000);
  await new Promise((resolve) => setTimeout(resolve, 900));
  await wait(2);
  expect(returnsOf(order.name)).toHaveLength(1);
  expect(times(await browser.words(), new RegExp(`${order.name}-R1`))).toBe(1);
});

test("when Shopify stays silent about a return, a person gets it with the outcome named as unknown", async () => {
  const { browser, order } = await beforeTheYes(house);
  house.shopify.faults.add("returnRequest", { kind: "reset" }, 1);
  await browser.tap(/Return for/);
  await house.idle();
  house.shopify.faults.add("order", { kind: "status", status: 422 }, 1_000);
  await wait(100);
  house.shopify.faults.clear();
  await wait(11);
  expect(await house.database.prisma.effect.findFirst()).toMatchObject({ state: "failed", error: "outcome-unknown" });
  expect(await house.database.prisma.case.findFirst({ where: { orderId: order.id } })).toMatchObject({
    owner: "staff",
    status: "escalated",
  });
  await browser.boot();
  expect(await browser.words()).toMatch(/passing this to a colleague|team/i);
});

test("a revoked token: messages are kept, a person gets them, and once the app is opened again all goes on", async () => {
  const { phone, order } = await withTracking(house);
  house.shopify.oauth.revokeAll();
  fulfil(house.shopify.store, order.name);
  await phone.sendText("and where is it now?");
  await house.rest();
  await wait(3);
  expect(textsOf(phone).at(-1)).toMatch(/does not answer at the moment.*colleague/s);
  expect(await house.database.prisma.message.count({ where: { author: "shopper" } })).toBe(2);
  await house.openAppAgain();
  const other = await withTracking(house);
  expect(textsOf(other.phone).at(-1)).toMatch(/not been shipped yet/);
});

test("news that came while the token was revoked is told once the app is opened again", async () => {
  const { phone, order } = await withTracking(house);
  house.shopify.oauth.revokeAll();
  fulfil(house.shopify.store, order.name);
  deliver(house.shopify.store, order.name);
  await wait(30);
  expect(textsOf(phone)).toHaveLength(1);
  await house.openAppAgain();
  await wait(15);
  expect(times(textsOf(phone), /was delivered/i)).toBe(1);
});

test("news of a shop that removed the app meanwhile waits for nothing", async () => {
  const { order } = await withTracking(house);
  house.shopify.oauth.revokeAll();
  fulfil(house.shopify.store, order.name);
  await house.idle();
  house.shopify.uninstall();
  await wait(30);
  expect(await house.database.prisma.job.findMany()).toEqual([]);
});

test("an access token that dies early, and a refresh whose answer is lost, are nobody's trouble", async () => {
  await withTracking(house);
  house.shopify.faults.add("oauth", { kind: "lost-reply" });
  await house.advance(2 * 3_600_000);
  house.shopify.faults.add("graphql", { kind: "status", status: 401, body: { errors: "Invalid API key or access token" } });
  const { phone } = await withTracking(house);
  expect(textsOf(phone).at(-1)).toMatch(/not been shipped yet/);
});

test("a question asked while Shopify is down is answered when it is back, or handed to a person, never dropped", async () => {
  const { phone } = await withTracking(house);
  house.shopify.faults.add("orders", { kind: "status", status: 503 }, 4);
  await phone.sendText("where is it now?");
  await house.rest();
  await wait(1);
  expect(textsOf(phone)).toHaveLength(2);
  expect(textsOf(phone).at(-1)).toMatch(/not been shipped yet/);
});

test("what a shopper writes while news of the store is being told is answered too", async () => {
  const { browser, order } = await withReturn(house);
  await Promise.all([browser.say("how long can I send things back?"), approveReturn(house.shopify.store, `${order.name}-R1`)]);
  await house.rest();
  const words = await browser.words();
  expect(words).toMatch(/is approved/);
  expect(words).toMatch(/within 30 days/);
});

test("a store that throttles everything for a while slows answers down and loses none", async () => {
  house.shopify.admin.bucket.maximum = 2_000;
  house.shopify.admin.bucket.restoreRate = 2_000;
  house.shopify.admin.bucket.drainTo(0);
  const phones = await Promise.all(Array.from({ length: 4 }, () => withTracking(house)));
  await wait(1);
  for (const { phone } of phones) expect(textsOf(phone).at(-1)).toMatch(/not been shipped yet/);
});
