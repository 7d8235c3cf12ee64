import { afterAll, beforeAll, expect, test } from "vitest";
import { type Demo, startDemo } from "#sandbox/demo/start-demo.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(async () => {
  await closeBrowser();
  await demo?.stop();
});

test("a merchant finds a question that was not answered, answers it on a phone, and the next shopper is told", async () => {
  const ask = async (text: string) => {
    const body = JSON.stringify({ act: "phone-text", channel: "whatsapp", text });
    await fetch(`${demo.url}/api/act`, { method: "POST", headers: { "content-type": "application/json" }, body });
  };
  const page = await (await launchBrowser()).newPage({ viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(20_000);
  const address = new URL(demo.world.merchant.frameUrl("/app/knowledge"));
  const open = () => page.goto(`${demo.adminUrl}${address.pathname}${address.search}`);

  await open();
  await page.getByRole("heading", { name: "Knowledge", level: 1 }).waitFor();
  // The store's texts are read soon after the app was installed.
  for (let tries = 0; tries < 40 && !(await page.getByRole("cell", { name: "Shipping and delivery" }).isVisible()); tries += 1) {
    await page.waitForTimeout(500);
    await open();
  }
  await ask("can I pay with bitcoin?");
  const question = page.getByRole("link", { name: "can I pay with bitcoin?" });
  for (let tries = 0; tries < 40 && !(await question.isVisible()); tries += 1) {
    await page.waitForTimeout(500);
    await open();
  }
  await question.click();
  const answers = page.locator("form", { hasText: "Save the answer" });
  await expect.poll(() => answers.getByLabel("Question").inputValue()).toBe("can I pay with bitcoin?");
  await answers.getByLabel("Answer").fill("No, but PayPal and cards are fine.");
  await answers.getByRole("button", { name: "Save the answer" }).click();
  await answers.getByText("Saved.").waitFor();

  await page.getByPlaceholder("Do you ship to Norway?").fill("do you take bitcoin to pay?");
  await page.getByRole("button", { name: "Try it" }).click();
  await page.locator("li", { hasText: "No, but PayPal and cards are fine." }).getByText("Said").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await ask("and can I pay with bitcoin now?");
  const phone = await (await launchBrowser()).newPage();
  phone.setDefaultTimeout(20_000);
  await phone.goto(demo.url);
  await phone.getByText("No, but PayPal and cards are fine.").first().waitFor();
});
