import { expect, test } from "vitest";
import { startDemo } from "#sandbox/demo/start-demo.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

test("a merchant plays a file of past conversations in the built admin and reads what would have become of them", {
  timeout: 90_000,
}, async () => {
  const demo = await startDemo();
  try {
    const page = await (await launchBrowser()).newPage({ viewport: { width: 390, height: 844 } });
    page.setDefaultTimeout(20_000);
    const address = new URL(demo.world.merchant.frameUrl("/app/replay"));
    await page.goto(demo.adminUrl + address.pathname + address.search);
    await page.getByText("Nothing has been played yet.").waitFor();
    const csv =
      "channel,text,intent\nemail,where is my parcel,order_status\nchat,let me talk to a person,speak_to_human\nchat,tell me a joke,invoice\n";
    await page.getByLabel("File").setInputFiles({ name: "march.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await page.getByRole("button", { name: "Play it" }).click();
    await page.getByText("67 % right of 3, not yet ready (from 70 %)").waitFor({ timeout: 50_000 });
    await page.getByText(/67 % of 3 conversations needed no person/).waitFor();
    await page.getByText("What was taken for something else").click();
    await page.getByRole("row").filter({ hasText: "tell me a joke" }).getByText("Something else").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/replay-390.png`, fullPage: true });
  } finally {
    await closeBrowser();
    await demo.stop();
  }
});
