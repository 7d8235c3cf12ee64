import type { FrameLocator, Page } from "playwright-core";
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

/** Goes on by Tab until something of this name has the focus, and presses Enter on it. */
async function pressByKeyboard(page: Page, app: FrameLocator, name: RegExp): Promise<void> {
  const button = app.getByRole("button", { name });
  await expect.poll(() => button.isEnabled(), { timeout: patience }).toBe(true);
  await app.getByRole("region", { name: /^Return / }).evaluate((region) => region.querySelector<HTMLElement>("button")?.focus());
  for (let presses = 0; presses < 25; presses += 1) {
    if (await button.evaluate((one) => one === document.activeElement)) return page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
  }
  throw new Error(`No key leads to ${name}.`);
}

const look = async (page: Page, name: string) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/back-office-${name}.png` });
};

test("a return is approved and paid back from its conversation by keyboard alone, on a desk and on a phone", {
  timeout: 240_000,
}, async () => {
  const { world } = demo;
  const shopper = newShopper(world, "backoffice");
  const widget = new WidgetDevice(world, { customerId: shopper.customerId });
  await widget.open();
  const heard = async (words: RegExp) =>
    expect.poll(() => widget.arrivals.all.map((one) => one.text).join("\n"), { timeout: patience }).toMatch(words);
  await widget.say("I want to return something");
  await heard(/cushion/i);
  await widget.tap(/^1$/);
  await heard(/reason/i);
  await widget.tap(/Changed my mind/);
  await heard(/€/);
  await widget.tap(/Return for/);
  await heard(/registered as/);

  for (const width of [1440, 390]) {
    const page = await (await launchBrowser()).newPage({ viewport: { width, height: 900 }, locale: "en-GB" });
    page.setDefaultTimeout(patience);
    const alarms: string[] = [];
    page.on("pageerror", (error) => alarms.push(error.message));
    await page.goto(demo.adminUrl);
    const app = page.frameLocator("#app");
    await page.getByRole("link", { name: "Inbox", exact: true }).click();
    await app.getByRole("link", { name: "All", exact: true }).click();
    await app.locator('a[href*="/app/inbox/"]').first().click();
    await app.getByRole("complementary", { name: "About this shopper" }).waitFor();
    if (width < 1200) await app.locator(".ot-drawer-button").click();
    const desk = app.getByRole("region", { name: /^Return / });
    await desk.waitFor();
    await desk.scrollIntoViewIfNeeded();
    await look(page, `${width}-before`);
    if (width === 1440) {
      await pressByKeyboard(page, app, /^Approve return/);
      await desk.getByText("Approving the return").waitFor();
      await desk.getByRole("button", { name: /^Stop/ }).waitFor();
      await look(page, `${width}-stop`);
      await heard(/is approved/);
      await desk.getByRole("button", { name: /^More/ }).click();
      await desk.getByRole("button", { name: "Cancel return" }).waitFor();
      await look(page, `${width}-more`);
    } else {
      await pressByKeyboard(page, app, /^Receive and pay back/);
      await app.getByRole("button", { name: /^Book and pay back €/ }).scrollIntoViewIfNeeded();
      await look(page, `${width}-book`);
      await pressByKeyboard(page, app, /^Book and pay back €/);
      await desk.getByText("Booking what came back").waitFor();
      await heard(/refunded €/);
    }
    const frame = page.frames().find((one) => one.url().includes("/app/inbox/"));
    expect(await frame?.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(alarms).toEqual([]);
    await page.close();
  }
  expect(shopper.order.refunds).toHaveLength(1);
  widget.close();
});
