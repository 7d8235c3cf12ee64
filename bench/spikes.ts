import { WidgetDevice } from "#sandbox/scenarios/widget-device.ts";
import { World } from "#sandbox/world.ts";
import { residentMegabytes, show } from "./figures.ts";

const moreShops = 7;
const perSecond = 50;
/** Ten minutes in the long run: SECONDS=600. */
const seconds = Number(process.env.SECONDS ?? 60);
const shoppersAtOnce = 300;
/** Different ones, or the shopper would be taken for a machine. */
const says = [
  "hello",
  "what is your return policy",
  "how long does shipping take",
  "do you ship to Norway",
  "how can I pay",
  "can I collect my order in the shop",
  "do you have gift cards",
  "thanks",
];

/** Eight shops, 50 messages a second in bursts: five seconds of 80 in turn with five of 20. Every message is answered once. */
export async function benchSpikes(): Promise<void> {
  const world = await World.start({ moreShops });
  try {
    await world.install();
    const shops = [world.shopify, ...world.moreShops];
    const took: number[] = [];
    const memory: number[] = [];
    const until = performance.now() + seconds * 1000;
    let [due, sent, arrived] = [0, 0, 0];
    const pace = setInterval(() => {
      const high = Math.floor(performance.now() / 5000) % 2 === 0;
      due += (high ? perSecond + 30 : perSecond - 30) / 20;
    }, 50);
    const watch = setInterval(() => memory.push(residentMegabytes(world.app.pid ?? 0)), 1000);
    const place = async (n: number): Promise<void> => {
      for (let k = 0; performance.now() < until; k += 1) {
        const shopper = new WidgetDevice(world, { shop: shops[(n + k) % shops.length] });
        await shopper.open();
        for (const text of says) {
          while (sent >= due && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 40));
          if (performance.now() >= until) break;
          sent += 1;
          const started = performance.now();
          await shopper.say(text);
          await shopper.next();
          took.push(performance.now() - started);
          arrived += 1;
        }
        if (shopper.unread().length > 0) throw new Error("A message was answered twice.");
        shopper.close();
      }
    };
    await Promise.all(Array.from({ length: shoppersAtOnce }, (_, n) => place(n)));
    clearInterval(pace);
    clearInterval(watch);
    console.log(
      show(
        `${shops.length} shops, ${(sent / seconds).toFixed(0)} messages/s in bursts for ${seconds} s, message → reply on the widget`,
        took,
      ),
    );
    console.log(`${sent} sent, ${arrived} answered once; memory ${memory.at(5)} MB at the beginning, ${memory.at(-1)} MB at the end`);
  } finally {
    await world.stop();
  }
}
