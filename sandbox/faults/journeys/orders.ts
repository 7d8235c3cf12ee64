import type { Play } from "../play.ts";
import type { Journey } from "./index.ts";

/** Presses the button of the shop's page for a withdrawal until it is answered, as somebody does whose browser shows an error. */
async function stateOnPage(play: Play, order: string, contact: string): Promise<void> {
  const body = new URLSearchParams({ name: "Kim", order, contact, items: "", step: "confirm" }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await play.world.shopify
      .proxyRequest({ method: "POST", path: "/apps/onethread/withdraw", body, headers })
      .catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The withdrawal was not taken.");
}

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
  {
    name: "widget-withdraw",
    async play(play) {
      const shopper = play.shopper("open");
      const widget = await play.widget(shopper);
      const mail = play.mail(shopper.email);
      await play.say(widget, "I want to withdraw from my contract");
      await play.hear(widget, /I withdraw from the contract/);
      await play.tap(widget, /Confirm withdrawal/);
      play.cancelled.add(shopper.order.name);
      await play.hear(widget, /was received on/);
      await play.hear(mail, /I withdraw from the contract/);
      await play.hear(widget, /is cancelled/);
    },
  },
  {
    name: "page-withdraw",
    async play(play) {
      const shopper = play.shopper();
      const mail = play.mail(shopper.email);
      await stateOnPage(play, shopper.order.name, shopper.email);
      await stateOnPage(play, shopper.order.name, shopper.email);
      await play.hear(mail, /I withdraw from the contract/);
    },
  },
  {
    name: "address-across-channels",
    async play(play) {
      const shopper = play.shopper("open");
      const widget = await play.widget(shopper);
      const mail = play.mail(shopper.email);
      await play.say(widget, "please change the delivery address");
      await play.hear(widget, /code/i);
      await play.say(widget, await play.code(mail));
      await play.hear(widget, /street and number/);

      play.connects = true;
      const phone = play.instagram();
      await play.say(phone, "I need to change the delivery address of my order");
      await play.hear(phone, /e-mail/i);
      await play.say(phone, `my address is ${shopper.email}`);
      await play.hear(phone, /code/i);
      await play.say(phone, await play.code(mail));
      await play.hear(phone, /where you stopped in the chat on our site/);
      await play.say(phone, "Neue Strasse 12, 14467 Potsdam");
      await play.hear(phone, /14467 Potsdam/);
      await play.tap(phone, /Yes, send it there/);
      play.moved.set(shopper.order.name, "Neue Strasse 12");
      await play.hear(phone, /I am changing/);
      await play.hear(phone, /now goes to/);
    },
  },
  {
    name: "widget-edit-refund",
    async play(play) {
      const shopper = play.shopper("open");
      const widget = await play.widget(shopper);
      await play.say(widget, `change the quantity in order ${shopper.order.name} to 1 please`);
      await play.hear(widget, /get back/);
      await play.tap(widget, /Yes, change it/);
      play.expectChange("orderEditCommit", shopper.order.name);
      play.expectChange("refundCreate", shopper.order.name);
      await play.hear(widget, /I am changing/);
      await play.hear(widget, /is changed/);
      await play.hear(widget, /going back the way you paid/);
    },
  },
  {
    name: "widget-resend",
    async play(play) {
      const shopper = play.shopper("open");
      const widget = await play.widget(shopper);
      await play.say(widget, `can you send me the invoice for order ${shopper.order.name}`);
      await play.hear(widget, /having it sent/);
      const { text } = await play.hear(widget, /is on its way to|could not confirm whether it was sent/);
      // A mail cannot be read back, so one in doubt is never sent twice: staff look.
      const sent = play.world.history.of("shopify", "orderInvoiceSend").some((entry) => entry.detail.orderName === shopper.order.name);
      if (/is on its way to/.test(text) || sent) play.expectChange("orderInvoiceSend", shopper.order.name);
    },
  },
];
