import type { ReceivedMail, ShopperMailbox } from "../mail/shopper-mailbox.ts";
import type { Bubble, Phone } from "../meta/phone.ts";
import { deliveredAt, fulfillmentStatus } from "../shopify/derive.ts";
import type { CustomerRecord } from "../shopify/model.ts";
import { numericId, type ShopifyStore } from "../shopify/store.ts";
import { World, type WorldOptions } from "../world.ts";
import type { DemoState, GuideStep, MailItem, PhoneChannel, PhoneMessage, PhoneState, StoreEffect } from "./demo-api.ts";
import { type EffectWords, wordsOfEntry, wordsOfEvent } from "./effects.ts";
import { hasOneReturn, stepsOnPage, untouchedGuide, watchInbox } from "./guide.ts";

/** A typing mark that nothing follows goes away, as the real ones do. Milliseconds. */
const typingLasts = 25_000;
const shopOrigin = "https://linden-loom.myshopify.com";

/** One world with the player's devices in it, from its start to the next reset. */
export class DemoSession {
  readonly world: World;
  readonly phones: Record<PhoneChannel, Phone>;
  readonly mailbox: ShopperMailbox;
  readonly shopper: CustomerRecord;
  customer: DemoState["customer"] = "guest";
  readonly #sent: MailItem[] = [];
  readonly #effects: StoreEffect[] = [];
  readonly #guide = { ...untouchedGuide };
  readonly #changed: () => void;
  readonly #unwatch: () => void;

  readonly #hasGuide: boolean;

  private constructor(world: World, changed: () => void, hasGuide: boolean) {
    this.world = world;
    this.#hasGuide = hasGuide;
    this.shopper = leadingShopper(world.shopify.store);
    const { firstName: name = "Shopper", email = "", phone = "+4915112345678" } = this.shopper;
    this.#changed = changed;
    this.phones = {
      instagram: world.meta.phone("instagram", "ig-ada", { name }),
      whatsapp: world.meta.phone("whatsapp", "DE.1000000000000042", { name, phone }),
    };
    this.mailbox = world.mail.mailbox(email);
    for (const phone of Object.values(this.phones)) phone.onMessage(changed);
    this.mailbox.onMail(changed);
    world.history.onRecord((entry) => {
      this.tell(wordsOfEntry(entry, world.shopify.store));
      if (entry.double === "shopify") this.tick(hasOneReturn(world) ? ["one-return"] : []);
      changed();
    });
    world.shopify.store.onEvent((event) => this.tell(wordsOfEvent(event)));
    this.#unwatch = watchInbox(world, (html) =>
      this.tick(
        stepsOnPage(
          html,
          this.phones.instagram.inbox.map((bubble) => bubble.text),
        ),
      ),
    );
  }

  /** A fresh world with the app installed and its channels connected. */
  static async start(options: WorldOptions, changed: () => void): Promise<DemoSession> {
    const world = await World.start(options);
    try {
      await world.install();
    } catch (error) {
      await world.stop();
      throw error;
    }
    return new DemoSession(world, changed, options.store === undefined);
  }

  /** The numeric id under which the storefront knows who is logged in. */
  get customerId(): string | undefined {
    return this.customer === "shopper" ? String(numericId(this.shopper.id)) : undefined;
  }

  login(as: DemoState["customer"]): void {
    this.customer = as;
    this.#changed();
  }

  /** Adds a line to what the store sees. */
  tell(effect: EffectWords | undefined): void {
    if (!effect) return;
    this.#effects.push({ id: this.#effects.length + 1, at: this.world.clock.now().getTime(), ...effect });
    this.#changed();
  }

  async writeMail(text: string, subject: string | undefined, answers: string | undefined): Promise<void> {
    const answered = answers === undefined ? undefined : this.mailbox.inbox.find((mail) => mail.messageId === answers);
    if (answers !== undefined && !answered) throw new Error("The mail to answer is not in the mailbox.");
    const title = subject ?? (answered ? `Re: ${answered.subject.replace(/^Re: /, "")}` : "My order");
    const to = answered ? undefined : this.world.mail.shopAddress;
    const id = await this.mailbox.send({ text, to, subject: title, replyTo: answered });
    this.#sent.push({ id, mine: true, from: this.mailbox.address, subject: title, text, at: this.world.clock.now().getTime() });
    this.#changed();
  }

  state(storefrontUrl: string, adminUrl: string): DemoState {
    const local = (text: string) => text.replaceAll(`${shopOrigin}/`, `${new URL(storefrontUrl).origin}/`);
    const now = this.world.clock.now().getTime();
    return {
      storefrontUrl,
      adminUrl,
      clockOffset: this.world.clock.offset,
      shopName: this.world.shopify.store.shop.name,
      shopper: { firstName: this.shopper.firstName ?? "Shopper", email: this.mailbox.address },
      customer: this.customer,
      phones: {
        instagram: phoneState("instagram", this.phones.instagram, now, local),
        whatsapp: phoneState("whatsapp", this.phones.whatsapp, now, local),
      },
      ...this.next(),
      mails: [...this.mailbox.inbox.map((mail) => received(mail, local)), ...this.#sent].sort((a, b) => a.at - b.at),
      effects: [...this.#effects],
      guide: this.#hasGuide ? { ...this.#guide } : null,
    };
  }

  async stop(): Promise<void> {
    this.#unwatch();
    await this.world.stop();
  }

  private next(): Pick<DemoState, "toShip" | "toDeliver"> {
    const orders = [...this.world.shopify.store.orders.values()].filter(
      (order) => order.customerId === this.shopper.id && !order.cancelled,
    );
    const open = orders.find((order) => fulfillmentStatus(order) === "UNFULFILLED");
    const underWay = orders.find((order) => order.fulfillments.some((one) => deliveredAt(one) === undefined));
    return { ...(open && { toShip: open.name }), ...(underWay && { toDeliver: underWay.name }) };
  }

  private tick(steps: GuideStep[]): void {
    for (const step of steps) {
      if (this.#guide[step]) continue;
      this.#guide[step] = true;
      this.#changed();
    }
  }
}

/** Ada where she is a customer; else whoever has bought most. */
function leadingShopper(store: ShopifyStore): CustomerRecord {
  const customers = [...store.customers.values()];
  const bought = Map.groupBy(store.orders.values(), (order) => order.customerId);
  const count = (customer: CustomerRecord) => bought.get(customer.id)?.length ?? 0;
  const ada = customers.find((customer) => customer.email === "ada@example.com");
  const leading = ada ?? customers.sort((one, other) => count(other) - count(one))[0];
  if (!leading) throw new Error("The store has no customers.");
  return leading;
}

function phoneState(channel: PhoneChannel, phone: Phone, now: number, local: (text: string) => string): PhoneState {
  const typing = phone.typingSince !== undefined && now - phone.typingSince.getTime() < typingLasts;
  return { channel, owner: phone.name, typing, messages: phone.thread.map((bubble) => phoneMessage(bubble, local)) };
}

function phoneMessage(bubble: Bubble, local: (text: string) => string): PhoneMessage {
  const { id, choices, listButton, deleted, link } = bubble;
  const shown = { id, choices, listButton, deleted, text: local(bubble.text), image: bubble.image !== undefined };
  return { ...shown, mine: bubble.from === "me", at: bubble.at.getTime(), link: link && { label: link.label, url: local(link.url) } };
}

function received(mail: ReceivedMail, local: (text: string) => string): MailItem {
  const { messageId: id, subject, at, text, html, fromName } = mail;
  const from = fromName ? `${fromName} <${mail.from}>` : mail.from;
  const code = /^\d{6}\b/.exec(subject)?.[0];
  return { id, mine: false, from, subject, text: local(text), html: html ? local(html) : undefined, at: at.getTime(), code };
}
