import jsQR from "jsqr";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { drawQr } from "#app/domain/cases/qr.ts";
import { createShopPages, openChat } from "./shop-page.ts";

let shop: Awaited<ReturnType<typeof createShopPages>>;
beforeAll(async () => {
  shop = await createShopPages();
});
afterEach(() => shop.closeVisits());
afterAll(() => shop.close());

const link = "https://wa.me/4930901820?text=OT-7K3M9XQ2A";

async function openSheet(width: number, phone: boolean) {
  const { server, page } = await shop.visit({ context: { viewport: { width, height: 844 }, hasTouch: phone, isMobile: phone } });
  server.options.push({ channel: "whatsapp", label: "WhatsApp", url: link, code: "OT-7K3M9XQ2A", qr: drawQr(link) });
  await page.goto(server.origin);
  await openChat(page);
  await page.getByRole("button", { name: "More options" }).click();
  await page.getByText("Continue elsewhere").click();
  await page.getByText("OT-7K3M9XQ2A").waitFor();
  return page;
}

test("on a wide screen a phone's camera reads the link off the page, and its picture has a name", async () => {
  const page = await openSheet(1440, false);
  const picture = page.getByRole("img", { name: "QR code that opens WhatsApp" });
  const { data, width, height } = await pixels(page, await picture.screenshot());
  expect(jsQR(data, width, height)?.data).toBe(link);
  expect(await page.getByRole("link", { name: "Open WhatsApp" }).getAttribute("href")).toBe(link);
});

test("on a phone there is the link alone", async () => {
  const page = await openSheet(390, true);
  expect(await page.locator(".scan").isVisible()).toBe(false);
  expect(await page.getByRole("link", { name: "Open WhatsApp" }).isVisible()).toBe(true);
});

/** The picture as a camera sees it: the browser itself reads the screenshot. */
async function pixels(page: Page, png: Buffer): Promise<{ data: Uint8ClampedArray; width: number; height: number }> {
  const read = await page.evaluate(
    async (source) => {
      const image = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      const { data, width, height } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [], width: 0, height: 0 };
      return { data: [...data], width, height };
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  return { ...read, data: new Uint8ClampedArray(read.data) };
}
