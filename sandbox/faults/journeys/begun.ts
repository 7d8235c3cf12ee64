import { shipmentEvent } from "../../shopify/merchant.ts";
import type { Play } from "../play.ts";
import type { Journey } from "./index.ts";

const hour = 3_600_000;
/** As every world begins: no reminders, no quiet hours. */
export const quietSettings = { intent: "proactive", trouble: "yes", reminderHours: "", quietFrom: "", quietTo: "" };

const remindAfter = (play: Play, reminderHours: string) =>
  play.persist(() => play.world.merchant.submit("/app/channels", { ...quietSettings, reminderHours }));

/** What the shop begins by itself. */
export const begun: Journey[] = [
  {
    name: "parcel-trouble",
    async play(play) {
      const shopper = play.shopper("under-way");
      const phone = play.whatsapp(shopper);
      await play.say(phone, "how long can I send things back?");
      await play.hear(phone, /30/);
      await play.say(phone, "START");
      await play.hear(phone, /news/);
      shipmentEvent(play.world.shopify.store, shopper.order.name, "DELAYED", { at: play.world.clock.now() });
      await play.hear(phone, /reports a delay/);
      await play.rest();
      play.mustNotHear(phone, /reports a delay/);
    },
  },
  {
    name: "left-return",
    timePasses: true,
    async play(play) {
      await remindAfter(play, "2");
      const shopper = play.shopper();
      const widget = await play.widget(shopper);
      await play.say(widget, "I want to return something");
      await play.hear(widget, /cushion/i);
      await play.tap(widget, /^1$/);
      await play.hear(widget, /reason/i);
      await play.rest();
      // An app that is being killed meanwhile finds the hour past when it comes back.
      await play.world.advance(3 * hour).catch(() => {});
      await play.hear(widget, /still open here/);
      await remindAfter(play, "");
    },
  },
];
