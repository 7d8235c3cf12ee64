import type { ReceivedMail, ShopperMailbox } from "../mail/shopper-mailbox.ts";
import type { Bubble, Phone } from "../meta/phone.ts";
import { adaCustomerId } from "../scenarios/people.ts";
import { World, type WorldOptions } from "../world.ts";
import type { DemoState, GuideStep, MailItem, PhoneChannel, PhoneMessage, PhoneState, StoreEffect } from "./demo-api.ts";
import { type EffectWords, wordsOfEntry, wordsOfEvent } from "./effects.ts";
import { hasOneReturn, stepsOnPage, untouchedGuide, watchInbox } from "./guide.ts";

const address = "ada@example.com";
/** A typing mark that nothing follows goes away, as the real ones do. Milliseconds. */
const typingLasts = 25_000;
const shopOrigin = "https://linden-loom.myshopify.com";

/** One world with the player's devices in it, from its start to the next reset. */
export class DemoSession {
  readonly world: World;
  readonly phones: Record<PhoneChannel, Phone>;
  readonly mailbox: ShopperMailbox;
  customer: DemoState["customer"] = "guest";
  readonly #sent: MailItem[] = [];
  readonly #effects: StoreEffect[] = [];
  readonly #guide = { ...untouchedGuide };
  readonly #changed: () => void;
  readonly #unwatch: () => void;

  private constructor(world: World, changed: () => void) {
    this.world = world;
    this.#changed = changed;
    this.phones = {
      instagram: world.meta.phone("instagram", "ig-ada", { name: "Ada" }),
      whatsapp: world.meta.phone("whatsapp", "DE.1000000000000042", { name: "Ada", phone: "+4915112345678" }),
    };
    this.mailbox = world.mail.mailbox(address);
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
    return new DemoSession(world, changed);
  }

  /** The numeric id under which the storefront knows who is logged in. */
  get customerId(): string | undefined {
    return this.customer === "ada" ? adaCustomerId(this.world) : undefined;
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
    this.#sent.push({ id, mine: true, from: address, subject: title, text, at: this.world.clock.now().getTime() });
    this.#changed();
  }

  state(storefrontUrl: string, adminUrl: string): DemoState {
    const local = (text: string) => text.replaceAll(`${shopOrigin}/`, `${new URL(storefrontUrl).origin}/`);
    const now = this.world.clock.now().getTime();
    return {
      storefrontUrl,
      adminUrl,
      clockOffset: this.world.clock.offset,
      customer: this.customer,
      phones: {
        instagram: phoneState("instagram", this.phones.instagram, now, local),
        whatsapp: phoneState("whatsapp", this.phones.whatsapp, now, local),
      },
      mails: [...this.mailbox.inbox.map((mail) => received(mail, local)), ...this.#sent].sort((a, b) => a.at - b.at),
      effects: [...this.#effects],
      guide: { ...this.#guide },
    };
  }

  async stop(): Promise<void> {
    this.#unwatch();
    await this.world.stop();
  }

  private tick(steps: GuideStep[]): void {
    for (const step of steps) {
      if (this.#guide[step]) continue;
      this.#guide[step] = true;
      this.#changed();
    }
  }
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
