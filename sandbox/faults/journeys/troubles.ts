import { setTimeout as sleep } from "node:timers/promises";
import { writePage } from "../../shopify/content.ts";
import type { Journey } from "./index.ts";
import { returnByButtons } from "./returns.ts";

const minute = 60_000;
const hour = 3_600_000;

/** The vendors fail at the same time. */
export const troubles: Journey[] = [
  {
    name: "return-with-lost-answer",
    async play(play) {
      const shopper = play.shopper();
      const widget = await play.widget(shopper);
      play.world.shopify.faults.add("returnRequest", { kind: "lost-reply" });
      await returnByButtons(play, widget, shopper);
    },
  },
  {
    name: "whatsapp-with-lost-answer",
    async play(play) {
      const phone = play.whatsapp();
      play.world.meta.faults.add("whatsapp.send", { kind: "lost-reply" });
      await play.say(phone, "Hello");
      await play.hear(phone, /order/i);
    },
  },
  {
    name: "instagram-with-lost-answer",
    async play(play) {
      const phone = play.instagram();
      play.world.meta.faults.add("instagram.send", { kind: "lost-reply" });
      await play.say(phone, "Hello");
      await play.hear(phone, /order/i);
    },
  },
  {
    name: "whatsapp-throttled",
    async play(play) {
      const phone = play.whatsapp();
      play.world.meta.faults.add("whatsapp.send", { kind: "throttle" });
      await play.say(phone, "Hello");
      await play.hear(phone, /order/i);
    },
  },
  {
    name: "mail-with-lost-answer",
    async play(play) {
      const mail = play.mail(`${play.tag}@example.com`);
      play.world.mail.faults.add("drop-after-data");
      await play.say(mail, "Hello,\n\nhow long can I send things back?\n\nKim");
      await play.hear(mail, /30/);
    },
  },
  {
    name: "a-day-passes",
    timePasses: true,
    async play(play) {
      await play.world.advance(25 * hour).catch(() => {});
      const widget = await play.widget();
      await play.say(widget, "how long can I send things back?");
      await play.hear(widget, /30/);
    },
  },
  {
    name: "new-page",
    timePasses: true,
    async play(play) {
      const { world, tag } = play;
      const body = `<p>The colour ${tag} was dyed with walnut shells.</p>`;
      writePage(world.shopify.store, { handle: `colour-${tag}`, title: `The colour ${tag}`, body });
      const isEmbedded = () => world.history.of("gemini", "embed").some(({ detail }) => JSON.stringify(detail.texts).includes(tag));
      // Read at the next look, embedded after it, by an app that may be killed at either or still be at the look before.
      await play.persist(async () => {
        await world.advance(minute);
        for (let tries = 0; tries < 40 && !isEmbedded(); tries += 1) await sleep(50);
        if (!isEmbedded()) throw new Error(`The page of ${tag} was not embedded.`);
      });
      const widget = await play.widget();
      await play.say(widget, "how long can I send things back?");
      await play.hear(widget, /30/);
    },
  },
  {
    name: "old-token",
    async play(play) {
      const widget = await play.widget(play.shopper("under-way"));
      // An app that is being killed meanwhile is told when it comes back.
      await play.world.advance(hour).catch(() => {});
      await play.say(widget, "where is my order?");
      await play.hear(widget, /carrier/i);
    },
  },
];
