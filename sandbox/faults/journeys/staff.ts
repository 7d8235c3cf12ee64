import type { WidgetDevice } from "../../scenarios/widget-device.ts";
import type { Play } from "../play.ts";
import type { Shopper } from "../shopper.ts";
import type { Journey } from "./index.ts";

/** People of the shop step in, in our inbox and in the vendors' own apps. */
export const staff: Journey[] = [
  {
    name: "staff-answers",
    async play(play) {
      const phone = play.whatsapp();
      await play.say(phone, "Hello");
      await play.hear(phone, /order/i);
      const page = await conversationOf(play, phone.phone.userId);
      await act(play, page, { intent: "take-over" });
      await act(play, page, { intent: "reply", text: "This is Sam. I look into it.", clientId: `${play.tag}-reply` });
      await play.hear(phone, /This is Sam/);
      await act(play, page, { intent: "hand-back" });
      await play.say(phone, "how long can I send things back?");
      await play.hear(phone, /30/);
    },
  },
  {
    name: "staff-undo-reply",
    async play(play) {
      const phone = play.whatsapp();
      await play.say(phone, "Hello");
      await play.hear(phone, /order/i);
      const page = await conversationOf(play, phone.phone.userId);
      await act(play, page, { intent: "reply", text: "I take this back.", clientId: `${play.tag}-undone` });
      const html = await play.persist(() => play.world.merchant.openApp(page));
      const heldId = /data-held="([0-9a-z]{26})"/.exec(html)?.[1];
      if (!heldId) throw new Error("Nothing is shown that could be taken back.");
      await decide(play, page, { intent: "undo-reply", heldId });
      await play.rest();
      play.mustNotHear(phone, /I take this back/);
    },
  },
  {
    name: "late-promise",
    async play(play) {
      const shopper = play.shopper("under-way");
      const phone = play.whatsapp(shopper);
      await play.say(phone, `where is my order ${shopper.order.name}`);
      await play.hear(phone, /Shipped/);
      const page = await conversationOf(play, phone.phone.userId);
      await act(play, page, { intent: "reply", text: "You will have your refund within 6 hours.", clientId: `${play.tag}-promise` });
      await play.hear(phone, /within 6 hours/);
      // Nothing else is left to do, so the hours pass.
      await play.hear(phone, /your refund would come by/);
      await play.rest();
      play.mustNotHear(phone, /your refund would come by/);
    },
  },
  {
    name: "staff-closes",
    async play(play) {
      const widget = await play.widget();
      await play.say(widget, `I want to talk to a person about ${play.tag}`);
      await play.hear(widget);
      const page = await conversationOf(play, play.tag);
      const html = await play.persist(() => play.world.merchant.openApp(page));
      const caseId = /name="caseId" value="([0-9a-z]{26})"/.exec(html)?.[1] ?? "";
      await act(play, page, { intent: "close", caseId });
    },
  },
  {
    name: "held-exchange",
    async play(play) {
      const shopper = play.shopper();
      await heldExchange(play, await play.widget(shopper), shopper);
    },
  },
  {
    name: "held-refund",
    async play(play) {
      const shopper = play.shopper();
      const widget = await play.widget(shopper);
      await play.say(widget, `I want to return one cushion cover of ${shopper.order.name}, it is too small`);
      await play.hear(widget, /How many/);
      await play.tap(widget, /^1$/);
      await play.hear(widget, /€/);
      await play.tap(widget, /^Keep it/);
      await play.hear(widget, /can keep it|looks at it first/);
      await play.tap(widget, /^Yes, €24\.50 back/);
      await play.hear(widget, /with the team/);
      const page = await conversationOf(play, shopper.order.name);
      const html = await play.persist(() => play.world.merchant.openApp(page));
      const caseId = /name="caseId" value="([0-9a-z]{26})"/.exec(html)?.[1] ?? "";
      play.changes.set(`refundCreate ${shopper.order.name}`, 1);
      play.kept.set(shopper.order.name, "24.50");
      await decide(play, page, { intent: "allow-held", caseId });
      await play.hear(widget, /Done: €24\.50/);
    },
  },
  {
    name: "staff-in-the-vendors-app",
    async play(play) {
      const phone = play.instagram();
      await play.say(phone, "can I talk to a person?");
      await play.hear(phone);
      await play.world.meta.business.sendText("instagram", phone.phone.userId, "Sam here, hello!");
      await play.see(phone, /Sam here/);
    },
  },
  {
    name: "paused",
    async play(play) {
      const widget = await play.widget();
      await pause(play, true);
      await play.say(widget, "Hello");
      await play.rest();
      await pause(play, false);
      await play.say(widget, "how long can I send things back?");
      await play.hear(widget, /30/);
    },
  },
];

/** The page of the conversation with this person, as staff find it. */
export async function conversationOf(play: Play, words: string): Promise<string> {
  const query = new URLSearchParams({ view: "all", search: words });
  const list = await play.persist(() => play.world.merchant.openApp(`/app/inbox?${query}`));
  const id = /\/app\/inbox\/([0-9a-z]{26})/.exec(list)?.[1];
  if (!id) throw new Error(`The inbox does not show ${words}.`);
  return `/app/inbox/${id}`;
}

/** A decision that counts once: pressed again after a crash it finds nothing to decide, which is said with 422. */
export function decide(play: Play, page: string, fields: Record<string, string>): Promise<void> {
  return play.persist(async () => {
    const body = new URLSearchParams({ name: "Sam", ...fields });
    const response = await play.world.merchant.request(`${page}.data`, { method: "POST", body });
    await response.arrayBuffer();
    if (!response.ok && response.status !== 422) throw new Error(`The decision was refused: ${response.status}`);
  });
}

/** The switch on the home page. */
function pause(play: Play, paused: boolean): Promise<void> {
  return play.persist(async () => {
    const body = new URLSearchParams({ paused: String(paused) });
    const response = await play.world.merchant.request("/app.data?index", { method: "POST", body });
    await response.text();
    if (!response.ok) throw new Error(`The switch answered ${response.status}.`);
  });
}

/** Presses a button of the page; pressed again when nothing answers. */
export function act(play: Play, page: string, fields: Record<string, string>): Promise<void> {
  return play.persist(() => play.world.merchant.submit(page, { name: "Sam", ...fields }));
}

/** An exchange that staff look at first, and allow. */
export async function heldExchange(play: Play, widget: WidgetDevice, shopper: Shopper): Promise<void> {
  // Whatever was sent in other plays of this world.
  play.world.shopify.store.variantBySku("CUSHION-INK-50X50").stock = 20;
  await play.say(widget, `I want to return one cushion cover of ${shopper.order.name}, it is too small`);
  await play.hear(widget, /How many/);
  await play.tap(widget, /^1$/);
  await play.hear(widget, /€/);
  await play.say(widget, "I'd rather have it in ink");
  await play.hear(widget, /exchange/i);
  await play.tap(widget, /Yes, exchange it/);
  await play.hear(widget, /with the team/);
  const page = await conversationOf(play, shopper.order.name);
  const html = await play.persist(() => play.world.merchant.openApp(page));
  const caseId = /name="caseId" value="([0-9a-z]{26})"/.exec(html)?.[1] ?? "";
  play.returns.set(shopper.order.name, 1);
  await decide(play, page, { intent: "allow-held", caseId });
  await play.hear(widget, /exchange is registered/);
}
