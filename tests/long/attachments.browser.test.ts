import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Demo, startDemo } from "#sandbox/demo/start-demo.ts";
import { picture } from "#sandbox/pictures.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

const patience = 40_000;
let demo: Demo;
let id = "";
beforeAll(async () => {
  demo = await startDemo();
  const body = JSON.stringify({ act: "phone-text", channel: "whatsapp", text: "I want to talk to a person, where do I drop my parcel?" });
  await fetch(`${demo.url}/api/act`, { method: "POST", headers: { "content-type": "application/json" }, body });
  for (let tries = 0; tries < 200 && id === ""; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    id = /href="\/app\/inbox\/([\w-]+)\?/.exec(await demo.world.merchant.openApp("/app/inbox?view=all"))?.[1] ?? "";
  }
});
afterAll(async () => {
  await closeBrowser();
  await demo?.stop();
});
const look = async (page: Page, name: string) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/attach-${name}.png` });
};
const paper = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

test.each([1440, 390])("files are attached, refused, taken back and sent at %i px", { timeout: 180_000 }, async (width) => {
  const context = await (await launchBrowser()).newContext({ viewport: { width, height: 900 }, locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const alarms: string[] = [];
  page.on("pageerror", (error) => alarms.push(error.message));
  const address = new URL(demo.world.merchant.frameUrl(`/app/inbox/${id}`));
  await page.goto(`${demo.adminUrl}${address.pathname}${address.search}`);
  const attach = page.getByRole("button", { name: "Attach", exact: true });
  await attach.waitFor();
  const choose = async (files: { name: string; mimeType: string; buffer: Buffer }[]) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), attach.press("Enter")]);
    await chooser.setFiles(files);
  };
  const jpeg = async (seed: number, name: string) => ({ name, mimeType: "image/jpeg", buffer: await picture(seed) });
  await choose([{ name: "holiday.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<script>1</script>") }]);
  await page.getByText("holiday.jpg: Only pictures as JPEG, PNG or WebP").waitFor();
  await look(page, `refused-${width}`);
  await choose([await jpeg(width, "drop-off point.jpg"), await jpeg(width + 1, "the label as it should look on the parcel.jpg")]);
  const list = page.getByRole("list", { name: "Attached" });
  await expect.poll(() => list.getByRole("link").count(), { timeout: patience }).toBe(2);
  await page.locator("#reply-text").fill(`Here it is, at ${width}.`);
  await page.waitForTimeout(500);
  await look(page, `attached-${width}`);
  const preview = page.getByRole("button", { name: "Preview", exact: true });
  await preview.click();
  const shown = () => page.locator(".ot-preview img").evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth));
  await expect.poll(shown, { timeout: patience }).toEqual([400, 400]);
  await page.locator(".ot-preview").scrollIntoViewIfNeeded();
  await look(page, `preview-${width}`);
  await preview.click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor();
  const widths = () => page.locator(".ot-leaving img").evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth));
  await expect.poll(widths, { timeout: patience }).toEqual([400, 400]);
  await look(page, `held-${width}`);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => list.getByRole("link").count(), { timeout: patience }).toBe(2);
  // What was taken back is kept, words and files, and is there after the page was loaded again.
  await page.reload();
  await expect.poll(() => list.getByRole("link").count(), { timeout: patience }).toBe(2);
  expect(await page.locator("#reply-text").inputValue()).toBe(`Here it is, at ${width}.`);
  await list.getByRole("button", { name: /Take off the label/ }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("button", { name: "Send now" }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor({ state: "detached" });
  await choose([{ name: "terms.pdf", mimeType: "application/pdf", buffer: paper }]);
  await expect.poll(() => list.getByRole("link").count(), { timeout: patience }).toBe(1);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("button", { name: "Send now" }).click();
  await page.locator(".ot-message:not(.ot-leaving) .ot-file", { hasText: "terms.pdf" }).last().waitFor();
  await page.getByRole("button", { name: "Undo" }).waitFor({ state: "detached" });
  await page.waitForTimeout(1000);
  await look(page, `sent-${width}`);
  expect(await list.count()).toBe(0);
  expect(alarms).toEqual([]);
  await context.close();
});
