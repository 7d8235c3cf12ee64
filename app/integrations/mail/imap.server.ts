import { isIP } from "node:net";
import { ImapFlow, type MailboxObject } from "imapflow";
import { now } from "#app/platform/clock.ts";
import { publicAddress } from "#app/platform/egress.server.ts";
import { type MailPosition, nextPosition, positionOf } from "./mail-position.ts";

export type ImapSettings = { host: string; port: number; secure: boolean; user: string; password: string };
export type MailPlace = { uid: number; uidValidity: string };

export type MailboxWatcherHooks = {
  /** When the merchant connected the inbox; older mail was never ours to answer. Left out: from the first look on. */
  connectedAt?: Date;
  load(): Promise<MailPosition | null>;
  save(position: MailPosition): Promise<void>;
  /** Must have stored the mail when it resolves. When it rejects, the same mail comes again. It may come twice: dedupe. */
  onMail(raw: Buffer, place: MailPlace): Promise<void>;
  /** Trouble in words for the merchant, null once the mailbox is read again. */
  onIssue?(issue: MailIssue | null): void;
};

export type MailIssue = { reason: "account" | "unavailable"; detail: string };

/** Milliseconds; `maxSource` in bytes. */
export type WatcherTiming = { firstDelay: number; longestDelay: number; pollEvery: number; maxSource: number };
const defaultTiming: WatcherTiming = { firstDelay: 1_000, longestDelay: 60_000, pollEvery: 60_000, maxSource: 30 * 1024 * 1024 + 1 };

/** How much is fetched at once: bounded in memory too, since one mail may be 30 MB. */
const batch = { mails: 50, bytes: 5 * 1024 * 1024 };

/**
 * Follows one inbox. New mails are found by UID above the stored position, told of by IDLE and looked for at intervals
 * besides; the position moves only behind mails that were handed over, so nothing is lost by a crash or a dead line.
 */
export class MailboxWatcher {
  private readonly settings: ImapSettings;
  private readonly hooks: MailboxWatcherHooks;
  private readonly timing: WatcherTiming;
  private client: ImapFlow | null = null;
  private running: Promise<void> | null = null;
  private reading: Promise<unknown> = Promise.resolve();
  private stopped = false;
  private lastReport: string | null = null;
  private wake: () => void = () => {};

  constructor(settings: ImapSettings, hooks: MailboxWatcherHooks, timing: Partial<WatcherTiming> = {}) {
    this.settings = settings;
    this.hooks = hooks;
    this.timing = { ...defaultTiming, ...timing };
  }

  /** Follows the inbox until `stop`, reconnecting with growing pauses. */
  start(): void {
    this.stopped = false;
    this.running ??= this.follow();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    this.client?.close();
    await this.running;
    this.running = null;
  }

  /** Looks once, on a connection of its own, for hosts where none may stay open. Rejects when the mailbox cannot be read. */
  async poll(): Promise<void> {
    const client = await this.connect();
    try {
      await this.readNew(client);
    } finally {
      await client.logout().catch(() => client.close());
    }
  }

  private async follow(): Promise<void> {
    let failures = 0;
    while (!this.stopped) {
      try {
        await this.session(() => {
          failures = 0;
          this.report(null);
        });
      } catch (error) {
        if (!this.stopped) this.report(describe(error));
      }
      if (this.stopped) return;
      const delay = Math.min(this.timing.longestDelay, this.timing.firstDelay * 2 ** Math.min(failures, 20));
      failures += 1;
      await this.sleep(delay);
    }
  }

  private async session(onRead: () => void): Promise<void> {
    const client = await this.connect((opening) => {
      this.client = opening;
    });
    let news = false;
    client.on("exists", () => {
      news = true;
      this.wake();
    });
    client.on("close", () => this.wake());
    try {
      while (!this.stopped && client.usable) {
        news = false;
        await this.readNew(client);
        onRead();
        if (news || this.stopped) continue;
        const rest = this.sleep(this.timing.pollEvery);
        // Resolves when another command breaks it; a server without IDLE is asked at intervals by the library.
        void client.idle().catch(() => {});
        await rest;
      }
    } finally {
      client.close();
      this.client = null;
    }
  }

  private async connect(onOpening: (client: ImapFlow) => void = () => {}): Promise<ImapFlow> {
    const { host, port, secure, user, password } = this.settings;
    const loopback = host === "localhost" || host === "127.0.0.1" || host === "::1";
    const client = new ImapFlow({
      host: await publicAddress(host),
      ...(isIP(host) === 0 && { servername: host }),
      port,
      secure,
      auth: { user, pass: password },
      logger: false,
      disableAutoIdle: true,
      ...(!secure && { doSTARTTLS: !loopback }),
      connectionTimeout: 20_000,
      greetingTimeout: 10_000,
      socketTimeout: 5 * 60_000,
    });
    // Without a listener a broken line would end the process; the command in flight rejects as well.
    client.on("error", () => this.wake());
    onOpening(client);
    try {
      await client.connect();
      await client.mailboxOpen("INBOX", { readOnly: true });
    } catch (error) {
      client.close();
      throw error;
    }
    return client;
  }

  /** One reading at a time, whether following or polling, so that no mail is handed over twice at once. */
  private readNew(client: ImapFlow): Promise<void> {
    const read = this.reading.then(() => this.readFrom(client));
    this.reading = read.catch(() => {});
    return read;
  }

  private async readFrom(client: ImapFlow): Promise<void> {
    const mailbox = openMailbox(client);
    const stored = await this.hooks.load();
    let position = positionOf(stored, { uidValidity: String(mailbox.uidValidity), uidNext: mailbox.uidNext }, now());
    if (stored === null) {
      position = await this.fromConnection(client, position, mailbox.uidNext);
      await this.hooks.save(position);
    }
    const uids = await newUids(client, position);
    for (let start = 0; start < uids.length; start += batch.mails) {
      for (const group of await this.groups(client, uids.slice(start, start + batch.mails), position)) {
        const source = group.tooLarge ? { maxLength: this.timing.maxSource } : true;
        const sources = await client.fetchAll(group.uids.join(","), { uid: true, source }, { uid: true });
        for (const mail of sources.sort((a, b) => a.uid - b.uid)) {
          if (this.stopped && this.running) return;
          if (mail.source) await this.hooks.onMail(mail.source, { uid: mail.uid, uidValidity: position.uidValidity });
          position = nextPosition(position, mail.uid);
          await this.hooks.save(position);
        }
      }
      // Mails left out of a rescan are behind us too.
      const last = uids[Math.min(start + batch.mails, uids.length) - 1] ?? position.lastUid;
      if (last > position.lastUid) {
        position = nextPosition(position, last);
        await this.hooks.save(position);
      }
    }
  }

  /** Mail that came after the merchant connected the inbox and before this first look is ours to answer too. */
  private async fromConnection(client: ImapFlow, position: MailPosition, uidNext: number): Promise<MailPosition> {
    const { connectedAt } = this.hooks;
    if (!connectedAt) return position;
    // IMAP searches by whole days; what came earlier that day is left out by `since`.
    const uids = (await client.search({ since: connectedAt }, { uid: true })) || [];
    const lastUid = Math.min(position.lastUid, ...uids.map((uid) => uid - 1));
    return { ...position, lastUid, since: connectedAt.toISOString(), rescanBelow: uidNext };
  }

  /** Bundles mails by size, leaving out what a rescan finds from before we were set up. */
  private async groups(client: ImapFlow, uids: number[], position: MailPosition): Promise<{ uids: number[]; tooLarge: boolean }[]> {
    const mails = await client.fetchAll(uids.join(","), { uid: true, size: true, internalDate: true }, { uid: true });
    const groups: { uids: number[]; tooLarge: boolean; room: number }[] = [];
    for (const mail of mails.sort((a, b) => a.uid - b.uid)) {
      const arrived = mail.internalDate ? new Date(mail.internalDate) : now();
      if (mail.uid < position.rescanBelow && arrived.getTime() < new Date(position.since).getTime()) continue;
      const size = mail.size ?? 0;
      const tooLarge = size > this.timing.maxSource;
      const last = groups.at(-1);
      if (last && !tooLarge && !last.tooLarge && size <= last.room) {
        last.uids.push(mail.uid);
        last.room -= size;
      } else groups.push({ uids: [mail.uid], tooLarge, room: batch.bytes - size });
    }
    return groups;
  }

  /** Says each trouble, and its end, once. */
  private report(issue: MailIssue | null): void {
    const words = JSON.stringify(issue);
    if (words === this.lastReport) return;
    this.lastReport = words;
    this.hooks.onIssue?.(issue);
  }

  private sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function openMailbox(client: ImapFlow): MailboxObject {
  if (!client.mailbox) throw new Error("The server closed the inbox.");
  return client.mailbox;
}

/** `n:*` always names the last mail, even one below n; hence the filter. */
async function newUids(client: ImapFlow, position: MailPosition): Promise<number[]> {
  const found = await client.search({ uid: `${position.lastUid + 1}:*` }, { uid: true });
  if (!Array.isArray(found)) throw new Error("The server did not answer the search for new mail.");
  return found.filter((uid) => uid > position.lastUid).sort((a, b) => a - b);
}

function describe(error: unknown): MailIssue {
  const refused = error instanceof Error && "authenticationFailed" in error && error.authenticationFailed === true;
  const detail = error instanceof Error ? error.message : String(error);
  return { reason: refused ? "account" : "unavailable", detail };
}
