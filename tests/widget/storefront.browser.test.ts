import { mkdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import "#widget/config.ts";
import { launcherHtml } from "#widget/launcher.ts";
import { choicesBlock, itemsBlock, orderBlock, progressBlock, quoteBlock } from "./samples.ts";
import { createShopPages, openChat } from "./shop-page.ts";

let shop: Awaited<ReturnType<typeof createShopPages>>;
beforeAll(async () => {
  shop = await createShopPages();
});
afterEach(() => shop.closeVisits());
afterAll(() => shop.close());

const embed = `<div data-onethread style="display:block !important"><template shadowrootmode="open">${launcherHtml("Chat with us")}</template></div>`;

test("before anybody shows interest only the loader is fetched, no cookie is set, and nothing but one name is added", async () => {
  const { server, page, context } = await shop.visit({ page: { body: "<main>Cloth</main>" } });
  await page.addInitScript(() => {
    Object.assign(window, { before: new Set(Object.getOwnPropertyNames(window)) });
  });
  await page.goto(server.origin);
  await page.waitForTimeout(600);
  expect(server.requests.map((one) => one.path).filter((one) => one !== "/favicon.ico")).toEqual(["/", "/assets/onethread-loader.js"]);
  const added = await page.evaluate(() =>
    Object.getOwnPropertyNames(window).filter((name) => name !== "before" && !Reflect.get(window, "before").has(name)),
  );
  expect(added).toEqual(["Onethread"]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test("the panel is fetched on hover, before the click", async () => {
  const { server, page } = await shop.visit();
  await page.goto(server.origin);
  await page.locator("[data-chat-launcher]").hover();
  await expect.poll(() => server.called("GET /assets/onethread-panel.js").length).toBe(1);
  expect(server.called("POST /apps/onethread/boot")).toHaveLength(0);
});

test("the launcher that Liquid painted is used, and no second one is drawn", async () => {
  const { server, page } = await shop.visit({ page: { embed } });
  await page.goto(server.origin);
  expect(await page.locator("[data-chat-launcher]").count()).toBe(1);
  await openChat(page);
  expect(await page.locator("[data-onethread]").count()).toBe(1);
});

test("the launcher is painted and measured without any script", async () => {
  const { server, page } = await shop.visit({ page: { embed }, context: { javaScriptEnabled: false } });
  await page.goto(server.origin);
  expect(await page.locator("[data-chat-launcher]").boundingBox()).toMatchObject({ width: 56, height: 56 });
});

test.each(["div:empty{display:none}", ".shopify-app-block{display:none}", "[data-onethread]{display:none!important}"])(
  "a theme with %s does not hide the launcher",
  async (css) => {
    const { server, page } = await shop.visit({
      page: { head: `<style>${css}</style>`, embed: `<div class="shopify-app-block">${embed}</div>` },
    });
    await page.goto(server.origin);
    await page.locator("[data-chat-launcher]").waitFor({ state: "visible" });
    await openChat(page);
  },
);

test("the shop's own styles do not reach in, and ours do not reach out", async () => {
  const { server, page } = await shop.visit({
    page: { head: "<style>*{font-size:40px!important;color:red!important} button{display:none}</style>", body: "<h2 id=title>Cloth</h2>" },
  });
  await page.goto(server.origin);
  await page
    .getByRole("heading", { name: "Cloth" })
    .evaluate((heading) => heading.setAttribute("data-look", getComputedStyle(heading).cssText));
  const before = await page.evaluate(() => document.body.children.length);
  await openChat(page);
  expect(await page.locator(".title").evaluate((title) => getComputedStyle(title).fontSize)).toBe("16px");
  expect(await page.evaluate(() => document.body.children.length)).toBe(before);
  expect(await page.evaluate(() => [document.body.getAttribute("style"), document.documentElement.getAttribute("style")])).toEqual([
    null,
    null,
  ]);
});

test("it works under a strict content policy without eval and inline styles", async () => {
  const { server, page, alarms } = await shop.visit();
  server.state.headers = {
    "content-security-policy": "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'",
  };
  const refused: string[] = [];
  page.on("console", (line) => line.type() === "error" && /policy|trusted/i.test(line.text()) && refused.push(line.text()));
  server.say({ blocks: [choicesBlock] });
  await page.goto(server.origin);
  await openChat(page);
  await page.getByRole("button", { name: "Track it" }).waitFor();
  expect(await page.locator(".panel").evaluate((panel) => getComputedStyle(panel).position)).toBe("fixed");
  expect(refused.filter((line) => !line.includes("favicon"))).toEqual([]);
  expect(alarms).toEqual([]);
});

test("focus goes in with opening, Escape closes, and focus comes back to the launcher", async () => {
  const { server, page } = await shop.visit({ page: { body: "<a href='#x' id=outside>Outside</a>" } });
  await page.goto(server.origin);
  await openChat(page);
  const focused = () => page.evaluate(() => document.querySelector("[data-onethread]")?.shadowRoot?.activeElement?.tagName);
  await expect.poll(focused).toBe("TEXTAREA");
  expect(await page.locator("[data-chat-launcher]").getAttribute("aria-expanded")).toBe("true");
  const dialog = page.getByRole("dialog", { name: /Linden/ });
  await dialog.waitFor();
  expect(await page.getByRole("log").getAttribute("aria-live")).toBe("polite");
  await page.locator("#outside").focus();
  expect(await page.evaluate(() => document.activeElement?.id), "the page is not trapped").toBe("outside");
  await page.locator("[data-chat-input]").focus();
  await page.getByRole("button", { name: "More options" }).click();
  await page.keyboard.press("Escape");
  expect(await dialog.isVisible(), "the first Escape closes the menu only").toBe(true);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(await focused()).toBe("BUTTON");
  expect(await page.locator("[data-chat-launcher]").getAttribute("aria-expanded")).toBe("false");
});

test("the page can open and close it by its one name", async () => {
  const { server, page } = await shop.visit();
  await page.goto(server.origin);
  await page.evaluate(() => window.Onethread?.open());
  await page.getByRole("dialog").waitFor();
  await page.evaluate(() => window.Onethread?.close());
  await page.getByRole("dialog").waitFor({ state: "hidden" });
});

test("a greeting is shown once per browser", async () => {
  const { server, page } = await shop.visit({ page: { script: 'data-greeting="Questions about an order?"' } });
  await page.clock.install();
  await page.goto(server.origin);
  await page.clock.runFor(5_000);
  await page.getByText("Questions about an order?").waitFor();
  await page.reload();
  await page.clock.runFor(5_000);
  expect(await page.getByText("Questions about an order?").count()).toBe(0);
});

test("a long thread keeps the page light and can be read to its beginning", async () => {
  const { server, page } = await shop.visit();
  for (let count = 1; count <= 300; count += 1) server.say({ at: count * 600_000, blocks: [{ kind: "text", text: `number ${count}.` }] });
  await page.goto(server.origin);
  await openChat(page);
  await page.getByText("number 300.").waitFor();
  expect(await page.locator(".bubble").count()).toBe(60);
  await expect.poll(() => page.locator(".log").evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight)).toBeLessThan(2);
  for (let page_ = 0; page_ < 4; page_ += 1) await page.getByRole("button", { name: "Earlier messages" }).click();
  await page.getByText("number 1.", { exact: true }).waitFor();
});

test("what is tapped on a phone is large enough", async () => {
  const { server, page } = await shop.visit({ context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } });
  server.say({ blocks: [progressBlock, itemsBlock, quoteBlock, choicesBlock] });
  await page.goto(server.origin);
  await openChat(page);
  await page.getByRole("checkbox", { name: /Linen shirt/ }).check();
  const small = await page.locator(".panel button:visible, .panel a:visible, .panel textarea, .items label").evaluateAll((controls) =>
    controls
      .map((control) => ({
        name: control.textContent || control.getAttribute("aria-label"),
        height: control.getBoundingClientRect().height,
      }))
      .filter((one) => one.height < 44),
  );
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("without motion nothing moves", async () => {
  const { server, page } = await shop.visit({ context: { reducedMotion: "reduce" } });
  await page.goto(server.origin);
  await openChat(page);
  expect(await page.locator(".panel").evaluate((panel) => getComputedStyle(panel).animationName)).toBe("none");
});

test.each([
  [390, 844],
  [1440, 900],
])("pictures at %i × %i for whoever wants to look, with nothing cut off", async (width, height) => {
  const pictures = path.join(tmpdir(), "onethread-pictures");
  await mkdir(pictures, { recursive: true });
  const { server, page } = await shop.visit({
    context: { viewport: { width, height }, reducedMotion: "reduce" },
    page: { body: "<h1>Linden &amp; Loom</h1>" },
  });
  server.say({ author: "shopper", channel: "instagram", blocks: [{ kind: "text", text: "where is it?" }] });
  server.say({ blocks: [{ kind: "text", text: "It is on its way." }, orderBlock] });
  server.say({ blocks: [progressBlock, itemsBlock] });
  server.say({ blocks: [quoteBlock, choicesBlock] });
  await page.goto(server.origin);
  await openChat(page);
  await page.getByRole("button", { name: "Return for" }).waitFor();
  const file = path.join(pictures, `panel-${width}.png`);
  await page.screenshot({ path: file });
  expect((await readFile(file)).length).toBeGreaterThan(5_000);
  const wide = await page
    .locator(".log, .card")
    .evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.className));
  expect(wide).toEqual([]);
  const panel = await page.locator(".panel").boundingBox();
  expect(panel && panel.x >= 0 && panel.y >= 0 && panel.x + panel.width <= width && panel.y + panel.height <= height).toBe(true);
});

test("where the law asks for it the menu leads to the page of withdrawal, by keyboard alone; elsewhere it is not there", async () => {
  const words = "Vertrag hier widerrufen";
  const { server, page, alarms } = await shop.visit({ page: { script: `data-withdraw="${words}" data-locale="de"` } });
  await page.goto(server.origin);
  await openChat(page);
  const menu = page.locator(".menu-area > button");
  await menu.focus();
  await page.keyboard.press("Enter");
  const link = page.getByRole("link", { name: words });
  expect(await link.evaluate((one) => one.getBoundingClientRect().height)).toBeGreaterThanOrEqual(44);
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/widget-withdraw.png` });
  for (let presses = 0; presses < 6 && !(await link.evaluate((one) => one.matches(":focus"))); presses += 1)
    await page.keyboard.press("Tab");
  const asked = page.waitForRequest(/\/withdraw/);
  await page.keyboard.press("Enter");
  expect(new URL((await asked).url()).pathname + new URL((await asked).url()).search).toBe("/apps/onethread/withdraw?locale=de");
  expect(alarms).toEqual([]);

  const other = await shop.visit();
  await other.page.goto(other.server.origin);
  await openChat(other.page);
  await other.page.getByRole("button", { name: "More options" }).click();
  await other.page.locator(".menu").waitFor();
  expect(await other.page.locator(".menu a").count()).toBe(0);
});
