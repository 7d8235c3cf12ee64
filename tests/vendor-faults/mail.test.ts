import { afterEach, beforeEach, expect, test } from "vitest";
import type { ShopperMailbox } from "#sandbox/mail/shopper-mailbox.ts";
import { House } from "./house.ts";
import { createShopper } from "./people.ts";

const minute = 60_000;
let house: House;
beforeEach(async () => {
  house = await House.open({ mailbox: true });
});
afterEach(() => house.close());

/** Somebody writes to the shop about an order; resolves when the mail was taken in. */
async function writes(text = "Hello, where is my order?"): Promise<ShopperMailbox> {
  const { email } = createShopper(house, { arrived: false });
  const mailbox = house.mail.mailbox(email);
  const before = await taken();
  await mailbox.send({ to: house.mail.shopAddress, subject: "My order", text });
  await until(async () => (await taken()) > before);
  await house.rest();
  return mailbox;
}

const taken = () => house.database.prisma.message.count({ where: { author: "shopper" } });
const deliveries = () => house.database.prisma.delivery.findMany();
const account = () => house.database.prisma.channelAccount.findFirstOrThrow({ where: { channel: "email" } });

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("It did not come to that.");
}

test("a server that says “later” gets the same mail later, under the same Message-ID, and it arrives once", async () => {
  house.mail.faults.add("refuse-451", { times: 2 });
  const mailbox = await writes();
  expect(mailbox.inbox).toHaveLength(0);
  const planned = await house.database.prisma.delivery.findFirstOrThrow();
  for (let n = 0; n < 3; n += 1) await house.advance(6 * minute);
  expect(mailbox.inbox).toHaveLength(1);
  expect(mailbox.inbox[0]?.messageId).toBe((planned.thread as { messageId: string }).messageId);
});

test("an address that does not exist is failed at once, visibly, and not tried again", async () => {
  house.mail.faults.add("refuse-550");
  const mailbox = await writes();
  await house.advance(30 * minute);
  expect(mailbox.inbox).toHaveLength(0);
  expect(await deliveries()).toMatchObject([{ state: "failed", error: "smtp-550-5.1.1", attempts: 1 }]);
});

test("a line that dies between the message and the 250: whatever is sent again has the same Message-ID", async () => {
  house.mail.faults.add("drop-after-data", { times: 2 });
  const mailbox = await writes();
  expect(await deliveries()).toMatchObject([{ state: "unknown" }]);
  for (let n = 0; n < 3; n += 1) await house.advance(2 * minute);
  expect(new Set(mailbox.inbox.map((mail) => mail.messageId)).size).toBe(1);
  expect(await deliveries()).toMatchObject([{ state: "accepted", attempts: 3 }]);
});

test("a mail that the provider delivers twice is answered once", async () => {
  house.mail.faults.add("duplicate");
  const mailbox = await writes();
  await until(async () => (await house.database.prisma.rawEvent.count({ where: { channel: "email" } })) === 2);
  await house.rest();
  expect(await taken()).toBe(1);
  expect(mailbox.inbox).toHaveLength(1);
});

test("lines that break and an inbox that is numbered anew: every mail is answered once, also those that came meanwhile", async () => {
  const first = await writes();
  house.mail.disconnect();
  const second = await writes();
  house.mail.changeUidValidity();
  const third = await writes();
  await until(async () => (await house.database.prisma.rawEvent.count({ where: { channel: "email" } })) >= 5);
  await house.rest();
  expect(await taken()).toBe(3);
  for (const mailbox of [first, second, third]) expect(mailbox.inbox).toHaveLength(1);
});

test("mail that cannot be stored is not passed over: it is taken in when there is room again", async () => {
  const { prisma } = house.database;
  await prisma.$executeRawUnsafe("PRAGMA query_only = ON");
  const { email } = createShopper(house, { arrived: false });
  const mailbox = house.mail.mailbox(email);
  await mailbox.send({ to: house.mail.shopAddress, subject: "My order", text: "Hello, where is my order?" });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await prisma.$executeRawUnsafe("PRAGMA query_only = OFF");
  await until(async () => (await taken()) === 1);
  await house.rest();
  expect(mailbox.inbox).toHaveLength(1);
});

test("a password that no longer holds: the merchant is told, answers wait, and go out once it is mended", async () => {
  const { prisma } = house.database;
  const { credentials } = await account();
  const { encrypt } = await import("#app/platform/crypto.server.ts");
  const wrong = encrypt(JSON.stringify({ imapPassword: house.mail.account.credentials.imapPassword, smtpPassword: "old" }));
  await prisma.channelAccount.updateMany({ where: { channel: "email" }, data: { credentials: wrong } });
  const mailbox = await writes();
  expect(mailbox.inbox).toHaveLength(0);
  expect((await account()).issue).toMatch(/Connect it again/);
  await prisma.channelAccount.updateMany({ where: { channel: "email" }, data: { credentials } });
  await house.advance(6 * minute);
  expect(mailbox.inbox).toHaveLength(1);
  expect((await account()).issue).toBeNull();
});
