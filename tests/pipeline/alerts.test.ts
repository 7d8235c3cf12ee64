import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { removeConnection, saveConnection } from "#app/domain/connections/connections.server.ts";
import { connectionLog, sendTest } from "#app/domain/connections/sends.server.ts";
import { handBack } from "#app/domain/staff/take-over.server.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { people } from "./movers.ts";

let house: House;
let shopId: string;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
  shopId = await house.shopId();
});
afterAll(() => house.close());
afterEach(async () => {
  house.slack.faults.clear();
  for (const { id } of await house.database.prisma.connection.findMany()) await removeConnection(shopId, id, "Sam");
  await house.advance(10 * 60_000);
});

async function connect(kind: "email" | "slack", input: Record<string, string>): Promise<string> {
  const saved = await saveConnection(shopId, kind, input, "Sam");
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  return saved.id;
}
async function onSlack() {
  const url = house.slack.newWebhook("SampleKey");
  const id = await connect("slack", { url });
  return { id, messages: house.slack.channels.get(url) ?? [] };
}

/** Somebody asks for a person on WhatsApp. */
async function asksForAPerson(words = "I want to talk to a person, says Quokkafield") {
  const phone = await people(house).on("whatsapp");
  await phone.say(words);
  const identity = await house.database.prisma.identity.findFirstOrThrow({ where: { kind: "whatsapp" }, orderBy: { createdAt: "desc" } });
  return { phone, conversationId: identity.conversationId };
}

test("a hand-over is told in Slack with its reason and a link, and without the shopper's words", async () => {
  const { messages } = await onSlack();
  const { conversationId } = await asksForAPerson();
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain("talking to a person, on WhatsApp (the shopper asked for a person)");
  expect(messages[0]).toContain(`/app/inbox/${conversationId}|Open the conversation>`);
  expect(messages[0]).not.toMatch(/Quokkafield|Ada|Sample/);
});

test("many at once are one alert after the first, and a case that is handed over again is told once", async () => {
  const { messages } = await onSlack();
  const { phone, conversationId } = await asksForAPerson("can you tell me whether my return is fine? I want to return something");
  expect(messages).toHaveLength(0);
  await phone.say("a person please");
  expect(messages).toHaveLength(1);
  await handBack(shopId, conversationId, "Sam");
  for (let n = 0; n < 12; n += 1) await asksForAPerson();
  expect(messages).toHaveLength(1);
  await house.advance(3 * 60_000);
  await house.idle();
  expect(messages).toHaveLength(2);
  expect(messages[1]).toContain("12 shoppers wait for a person at");
  expect(messages[1]).toContain("and 2 more");
  await phone.say("a person please");
  await house.advance(3 * 60_000);
  await house.idle();
  const told = await house.database.prisma.outwardSend.groupBy({ by: ["connectionId", "caseId"], _count: true });
  expect(told.every((one) => one._count === 1)).toBe(true);
});

test("Slack that is busy is asked again later; a webhook that Slack no longer knows is switched off", async () => {
  const { id, messages } = await onSlack();
  house.slack.faults.add("message", { kind: "throttle" });
  await sendTest(shopId, id);
  await house.rest(0);
  expect(messages).toHaveLength(0);
  await house.advance(31_000);
  await house.idle();
  expect(messages).toEqual([expect.stringContaining("A test from")]);
  const gone = await connect("slack", { url: "https://hooks.slack.com/services/T1/B1/none" });
  await sendTest(shopId, gone);
  await house.rest(0);
  const row = await house.database.prisma.connection.findUniqueOrThrow({ where: { id: gone } });
  expect(row).toMatchObject({ active: false, issue: expect.stringContaining("Slack") });
});

test("staff get a mail from the shop's mailbox that no machine answers, never the shopper and never the mailbox itself", async () => {
  const mailbox = house.mail.mailbox("sam@staff.example");
  await connect("email", { addresses: `sam@staff.example, ${house.mail.account.externalId}` });
  const before = house.history.of("mail", "mail-accepted").length;
  const { conversationId } = await asksForAPerson();
  const mails = house.history.of("mail", "mail-accepted").slice(before);
  expect(mails.map((mail) => mail.detail.to)).toEqual(["sam@staff.example"]);
  const [mail] = mailbox.inbox;
  expect(mail?.subject).toContain("A shopper waits");
  expect(mail?.text).toContain(`/app/inbox/${conversationId}`);
  expect(mail?.text).not.toMatch(/Quokkafield|Ada|Sample/);
  expect(mail?.headers["auto-submitted"]?.[0]).toMatch(/auto-/);
  // Out of office: the answer of a machine begins nothing.
  const cases = await house.database.prisma.case.count();
  await mailbox.send({
    to: house.mail.account.externalId,
    subject: "Out of office",
    text: "I want to talk to a person when I am back.",
    headers: { "Auto-Submitted": "auto-replied" },
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await house.rest();
  expect(await house.database.prisma.case.count()).toBe(cases);
  expect(mailbox.inbox).toHaveLength(1);
});

test("without a mailbox the alert waits and the log says why", async () => {
  const id = await connect("email", { addresses: "sam@staff.example" });
  const account = await house.database.prisma.channelAccount.findFirstOrThrow({ where: { shopId, channel: "email" } });
  await house.database.prisma.channelAccount.delete({ where: { id: account.id } });
  await sendTest(shopId, id);
  await house.rest(0);
  expect((await connectionLog(shopId, id))[0]).toMatchObject({ state: "waiting", error: "no-mailbox" });
  await house.database.prisma.channelAccount.create({ data: account as never });
  await house.advance(15_000);
  await house.idle();
  expect((await connectionLog(shopId, id))[0]).toMatchObject({ state: "sent" });
});
