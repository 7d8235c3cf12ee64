import { afterEach, expect, test, vi } from "vitest";
import { parseMail } from "#app/channels/email/parse-mail.server.ts";
import { type ImapSettings, MailboxWatcher, type MailboxWatcherHooks, type WatcherTiming } from "#app/integrations/mail/imap.server.ts";
import type { MailPosition } from "#app/integrations/mail/mail-position.ts";
import type { MailDouble } from "#sandbox/mail/mail-double.ts";
import { startMail } from "./mail-setup.ts";

const watchers: MailboxWatcher[] = [];
afterEach(async () => {
  for (const watcher of watchers.splice(0)) await watcher.stop();
});

function settingsOf(mail: MailDouble): ImapSettings {
  const { config, credentials } = mail.account;
  return {
    host: "127.0.0.1",
    port: Number(config.imapPort),
    secure: false,
    user: config.imapUser ?? "",
    password: credentials.imapPassword ?? "",
  };
}

/** A shop that remembers its place and the subjects it has stored, once each. */
function shopOf(
  mail: MailDouble,
  hooks: Partial<MailboxWatcherHooks> = {},
  timing: Partial<WatcherTiming> = {},
  settings = settingsOf(mail),
) {
  const shop = { position: null as MailPosition | null, handed: [] as string[], issues: [] as string[] };
  const watcher = new MailboxWatcher(
    settings,
    {
      load: async () => shop.position,
      save: async (position) => {
        shop.position = position;
      },
      onMail: async (raw) => {
        const parsed = await parseMail(raw, { address: mail.shopAddress, trustedAuthServer: mail.authServer });
        shop.handed.push(parsed.subject);
      },
      onIssue: (issue) => {
        if (issue) shop.issues.push(issue.reason);
      },
      ...hooks,
    },
    { firstDelay: 50, longestDelay: 100, pollEvery: 30_000, ...timing },
  );
  watchers.push(watcher);
  return Object.assign(shop, { watcher, subjects: () => [...new Set(shop.handed)] });
}

const settle = { timeout: 5_000, interval: 20 };
const write = (mail: MailDouble, subject: string) => mail.mailbox("ada@example.com").send({ to: mail.shopAddress, subject, text: "Hello" });

test("a mail that comes while the line is open is handed over at once, byte for byte", async () => {
  const { mail } = await startMail();
  const raws: Buffer[] = [];
  const shop = shopOf(mail, { onMail: async (raw) => void raws.push(raw) });
  shop.watcher.start();
  await vi.waitFor(() => expect(shop.position).not.toBeNull(), settle);
  const started = performance.now();
  await mail.mailbox("zoe@example.com").send({ to: mail.shopAddress, subject: "Größe", text: "Zu groß ✓" });
  await vi.waitFor(() => expect(raws).toHaveLength(1), settle);
  expect(performance.now() - started).toBeLessThan(1_500);
  expect(raws[0]?.equals(mail.shopInbox[0] ?? Buffer.alloc(0))).toBe(true);
});

test("mail from before the inbox was connected is left alone", async () => {
  const { mail } = await startMail();
  await write(mail, "Old");
  const shop = shopOf(mail);
  await shop.watcher.poll();
  await write(mail, "New");
  await shop.watcher.poll();
  expect(shop.handed).toEqual(["New"]);
});

test("after the line breaks nothing is lost and nothing comes twice", async () => {
  const { mail } = await startMail();
  const shop = shopOf(mail);
  shop.watcher.start();
  await vi.waitFor(() => expect(shop.position).not.toBeNull(), settle);
  await write(mail, "One");
  await vi.waitFor(() => expect(shop.handed).toEqual(["One"]), settle);
  mail.disconnect();
  await write(mail, "Two");
  await write(mail, "Three");
  await vi.waitFor(() => expect(shop.handed).toEqual(["One", "Two", "Three"]), settle);
});

test("a mail that could not be stored comes again, and the ones behind it wait", async () => {
  const { mail } = await startMail();
  let broken = true;
  const stored: number[] = [];
  const shop = shopOf(mail, {
    onMail: async (_raw, place) => {
      if (broken && place.uid === 2) throw new Error("The disk is full.");
      stored.push(place.uid);
    },
  });
  await shop.watcher.poll();
  for (const subject of ["One", "Two", "Three"]) await write(mail, subject);
  await expect(shop.watcher.poll()).rejects.toThrow("The disk is full.");
  expect(stored).toEqual([1]);
  expect(shop.position?.lastUid).toBe(1);
  broken = false;
  await shop.watcher.poll();
  expect(stored).toEqual([1, 2, 3]);
});

test("when the server numbers its mails anew, all of ours are looked through again", async () => {
  const { mail } = await startMail();
  const shop = shopOf(mail);
  shop.watcher.start();
  await vi.waitFor(() => expect(shop.position).not.toBeNull(), settle);
  await write(mail, "One");
  await write(mail, "Two");
  await vi.waitFor(() => expect(shop.handed).toHaveLength(2), settle);
  mail.changeUidValidity();
  await write(mail, "Three");
  await vi.waitFor(() => expect(shop.subjects()).toEqual(["One", "Two", "Three"]), settle);
  expect(shop.position).toMatchObject({ uidValidity: "2", lastUid: 3 });
  await write(mail, "Four");
  await vi.waitFor(() => expect(shop.handed.at(-1)).toBe("Four"), settle);
});

test("a renumbered inbox does not bring up mail from before it was connected", async () => {
  const { mail, clock } = await startMail();
  clock.offset = -3 * 24 * 3_600_000;
  await write(mail, "Three days old");
  clock.offset = 0;
  const shop = shopOf(mail);
  await shop.watcher.poll();
  await write(mail, "New");
  mail.changeUidValidity();
  await shop.watcher.poll();
  expect(shop.handed).toEqual(["New"]);
  expect(shop.position).toMatchObject({ uidValidity: "2", lastUid: 2 });
});

test("more mails than one batch arrive in order", async () => {
  const { mail } = await startMail();
  const shop = shopOf(mail);
  await shop.watcher.poll();
  const subjects = Array.from({ length: 120 }, (_, index) => `Mail ${index}`);
  for (const subject of subjects) await write(mail, subject);
  await shop.watcher.poll();
  expect(shop.handed).toEqual(subjects);
});

test("a mail beyond the size limit is fetched in part", async () => {
  const { mail } = await startMail();
  const sizes: number[] = [];
  const shop = shopOf(mail, { onMail: async (raw) => void sizes.push(raw.length) }, { maxSource: 10_000 });
  await shop.watcher.poll();
  await mail.mailbox("ada@example.com").send({ to: mail.shopAddress, subject: "Big", text: "x".repeat(50_000) });
  await shop.watcher.poll();
  expect(sizes).toEqual([10_000]);
});

test("without word from the server the inbox is looked at again after a while", async () => {
  const { mail } = await startMail();
  await write(mail, "One");
  const shop = shopOf(mail, {}, { pollEvery: 100 });
  shop.watcher.start();
  await vi.waitFor(() => expect(shop.position?.lastUid).toBe(1), settle);
  // Nothing new comes, so no word from the server: only looking again can find what is now above the position.
  shop.position = { uidValidity: "1", lastUid: 0, since: "2026-01-01T00:00:00.000Z", rescanBelow: 0 };
  await vi.waitFor(() => expect(shop.handed).toEqual(["One"]), settle);
});

test("a wrong password is told to the merchant, and the watcher stops when asked", async () => {
  const { mail } = await startMail();
  const shop = shopOf(mail, {}, {}, { ...settingsOf(mail), password: "wrong" });
  shop.watcher.start();
  await vi.waitFor(() => expect(shop.issues).toEqual(["account"]), settle);
  await shop.watcher.stop();
  await write(mail, "Unread");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(shop.issues).toEqual(["account"]);
  expect(shop.handed).toEqual([]);
});
