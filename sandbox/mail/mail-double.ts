import MailComposer from "nodemailer/lib/mail-composer";
import PostalMime from "postal-mime";
import { type History, SandboxClock } from "../double.ts";
import { bounceMail, stampArrival } from "./envelope.ts";
import { ImapInbox } from "./imap-inbox.ts";
import { MailFaults } from "./mail-faults.ts";
import { ShopperMailbox } from "./shopper-mailbox.ts";
import { type AcceptedMail, SmtpPort } from "./smtp-port.ts";

const password = "sandbox-mail-password";

/**
 * A mail provider and its world on loopback: the shop's mailbox by real SMTP and IMAP, and a mailbox for every shopper.
 * Plus addresses lead to the shop's mailbox. The provider judges each sender and says so in the topmost header.
 */
export class MailDouble {
  readonly shopAddress: string;
  /** The name under which the provider writes its verdicts. */
  readonly authServer: string;
  readonly faults = new MailFaults();
  private readonly history: History;
  private readonly clock: SandboxClock;
  private readonly imap: ImapInbox;
  private readonly smtp: SmtpPort;
  private readonly mailboxes = new Map<string, ShopperMailbox>();
  private readonly bouncing = new Map<string, "failed" | "delayed">();

  constructor(history: History, clock = new SandboxClock(), shopAddress = "support@linden-loom.example") {
    this.history = history;
    this.clock = clock;
    this.shopAddress = shopAddress;
    this.authServer = `mx.${domainOf(shopAddress)}`;
    this.imap = new ImapInbox(shopAddress, password);
    this.smtp = new SmtpPort({
      user: shopAddress,
      password,
      isLocal: (address) => this.isShop(address),
      faults: this.faults,
      accept: (mail) => this.accept(mail),
    });
  }

  async start(): Promise<void> {
    await Promise.all([this.imap.start(), this.smtp.start()]);
  }

  async stop(): Promise<void> {
    await Promise.all([this.imap.stop(), this.smtp.stop()]);
  }

  /** What a merchant would type in to connect this mailbox: the channel account's settings and credentials. */
  get account(): { externalId: string; config: Record<string, string>; credentials: Record<string, string> } {
    const config = {
      imapHost: "127.0.0.1",
      imapPort: String(this.imap.port),
      imapSecure: "false",
      imapUser: this.shopAddress,
      smtpHost: "127.0.0.1",
      smtpPort: String(this.smtp.port),
      smtpSecure: "false",
      smtpUser: this.shopAddress,
      trustedAuthServer: this.authServer,
    };
    return { externalId: this.shopAddress, config, credentials: { imapPassword: password, smtpPassword: password } };
  }

  /** A shopper's mailbox; it exists from the first time anyone names it. */
  mailbox(address: string): ShopperMailbox {
    const key = address.toLowerCase();
    const known = this.mailboxes.get(key);
    if (known) return known;
    const post = (mail: { raw: Buffer; from: string; to: string; forged: boolean }) => this.carry(mail);
    const created = new ShopperMailbox(key, post, () => this.clock.now());
    this.mailboxes.set(key, created);
    return created;
  }

  /** From now on mail to this address comes back. */
  bounce(address: string, action: "failed" | "delayed" = "failed"): void {
    this.bouncing.set(address.toLowerCase(), action);
  }

  /** Every mail in the shop's inbox, as IMAP shows it. */
  get shopInbox(): Buffer[] {
    return this.imap.mails;
  }

  /** IMAP's number of the last mail in the shop's inbox. */
  get newestUid(): number {
    return this.imap.newestUid;
  }

  /** Puts a mail of any shape into the shop's inbox, stamped by the provider like every other. */
  deliverToShop(raw: Buffer, mail: { from: string; to?: string; genuine: boolean }): void {
    const at = this.clock.now();
    const stamped = stampArrival(raw, {
      server: this.authServer,
      sender: mail.from,
      recipient: mail.to ?? this.shopAddress,
      headerFrom: domainOf(mail.from) || "unknown.invalid",
      verdict: mail.genuine ? "pass" : "fail",
      at,
    });
    const copies = this.faults.take("duplicate") ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) this.imap.append(stamped, at);
  }

  /** Numbers the inbox anew, as after a restore. */
  changeUidValidity(): void {
    this.imap.changeUidValidity();
  }

  /** Ends every IMAP line. */
  disconnect(): void {
    this.imap.disconnect();
  }

  private isShop(address: string): boolean {
    return address.replace(/\+[^@]*@/, "@") === this.shopAddress;
  }

  /** What another service writes in the name of the shop, such as Shopify. */
  async fromStore({ to, subject, text }: { to: string; subject: string; text: string }): Promise<void> {
    const raw = await new MailComposer({ from: `store+${this.shopAddress}`, to, subject, text, date: this.clock.now() }).compile().build();
    await this.arrive(raw, to.toLowerCase());
  }

  /** A mail written in a shopper's mailbox. */
  private carry(mail: { raw: Buffer; from: string; to: string; forged: boolean }): void {
    if (this.isShop(mail.to)) this.deliverToShop(mail.raw, { from: mail.from, to: mail.to, genuine: !mail.forged });
    else void this.mailbox(mail.to).receive(mail.raw);
  }

  /** A mail that came by SMTP. It counts as accepted from here on, whatever the sender gets to hear. */
  private async accept(mail: AcceptedMail): Promise<void> {
    const { messageId, subject } = await PostalMime.parse(mail.raw);
    for (const recipient of mail.to) {
      this.history.record("mail", "mail-accepted", { messageId: messageId ?? "", to: recipient, subject: subject ?? "" }, this.clock.now());
      const action = this.bouncing.get(recipient);
      if (this.isShop(recipient)) this.deliverToShop(mail.raw, { from: mail.from, to: recipient, genuine: mail.authenticated });
      else if (action) this.sendBack(mail, recipient, action);
      if (!this.isShop(recipient) && action !== "failed") await this.arrive(mail.raw, recipient);
    }
  }

  private async arrive(raw: Buffer, recipient: string): Promise<void> {
    const copies = this.faults.take("duplicate") ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) await this.mailbox(recipient).receive(raw);
  }

  private sendBack(mail: AcceptedMail, recipient: string, action: "failed" | "delayed"): void {
    const report = bounceMail({ server: this.authServer, recipient, sender: mail.from, action, original: mail.raw, at: this.clock.now() });
    this.deliverToShop(report, { from: "", to: this.shopAddress, genuine: true });
  }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}
