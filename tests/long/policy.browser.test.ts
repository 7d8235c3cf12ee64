import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { startDemo } from "#sandbox/demo/start-demo.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

test("a merchant adds a rule by keyboard, tries it on past orders, saves it and goes back", { timeout: 120_000 }, async () => {
  const demo = await startDemo();
  try {
    const page = await (await launchBrowser()).newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(20_000);
    const address = new URL(demo.world.merchant.frameUrl("/app/policy"));
    await page.goto(demo.adminUrl + address.pathname + address.search);
    await picture(page, "editor");
    await page.getByRole("button", { name: "Add a rule" }).focus();
    await page.keyboard.press("Enter");
    await focusIs(page, "Name");
    await page.keyboard.type("Long time for all");
    await page.getByRole("button", { name: "Done" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Add what is different for these returns.").waitFor();
    await page.getByLabel("Add what is different").selectOption({ label: "Return window" });
    await page
      .getByRole("group", { name: "What is different" })
      .getByLabel("Return window", { exact: true })
      .selectOption({ label: "90 days" });
    await picture(page, "rule-open");
    await page.getByRole("button", { name: "Done" }).press("Enter");
    await focusIs(page, "Edit Long time for all");
    await page.getByText("Long time for all: 90 days. For everything.").first().waitFor();
    await page.getByRole("button", { name: "Try these rules on the last 90 days" }).press("Enter");
    await page.getByText(/items would be decided differently/).waitFor();
    await page
      .getByRole("heading", { name: /^#\d+ · / })
      .first()
      .waitFor();
    await picture(page, "trial");
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, "trial-390");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole("button", { name: "Save these rules" }).press("Enter");
    await page.getByText("Saved. These rules hold now.").waitFor();
    await page.getByRole("link", { name: "Go on editing" }).press("Enter");
    await page.getByRole("button", { name: "Edit Long time for all" }).press("Enter");
    await picture(page, "editor-390");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole("link", { name: "Earlier versions" }).press("Enter");
    await page.getByText("This is what holds now.").waitFor();
    await picture(page, "history-390");
    await page.getByRole("button", { name: "Restore version 0" }).press("Enter");
    await page.getByText("No longer: Long time for all").first().waitFor();
  } finally {
    await closeBrowser();
    await demo.stop();
  }
});

test("while a page takes long, a line at the top says that it is on its way; when it comes the line goes", {
  timeout: 120_000,
}, async () => {
  const demo = await startDemo();
  try {
    const page = await (await launchBrowser()).newPage({ viewport: { width: 390, height: 844 } });
    page.setDefaultTimeout(20_000);
    const address = new URL(demo.world.merchant.frameUrl("/app/policy"));
    await page.goto(demo.adminUrl + address.pathname + address.search);
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(/\/policy\/proposal/, async (route) => {
      await answered;
      await route.continue();
    });
    await page.getByRole("link", { name: "See what your refund policy says" }).click();
    const line = page.getByRole("progressbar", { name: "The page is loading" });
    await line.waitFor();
    await expect.poll(() => line.evaluate((one) => Number(getComputedStyle(one).opacity)), { timeout: 5_000 }).toBe(1);
    await picture(page, "on-its-way-390");
    answer();
    await page.getByRole("heading", { name: "From your refund policy" }).waitFor();
    await line.waitFor({ state: "detached" });
    await picture(page, "proposal-390");
  } finally {
    await closeBrowser();
    await demo.stop();
  }
});

async function focusIs(page: Page, name: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        () => document.activeElement?.getAttribute("aria-label") ?? (document.activeElement as HTMLInputElement)?.labels?.[0]?.textContent,
      ),
    )
    .toBe(name);
}

async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/policy-${name}.png`, fullPage: true });
}
