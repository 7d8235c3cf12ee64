import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Demo, startDemo } from "#sandbox/demo/start-demo.ts";
import type { Phone } from "#sandbox/meta/phone.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

const patience = 40_000;
let demo: Demo;
let phone: Phone;
let id = "";
beforeAll(async () => {
  demo = await startDemo();
  const { world } = demo;
  phone = world.meta.phone("whatsapp", "DE.771", { name: "Bo Sample" });
  const order = [...world.shopify.store.orders.values()].find((one) => one.email);
  const mailbox = world.mail.mailbox(order?.email ?? "");
  const say = async (text: string) => {
    const before = phone.inbox.length;
    await phone.sendText(text);
    await until(() => phone.inbox.length > before);
  };
  await say(`Where is my order ${order?.name}?`);
  const code = () => /^(\d{6})/.exec(mailbox.inbox.findLast((mail) => /is your code/.test(mail.subject))?.subject ?? "")?.[1] ?? "";
  await until(() => code() !== "");
  await say(code());
  await say("I want to talk to a person");
  id = /href="\/app\/inbox\/([\w-]+)\?/.exec(await world.merchant.openApp("/app/inbox?view=all"))?.[1] ?? "";
});
afterAll(async () => {
  await closeBrowser();
  await demo?.stop();
});

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < patience / 50; tries += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It never came to that.");
}
const look = async (page: Page, name: string) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/move-${name}.png` });
};

test.each([390, 1440])("staff ask whether to go on by mail, and see what came of it, at %i px", { timeout: 180_000 }, async (width) => {
  const context = await (await launchBrowser()).newContext({ viewport: { width, height: 900 }, locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const alarms: string[] = [];
  page.on("pageerror", (error) => alarms.push(error.message));
  const address = new URL(demo.world.merchant.frameUrl(`/app/inbox/${id}`));
  await page.goto(`${demo.adminUrl}${address.pathname}${address.search}`);
  const asked = () => phone.inbox.filter((bubble) => /May we go on by email/.test(bubble.text)).length;
  const before = asked();
  await page.getByRole("button", { name: "Other channel" }).click();
  await page.getByText(/May we go on by email/).waitFor();
  await look(page, `options-${width}`);
  await page.getByRole("button", { name: "Ask to go on by email" }).press("Enter");
  await page.getByRole("button", { name: "Send now" }).click();
  await until(() => asked() === before + 1);
  await page.getByText(/No answer yet, so replies stay on WhatsApp/).waitFor();
  await look(page, `asked-${width}`);
  // On the phone they stay, on the computer they go.
  await phone.tap(width === 390 ? "No, stay here" : "Yes");
  await page
    .getByText(width === 390 ? /They preferred to stay on WhatsApp/ : "Goes out on Email")
    .first()
    .waitFor();
  await look(page, `answered-${width}`);
  expect(alarms).toEqual([]);
  await context.close();
});
