import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Demo, startDemo } from "#sandbox/demo/start-demo.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

const patience = 20_000;
let demo: Demo;

beforeAll(async () => {
  demo = await startDemo();
});
afterAll(async () => {
  await closeBrowser();
  await demo?.stop();
});

async function openConversation(page: Page, width: number) {
  await page.goto(demo.adminUrl);
  const app = page.frameLocator("#app");
  await page.getByRole("link", { name: "Inbox", exact: true }).click();
  await app.getByRole("link", { name: "All", exact: true }).click();
  await app.locator('a[href*="/app/inbox/"]').filter({ hasText: "Ada Sample" }).first().click();
  await app.getByRole("heading", { name: "Ada Sample" }).waitFor();
  if (width < 1200) await app.getByRole("button", { name: "About this shopper" }).click();
  return app;
}

test("staff see who a shopper is to the shop and what they asked to be remembered, on a desk and on a phone", {
  timeout: 120_000,
}, async () => {
  const { meta, shopify } = demo.world;
  const order = [...shopify.store.orders.values()].findLast((one) => one.phone && one.customerId);
  const customer = shopify.store.customers.get(order?.customerId ?? "");
  if (!order?.phone || !customer) throw new Error("no order with a phone");
  customer.tags = ["VIP", "Bought at every single one of our seasonal studio sales"];
  const phone = meta.phone("whatsapp", "DE.1000000000000079", { name: "Ada Sample", phone: order.phone });
  await phone.sendText(`I wear M, where is my order ${order.name}?`);
  await expect.poll(() => phone.inbox.length, { timeout: patience }).toBeGreaterThan(0);
  for (const width of [1440, 390]) {
    const page = await (await launchBrowser()).newPage({ viewport: { width, height: 900 }, locale: "en-GB" });
    page.setDefaultTimeout(patience);
    const alarms: string[] = [];
    page.on("pageerror", (error) => alarms.push(error.message));
    const app = await openConversation(page, width);
    await app.getByRole("list", { name: "Newest orders" }).getByText(order.name).waitFor();
    expect(await app.locator(".ot-customer dl").textContent()).toMatch(/Spent€[\d,.]+Orders\d+Open cases0/);
    await app.getByRole("list", { name: "Tags" }).getByText("VIP").waitFor();
    await app.getByText("Wears M").waitFor();
    const frame = page.frames().find((one) => one.url().includes("/app/inbox/"));
    expect(await frame?.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(alarms).toEqual([]);
    await page.close();
  }
});
