import { afterEach, beforeEach, expect, test } from "vitest";
import { saveReplyTimes } from "#app/domain/shops/shop.server.ts";
import { replyAsStaff } from "#app/domain/staff/reply.server.ts";
import { closeCase, handBack } from "#app/domain/staff/take-over.server.ts";
import type { Phone } from "#sandbox/meta/phone.ts";
import { fulfil, refundOrder } from "#sandbox/shopify/merchant.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf, times, withTracking } from "#tests/vendor-faults/people.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const hour = 3_600_000;
const day = 24 * hour;
const late = /takes longer\. We are sorry/;

const of = (phone: Phone) => house.database.prisma.identity.findFirstOrThrow({ where: { externalId: phone.userId } });
const promises = async () => {
  const rows = await house.database.prisma.obligation.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ about, by, state }) => `${about} by ${by}: ${state}`);
};
const begun = () => house.database.prisma.begun.findMany({ where: { kind: "promise" } });
/** The case that staff have, newest first. */
const staffCase = () =>
  house.database.prisma.case.findFirst({ where: { owner: "staff", status: { in: ["open", "escalated"] } }, orderBy: { id: "desc" } });

async function staffSay(phone: Phone, text: string) {
  const { shopId, conversationId } = await of(phone);
  expect(await replyAsStaff(shopId, conversationId, { text, author: "Sam" })).toMatchObject({ outcome: "sent" });
  await house.rest();
}

test("a refund that comes in time keeps the promise: nobody hears of it", async () => {
  const { phone, order } = await withTracking(house);
  await staffSay(phone, "Sorry about that! You will have your refund within 20 hours.");
  expect(await promises()).toEqual(["refund by staff: open"]);
  await house.advance(2 * hour);
  refundOrder(house.shopify.store, order.name);
  await house.rest();
  expect(await promises()).toEqual(["refund by staff: kept"]);
  const said = textsOf(phone).length;
  await house.advance(2 * day);
  expect(textsOf(phone)).toHaveLength(said);
  expect(await staffCase()).toMatchObject({ escalation: null });
});

test("a refund whose webhook was lost is found when the promise is looked at", async () => {
  const { phone, order } = await withTracking(house);
  await staffSay(phone, "You will have your refund within 20 hours.");
  house.shopify.store.quietly(() => refundOrder(house.shopify.store, order.name));
  await house.advance(19 * hour);
  expect(await promises()).toEqual(["refund by staff: kept"]);
  expect(await begun()).toEqual([]);
});

test("what is not kept is shown to staff, and told to the shopper once, before it passes", async () => {
  const { phone } = await withTracking(house);
  await staffSay(phone, "You will have your refund within 20 hours.");
  await house.advance(15 * hour);
  expect(await staffCase()).toMatchObject({ escalation: null });
  await house.advance(1.5 * hour);
  const [{ dueAt } = { dueAt: null }] = await house.database.prisma.obligation.findMany();
  expect(await staffCase()).toMatchObject({ escalation: "promise-due", status: "escalated", dueAt });
  expect(await house.database.prisma.conversation.findFirst()).toMatchObject({ unread: true });
  expect(times(textsOf(phone), late)).toBe(0);
  await house.advance(3.3 * hour);
  expect(textsOf(phone).at(-1)).toMatch(/^We told you that your refund would come by \d+ \w+.*It is not done yet/);
  expect(await promises()).toEqual(["refund by staff: told"]);
  const [message] = await house.database.prisma.message.findMany({ where: { proactive: true } });
  expect(message?.at.getTime()).toBeLessThan(dueAt?.getTime() ?? 0);
  await house.advance(2 * day);
  expect(times(textsOf(phone), late)).toBe(1);
});

test("kept between staff's look and the date: the shopper hears nothing", async () => {
  const { phone, order } = await withTracking(house);
  await staffSay(phone, "We will ship your order within 20 hours.");
  await house.advance(17 * hour);
  expect(await staffCase()).toMatchObject({ escalation: "promise-due" });
  fulfil(house.shopify.store, order.name, { company: "DHL", number: "LL5DE" });
  await house.rest();
  expect(await promises()).toEqual(["shipment by staff: kept"]);
  await house.advance(day);
  expect(times(textsOf(phone), late)).toBe(0);
});

test("the window is closed: the approved template says it", async () => {
  await house.connectTemplate();
  const { phone, order } = await withTracking(house);
  await staffSay(phone, "You will have your refund within 3 days.");
  await house.advance(4 * day);
  expect(times(textsOf(phone), late)).toBe(1);
  expect(textsOf(phone).at(-1)).toMatch(new RegExp(`^News about your order ${order.name}: .*${late.source}`));
});

test("the window is closed and there is no template: by mail, where the mailbox is the same shopper's", async () => {
  const { phone: number, email, order } = createShopper(house);
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  await phone.sendText(`I want to return the dress of ${order.name}`);
  await house.rest();
  const mailbox = house.mail.mailbox(email);
  if (mailbox.inbox.length > 0) await phone.sendText(mailbox.inbox.at(-1)?.subject.slice(0, 6) ?? "");
  await house.rest();
  await staffSay(phone, "You will have your refund within 3 days.");
  await house.advance(4 * day);
  expect(times(textsOf(phone), late)).toBe(0);
  expect(
    times(
      mailbox.inbox.map((one) => one.text),
      late,
    ),
  ).toBe(1);
});

test("an answer by a person is kept by staff's next words, not by what they add in the same breath", async () => {
  const { phone } = await withTracking(house);
  await staffSay(phone, "I'll call you back within 20 hours.");
  await staffSay(phone, "And have a nice evening!");
  expect(await promises()).toEqual(["answer by staff: open"]);
  await house.advance(3 * hour);
  await staffSay(phone, "I asked them: it is on its way.");
  expect(await promises()).toEqual(["answer by staff: kept"]);
  await house.advance(2 * day);
  expect(times(textsOf(phone), late)).toBe(0);
});

test("the assistant's own word on when a person answers is one, and a reply keeps it", async () => {
  await saveReplyTimes(await house.shopId(), { minutes: { whatsapp: 120 } }, "owner");
  const { phone: number } = createShopper(house);
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  await phone.sendText("I want to talk to a human please");
  await house.rest();
  expect(textsOf(phone).join("\n")).toMatch(/Usually within 2 hours/);
  expect(await promises()).toEqual(["answer by assistant: open"]);
  await house.advance(100 * 60_000);
  // Its clock runs in staff's list already: why it was handed over stays.
  expect(await staffCase()).toMatchObject({ escalation: "asked" });
  await staffSay(phone, "Hi, this is Sam.");
  expect(await promises()).toEqual(["answer by assistant: kept"]);
  await house.advance(2 * hour);
  expect(times(textsOf(phone), late)).toBe(0);
});

test("nobody answers in the time that was named: the shopper is told before it is over", async () => {
  await saveReplyTimes(await house.shopId(), { minutes: { whatsapp: 120 } }, "owner");
  const { phone: number } = createShopper(house);
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  await phone.sendText("I want to talk to a human please");
  await house.rest();
  await house.advance(110 * 60_000);
  expect(textsOf(phone).at(-1)).toMatch(/^We told you that you would hear from us by .* It takes longer/);
  await house.advance(day);
  expect(times(textsOf(phone), late)).toBe(1);
});

test("a new date takes the place of the earlier one", async () => {
  const { phone } = await withTracking(house);
  await staffSay(phone, "You will have your refund within 10 hours.");
  await house.advance(hour);
  await staffSay(phone, "It takes longer, I'm sorry. You will have your refund within 20 hours.");
  expect(await promises()).toEqual(["refund by staff: told", "refund by staff: open"]);
  await house.advance(10 * hour);
  expect(await begun()).toEqual([]);
});

test("a closed case drops its promises; one that was handed back keeps them, and comes back to staff", async () => {
  const { phone } = await withTracking(house);
  await staffSay(phone, "You will have your refund within 20 hours.");
  const { shopId, conversationId } = await of(phone);
  await handBack(shopId, conversationId, "Sam");
  await house.advance(17 * hour);
  const row = await staffCase();
  expect(row).toMatchObject({ escalation: "promise-due" });
  await closeCase(shopId, row?.id ?? "", "Sam");
  await house.advance(2 * day);
  expect(times(textsOf(phone), late)).toBe(0);
});

test("what staff promise in the vendor's own app counts as well", async () => {
  const { phone } = await withTracking(house);
  await house.meta.business.sendText("whatsapp", phone.userId, "Hi, we'll refund you within 20 hours.");
  await house.rest();
  expect(await promises()).toEqual(["refund by staff: open"]);
  await house.advance(19.9 * hour);
  expect(times(textsOf(phone), late)).toBe(1);
});

test("in German it is told in German", async () => {
  const { phone: number, order } = createShopper(house, { arrived: false });
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  await phone.sendText(`Wo ist meine Bestellung ${order.name}?`);
  await house.rest();
  await staffSay(phone, "Wir schicken Dir das Paket innerhalb von 20 Stunden.");
  await house.advance(19.9 * hour);
  expect(textsOf(phone).at(-1)).toMatch(/^Wir hatten Dir gesagt, dass Dein Paket bis .* losgeht\. Es ist noch hier/);
});
