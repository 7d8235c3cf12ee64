import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { startDemo } from "#sandbox/demo/start-demo.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

const patience = 45_000;

test("a merchant sets up who gets what by keyboard; a shopper is handed over to that person, who gives it on", {
  timeout: 240_000,
}, async () => {
  const demo = await startDemo();
  try {
    const page = await (await launchBrowser()).newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(patience);
    const open = async (path: string) => {
      const address = new URL(demo.world.merchant.frameUrl(path));
      await page.goto(demo.adminUrl + address.pathname + address.search);
    };
    const press = (name: string) => page.getByRole("button", { name, exact: true }).press("Enter");
    const type = (name: string, text: string) => page.getByRole("textbox", { name, exact: true }).fill(text);

    await open("/app/routing");
    await page.getByText("Nobody yet").waitFor();
    await picture(page, "empty");
    await type("Add a team", "Returns");
    await press("Add");
    await page.getByText("Nobody is in it").waitFor();
    await press("Add a person");
    await type("Name", "Kim");
    await page.getByRole("checkbox", { name: "Returns" }).press("Space");
    await type("Cases at once, at most", "many");
    await press("Save the person");
    await page.getByText("Nothing was saved yet").waitFor();
    await type("Cases at once, at most", "8");
    await press("Save the person");
    await page.getByText("0 of 8 open · Returns").waitFor();
    await press("Add a person");
    await type("Name", "Sam");
    await press("Save the person");
    await page.getByRole("form", { name: "A new person" }).waitFor({ state: "detached" });
    await press("Add a rule");
    await type("Name", "Whoever asks");
    await page.getByRole("checkbox", { name: "The shopper asked for a person" }).press("Space");
    await page.getByRole("combobox", { name: "Ask" }).selectOption({ label: "Team Returns" });
    await page.getByRole("checkbox", { name: "It is urgent" }).press("Space");
    await picture(page, "rule");
    await press("Save the rule");
    await page.getByText("To Team Returns, urgent.").waitFor();
    await press("Who gets it?");
    await page.getByText("The rule “Whoever asks” holds.").waitFor();
    await press("This is me: Kim");
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, "page-390");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1440, height: 900 });

    const phone = demo.world.meta.phone("whatsapp", "DE.1000000000000079", { name: "Ada Sample", phone: "+4915112340079" });
    await phone.sendText("I want to talk to a person");
    await expect.poll(() => phone.inbox.length, { timeout: patience }).toBeGreaterThan(0);
    await open("/app/inbox?view=mine&name=Kim");
    await page.getByText("Urgent: Kim to answer").waitFor();
    await page.getByRole("link", { name: /Ada Sample/ }).press("Enter");
    await page.getByText("The rule “Whoever asks” holds. Nobody else is here for it.").waitFor();
    await picture(page, "case");
    await page.getByRole("combobox", { name: "Give it to" }).selectOption({ label: "Sam" });
    await press("Give");
    await page.getByText("Kim gave it to Sam by hand.").waitFor();
    await picture(page, "given");
  } finally {
    await closeBrowser();
    await demo.stop();
  }
});

async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/routing-${name}.png`, fullPage: true });
}
