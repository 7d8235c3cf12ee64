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
  expect(await dialog.locator(":focus").textContent()).toMatch(/^Just close/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText("2 conversations: closed, solved.").waitFor();
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

/**
 * The browser's own alerts, kept for us to see and press. The headless browser grants the permission when it is asked and goes on
 * saying "denied" to pages, so what it answered is kept beside it.
 */
const keepAlerts = () => {
  const shown: { title: string; body: string; press(): void }[] = [];
  const Real = globalThis.Notification;
  class Kept extends Real {
    static override get permission(): NotificationPermission {
      return (localStorage.getItem("answered") ?? "default") as NotificationPermission;
    }
    static override async requestPermission(): Promise<NotificationPermission> {
      const answer = await Real.requestPermission();
      localStorage.setItem("answered", answer);
      return answer;
    }
    constructor(title: string, options: NotificationOptions = {}) {
      super(title, options);
      shown.push({ title, body: options.body ?? "", press: () => this.onclick?.(new Event("click")) });
    }
  }
  Object.assign(globalThis, { shown, Notification: Kept });
};
const inTheBackground = () => Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
type Shown = { shown: { title: string; body: string; press(): void }[] };
const alertsOf = async (...pages: Page[]) =>
  (
    await Promise.all(
      pages.map((page) => page.evaluate(() => (globalThis as unknown as Shown).shown.map(({ title, body }) => `${title}: ${body}`))),
    )
  ).flat();

test("a new case is told once by the browser to whose it is, over all their tabs, and pressing the alert shows the case", {
  timeout: 240_000,
}, async () => {
  const kim = await sit("Kim Sample", "/app/connections");
  const [context, sam] = [kim.page.context(), await sit("Sam", "/app/inbox")];
  const origin = new URL(kim.page.url()).origin;
  const open = async (page: Page, path: string) => {
    const address = new URL(demo.world.merchant.frameUrl(path));
    await page.goto(`${demo.adminUrl}${address.pathname}${address.search}`);
  };
  for (const one of [context, sam.page.context()]) {
    await one.addInitScript(keepAlerts);
    await one.grantPermissions(["notifications"], { origin });
  }
  await kim.page.evaluate(() => localStorage.setItem("answered", "denied"));
  await open(kim.page, "/app/connections");
  await kim.page.getByText(/^Blocked\./).waitFor();
  await kim.page.evaluate(() => localStorage.removeItem("answered"));
  await open(kim.page, "/app/connections");
  await kim.page.getByText(/^Not asked yet\./).waitFor();
  await kim.page.getByRole("button", { name: "Show alerts in this browser" }).press("Enter");
  await kim.page.getByText(/^On\. While/).waitFor();
  await look(kim.page, "alerts-on");
  await kim.page.getByRole("button", { name: "Turn off" }).press("Enter");
  await kim.page
    .getByRole("status")
    .getByText(/^Off in this browser\./)
    .waitFor();
  await kim.page.getByRole("button", { name: "Turn on" }).press("Enter");
  await kim.page.getByText(/^On\. While/).waitFor();
  await sam.page.evaluate(() => localStorage.setItem("answered", "granted"));

  const second = await context.newPage();
  const tabs = [kim.page, second, sam.page];
  for (const page of tabs) {
    await page.addInitScript(inTheBackground);
    await open(page, "/app/inbox");
    await page.getByRole("heading", { name: "Inbox", exact: true }).waitFor();
  }
  const phone = demo.world.meta.phone("whatsapp", "DE.1000000000000085", { name: "Dora Sample", phone: "+4915112340085" });
  await phone.sendText("I want to talk to a person, my secret is Quokkafield");
  await expect.poll(() => alertsOf(...tabs), { timeout: patience }).toEqual(["A shopper waits for you: Wants a person"]);
  // Long enough for every other tab.
  await kim.page.waitForTimeout(1_500);
  expect(await alertsOf(...tabs)).toHaveLength(1);
  expect(await alertsOf(sam.page)).toEqual([]);
  const [told] = (await alertsOf(second)).length > 0 ? [second] : [kim.page];
  await told?.evaluate(() => (globalThis as unknown as Shown).shown[0]?.press());
  await told?.getByRole("heading", { name: "Dora Sample" }).waitFor();
  await expect.poll(() => told?.locator(".ot-head h1").evaluate((one) => one === document.activeElement)).toBe(true);
  expect([...kim.alarms, ...sam.alarms]).toEqual([]);
});
