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
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/desk-${name}.png` });
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
  await look(sam.page, "mention-list");
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
  await look(sam.page, "mention-note");

  await kim.page.getByRole("link", { name: "Mentions 1 unread" }).press("Enter");
  const row = kim.page.locator("[data-row]");
  await row.getByText("Sam: Please look, @Kim Sample is it back?").waitFor();
  await look(kim.page, "mention-view-390");
  await row.getByRole("link").press("Enter");
  await kim.page.getByRole("heading", { name: "Ada Sample" }).waitFor();
  await kim.page.goBack();
  await kim.page.getByRole("link", { name: "Mentions", exact: true }).waitFor();
  expect(await kim.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(phone.inbox.some((one) => JSON.stringify(one).includes("is it back"))).toBe(false);
  expect([...kim.alarms, ...sam.alarms]).toEqual([]);
});

test("several cases are closed with one outcome by keyboard, stand under Closed with it, and one is opened again from there", {
  timeout: 240_000,
}, async () => {
  for (const [n, name] of ["Ben Sample", "Cem Sample"].entries()) {
    const phone = demo.world.meta.phone("whatsapp", `DE.100000000000008${n + 2}`, { name, phone: `+491511234008${n + 2}` });
    await phone.sendText("I want to talk to a person");
    await expect.poll(() => phone.inbox.length, { timeout: patience }).toBeGreaterThan(0);
  }
  const { page, alarms } = await sit("Sam", "/app/inbox?view=waiting");
  const row = (name: string) => page.locator("[data-row]").filter({ hasText: name });
  await row("Ben Sample")
    .getByText(/to answer|Needs a person/)
    .waitFor();
  for (const name of ["Ben Sample", "Cem Sample"]) await page.getByRole("checkbox", { name: `Choose ${name}` }).press("Space");
  await page.getByRole("region", { name: "Chosen conversations" }).getByRole("button", { name: "Close…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Close 2 conversations" });
  await dialog.waitFor();
  await look(page, "close-dialog");
  // First stands what the key does, then the outcomes.
  await dialog.getByRole("button", { name: /^Just close/ }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText("2 conversations: closed: solved.").waitFor();
  await row("Ben Sample").waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Closed", exact: true }).press("Enter");
  await row("Cem Sample")
    .getByText(/^Solved, was with/)
    .waitFor();
  await look(page, "closed-1440");
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, "closed-390");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1440, height: 900 });
  await row("Cem Sample").getByRole("link").focus();
  await page.keyboard.press("o");
  await page.getByRole("status").getByText("Cem Sample: open again, and yours.").waitFor();
  await row("Cem Sample").waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Mine", exact: true }).press("Enter");
  await row("Cem Sample").waitFor();
  expect(alarms).toEqual([]);
});
