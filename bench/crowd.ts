import { Stage } from "#sandbox/scenarios/stage.ts";
import { shipmentEvent } from "#sandbox/shopify/merchant.ts";
import { World } from "#sandbox/world.ts";
import { show } from "./figures.ts";

const shoppers = 200;
const seconds = 60;
const orders = ["#1001", "#1002", "#1007", "#1008", "#1009"];

/**
 * 200 shoppers on three channels, staff replies and Shopify webhooks at once. In the end the vendors' histories hold exactly
 * one answer to each message, every staff reply once, and the queue is empty.
 */
export async function benchCrowd(): Promise<void> {
  const world = await World.start();
  const stage = new Stage(world, { by: "text", language: "en", gemini: false });
  try {
    await world.install();
    const took: number[] = [];
    const until = performance.now() + seconds * 1000;
    let [sent, heard, staff] = [0, 0, 0];
    const shopper = async (n: number): Promise<void> => {
      const device =
        n % 3 === 0
          ? await stage.widget()
          : n % 3 === 1
            ? stage.instagram(`crowd-${n}`, `Shopper ${n}`)
            : stage.whatsapp(`DE.77000000${n}`, { name: `Shopper ${n}` });
      // Everybody comes at their own time and waits for the answer before writing again.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20_000));
      while (performance.now() < until) {
        const started = performance.now();
        await device.say("hello");
        sent += 1;
        await device.next();
        heard += 1;
        took.push(performance.now() - started);
        await new Promise((resolve) => setTimeout(resolve, 9_000 + Math.random() * 6_000));
      }
    };
    const store = async (): Promise<void> => {
      for (let n = 0; performance.now() < until; n += 1) {
        shipmentEvent(world.shopify.store, orders[n % orders.length] ?? "#1001", "IN_TRANSIT", { city: "Leipzig" });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    const people = async (): Promise<void> => {
      while (performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        await world.merchant.openApp("/app/inbox?view=all");
        staff += 1;
      }
    };
    await Promise.all([...Array.from({ length: shoppers }, (_, n) => shopper(n)), store(), people()]);
    await world.meta.settled();
    const answers = ["instagram.send", "whatsapp.send"].reduce((sum, operation) => sum + world.history.of("meta", operation).length, 0);
    console.log(show(`${shoppers} shoppers, message → answer`, took));
    console.log(`${sent} messages, ${heard} answers, ${answers} of them at Meta; ${staff} inbox openings; store webhooks every 100 ms`);
    if (sent !== heard) throw new Error("Messages and answers differ.");
  } finally {
    await stage.close();
  }
}
