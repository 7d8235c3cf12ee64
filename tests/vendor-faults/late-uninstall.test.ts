import { afterEach, beforeEach, expect, test } from "vitest";
import { House } from "./house.ts";
import { createShopper } from "./people.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const shop = () => house.database.prisma.shop.findFirst();

test("an app/uninstalled that comes after the merchant has installed again uninstalls nothing", async () => {
  const browser = await house.browser(createShopper(house).customerId);
  house.shopify.webhooks.publish("app/uninstalled", { id: 1, myshopify_domain: house.shopDomain });
  await house.rest();
  expect(house.shopify.webhooks.deliveries.map((one) => one.topic)).toContain("app/uninstalled");
  expect(await shop()).toMatchObject({ uninstalledAt: null });
  expect(await house.database.prisma.session.count()).toBe(1);
  await browser.say("hello");
  await house.rest();
  expect(await browser.words()).toMatch(/hello/i);
});

test("a shop/redact about a shop that lets us in is not believed", async () => {
  house.shopify.requestCompliance("shop/redact");
  await house.rest();
  expect(await shop()).toMatchObject({ uninstalledAt: null });
});

test("an outage of the store is not an uninstall; when it ends, the store says what is so", async () => {
  house.shopify.faults.add("*", { kind: "status", status: 503 }, 1_000);
  house.shopify.uninstall();
  await house.idle();
  expect(await shop()).toMatchObject({ uninstalledAt: null });
  house.shopify.faults.clear();
  await house.advance(600_000);
  expect(await shop()).toMatchObject({ uninstalledAt: expect.any(Date) });
  expect(await house.database.prisma.session.count()).toBe(0);
});

test("a shop/redact whose app/uninstalled never came erases what no longer lets us in", async () => {
  house.shopify.oauth.revokeAll();
  house.shopify.requestCompliance("shop/redact");
  await house.rest();
  expect(await house.database.prisma.shop.count()).toBe(0);
});
