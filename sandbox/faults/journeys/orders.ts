import type { Journey } from "./index.ts";

/** An order that has not left, changed at the shopper's wish. */
export const orders: Journey[] = [
  {
    name: "widget-cancel",
    async play(play) {
      const shopper = play.shopper("open");
      const widget = await play.widget(shopper);
      await play.say(widget, "please cancel my order");
      await play.hear(widget, /€/);
      await play.tap(widget, /Yes, cancel it/);
      play.cancelled.add(shopper.order.name);
      await play.hear(widget, /I am cancelling/);
      await play.hear(widget, /is cancelled/);
    },
  },
];
