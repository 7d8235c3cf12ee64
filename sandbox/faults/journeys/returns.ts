import type { Device } from "../../scenarios/device.ts";
import type { WidgetDevice } from "../../scenarios/widget-device.ts";
import type { Play } from "../play.ts";
import type { Shopper } from "../shopper.ts";
import type { Journey } from "./index.ts";

/** A return to the end: on one channel, across two, with codes, with news about it. */
export const returns: Journey[] = [
  {
    name: "widget-return",
    async play(play) {
      const shopper = play.shopper();
      const widget = await play.widget(shopper);
      await returnByButtons(play, widget, shopper);
    },
  },
  {
    name: "whatsapp-return",
    async play(play) {
      const shopper = play.shopper();
      const phone = play.whatsapp(shopper);
      const mail = play.mail(shopper.email);
      await play.say(phone, `I want to return one cushion cover from ${shopper.order.name}`);
      await play.hear(phone, /code/i);
      await play.say(phone, await play.code(mail));
      await play.hear(phone, /How many/);
      await play.tap(phone, /^1$/);
      await play.hear(phone, /reason/i);
      await play.say(phone, "it is too small");
      await play.hear(phone, /€/);
      await play.say(phone, "yes please");
      await registered(play, phone, shopper);
    },
  },
  {
    name: "interrupted-return",
    async play(play) {
      const shopper = play.shopper("mixed");
      const widget = await play.widget(shopper);
      await play.say(widget, "I want to return something");
      await play.hear(widget, /cushion/i);
      await play.pick(widget, /cushion/i);
      await play.hear(widget, /reason/i);

      play.connects = true;
      const phone = play.instagram();
      const mail = play.mail(shopper.email);
      await play.say(phone, "where is my refund?");
      await play.hear(phone, /e-mail/i);
      await play.say(phone, `my address is ${shopper.email}`);
      await play.hear(phone, /code/i);
      await play.say(phone, await play.code(mail));
      await play.hear(phone, /reason/i);
      await play.tap(phone, /too small/i);
      await play.hear(phone, /€/);
      await play.tap(phone, /Return for/);
      await registered(play, phone, shopper);
    },
  },
  {
    name: "prove-by-link",
    async play(play) {
      const shopper = play.shopper();
      const mail = play.mail(shopper.email);
      await play.say(mail, `Hello,\n\nI want to return one cushion cover from ${shopper.order.name}.\n\nKim`);
      const asked = await play.hear(mail, /button/i);
      const link = asked.links.find((one) => one.includes("/prove/")) ?? "";
      // Pressed again when the page does not answer; a used link then says that it is over.
      await play.persist(() => fetch(link, { method: "POST", body: new URLSearchParams({ connect: "yes" }) }));
      await play.hear(mail, /How many/);
    },
  },
];

/** From the greeting to the return's name, by buttons. */
export async function returnByButtons(play: Play, widget: WidgetDevice, shopper: Shopper, pieces = 1): Promise<void> {
  await play.say(widget, "I want to return something");
  await play.hear(widget, /cushion/i);
  await play.tap(widget, pieces === 1 ? /^1$/ : new RegExp(`^All ${pieces}$`));
  await play.hear(widget, /reason/i);
  await play.tap(widget, /Changed my mind/);
  await play.hear(widget, /€/);
  await play.tap(widget, /Return for/);
  await registered(play, widget, shopper);
}

async function registered(play: Play, device: Device, shopper: Shopper): Promise<void> {
  play.returns.set(shopper.order.name, 1);
  await play.hear(device, /registering/i);
  await play.hear(device, new RegExp(`${shopper.order.name}-R1`));
}
