import MailComposer from "nodemailer/lib/mail-composer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dailyTokens } from "#app/pipeline/assistant/budget.server.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";
import { howMany, record } from "./record.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ knowledge: true, gemini: true, mailbox: true });
  await house.database.prisma.shop.updateMany({ data: { wording: "model" } });
});
afterAll(() => house.close());

/** Machines that answer whatever they get, at once. */
const bots: Record<string, (heard: string, round: number) => string> = {
  "says thank you": () => "Thank you for your message! Our team will get back to you within two days.",
  "asks the same thing": () => "where is my order",
  "has ticket numbers": (_heard, round) => `Ticket ${4_000 + round}: where is my parcel, please`,
  parrot: (heard) => heard,
  "is out of office": (_, round) => `I am out of office until ${round + 1} May and will answer then.`,
  "wants to return": () => "I want to return something",
};
const rounds = 20;

test.each(Object.entries(bots).slice(0, howMany(9, 3)))(
  "a bot on Instagram that %s hears from us five times at most",
  async (name, answer) => {
    const phone = house.phone("instagram", `77${Object.keys(bots).indexOf(name)}`);
    await phone.sendText(answer("Hello", 0));
    for (let round = 1; round < rounds; round += 1) {
      const heard = phone.inbox.length;
      await house.rest();
      if (phone.inbox.length > heard) await phone.sendText(answer(phone.inbox.at(-1)?.text ?? "", round));
    }
    record("T24", rounds, Math.max(0, phone.inbox.length - 5));
    expect(phone.inbox.length).toBeLessThanOrEqual(5);
  },
);

test.each(["known", "unknown"].slice(0, howMany(2, 1)))(
  "an automatic answer by mail without any mark of it, from somebody %s, is answered five times at most",
  async (who) => {
    const email = who === "known" ? createShopper(house, { arrived: false }).email : "robot@example.net";
    const mailbox = house.mail.mailbox(email);
    let mails = 0;
    const say = async () => {
      mails += 1;
      await mailbox.send({
        to: house.mail.shopAddress,
        subject: "Re: your message",
        text: `Thank you for contacting us. Your ticket is ${mails}. Where is my order?`,
      });
      for (let tries = 0; tries < 500 && (await seen(email)) < mails; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
      await house.rest();
    };
    await say();
    for (let round = 1; round < rounds && mailbox.inbox.length >= mails; round += 1) await say();
    record("T24", rounds, Math.max(0, mailbox.inbox.length - 5));
    expect(mailbox.inbox.length).toBeLessThanOrEqual(5);
  },
);

/** How many mails of this sender were taken in, whoever their server says they are. */
async function seen(email: string): Promise<number> {
  const { prisma } = house.database;
  const identities = await prisma.identity.findMany({ where: { externalId: { endsWith: email } } });
  return prisma.message.count({ where: { author: "shopper", identityId: { in: identities.map((one) => one.id) } } });
}

/** About how many tokens the model was given since then. */
function tokensSince(entries: number): number {
  const asked = house.history.of("gemini").slice(entries);
  // The shop's own texts are embedded once, whoever writes.
  const forIt = asked.filter(({ detail }) => detail.taskType !== "RETRIEVAL_DOCUMENT");
  return forIt.reduce((sum, { detail }) => sum + JSON.stringify(detail.segments ?? detail).length / 4, 0);
}

test("a mail of a megabyte costs the model no more than a fixed budget, and holds nothing up", async () => {
  const from = createShopper(house, { arrived: false }).email;
  const before = house.history.of("gemini").length;
  const text = `${"my thingy has not shown its face, dunno what to make of it. ".repeat(17_500)}`;
  expect(text.length).toBeGreaterThan(1_000_000);
  const raw = await new MailComposer({ from, to: house.mail.shopAddress, subject: "thingy", text }).compile().build();
  const started = performance.now();
  house.mail.deliverToShop(raw, { from, genuine: true });
  for (let tries = 0; tries < 2_000 && (await seen(from)) === 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  await house.rest();
  await house.rest();
  const tokens = tokensSince(before);
  record("T24", 1, tokens > 12_000 ? 1 : 0);
  expect(tokens).toBeLessThan(12_000);
  expect(performance.now() - started).toBeLessThan(20_000);
  expect(house.mail.mailbox(from).inbox.length).toBeGreaterThan(0);
});

test("a conversation that has used up its tokens of the day is gone on with by the local model, then by a person; the next day it may again", async () => {
  const phone = house.phone("whatsapp", "DE.240", "+4915100000240");
  await phone.sendText("hello");
  await house.rest();
  const { conversationId } = await house.database.prisma.identity.findFirstOrThrow({ where: { externalId: "DE.240" } });
  const booked = await house.database.prisma.conversation.findFirstOrThrow({ where: { id: conversationId } });
  expect(booked.tokens).toBeGreaterThan(0);
  await house.database.prisma.conversation.update({ where: { id: conversationId }, data: { tokens: dailyTokens.conversation } });
  const before = house.history.of("gemini").length;
  for (let n = 0; n < howMany(20, 2); n += 1) {
    await phone.sendText(`my thingy ${n} has not shown its face, dunno`);
    await house.rest(7_000);
  }
  const asked = house.history.of("gemini").length - before;
  record("T24", howMany(20, 2), asked);
  expect(asked).toBe(0);
  expect(phone.inbox.at(-1)?.text).toMatch(/colleague/);
  const other = house.phone("whatsapp", "DE.241", "+4915100000241");
  await other.sendText("hello");
  await house.rest();
  expect(house.history.of("gemini").length).toBeGreaterThan(before);
});

test("a shop that has used up its tokens of the day asks the model nothing for anybody", async () => {
  await house.database.prisma.shop.updateMany({ data: { tokens: dailyTokens.shop } });
  const before = house.history.of("gemini").length;
  const people = howMany(200, 10);
  await Promise.all(
    Array.from({ length: people }, (_, n) => house.phone("instagram", `990${n}`).sendText("my thingy has not shown its face, dunno")),
  );
  await house.rest();
  record("T24", people, house.history.of("gemini").length - before);
  expect(house.history.of("gemini").length).toBe(before);
  await house.advance(86_400_000);
  await house.phone("instagram", "991").sendText("hello");
  await house.rest();
  expect(house.history.of("gemini").length).toBeGreaterThan(before);
});
