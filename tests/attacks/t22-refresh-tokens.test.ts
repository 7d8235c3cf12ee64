import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { adminClientFor, sessionStorage } from "#app/integrations/shopify-admin/for-shop.server.ts";
import { findOrderByName } from "#app/integrations/shopify-admin/orders.server.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { howMany, record } from "./record.ts";

const workers = howMany(64, 16);
let house: House;
let refreshes: number;

beforeEach(async () => {
  house = await House.open();
  await house.stopJobs();
  refreshes = 0;
  const through = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    if (String(input instanceof Request ? input.url : input).endsWith("/admin/oauth/access_token")) refreshes += 1;
    return through(input, init);
  };
});
afterEach(async () => {
  vi.restoreAllMocks();
  await house.close();
});

/** Everybody needs the store at once, when the access token has just run out. */
async function rush(): Promise<number> {
  const [order] = house.shopify.store.orders.values();
  const answers = await Promise.allSettled(
    Array.from({ length: workers }, () => findOrderByName(adminClientFor(house.shopDomain), order?.name ?? "")),
  );
  return answers.filter((one) => one.status === "fulfilled" && one.value?.id === order?.id).length;
}
const hour = 3_600_000;
const stored = async () => (await sessionStorage().loadSession(`offline_${house.shopDomain}`))?.refreshToken;

test("many workers at expiry make one refresh, and all are served", async () => {
  const before = await stored();
  await house.advance(hour + 1000);
  expect(await rush()).toBe(workers);
  expect(refreshes).toBe(1);
  expect(await stored()).not.toBe(before);
  // The next ones need none.
  expect(await rush()).toBe(workers);
  expect(refreshes).toBe(1);
  record("T22", workers * 2, 0);
});

test("many workers whose token Shopify has just refused make one refresh", async () => {
  const session = await sessionStorage().loadSession(`offline_${house.shopDomain}`);
  if (!session) throw new Error("no session");
  session.accessToken = "revoked";
  await sessionStorage().storeSession(session);
  expect(await rush()).toBe(workers);
  expect(refreshes).toBe(1);
  record("T22", workers, 0);
});

test("a death between Shopify's rotation and our write loses nothing: the stored token still works", async () => {
  const before = await stored();
  await house.advance(hour + 1000);
  vi.spyOn(Object.getPrototypeOf(sessionStorage()), "storeSession").mockRejectedValueOnce(new Error("the process died here"));
  expect(await rush()).toBe(0);
  expect(await stored()).toBe(before);
  expect(await rush()).toBe(workers);
  expect(refreshes).toBe(2);
  record("T22", workers * 2, 0);
});

test("a lost answer to the refresh is asked for again and costs nobody access", async () => {
  await house.advance(hour + 1000);
  house.shopify.faults.add("oauth", { kind: "lost-reply" });
  expect(await rush()).toBe(workers);
  expect(await rush()).toBe(workers);
  record("T22", workers * 2, 0);
});
