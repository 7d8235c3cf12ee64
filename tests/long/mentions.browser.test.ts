import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Demo, startDemo } from "#sandbox/demo/start-demo.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

const patience = 40_000;
let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
  const merchant = demo.world.merchant;
  await merchant.submit("/app/routing", { intent: "save-team", teamName: "Returns" });
  const team = /team:([\w-]+)/.exec(await merchant.openApp("/app/routing"))?.[1] ?? "";
  expect(team).not.toBe("");
  for (const name of ["Kim Sample", "Kit", "Sam"])
    await merchant.submit("/app/routing", { intent: "save-member", name, teams: team, mostOpen: "" });
});
afterAll(async () => {
  await closeBrowser();
  await demo?.stop();
});

/** Somebody of the shop at their own desk. */
async function sit(name: string, path: string, width = 1440): Promise<{ page: Page; alarms: string[] }> {
  const context = await (await launchBrowser()).newContext({ viewport: { width, height: 900 }, locale: "en-GB" });
  await context.addInitScript((own) => localStorage.setItem("onethread-staff-name", own), name);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const alarms: string[] = [];
  page.on("pageerror", (error) => alarms.push(error.message));
  const address = new URL(demo.world.merchant.frameUrl(path));
  await page.goto(`${demo.adminUrl}${address.pathname}${address.search}`);
  return { page, alarms };
}

const look = async (page: Page, name: string) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/mentions-${name}.png` });
};
const box = (page: Page) => page.locator("#reply-text");

test("a colleague is named in a note by keyboard, sees it counted at once, and reads it by opening the conversation", {
  timeout: 240_000,
}, async () => {
  const phone = demo.world.meta.phone("whatsapp", "DE.1000000000000081", { name: "Ada Sample", phone: "+4915112340081" });
  await phone.sendText("I want to talk to a person");
  await expect.poll(() => phone.inbox.length, { timeout: patience }).toBeGreaterThan(0);
  const kim = await sit("Kim Sample", "/app/inbox?view=all", 390);
  await kim.page.getByRole("link", { name: "Mentions", exact: true }).waitFor();
  const sam = await sit("Sam", "/app/inbox?view=all");
  await sam.page.getByRole("link", { name: /Ada Sample/ }).press("Enter");
  await sam.page.getByRole("button", { name: "Private note" }).press("Enter");
  await box(sam.page).focus();
  await sam.page.keyboard.type("Please look, @");
  const names = sam.page.getByRole("listbox", { name: "Colleagues and teams" });
  await names.waitFor();
  // Nobody names themselves.
  expect(await names.getByRole("option").allTextContents()).toEqual(["Kim Sample", "Kit", "ReturnsTeamKim Sample, Kit, Sam"]);
  await look(sam.page, "list");
  await sam.page.keyboard.press("Escape");
  await names.waitFor({ state: "detached" });
  await sam.page.keyboard.type("k");
  expect(await names.count()).toBe(0);
  await sam.page.keyboard.press("Backspace");
  await sam.page.keyboard.press("Backspace");
  await sam.page.keyboard.type("@ki");
  await names.waitFor();
  const active = () =>
    box(sam.page).evaluate((one) => document.getElementById(one.getAttribute("aria-activedescendant") ?? "")?.textContent);
  expect(await active()).toBe("Kim Sample");
  await sam.page.keyboard.press("ArrowDown");
  expect(await active()).toBe("Kit");
  await sam.page.keyboard.press("ArrowUp");
  await sam.page.keyboard.press("Enter");
  // Typed on without a pause.
  await sam.page.keyboard.type("is it back?");
  expect(await box(sam.page).inputValue()).toBe("Please look, @Kim Sample is it back?");
  expect(await names.count()).toBe(0);
  await sam.page.keyboard.press("Control+Enter");
  await sam.page.locator(".ot-note").getByText("@Kim Sample", { exact: true }).waitFor();
  await look(sam.page, "note");

  await kim.page.getByRole("link", { name: "Mentions 1 unread" }).press("Enter");
  const row = kim.page.locator("[data-row]");
  await row.getByText("Sam: Please look, @Kim Sample is it back?").waitFor();
  await look(kim.page, "390-view");
  await row.getByRole("link").press("Enter");
  await kim.page.getByRole("heading", { name: "Ada Sample" }).waitFor();
  await kim.page.goBack();
  await kim.page.getByRole("link", { name: "Mentions", exact: true }).waitFor();
  expect(await kim.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(phone.inbox.some((one) => JSON.stringify(one).includes("is it back"))).toBe(false);
  expect([...kim.alarms, ...sam.alarms]).toEqual([]);
});
