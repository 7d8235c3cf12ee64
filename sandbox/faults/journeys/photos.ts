import { picture } from "../../pictures.ts";
import type { Device } from "../../scenarios/device.ts";
import type { Play } from "../play.ts";
import type { Shopper } from "../shopper.ts";
import type { Journey } from "./index.ts";

/** Something arrived broken and is shown, to a person in the end. */
export const photos: Journey[] = [
  {
    name: "widget-damage-with-pictures",
    async play(play) {
      const shopper = play.shopper();
      const widget = await play.widget(shopper);
      await report(play, widget, shopper);
      await play.show(widget, await small(play, 1));
      await play.hear(widget, /One more picture/);
      await play.show(widget, await small(play, 2));
      await play.hear(widget, /pictures are with your return/);
    },
  },
  {
    name: "whatsapp-damage-with-pictures",
    async play(play) {
      const shopper = play.shopper();
      const phone = play.whatsapp(shopper);
      const mail = play.mail(shopper.email);
      await play.say(phone, `I want to return one cushion cover from ${shopper.order.name}, it arrived damaged`);
      await play.hear(phone, /code/i);
      await play.say(phone, await play.code(mail));
      await play.hear(phone, /How many/);
      await play.tap(phone, /^1$/);
      await play.hear(phone, /send 2 pictures/);
      await play.show(phone, await small(play, 1));
      await play.hear(phone, /One more picture/);
      await play.show(phone, await small(play, 2));
      await play.hear(phone, /pictures are with your return/);
    },
  },
];

async function report(play: Play, device: Device, shopper: Shopper): Promise<void> {
  await play.say(device, `I want to return one cushion cover from ${shopper.order.name}, it arrived damaged`);
  await play.hear(device, /How many/);
  await play.tap(device, /^1$/);
  await play.hear(device, /send 2 pictures/);
}

/** Another one for each play. */
const small = (play: Play, number: number) =>
  picture([...play.tag].reduce((seed, letter) => seed * 31 + letter.charCodeAt(0), number) % 1_000_000, { width: 400, height: 300 });
