import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Demo, startDemo } from "#sandbox/demo/start-demo.ts";
import type { Template } from "#sandbox/meta/templates.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

const patience = 40_000;
const pickup: Template = {
  name: "ready_for_pickup",
  language: "en_US",
  category: "UTILITY",
  status: "APPROVED",
  parameter_format: "NAMED",
  header: { format: "TEXT", text: "Order {{order_number}}" },
  text: "Hi {{first_name}}, your parcel waits at *{{place}}*.",
  footer: "Linden & Loom",
  buttons: [{ type: "URL", text: "See where it is", url: "https://linden-loom.example/track/{{1}}" }],
  examples: ["Ada", "Main street 1"],
};
let demo: Demo;
let id = "";
beforeAll(async () => {
  demo = await startDemo();
  demo.world.meta.templates.push(pickup);
  const body = JSON.stringify({ act: "phone-text", channel: "whatsapp", text: "I want to talk to a person, where is my parcel?" });
  await fetch(`${demo.url}/api/act`, { method: "POST", headers: { "content-type": "application/json" }, body });
  for (let tries = 0; tries < 200 && id === ""; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    id = /href="\/app\/inbox\/([\w-]+)\?/.exec(await demo.world.merchant.openApp("/app/inbox?view=all"))?.[1] ?? "";
  }
  await demo.world.advance(25 * 3_600_000);
});
afterAll(async () => {
  await closeBrowser();
  await demo?.stop();
});
const look = async (page: Page, name: string) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/templates-${name}.png` });
};

test.each([1440, 390])(
  "a template is filled in by keys alone, taken back as it was, and sent, at %i px",
  { timeout: 180_000 },
  async (width) => {
    const context = await (await launchBrowser()).newContext({ viewport: { width, height: 900 }, locale: "en-GB" });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const alarms: string[] = [];
    page.on("pageerror", (error) => alarms.push(error.message));
    const address = new URL(demo.world.merchant.frameUrl(`/app/inbox/${id}`));
    await page.goto(`${demo.adminUrl}${address.pathname}${address.search}`);
    await page.getByRole("button", { name: /Ready for pickup/ }).waitFor();
    await look(page, `list-${width}`);
    await page.getByRole("button", { name: /Ready for pickup/ }).press("Enter");
    // The first place that nobody could fill in has the focus.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    await page.keyboard.press("Control+Enter");
    await page.getByText("This is not filled in yet.").waitFor();
    await look(page, `open-${width}`);
    const fields = { "Order number": "#1001", Place: `Main street ${width}`, "End of the address of “See where it is”": "AB12" };
    for (const [name, value] of Object.entries(fields)) await page.getByRole("textbox", { name, exact: true }).fill(value);
    const phone = page.getByRole("region", { name: "How it arrives on WhatsApp" });
    expect(await phone.getByRole("strong").allTextContents()).toEqual(["Order #1001", `Main street ${width}`]);
    await look(page, `filled-${width}`);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => page.getByRole("textbox", { name: "Place", exact: true }).inputValue()).toBe(`Main street ${width}`);
    await page.getByRole("button", { name: "Undo" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Send template" }).click();
    await page.getByRole("button", { name: "Send now" }).click();
    await expect
      .poll(() => page.locator(".ot-message .ot-bubble").allTextContents(), { timeout: patience })
      .toContainEqual(expect.stringContaining(`waits at Main street ${width}`));
    await page.getByRole("button", { name: "Undo" }).waitFor({ state: "detached" });
    await look(page, `sent-${width}`);
    expect(alarms).toEqual([]);
    await context.close();
  },
);
