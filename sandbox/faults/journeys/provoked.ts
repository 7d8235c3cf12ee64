import { setTimeout } from "node:timers/promises";
import { replayLast } from "../replay.ts";
import type { Journey } from "./index.ts";
import { act, conversationOf } from "./staff.ts";

/** Milliseconds; long enough for somebody to come in between. */
const slow = 1_500;
const oneSecond = 1_000;

/** Things that meet: repeated long after, pressed twice at once, written while the assistant thinks. Nobody is killed in these. */
export const provoked: Journey[] = [
  {
    name: "redact-repeated-later",
    async play(play) {
      const shopper = play.shopper();
      const mail = play.mail(shopper.email);
      await play.say(mail, "Hello,\n\nhow long can I send things back?\n\nKim");
      await play.hear(mail, /30/);
      play.world.shopify.requestCompliance("customers/redact", shopper.email);
      await play.rest();
      // Mailboxes know whole seconds only: what came within that of the erasure is from before it.
      await setTimeout(oneSecond);
      play.forget(mail);
      await play.say(mail, "Hello again,\n\nhow long can I send things back?\n\nKim");
      await play.hear(mail, /30/);
      await replayLast(play, "customers/redact");
    },
  },
  {
    name: "staff-press-twice",
    async play(play) {
      const phone = play.whatsapp();
      await play.say(phone, "Hello");
      await play.hear(phone, /order/i);
      const page = await conversationOf(play, phone.phone.userId);
      // Several rounds: whether two presses meet between a look and a commit is a matter of microseconds.
      for (const text of ["This is Sam.", "I have looked at it.", "It is on its way.", "Goodbye."]) {
        const reply = { intent: "reply", text, clientId: `${play.tag}-${text.length}` };
        await Promise.all(Array.from({ length: 16 }, () => act(play, page, reply).catch(() => {})));
        await play.hear(phone, new RegExp(text));
      }
    },
  },
  {
    name: "staff-come-in-between",
    async play(play) {
      const widget = await play.widget(play.shopper("under-way"));
      await play.say(widget, "Hello");
      await play.hear(widget, /order/i);
      const page = await conversationOf(play, play.tag);
      play.world.shopify.faults.add("graphql", { kind: "delay", ms: slow });
      await play.say(widget, `where is my order? ${play.tag}`);
      await play.met(play.world.shopify.faults);
      await act(play, page, { intent: "take-over" });
      await play.rest();
      // A person has it: the answer that was being thought out must not come.
      play.mustNotHear(widget, /carrier/i);
    },
  },
  {
    name: "two-replies-in-order",
    async play(play) {
      const phone = play.whatsapp();
      await play.say(phone, "Hello");
      await play.hear(phone, /order/i);
      const page = await conversationOf(play, phone.phone.userId);
      play.world.meta.faults.add("whatsapp.send", { kind: "delay", ms: slow });
      // Both are held for a few seconds and go out in the same breath, the first of them slowly.
      await act(play, page, { intent: "reply", text: "This comes first.", clientId: `${play.tag}-1` });
      await act(play, page, { intent: "reply", text: "This comes second.", clientId: `${play.tag}-2` });
      await play.hear(phone, /first/);
      await play.hear(phone, /second/);
    },
  },
  {
    name: "two-yeses",
    async play(play) {
      const shopper = play.shopper();
      const widget = await play.widget(shopper);
      await play.say(widget, "I want to return something");
      await play.hear(widget, /cushion/i);
      await play.tap(widget, /^1$/);
      await play.hear(widget, /reason/i);
      await play.tap(widget, /Changed my mind/);
      await play.hear(widget, /€/);
      play.returns.set(shopper.order.name, 1);
      for (let yes = 0; yes < 2; yes += 1) {
        play.world.shopify.faults.add("graphql", { kind: "delay", ms: slow });
        await play.tap(widget, /Return for/);
        await play.met(play.world.shopify.faults);
      }
      await play.rest();
      play.hearWhatever(widget);
    },
  },
];
