import { randomUUID } from "node:crypto";
import type { PhoneDevice } from "#sandbox/scenarios/phone-device.ts";
import { Stage } from "#sandbox/scenarios/stage.ts";
import { shipmentEvent } from "#sandbox/shopify/merchant.ts";
import { World } from "#sandbox/world.ts";
import { show } from "./figures.ts";

const shoppers = 200;
const withStaff = 12;
const seconds = 60;
const orders = ["#1001", "#1002", "#1007", "#1008", "#1009"];
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * 200 shoppers on three channels, people who answer a dozen others, and Shopify webhooks at once. In the end the vendors'
 * histories hold exactly one answer to each message and each staff reply once.
 */
export async function benchCrowd(): Promise<void> {
  const world = await World.start();
  const stage = new Stage(world, { by: "text", language: "en", gemini: false });
  try {
    await world.install();
    const escalated = await Promise.all(Array.from({ length: withStaff }, (_, n) => askForStaff(stage, n)));
    const before = answersAtMeta(world);
    const until = performance.now() + seconds * 1000;
    const took: number[] = [];
    let atMeta = 0;
    const shopper = async (n: number): Promise<void> => {
      const device =
        n % 3 === 0
          ? await stage.widget()
          : n % 3 === 1
            ? stage.instagram(`crowd-${n}`, `Shopper ${n}`)
            : stage.whatsapp(`DE.77000000${n}`, { name: `Shopper ${n}` });
      // Everybody comes at their own time and waits for the answer before writing again.
      await pause(Math.random() * 15_000);
      while (performance.now() < until) {
        const started = performance.now();
        await device.say("hello");
        await device.next();
        took.push(performance.now() - started);
        if (device.channel !== "widget") atMeta += 1;
        await pause(9_000 + Math.random() * 6_000);
      }
      if (device.unread().length > 0) throw new Error(`Shopper ${n} was answered twice.`);
    };
    const store = async (): Promise<void> => {
      for (let n = 0; performance.now() < until; n += 1) {
        shipmentEvent(world.shopify.store, orders[n % orders.length] ?? "#1001", "IN_TRANSIT", { city: "Leipzig" });
        await pause(100);
      }
    };
    const replies = await Promise.all([
      Promise.all(escalated.map((one) => answerAsStaff(world, one, until))),
      store(),
      ...Array.from({ length: shoppers }, (_, n) => shopper(n)),
    ]).then(([counts]) => counts.reduce((sum, count) => sum + count, 0));
    await world.meta.settled();
    const accepted = answersAtMeta(world) - before;
    console.log(show(`${shoppers} shoppers, message → answer`, took));
    console.log(`${took.length} messages, each answered once; ${replies} staff replies, each posted twice and received once`);
    console.log(`Meta accepted ${accepted}, due were ${atMeta + replies}; store webhooks every 100 ms`);
    if (accepted !== atMeta + replies) throw new Error("The vendors' histories differ from what was sent.");
  } finally {
    await stage.close();
  }
}

const answersAtMeta = (world: World): number =>
  ["instagram.send", "whatsapp.send"].reduce((sum, operation) => sum + world.history.of("meta", operation).length, 0);

type Escalated = { phone: PhoneDevice; path: string };

/** Somebody who wants a person, and the page of the inbox that shows them. */
async function askForStaff(stage: Stage, n: number): Promise<Escalated> {
  const name = `Patient ${String.fromCharCode(65 + n)}`;
  const phone = stage.whatsapp(`DE.5500000${n}`, { name });
  await phone.say("I want to speak to a person");
  await phone.next();
  const inbox = await stage.world.merchant.openApp("/app/inbox?view=all");
  const path = new RegExp(`href="(/app/inbox/[\\w-]+)[^"]*"[^>]*>(?:(?!href=).)*?${name}`, "s").exec(inbox)?.[1];
  if (!path) throw new Error(`${name} is not in the inbox.`);
  return { phone, path };
}

/** Staff write every six seconds; each form goes out twice, as a browser on a bad line does. Returns how many replies. */
async function answerAsStaff(world: World, { phone, path }: Escalated, until: number): Promise<number> {
  let count = 0;
  await pause(Math.random() * 6000);
  while (performance.now() < until) {
    count += 1;
    const form = { intent: "reply", name: "Kim", text: `Reply ${count}`, clientId: randomUUID() };
    await Promise.all([world.merchant.submit(path, form), world.merchant.submit(path, form)]);
    const { text } = await phone.next();
    if (!text.includes(`Reply ${count}`)) throw new Error(`Reply ${count} was due, this came: ${text}`);
    await pause(6000);
  }
  if (phone.unread().length > 0) throw new Error("A staff reply came twice.");
  return count;
}
