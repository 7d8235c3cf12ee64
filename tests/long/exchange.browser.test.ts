import { afterAll, beforeAll, expect, test } from "vitest";
import { type Demo, startDemo } from "#sandbox/demo/start-demo.ts";
import { newShopper } from "#sandbox/faults/shopper.ts";
import { WidgetDevice } from "#sandbox/scenarios/widget-device.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

const patience = 30_000;
let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(async () => {
  await closeBrowser();
  await demo?.stop();
});

test("an exchange is allowed, seen with its price, stock and balance, and booked from its conversation, on a desk and on a phone", {
  timeout: 240_000,
}, async () => {
  const { world } = demo;
  world.shopify.store.variantBySku("CUSHION-INK-50X50").price = 3_000;
  const shopper = newShopper(world, "exchange");
  const widget = new WidgetDevice(world, { customerId: shopper.customerId });
  await widget.open();
  const heard = async (words: RegExp) =>
    expect.poll(() => widget.arrivals.all.map((one) => one.text).join("\n"), { timeout: patience }).toMatch(words);
  await widget.say(`I want to return one cushion cover of ${shopper.order.name}, it is too small`);
  await heard(/How many/);
  await widget.tap(/^1$/);
  await heard(/€/);
  await widget.say("I'd rather have it in ink");
  await heard(/You pay/);
  await widget.tap(/Yes, exchange it/);
  await heard(/with the team/);

  for (const width of [1440, 390]) {
    const page = await (await launchBrowser()).newPage({ viewport: { width, height: 900 }, locale: "en-GB" });
    page.setDefaultTimeout(patience);
    const alarms: string[] = [];
    page.on("pageerror", (error) => alarms.push(error.message));
    const look = async (name: string) => {
      if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/exchange-${width}-${name}.png` });
    };
    await page.goto(demo.adminUrl);
    const app = page.frameLocator("#app");
    await page.getByRole("link", { name: "Inbox", exact: true }).click();
    await app.getByRole("link", { name: "All", exact: true }).click();
    await app.locator('a[href*="/app/inbox/"]').first().click();
    await app.getByRole("complementary", { name: "About this shopper" }).waitFor();
    if (width < 1200) await app.locator(".ot-drawer-button").click();
    if (width === 1440) {
      await app.getByRole("button", { name: "Allow" }).click();
      await app.getByRole("button", { name: /^Stop/ }).waitFor();
      await look("allowed");
      await heard(/exchange is registered/);
      await page.close();
      continue;
    }
    const desk = app.getByRole("region", { name: /^Return / });
    await desk.waitFor();
    await desk.getByText(/Once all is booked, the shopper pays €5\.50/).waitFor();
    await desk.scrollIntoViewIfNeeded();
    await look("before");
    await desk.getByRole("button", { name: /^Receive and exchange/ }).click();
    await desk.getByRole("button", { name: "Book the exchange" }).scrollIntoViewIfNeeded();
    await desk.getByText("The shopper pays", { exact: true }).waitFor();
    await look("book");
    await desk.getByRole("button", { name: "Book the exchange" }).click();
    await desk.getByRole("button", { name: /^Stop/ }).waitFor();
    await heard(/has booked your exchange[\s\S]*still to be paid/);
    await app.getByRole("button", { name: "Show its return" }).click();
    await desk.getByText(/The shopper has the payment link/).waitFor();
    await desk.scrollIntoViewIfNeeded();
    await look("after");
    const frame = page.frames().find((one) => one.url().includes("/app/inbox/"));
    expect(await frame?.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(alarms).toEqual([]);
    await page.close();
  }
  expect(shopper.order.lines.filter((line) => line.isExchange)).toHaveLength(1);
  widget.close();
});
