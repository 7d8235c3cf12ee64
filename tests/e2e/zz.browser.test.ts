import { afterAll, beforeAll, expect, test } from "vitest";
import { type Demo, startDemo } from "#sandbox/demo/start-demo.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

let demo: Demo;
beforeAll(async () => { demo = await startDemo(); });
afterAll(async () => { await closeBrowser(); await demo?.stop(); });
async function say(text: string): Promise<void> {
  const body = JSON.stringify({ act: "phone-text", channel: "whatsapp", text });
  await fetch(`${demo.url}/api/act`, { method: "POST", headers: { "content-type": "application/json" }, body });
}
test("look", { timeout: 240_000 }, async () => {
  await say("I want to talk to a person, where is my parcel?");
  await new Promise((r) => setTimeout(r, 4000));
  const id = /href="\/app\/inbox\/([\w-]+)\?/.exec(await demo.world.merchant.openApp("/app/inbox?view=all"))?.[1] ?? "";
  for (const width of [1440, 390]) {
    const page = await (await launchBrowser()).newPage({ viewport: { width, height: 900 }, locale: "en-GB" });
    const errors: string[] = [];
    page.on("pageerror", (e) => errors.push(e.message));
    page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
    const address = new URL(demo.world.merchant.frameUrl(`/app/inbox/${id}`));
    await page.goto(`${demo.adminUrl}${address.pathname}${address.search}`);
    await page.locator("#reply-text").waitFor();
    await page.waitForTimeout(1500);
    await page.screenshot({ path: `/tmp/cmp-${width}-a.png` });
    await page.locator("#reply-text").fill("Hi Ada, your parcel is with the carrier and comes tomorrow.");
    await page.waitForTimeout(1200);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByRole("button", { name: "Undo" }).waitFor();
    await say("Hello? Anybody there?");
    await page.waitForTimeout(2500);
    await page.screenshot({ path: `/tmp/cmp-${width}-b.png` });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForTimeout(1500);
    expect(await page.locator("#reply-text").inputValue()).toContain("Hi Ada");
    await page.screenshot({ path: `/tmp/cmp-${width}-c.png` });
    console.log(errors);
    await page.close();
  }
});
