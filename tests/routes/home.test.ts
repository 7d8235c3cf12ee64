import { beforeEach, expect, test } from "vitest";
import { lastDays } from "#app/domain/shops/overview.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { replyAsStaff } from "#app/domain/staff/reply.server.ts";
import { closeCase } from "#app/domain/staff/take-over.server.ts";
import { now } from "#app/platform/clock.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { adminRequest, args, installShop, openCaseFor, shopperWrites, writesAgain } from "./admin.ts";

let shop: Shop;
let home: typeof import("#app/routes/app._index.tsx");
beforeEach(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  home = await import("#app/routes/app._index.tsx");
});

const figures = async () => (await home.loader(args(adminRequest("/app")))).figures;
const ago = (minutes: number) => new Date(now().getTime() - minutes * 60_000);
let count = 0;
const writes = (text = "Hello", at?: Date) => {
  count += 1;
  return shopperWrites(shop.id, { kind: "whatsapp", address: `4917000${count}`, label: `Shopper ${count}`, text, ...(at && { at }) });
};
const done = { status: "done", closedAt: now() };
const rated = (identityId: string, channel: string, score: number) =>
  database().commit([insert("Satisfaction", { id: newId(), shopId: shop.id, caseId: newId(), identityId, channel, score, at: now() })]);

test("on the first day the page says what will stand there", async () => {
  expect(await figures()).toMatchObject({ empty: true, waiting: 0, longest: null, satisfaction: null });
});

test("who waits counts from the first words that nobody has answered, and an answer ends it", async () => {
  const one = await writes("A person, please");
  await openCaseFor(shop.id, one.id, { status: "escalated", owner: "staff", openedAt: ago(90), dueAt: ago(30) });
  await database().prisma.message.updateMany({ data: { receivedAt: ago(90) } });
  await writesAgain(one, "Hello?");
  expect(await figures()).toMatchObject({ waiting: 1, longest: "1 h", late: 1 });
  await replyAsStaff(shop.id, one.conversationId, { text: "I am here", author: "Sam" });
  expect(await figures()).toMatchObject({ waiting: 0, longest: null, late: 0 });
});

test("one shopper waits once, whichever channel they wrote on last and were answered on", async () => {
  const one = await writes("A person, please");
  await openCaseFor(shop.id, one.id, { status: "escalated", owner: "staff" });
  await openCaseFor(shop.id, one.id, { status: "open", owner: "staff" });
  const other = await shopperWrites(shop.id, { kind: "instagram", address: "ig-1", label: "Ada", text: "It is me" });
  await database().prisma.identity.update({ where: { id: other.id }, data: { conversationId: one.conversationId } });
  expect(await figures()).toMatchObject({ waiting: 1 });
  await replyAsStaff(shop.id, one.conversationId, { text: "I am here", author: "Sam" });
  expect(await figures()).toMatchObject({ waiting: 0 });
});

test("alone counts only what no person has touched", async () => {
  const alone = await writes();
  await openCaseFor(shop.id, alone.id, done);
  const closedByPerson = await writes();
  await closeCase(shop.id, await openCaseFor(shop.id, closedByPerson.id, { owner: "staff" }), "Sam", "solved");
  const quietlyClosed = await writes();
  await closeCase(shop.id, await openCaseFor(shop.id, quietlyClosed.id), "Sam");
  const handedBack = await writes();
  const caseId = await openCaseFor(shop.id, handedBack.id, done);
  const audit = { id: newId(), shopId: shop.id, at: now(), actor: "assistant", action: "handed-over", subject: handedBack.conversationId };
  await database().commit([insert("Audit", { ...audit, detail: { caseId } })]);
  await openCaseFor(shop.id, alone.id, { ...done, flow: "question" });
  expect(await figures()).toMatchObject({ aloneToday: 1, alone: 1, closed: 4, conversations: 4 });
});

test("satisfaction is an average by channel", async () => {
  const one = await writes();
  for (const [channel, score] of [
    ["whatsapp", 3],
    ["whatsapp", 2],
    ["email", 1],
  ] as const)
    await rated(one.id, channel, score);
  expect((await figures()).satisfaction).toEqual({
    average: "2.0",
    answers: 3,
    bad: 1,
    channels: [
      { label: "Email", value: 1, words: "1.0 (1 answer)" },
      { label: "WhatsApp", value: 2.5, words: "2.5 (2 answers)" },
    ],
  });
});

test("days begin at the shop's midnight, also when the clocks change", () => {
  const days = lastDays(new Date("2026-10-26T09:00:00Z"), "Europe/Berlin", 3).map((day) => day.toISOString());
  expect(days).toEqual(["2026-10-23T22:00:00.000Z", "2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"]);
});
