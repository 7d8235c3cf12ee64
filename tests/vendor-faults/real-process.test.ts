import { afterEach, expect, test } from "vitest";
import { PhoneDevice } from "#sandbox/scenarios/phone-device.ts";
import { deliver, fulfil } from "#sandbox/shopify/merchant.ts";
import { World } from "#sandbox/world.ts";

const elevenMinutes = 11 * 60_000;
let world: World | undefined;
afterEach(async () => {
  await world?.stop();
  world = undefined;
});

test("the running app finds what no webhook told it, also after it was killed, and tells it once", async () => {
  world = await World.start();
  await world.install();
  const phone = new PhoneDevice(world, "whatsapp", "DE.1000000000000042", { name: "Ada", phone: "+4915112345678" });
  await phone.say("where is order #4472");
  expect((await phone.next()).text).toMatch(/not been shipped yet/);
  const { webhooks, store } = world.shopify;
  webhooks.hold();
  fulfil(store, "#4472");
  await world.advance(elevenMinutes);
  expect((await phone.next()).text).toMatch(/left our warehouse/);
  await world.app.stop("SIGKILL");
  deliver(store, "#4472");
  await world.startApp();
  await world.advance(elevenMinutes);
  expect((await phone.next()).text).toMatch(/was delivered/);
  webhooks.release("reversed");
  await webhooks.settled();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(phone.unread()).toEqual([]);
});
