import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Demo, startDemo } from "#sandbox/demo/start-demo.ts";
import { picture } from "#sandbox/pictures.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(async () => {
  await closeBrowser();
  await demo?.stop();
});

const shots = process.env.PICTURES_OF_PAGES;
const look = async (page: Page, name: string) => shots && page.screenshot({ path: `${shots}/${name}.png` });
const email = "ada@example.com";
const code = () => {
  const mail = demo.world.mail.mailbox(email).inbox.findLast((one) => /^\d{6}\b/.test(one.subject));
  return mail?.subject.slice(0, 6) ?? "";
};

test("a shopper adds pictures in the chat on a phone, by button and by dropping; staff enlarge them in the inbox", {
  timeout: 120_000,
}, async () => {
  const page = await (await launchBrowser()).newPage({ viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(20_000);
  await page.goto(demo.storefrontUrl);
  await page.locator("[data-chat-launcher]").click();
  const say = async (text: string) => {
    await page.locator("[data-chat-input]").fill(text);
    await page.keyboard.press("Enter");
  };
  await say("I want to return the dress of #1004, it arrived damaged");
  await page.getByText("write the e-mail address").or(page.getByText("code of six digits is on its way")).first().waitFor();
  if (!(await page.getByText("code of six digits is on its way").isVisible())) await say(email);
  await expect.poll(code, { timeout: 20_000 }).toMatch(/^\d{6}$/);
  await say(code());
  const continueWith = page.getByRole("button", { name: "Continue", exact: true });
  const add = page.getByRole("button", { name: "Add pictures" });
  await continueWith.or(add.nth(1)).first().waitFor();
  if (await continueWith.isVisible()) {
    await page.getByLabel(/Linen Wrap Dress/).check();
    await continueWith.click();
  }
  await page.getByText("Please send 2 pictures").waitFor();
  await look(page, "widget-asked");

  // The first goes wrong on the way and is sent again by a tap.
  let cut = true;
  await page.route(/\/photos\?clientId=/, (route) => {
    if (!cut || route.request().method() !== "POST") return route.continue();
    return route.abort("connectionreset");
  });
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), add.first().click()]);
  await chooser.setFiles({
    name: "dress.png",
    mimeType: "image/png",
    buffer: await picture(7, { width: 3000, height: 2250, format: "png" }),
  });
  await page.getByText("Not sent.").waitFor();
  await look(page, "widget-failed");
  cut = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("One more picture, please.").waitFor();

  const bytes = [...(await picture(8))];
  await page.locator(".panel").evaluate((panel, given) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(given)], "hole.jpg", { type: "image/jpeg" }));
    panel.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, bytes);
  await page.getByText("pictures are with your return").waitFor();
  await expect.poll(() => page.locator(".log .photo img").count()).toBe(2);
  await page.waitForTimeout(500);
  await look(page, "widget-done");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1440, height: 900 });
  await look(page, "widget-wide");

  const staff = await (await launchBrowser()).newPage({ viewport: { width: 1440, height: 900 } });
  staff.setDefaultTimeout(20_000);
  const address = new URL(demo.world.merchant.frameUrl("/app/inbox"));
  await staff.goto(`${demo.adminUrl}${address.pathname}${address.search}`);
  await staff.locator('a[href*="/app/inbox/"]').first().click();
  const side = staff.getByLabel("About this shopper");
  await expect.poll(() => side.locator(".ot-photo img").count()).toBe(2);
  await expect.poll(() => staff.locator(".ot-thread .ot-photo img").count()).toBe(2);
  await look(staff, "staff-wide");
  await side.getByRole("button", { name: "Enlarge the picture" }).first().click();
  const whole = staff.locator("dialog[open] img");
  await expect.poll(() => whole.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
  await look(staff, "staff-enlarged");
  await staff.keyboard.press("Escape");
  await expect.poll(() => staff.locator("dialog[open]").count()).toBe(0);
  await staff.setViewportSize({ width: 390, height: 844 });
  await look(staff, "staff-narrow");
  await staff.locator(".ot-drawer-button").click();
  await staff.waitForTimeout(300);
  await look(staff, "staff-narrow-open");
  expect(await staff.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
