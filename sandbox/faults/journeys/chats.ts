import type { Journey } from "./index.ts";

/** One question, one answer, on every channel. */
export const chats: Journey[] = [
  {
    name: "widget-hello",
    async play(play) {
      const widget = await play.widget();
      await play.say(widget, "Hello");
      await play.hear(widget, /order/i);
    },
  },
  {
    name: "instagram-hello",
    async play(play) {
      const phone = play.instagram();
      await play.say(phone, "Hello");
      await play.hear(phone, /order/i);
    },
  },
  {
    name: "whatsapp-hello",
    async play(play) {
      const phone = play.whatsapp();
      await play.say(phone, "Hello");
      await play.hear(phone, /order/i);
    },
  },
  {
    name: "email-question",
    async play(play) {
      const mail = play.mail(`${play.tag}@example.com`);
      await play.say(mail, "Hello,\n\nhow long can I send things back?\n\nKim");
      await play.hear(mail, /30/);
    },
  },
  {
    name: "widget-track",
    async play(play) {
      const widget = await play.widget(play.shopper("under-way"));
      await play.say(widget, "where is my order?");
      await play.hear(widget, /carrier/i);
    },
  },
  {
    name: "whatsapp-track",
    async play(play) {
      const shopper = play.shopper("under-way");
      const phone = play.whatsapp(shopper);
      await play.say(phone, `where is my order ${shopper.order.name}`);
      await play.hear(phone, new RegExp(shopper.order.name));
    },
  },
  {
    name: "burst",
    async play(play) {
      const widget = await play.widget();
      await play.say(widget, "Hello");
      await play.say(widget, "how long can I send things back?");
      // Killed between the two, the first may be answered by itself.
      const shown = await play.hear(widget);
      if (!/30/.test(shown.text)) await play.hear(widget, /30/);
    },
  },
  {
    name: "batches",
    async play(play) {
      const { manner } = play.world.meta.courier;
      Object.assign(manner, { batchMs: 20, copies: 2, parallel: true });
      const phones = [play.instagram(), play.instagram(), play.whatsapp(), play.whatsapp()];
      try {
        await Promise.all(phones.map((phone) => play.say(phone, "Hello")));
      } finally {
        Object.assign(manner, { batchMs: 0, copies: 1, parallel: false });
      }
      for (const phone of phones) await play.hear(phone, /order/i);
    },
  },
];
