import { parseMailWithPictures } from "#app/channels/email/parse-mail.server.ts";
import type { MailEvent } from "#app/channels/email/parsed-mail.ts";
import { keepIncoming } from "#app/domain/photos/files.server.ts";
import { type ChannelAccount, channelAccountsOf, onChannelsChanged } from "#app/domain/shops/channels.server.ts";
import { MailboxWatcher } from "#app/integrations/mail/imap.server.ts";
import type { MailPosition } from "#app/integrations/mail/mail-position.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { recordVendorError } from "#app/platform/metrics/metrics.server.ts";
import { inTrace } from "#app/platform/tracing/trace.ts";
import { storeRawEvent } from "./raw-events.server.ts";

type Watched = { watcher: MailboxWatcher; settings: string };

/** Follows every connected mailbox; a mail enters by the same door as a webhook. */
export class Mailboxes {
  readonly #watched = new Map<string, Watched>();
  #forget: () => void = () => {};
  #work: Promise<void> = Promise.resolve();

  async start(): Promise<void> {
    this.#forget = onChannelsChanged(() => {
      this.#work = this.#work.then(() => this.refresh()).catch((error) => log.error("mailboxes-failed", errorFields(error)));
    });
    await this.refresh();
  }

  async stop(): Promise<void> {
    this.#forget();
    await this.#work;
    await Promise.all([...this.#watched.values()].map(({ watcher }) => watcher.stop()));
    this.#watched.clear();
  }

  /** Starts, stops and restarts watchers so that they are what is connected now. */
  private async refresh(): Promise<void> {
    const accounts = await channelAccountsOf("email");
    for (const [id, { watcher, settings }] of this.#watched) {
      const account = accounts.find((one) => one.id === id);
      if (account && settingsOf(account) === settings) continue;
      this.#watched.delete(id);
      await watcher.stop();
    }
    for (const account of accounts) {
      if (this.#watched.has(account.id)) continue;
      const watcher = watch(account);
      this.#watched.set(account.id, { watcher, settings: settingsOf(account) });
      watcher.start();
    }
  }
}

function settingsOf(account: ChannelAccount): string {
  return JSON.stringify([account.externalId, account.config, account.credentials]);
}

function watch(account: ChannelAccount): MailboxWatcher {
  const { id, externalId: address, config, credentials } = account;
  const settings = {
    host: config.imapHost ?? "",
    port: Number(config.imapPort),
    secure: config.imapSecure === "true",
    user: config.imapUser ?? "",
    password: credentials.imapPassword ?? "",
  };
  const mailbox = { address, trustedAuthServer: config.trustedAuthServer ?? "" };
  return new MailboxWatcher(settings, {
    // Servers stamp whole seconds.
    connectedAt: new Date(Math.floor(account.createdAt.getTime() / 1000) * 1000),
    load: async () => (await database().prisma.channelAccount.findUnique({ where: { id } }))?.position as MailPosition | null,
    save: async (position) => {
      fault("mail.position.before-commit");
      await database().commit([update("ChannelAccount", { id }, { position })]);
      fault("mail.position.after-commit");
    },
    onMail: (raw, place) =>
      inTrace("mail", { kind: "server", fields: { shopId: account.shopId, channel: "email" } }, async () => {
        const { mail, pictures } = await parseMailWithPictures(raw, mailbox);
        for (const { index, bytes } of pictures) {
          const attachment = mail.attachments[index];
          const origin = `mail:${address}:${place.uidValidity}:${place.uid}:${index}`;
          if (attachment) attachment.kept = await keepIncoming(account.shopId, origin, bytes);
        }
        const event: MailEvent = { mail, ...place };
        const body = JSON.stringify(event);
        const externalId = `${place.uidValidity}:${place.uid}`;
        await storeRawEvent({
          owner: { channel: "email", account: address },
          channel: "email",
          account: address,
          externalId,
          body,
          task: "intake.channel",
        });
        log.debug("mail-stored");
      }),
    onIssue: (issue) => void noteIssue(id, issue?.reason ?? null),
  });
}

const issueWords = {
  account: "The mail server refuses the user name or password.",
  unavailable: "The mail server cannot be reached. It is tried again by itself.",
};

async function noteIssue(id: string, reason: keyof typeof issueWords | null): Promise<void> {
  if (reason) recordVendorError("email", "read", reason);
  await database()
    .commit([update("ChannelAccount", { id }, { issue: reason ? issueWords[reason] : null })])
    .catch((error) => log.warn("mailbox-issue-not-kept", errorFields(error)));
}
