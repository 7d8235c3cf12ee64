import { afterAll, beforeAll, expect, test } from "vitest";
import { saveReplyTimes } from "#app/domain/shops/shop.server.ts";
import { replyAsStaff } from "#app/domain/staff/reply.server.ts";
import type { ReplyTimes } from "#app/domain/staff/reply-times.ts";
import { now } from "#app/platform/clock.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** Open from the next full hour of tomorrow on, every day; so closed now whatever the hour. */
async function closedNow(): Promise<ReplyTimes> {
  const shop = await house.database.prisma.shop.findFirstOrThrow();
  const hour = Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: shop.timeZone }).format(now()));
  const from = (hour + 2) % 24 === 23 ? 1 : (hour + 2) % 24;
  const day = { from: `${String(from).padStart(2, "0")}:00`, until: `${String(from).padStart(2, "0")}:45` };
  return { hours: { week: Array.from({ length: 7 }, () => day), holidays: [] }, minutes: { whatsapp: 30 } };
}

async function askForPerson() {
  const { phone: number } = createShopper(house);
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  await phone.sendText("I want to talk to a human please");
  await house.rest();
  const identity = await house.database.prisma.identity.findFirstOrThrow({ where: { externalId: `DE.${number.slice(1)}` } });
  const row = () => house.database.prisma.case.findFirstOrThrow({ where: { identityId: identity.id } });
  return { phone, identity, row };
}

test("out of hours the shopper is told when somebody is there again, and the time counts from then", async () => {
  await saveReplyTimes(await house.shopId(), await closedNow(), "owner");
  const { phone, row } = await askForPerson();
  expect(phone.inbox.map((bubble) => bubble.text).join("\n")).toMatch(/Our team is back (today|tomorrow) at \d\d:00\./);
  const { dueAt } = await row();
  expect(dueAt?.getUTCMinutes()).toBe(30);
  expect(dueAt?.getTime()).toBeGreaterThan(now().getTime());
});

test("a reply stops the clock, the shopper's next message starts it again, and a further one does not move it", async () => {
  await saveReplyTimes(await house.shopId(), { minutes: { whatsapp: 30 } }, "owner");
  const { phone, identity, row } = await askForPerson();
  expect(phone.inbox.map((bubble) => bubble.text).join("\n")).toMatch(/Usually within 30 minutes\./);
  expect((await row()).dueAt).not.toBeNull();
  await replyAsStaff(identity.shopId, identity.conversationId, { text: "How can I help?", author: "Sam" });
  await house.rest();
  expect((await row()).dueAt).toBeNull();
  await phone.sendText("My parcel is broken");
  await house.rest();
  const { dueAt } = await row();
  expect(dueAt).not.toBeNull();
  await house.advance(60_000);
  await phone.sendText("Hello?");
  await house.rest();
  expect((await row()).dueAt).toEqual(dueAt);
});

test("a shop that has set nothing promises nothing", async () => {
  await saveReplyTimes(await house.shopId(), { minutes: {} }, "owner");
  const { phone, row } = await askForPerson();
  expect(phone.inbox.map((bubble) => bubble.text).join("\n")).not.toMatch(/Usually within|Our team is back/);
  expect((await row()).dueAt).toBeNull();
});
