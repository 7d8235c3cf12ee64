import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { startDemo } from "#sandbox/demo/start-demo.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

test("a merchant sets where labels come from, is told what is missing, and saves it, on a desk and on a phone", {
  timeout: 120_000,
}, async () => {
  const demo = await startDemo();
  try {
    const page = await (await launchBrowser()).newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(20_000);
    const address = new URL(demo.world.merchant.frameUrl("/app/labels"));
    await page.goto(demo.adminUrl + address.pathname + address.search);
    await page.getByText("EasyPost", { exact: true }).click();
    await page.getByLabel("Returns go to").fill("Linden & Loom");
    await picture(page, "carrier");
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, "carrier-390");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByText("Our own label", { exact: true }).click();
    await page.getByLabel("Address of the label", { exact: true }).fill("http://x");
    await page.getByText("Enter an address that begins with https://.").waitFor();
    await picture(page, "problem-390");
    await page.getByLabel("Address of the label", { exact: true }).fill("https://cdn.linden-loom.example.com/label.pdf");
    await page.getByRole("button", { name: "Save" }).first().click();
    await expect.poll(async () => (await demo.world.merchant.openApp("/app/labels")).includes("cdn.linden-loom.example.com")).toBe(true);
  } finally {
    await closeBrowser();
    await demo.stop();
  }
});

/** Kept for a person to look at where a folder is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/labels-${name}.png`, fullPage: true });
}
