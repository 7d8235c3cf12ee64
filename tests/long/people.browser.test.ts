import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Demo, startDemo } from "#sandbox/demo/start-demo.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

const patience = 20_000;
let demo: Demo;
let page: Page;

beforeAll(async () => {
  demo = await startDemo();
  page = await (await launchBrowser()).newPage({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  page.setDefaultTimeout(patience);
});
afterAll(async () => {
  await closeBrowser();
  await demo?.stop();
});

test("two shoppers are merged by two clicks or by dragging, the shopper page says why, and the undo parts them", {
  timeout: 120_000,
}, async () => {
  const { meta } = demo.world;
  // An order that is not there: no code goes to anybody, who would be a third one to decide about. Instagram tells no names; one who has changed her number brings hers along.
  await meta.phone("whatsapp", "DE.1000000000000078", { name: "Ada Sample", phone: "+4915112340078" }).sendText("Where is my order #9944?");
  await meta.phone("whatsapp", "DE.1000000000000077", { name: "Ada Sample", phone: "+4915112340077" }).sendText("Order #9944 is late");
  const alarms: string[] = [];
  page.on("pageerror", (error) => alarms.push(error.message));
  await page.goto(demo.adminUrl);
  const app = page.frameLocator("#app");
  await expect.poll(() => app.locator('a[href*="/app/inbox/"]').count(), { timeout: patience }).toBe(2);

  // Once it has settled; the page is opened again as staff would.
  const pair = app.getByRole("region", { name: /Ada Sample/ });
  await expect
    .poll(
      async () => {
        await page.getByRole("link", { name: "Inbox", exact: true }).click();
        await app.getByRole("heading", { name: "Inbox" }).waitFor();
        await page.getByRole("link", { name: "People", exact: true }).click();
        await app.getByRole("heading", { name: "People" }).waitFor();
        return pair.count();
      },
      { timeout: patience, interval: 1000 },
    )
    .toBe(1);
  await pair.getByText("Both speak of order #9944").waitFor();
  await pair.getByText("They have the same name").waitFor();

  await pair.getByRole("button", { name: /See what merging/ }).click();
  const preview = app.getByRole("region", { name: "What merging does" });
  await preview.getByText(/No order, return or history opens up/).waitFor();
  await preview.getByRole("button", { name: "Merge these two" }).click();
  await app.getByText("They are one shopper now.").waitFor();
  await app.getByText("Nothing to decide").waitFor();
  await app.getByRole("button", { name: "Undo the merge" }).click();
  await app.getByText("They are apart again, exactly as before.").waitFor();

  const cards = pair.getByRole("article");
  await cards.nth(0).dragTo(cards.nth(1));
  await preview.getByRole("button", { name: "Merge these two" }).click();
  await app.getByText("They are one shopper now.").waitFor();

  await page.getByRole("link", { name: "Inbox", exact: true }).click();
  await app.getByRole("link", { name: "All", exact: true }).click();
  await app.locator('a[href*="/app/inbox/"]').first().click();
  await app.getByRole("link", { name: "All contacts and proofs" }).click();
  await app.getByText(/Merged with .+ by staff, not proven/).waitFor();
  await app.getByRole("link", { name: /Undo the merge/ }).click();
  await app.getByRole("heading", { name: "What goes where" }).waitFor();
  await app.getByRole("button", { name: "Take them apart" }).click();
  await app.getByText("Merge undone").waitFor();
  await page.getByRole("link", { name: "People", exact: true }).click();
  await pair.getByText("They have the same name").waitFor();
  await pair.getByRole("button", { name: /are not the same person/ }).click();
  await app.getByText("They are not suggested again.").waitFor();
  await pair.waitFor({ state: "detached" });
  expect(alarms).toEqual([]);
});
