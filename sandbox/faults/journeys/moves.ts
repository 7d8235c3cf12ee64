import { approveReturn, deliver, mergeCustomers } from "../../shopify/merchant.ts";
import type { Shopper } from "../shopper.ts";
import type { Journey } from "./index.ts";
import { returnByButtons } from "./returns.ts";

const globalId = (shopper: Shopper) => `gid://shopify/Customer/${shopper.customerId}`;

/** Things that move: from one channel to another, in the store, in the shopper's own life. */
export const moves: Journey[] = [
  {
    name: "continue-here",
    async play(play) {
      const widget = await play.widget(play.shopper("under-way"));
      await play.say(widget, "where is my order?");
      await play.hear(widget, /carrier/i);
      const option = (await widget.continueElsewhere()).find((one) => one.channel === "instagram");
      play.connects = true;
      const phone = play.instagram();
      await play.say(phone, option?.code ?? "");
      await play.hear(phone, /now I know/i);
      await play.say(phone, "and when does it arrive?");
      await play.hear(phone, /carrier/i);
    },
  },
  {
    name: "parcel-news",
    async play(play) {
      const shopper = play.shopper("under-way");
      const widget = await play.widget(shopper);
      await play.say(widget, "where is my order?");
      await play.hear(widget, /carrier/i);
      play.world.shopify.webhooks.copies = 2;
      deliver(play.world.shopify.store, shopper.order.name);
      play.world.shopify.webhooks.copies = 1;
      await play.hear(widget, /delivered/i);
    },
  },
  {
    name: "return-approved",
    async play(play) {
      const shopper = play.shopper();
      const widget = await play.widget(shopper);
      await returnByButtons(play, widget, shopper);
      approveReturn(play.world.shopify.store, `${shopper.order.name}-R1`);
      await play.hear(widget, /approved|accepted/i);
    },
  },
  {
    name: "deleted-and-edited",
    async play(play) {
      const phone = play.instagram();
      await play.say(phone, "Hello");
      await play.hear(phone, /order/i);
      const [first] = phone.phone.thread;
      if (first) await phone.phone.edit(first, "Hello there");
      if (first) await phone.phone.unsend(first);
    },
  },
  {
    name: "new-number",
    async play(play) {
      const shopper = play.shopper("under-way");
      const phone = play.whatsapp(shopper);
      await play.say(phone, `where is my order ${shopper.order.name}`);
      await play.hear(phone, new RegExp(shopper.order.name));
      await phone.phone.changeNumber(`${shopper.phone}9`, `${phone.phone.userId}9`);
    },
  },
  {
    name: "customers-merged",
    async play(play) {
      const [one, other] = [play.shopper("under-way"), play.shopper()];
      const widget = await play.widget(one);
      await play.say(widget, "Hello");
      await play.hear(widget, /order/i);
      mergeCustomers(play.world.shopify.store, globalId(other), globalId(one));
      await play.rest();
      await play.say(widget, `where is my order ${one.order.name}?`);
      await play.hear(widget, /carrier/i);
    },
  },
  {
    name: "new-account-email",
    async play(play) {
      const shopper = play.shopper("under-way");
      await play.widget(shopper);
      await play.rest();
      const customer = play.world.shopify.store.customers.get(globalId(shopper));
      if (customer) customer.email = `new-${shopper.email}`;
      await play.widget(shopper);
      await play.rest();
    },
  },
  {
    name: "erased",
    async play(play) {
      const shopper = play.shopper();
      const mail = play.mail(shopper.email);
      await play.say(mail, "Hello,\n\nhow long can I send things back?\n\nKim");
      await play.hear(mail, /30/);
      play.erased = true;
      play.world.shopify.requestCompliance("customers/redact", shopper.email);
    },
  },
];
