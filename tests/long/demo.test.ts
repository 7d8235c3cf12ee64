import type { FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Demo, startDemo } from "#sandbox/demo/start-demo.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

const patience = 20_000;
const email = "ada@example.com";
let demo: Demo;

beforeAll(async () => {
  demo = await startDemo();
});
afterAll(async () => {
  await closeBrowser();
  await demo?.stop();
});

/** The newest code in the mailbox window, once there are so many. */
async function code(page: Page, mails: number): Promise<string> {
  const codes = page.locator(".mailbox .mails .code");
  await expect.poll(() => codes.count(), { timeout: patience }).toBe(mails);
  return /\d{6}/.exec((await codes.first().textContent()) ?? "")?.[0] ?? "";
}

const ticked = (page: Page): Promise<number> => page.locator(".steps > li[data-state=done]").count();
const expectTicks = (page: Page, steps: number) => expect.poll(() => ticked(page), { timeout: patience }).toBe(steps);

async function sayInWidget(shop: FrameLocator, text: string): Promise<void> {
  const field = shop.locator("[data-chat-input]");
  await field.fill(text);
  await field.press("Enter");
}

async function writeMail(page: Page, opener: string, text: string): Promise<void> {
  const mailbox = page.locator(".mailbox");
  await mailbox.getByRole("button", { name: opener, exact: true }).click();
  await mailbox.locator("textarea").fill(text);
  await mailbox.getByRole("button", { name: "Send", exact: true }).click();
}

test("the five steps of the guide can be played by hand", { timeout: 120_000 }, async () => {
  const page = await (await launchBrowser()).newPage({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  page.setDefaultTimeout(patience);
  const alarms: string[] = [];
  page.on("pageerror", (error) => alarms.push(error.message));
  await page.goto(demo.url);
  await expectTicks(page, 0);

  const shop = page.frameLocator('iframe[title="The shop\'s website"]');
  await shop.locator("[data-chat-launcher]").click();
  await shop.getByRole("button", { name: "I want to return something" }).click();
  await shop.getByText("write the e-mail address of your order").waitFor();
  await expectTicks(page, 1);
  await sayInWidget(shop, email);
  await sayInWidget(shop, await code(page, 1));
  await shop.getByText("now I know it is you").waitFor();
  await expectTicks(page, 2);
  await shop.getByRole("button", { name: /#1004/ }).click();
  await shop.getByLabel(/Linen Wrap Dress/).check();
  await shop.getByRole("button", { name: "Continue", exact: true }).click();
  await shop.getByText("What is the reason?").waitFor();
  await expectTicks(page, 3);

  const phone = page.locator(".phone.instagram");
  const write = async (text: string) => {
    await phone.getByRole("textbox").fill(text);
    await phone.getByRole("button", { name: "Send" }).click();
  };
  await write("where’s my refund?");
  await phone.getByText("write the e-mail address of your order").waitFor();
  await write(email);
  await write(await code(page, 2));
  await phone.getByText(/3\/5.*Linen Wrap Dress.*What is the reason\?/s).waitFor();
  await phone.getByRole("button", { name: "Too small" }).waitFor();
  await expectTicks(page, 4);

  await writeMail(page, "Write", "Hello,\n\nit was too small.\n\nAda");
  const quoted = page.locator(".mailbox .mail-row", { hasText: "4 of 5" });
  await quoted.click();
  await writeMail(page, "Answer", "Yes please, go ahead.");
  await expectTicks(page, 5);
  await page.locator(".effects").getByText("Return #1004-R1 requested: Linen Wrap Dress × 1").waitFor();
  await page.locator(".mailbox .mail-row", { hasText: "registered as #1004-R1" }).waitFor();

  expect(demo.world.shopify.store.orderByName("#1004").returns.map((one) => [one.name, one.status])).toEqual([["#1004-R1", "REQUESTED"]]);
  const asked = demo.world.history.of("shopify").filter((entry) => /^return(Request|Create)$/.test(entry.operation));
  expect(asked).toHaveLength(1);
  await expectOneThread(page);
  expect(alarms).toEqual([]);
});

/** Staff see one conversation with everything in it. */
async function expectOneThread(page: Page): Promise<void> {
  const staff = page.frameLocator('iframe[title="Shopify admin with the staff inbox"]');
  const app = staff.frameLocator("#app");
  const rows = app.locator('a[href*="/app/inbox/"]');
  await expect.poll(() => rows.count(), { timeout: patience }).toBe(1);
  await rows.first().click();
  const thread = app.getByRole("list", { name: "Messages" });
  for (const words of ["I want to return something", "where’s my refund?", "it was too small.", "Yes please, go ahead."]) {
    await thread.getByText(words).first().waitFor();
  }
  const marks = await thread.locator(".ot-switch [data-channel]").evaluateAll((all) => all.map((one) => one.getAttribute("data-channel")));
  expect(new Set(marks)).toEqual(new Set(["widget", "instagram", "email"]));
}

test("on a phone one place is shown at a time, and news elsewhere is marked", { timeout: 60_000 }, async () => {
  const page = await (await launchBrowser()).newPage({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  page.setDefaultTimeout(patience);
  await page.goto(demo.url);
  const tabs = page.getByRole("navigation", { name: "Places" });
  const phone = page.locator(".phone.whatsapp");
  await tabs.getByRole("button", { name: "Mail" }).tap();
  expect(await phone.isVisible()).toBe(false);
  await tabs.getByRole("button", { name: "WhatsApp" }).tap();
  await expect.poll(() => phone.isVisible()).toBe(true);
  await tabs.getByRole("button", { name: "Website" }).tap();
  await fetch(`${demo.url}/api/act`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ act: "phone-text", channel: "whatsapp", text: "hello" }),
  });
  await tabs.getByRole("button", { name: /WhatsApp.*something new/ }).tap();
  await phone.getByText("I am the digital assistant of Linden & Loom").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth), "nothing sticks out to the side").toBe(390);
});
