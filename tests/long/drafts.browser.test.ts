import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { startDemo } from "#sandbox/demo/start-demo.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

test("drafts are worked off one after the other with the keyboard, and on the conversation's own page", {
  timeout: 180_000,
}, async () => {
  const demo = await startDemo();
  const { world } = demo;
  try {
    const page = await (await launchBrowser()).newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(20_000);
    const open = (path: string) => {
      const address = new URL(world.merchant.frameUrl(path));
      return page.goto(demo.adminUrl + address.pathname + address.search);
    };
    const people = ["one", "two", "three"].map((name) => world.mail.mailbox(`${name}@example.com`));
    await open("/app/drafts");
    await page.getByRole("heading", { name: "No draft waits" }).waitFor();
    await picture(page, "none");
    for (const [place, mailbox] of people.entries()) {
      await mailbox.send({ to: world.mail.shopAddress, subject: "Shipping", text: "How much is standard shipping within Germany?" });
      // The page is live: nobody loads it again.
      await page.getByText(`1 of ${place + 1}`).waitFor();
    }
    const card = page.getByRole("region", { name: "Draft waiting" });
    await card.getByText("Standard shipping costs 4.90 EUR").first().waitFor();
    await card.getByText(/Stands on/).click();
    await picture(page, "queue");
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, "queue-390");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1440, height: 900 });

    // A key that was pressed for this draft is not pressed again by coming back to it.
    await page.keyboard.press("r");
    await page.getByLabel("Why, for your colleagues (optional)").press("Escape");
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByText("2 of 3").waitFor();
    await page.getByRole("button", { name: "Previous" }).click();
    await page.getByText("1 of 3").waitFor();
    await page.getByRole("button", { name: "Accept and send" }).waitFor({ timeout: 5_000 });

    await page.keyboard.press("a");
    await page.getByText("1 of 2").waitFor();
    await expect.poll(() => people[0]?.inbox.length).toBe(1);
    await page.keyboard.press("e");
    const words = page.getByLabel("Your words, sent in its place");
    await words.fill("It is 4.90 EUR, and nothing from 80 EUR on. Yours, Sam");
    await picture(page, "edit");
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, "edit-390");
    await page.setViewportSize({ width: 1440, height: 900 });
    await words.press("Control+Enter");
    await page.getByText("1 of 1").waitFor();
    await expect.poll(() => people[1]?.inbox[0]?.text).toContain("nothing from 80 EUR on");

    await page.getByRole("link", { name: "Open the conversation" }).click();
    await page.getByRole("button", { name: "Take over" }).waitFor();
    await page.getByRole("button", { name: "Accept and send" }).waitFor();
    await picture(page, "case");
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, "case-390");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole("button", { name: "Reject" }).click();
    await page.getByLabel("Why, for your colleagues (optional)").fill("The price is wrong");
    await picture(page, "reject-390");
    await page.getByRole("button", { name: "Reject and answer myself" }).click();
    await page.getByRole("button", { name: "Hand back to the assistant" }).waitFor();
    expect(people[2]?.inbox).toEqual([]);

    await open("/app/drafts/settings");
    await page.getByLabel("Delivery on Email").selectOption({ label: "Assistant" });
    await picture(page, "settings-390");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1440, height: 900 });
    await picture(page, "settings");
    await page.getByRole("button", { name: "Save" }).first().click();
    await page.getByRole("status").getByText("Saved").waitFor({ state: "attached" });
    await people[0]?.send({ to: world.mail.shopAddress, subject: "Shipping", text: "How long does delivery take in Germany?" });
    await expect.poll(() => people[0]?.inbox.length, { timeout: 20_000 }).toBe(2);
  } finally {
    await closeBrowser();
    await demo.stop();
  }
});

/** Kept for a person to look at where a folder is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/drafts-${name}.png`, fullPage: true });
}
