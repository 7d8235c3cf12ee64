import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Demo, startDemo } from "#sandbox/demo/start-demo.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

const patience = 40_000;
let demo: Demo;
let id = "";
beforeAll(async () => {
  demo = await startDemo();
  await say("I want to talk to a person, where is my parcel?");
  for (let tries = 0; tries < 200 && id === ""; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    id = /href="\/app\/inbox\/([\w-]+)\?/.exec(await demo.world.merchant.openApp("/app/inbox?view=all"))?.[1] ?? "";
  }
  await demo.world.merchant.submit("/app/replies", {
    intent: "save",
    title: "On its way",
    language: "en",
    text: "Hi {{first_name}}, your parcel is here: {{tracking_link}}",
  });
});
afterAll(async () => {
  await closeBrowser();
  await demo?.stop();
});

async function say(text: string): Promise<void> {
  const body = JSON.stringify({ act: "phone-text", channel: "whatsapp", text });
  await fetch(`${demo.url}/api/act`, { method: "POST", headers: { "content-type": "application/json" }, body });
}

/** Somebody of the shop with the case open, in a browser of their own. */
async function open(name: string, width = 1440): Promise<{ page: Page; alarms: string[] }> {
  const context = await (await launchBrowser()).newContext({ viewport: { width, height: 900 }, locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const alarms: string[] = [];
  page.on("pageerror", (error) => alarms.push(error.message));
  const address = new URL(demo.world.merchant.frameUrl(`/app/inbox/${id}`));
  await page.goto(`${demo.adminUrl}${address.pathname}${address.search}`);
  await page.getByRole("textbox", { name: "Your name, as the shopper sees it" }).fill(name);
  return { page, alarms };
}

const box = (page: Page) => page.locator("#reply-text");
const look = async (page: Page, name: string) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/composer-${name}.png` });
};

test("a reply is taken back and stands in the composer again, before what was typed since, also after a reload", {
  timeout: 180_000,
}, async () => {
  const { page, alarms } = await open("Sam");
  await box(page).fill("Your parcel comes tomorrow.");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Undo" }).waitFor();
  await box(page).fill("And one more thing.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => box(page).inputValue(), { timeout: patience }).toBe("Your parcel comes tomorrow.\n\nAnd one more thing.");
  await page.waitForTimeout(1_500);
  await page.reload();
  await box(page).waitFor();
  expect(await box(page).inputValue()).toBe("Your parcel comes tomorrow.\n\nAnd one more thing.");
  await box(page).fill("");
  await page.waitForTimeout(1_000);
  expect(alarms).toEqual([]);
  await page.context().close();
});

test("what is begun in the other mode while a reply is on its way stays, and another reply has a key of its own", {
  timeout: 180_000,
}, async () => {
  const { page, alarms } = await open("Sam");
  const sent: (string | null)[] = [];
  await page.route("**/app/inbox/**", async (route) => {
    const form = new URLSearchParams(route.request().postData() ?? "");
    if (form.get("intent") !== "reply") return route.continue();
    sent.push(form.get("clientId"));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  const sendReply = () => page.getByRole("button", { name: "Send", exact: true }).click();
  await box(page).fill("Here it is: {{tracking_link}}");
  await sendReply();
  await page.getByText(/is not filled in/).waitFor();
  await sendReply();
  await expect.poll(() => sent.length, { timeout: patience }).toBe(2);
  await page.getByText(/is not filled in/).waitFor();
  await box(page).fill("Here it is.");
  await sendReply();
  await page.getByRole("button", { name: "Private note" }).click();
  await box(page).fill("For colleagues");
  await page.getByRole("button", { name: "Undo" }).first().waitFor();
  expect(await box(page).inputValue()).toBe("For colleagues");
  await page.getByRole("button", { name: "Reply", exact: true }).click();
  await expect.poll(() => box(page).inputValue(), { timeout: patience }).toBe("");
  expect(sent[1]).toBe(sent[0]);
  expect(sent[2]).not.toBe(sent[0]);
  await page.getByRole("button", { name: "Private note" }).click();
  await box(page).fill("");
  await page.waitForTimeout(1_000);
  expect(alarms).toEqual([]);
  await page.context().close();
});

test("a saved reply is put in by keys alone, what is open is marked, and the preview shows what arrives", {
  timeout: 180_000,
}, async () => {
  for (const width of [1440, 390]) {
    const { page, alarms } = await open("Sam", width);
    await box(page).click();
    await page.keyboard.type("/way");
    await page.getByRole("option", { name: /On its way/ }).waitFor();
    await look(page, `${width}-picker`);
    await page.keyboard.press("Enter");
    await expect.poll(() => box(page).inputValue(), { timeout: patience }).toMatch(/^Hi .*: \{\{tracking_link\}\}$/);
    await page.getByText("Still to fill in:").waitFor();
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByText(/is not filled in/).waitFor();
    await page.getByRole("button", { name: "Tracking link" }).click();
    await page.keyboard.type("https://carrier.example/1");
    await page.getByRole("button", { name: "Preview" }).click();
    const preview = page.getByRole("region", { name: "How it arrives on WhatsApp" });
    await preview.getByText("https://carrier.example/1").waitFor();
    await look(page, `${width}-preview`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await box(page).fill("");
    await page.waitForTimeout(1_000);
    expect(alarms).toEqual([]);
    await page.context().close();
  }
});

test("two people see each other write, are asked before both answer, and who leaves the page is gone", { timeout: 180_000 }, async () => {
  const [ada, kim] = [await open("Ada"), await open("Kim")];
  await ada.page.getByText("Kim is looking").waitFor();
  await box(kim.page).click();
  await kim.page.keyboard.type("Hello, I am on it.");
  await ada.page.getByText("Kim is writing").waitFor();
  await box(ada.page).fill("This is Ada.");
  await ada.page.getByRole("button", { name: "Send", exact: true }).click();
  await ada.page.getByText("Kim is writing to this shopper too.").waitFor();
  await look(ada.page, "1440-ask");
  await ada.page.getByRole("button", { name: "Send anyway" }).click();
  await kim.page.getByText("This is Ada.").first().waitFor();
  await kim.page.getByRole("button", { name: "Send", exact: true }).click();
  await kim.page.getByText(/Ada has answered since you began/).waitFor();
  await look(kim.page, "1440-meanwhile");
  await kim.page.goto("about:blank");
  await expect.poll(() => ada.page.locator(".ot-others").innerText(), { timeout: patience }).toBe("");
  expect([...ada.alarms, ...kim.alarms]).toEqual([]);
  await Promise.all([ada.page.context().close(), kim.page.context().close()]);
});
