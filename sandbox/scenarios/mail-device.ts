import type { ReceivedMail, ShopperMailbox } from "../mail/shopper-mailbox.ts";
import type { World } from "../world.ts";
import { Arrivals, type Device, type Shown } from "./device.ts";

/**
 * A shopper's mail program. Mails with a one-time code are read by `code()`, all others by `next()`. A mail that comes again
 * under its Message-ID is shown once, as Gmail and Exchange do.
 */
export class MailDevice implements Device {
  readonly channel = "email";
  readonly arrivals = new Arrivals();
  readonly #codes = new Arrivals();
  readonly #mailbox: ShopperMailbox;
  readonly #shopAddress: string;
  #last: ReceivedMail | undefined;

  constructor(world: World, address: string) {
    this.#mailbox = world.mail.mailbox(address);
    this.#shopAddress = world.mail.shopAddress;
    const seen = new Set<string>();
    this.#mailbox.onMail((mail) => {
      if (seen.has(mail.messageId)) return;
      seen.add(mail.messageId);
      const shown = { text: mail.text, choices: [], links: mail.links };
      if (/^\d{6}\b/.test(mail.subject)) {
        this.#codes.add({ ...shown, text: mail.subject.slice(0, 6) });
        return;
      }
      this.#last = mail;
      this.arrivals.add(shown);
    });
  }

  /** Answers the newest mail, or begins a thread. */
  async say(text: string, subject = "My order"): Promise<void> {
    if (this.#last) await this.#mailbox.send({ text, replyTo: this.#last });
    else await this.#mailbox.send({ to: this.#shopAddress, subject, text });
  }

  /** Mail has no buttons of ours but links; a tap is an answer in the words of the choice. */
  async tap(title: RegExp): Promise<void> {
    throw new Error(`There is nothing to tap in a mail: ${title}`);
  }

  next(): Promise<Shown> {
    return this.arrivals.next("the mailbox");
  }

  async code(): Promise<string> {
    return (await this.#codes.next("the mailbox")).text;
  }

  get codesReceived(): number {
    return this.#codes.all.length;
  }

  unread(): Shown[] {
    return this.arrivals.unread();
  }
}
