import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Demo, startDemo } from "#sandbox/demo/start-demo.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

const patience = 90_000;
let demo: Demo;
const out = "/tmp/after-shots";
beforeAll(async () => {
  mkdirSync(out, { recursive: true });
  demo = await startDemo();
}, 300_000);
afterAll(async () => {
  await closeBrowser();
  await demo?.stop();
}, 100_000);

test("look", { timeout: 580_000 }, async () => {
  const { meta } = demo.world;
  const page = await (await launchBrowser()).newPage({ viewport: { width: 1440, height: 1000 }, locale: "en-GB" });
  page.setDefaultTimeout(patience);
  const url = (path: string) => {
    const address = new URL(demo.world.merchant.frameUrl(path));
    return demo.adminUrl + address.pathname + address.search;
  };
  const shot = async (name: string, path?: string) => {
    if (path) await page.goto(url(path));
    await page.waitForTimeout(1_500);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 1000 });
      await page.waitForTimeout(400);
      await page.screenshot({ path: `${out}/${name}-${width}.png`, fullPage: true });
    }
    await page.setViewportSize({ width: 1440, height: 1000 });
  };
  await shot("home-empty", "/app");
  const phone = meta.phone("whatsapp", "DE.1000000000000079", { name: "Ada Sample", phone: "+4915112345678" });
  await phone.sendText("do you engrave rings?");
  await expect.poll(() => phone.inbox.length, { timeout: patience }).toBeGreaterThan(0);
  await phone.sendText("I want to talk to a human please");
  await expect.poll(() => phone.inbox.length, { timeout: patience }).toBeGreaterThan(1);
  await page.goto(url("/app/inbox?view=all"));
  await page.locator('a[href*="/app/inbox/"]').filter({ hasText: "Ada Sample" }).first().click();
  await page.getByRole("heading", { name: "Ada Sample" }).waitFor();
  expect(await page.title()).toMatch(/\(\d\) Inbox/);
  await page.getByRole("button", { name: "Was this wrong?" }).first().click();
  await page.getByLabel("What would have been right?").fill("We engrave all silver rings, it takes three days and costs €12.");
  await shot("wrong-open");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Wrong, says").waitFor();
  await shot("case");
  await page.getByLabel("How it ended").selectOption("not-solved");
  await page.getByRole("button", { name: "Close case" }).click();
  await page.getByText("closed the case: not solved").waitFor();
  await expect.poll(() => phone.inbox.at(-1)?.text, { timeout: patience }).toMatch(/How was the help/);
  await phone.tap("Bad");
  await expect.poll(() => phone.inbox.at(-1)?.text, { timeout: patience }).toMatch(/should have been better/);
  await phone.sendText("Nobody could tell me about engraving");
  await expect.poll(() => phone.inbox.at(-1)?.text, { timeout: patience }).toMatch(/team will read it/);
  await page.getByText("The shopper rated the help: Bad").first().waitFor();
  await shot("rated");
  await page.getByRole("link", { name: "All contacts and proofs" }).click();
  await page.getByRole("heading", { name: "Cases" }).waitFor();
  await shot("profile");
  await shot("knowledge", "/app/knowledge");
  await shot("home", "/app");
  await shot("settings", "/app/settings");
  await shot("connections", "/app/connections");
  await shot("understanding", "/app/understanding");
});
