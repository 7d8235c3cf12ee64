import axe from "axe-core";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import routes from "#app/routes.ts";
import { type Demo, startDemo } from "#sandbox/demo/start-demo.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

const patience = 30_000;
const widths = [1440, 390];
let demo: Demo;
let page: Page;
let conversationId = "";

beforeAll(async () => {
  demo = await startDemo();
  page = await (await launchBrowser()).newPage({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  page.setDefaultTimeout(patience);
  const phone = demo.world.meta.phone("whatsapp", "DE.1000000000000101", { name: "Ada Sample", phone: "+4915112340101" });
  await phone.sendText("I want to talk to a person, my dress of #1001 is torn");
  await page.goto(demo.adminUrl);
  const row = page.frameLocator("#app").locator('a[href*="/app/inbox/"]').first();
  conversationId = /inbox\/(\w+)/.exec((await row.getAttribute("href")) ?? "")?.[1] ?? "";
}, 120_000);
afterAll(async () => {
  await closeBrowser();
  await demo?.stop();
});

type Listed = { path?: string; file: string; index?: boolean; children?: Listed[] };

/** Every page that staff can open, from the app's own list, so that a new one is looked at by being there. */
function pagesOf(list: readonly Listed[], above = ""): string[] {
  return list.flatMap((one) => {
    const path = one.index ? above : `${above}/${one.path ?? ""}`;
    const isPage = one.file.endsWith(".tsx") && path.startsWith("/app") && !path.includes("*") && one.file !== "routes/app.tsx";
    return [...(isPage ? [path] : []), ...pagesOf(one.children ?? [], path)];
  });
}

/** What axe finds wrong, one line each: the rule, and what it is about. */
async function violationsOf(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

async function openInAdmin(path: string): Promise<Frame> {
  const frame = page.frame("app-iframe") ?? expect.fail("no app in the admin");
  // As a link of the app does, without loading the frame anew.
  await frame.waitForFunction(() => "__remixRouter" in window);
  await frame.evaluate(
    (to) => (window as unknown as { __remixRouter: { navigate(to: string): Promise<void> } }).__remixRouter.navigate(to),
    path,
  );
  await expect.poll(() => frame.evaluate(() => location.pathname), { timeout: patience, message: path }).toBe(path);
  await frame.locator("h1:visible, h2:visible").first().waitFor();
  // What is read apart from the page stands a moment later.
  await page.waitForTimeout(400);
  return frame;
}

test("no page of the admin has anything that axe finds, wide or on a phone", { timeout: 420_000 }, async () => {
  const found: Record<string, string[]> = {};
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of pagesOf(routes)) {
      const frame = await openInAdmin(path.replace(":conversationId", conversationId));
      const violations = await violationsOf(frame);
      if (violations.length > 0) found[`${path} at ${width}`] = violations;
    }
  }
  expect(pagesOf(routes).length).toBeGreaterThan(20);
  expect(found).toEqual({});
});

test("nor has the chat in the store, closed over a page or with an answer, nor the page of withdrawal", { timeout: 180_000 }, async () => {
  const found: Record<string, string[]> = {};
  const look = async (on: Page, name: string) => {
    const violations = await violationsOf(on.mainFrame());
    if (violations.length > 0) found[name] = violations;
  };
  for (const width of widths) {
    const visit = await (await launchBrowser()).newPage({ viewport: { width, height: 900 }, locale: "en-GB" });
    visit.setDefaultTimeout(patience);
    await visit.goto(demo.storefrontUrl);
    await visit.locator("[data-chat-launcher]").click();
    const dialog = visit.getByRole("dialog");
    await dialog.getByRole("textbox").waitFor();
    await look(visit, `greeting at ${width}`);
    await dialog.getByRole("textbox").fill("How long can I send things back?");
    await dialog.getByRole("textbox").press("Enter");
    await dialog
      .getByText(/30 days|days of delivery/)
      .first()
      .waitFor();
    await look(visit, `answer at ${width}`);
    await visit.goto(new URL("/apps/onethread/withdraw", demo.storefrontUrl).href);
    await visit.locator("h1").waitFor();
    await look(visit, `withdrawal at ${width}`);
    await visit.close();
  }
  expect(found).toEqual({});
});
