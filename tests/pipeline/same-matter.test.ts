import { afterEach, beforeEach, expect, test } from "vitest";
import { replyAsStaff } from "#app/domain/staff/reply.server.ts";
import { update } from "#app/platform/db/writes.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { people } from "./movers.ts";

let house: House;
beforeEach(async () => {
  house = await House.open({ mailbox: true });
});
afterEach(() => house.close());

const complaint = "My dress arrived torn and I am furious, this is unacceptable!";
const pointer = /We have answered you on WhatsApp/;

/** A shopper whose mailbox and WhatsApp are proven to be one, and who complains by mail and two minutes later on WhatsApp. */
async function complainsTwice() {
  const shopper = people(house);
  const phone = await shopper.onPhone("whatsapp");
  await phone.begin(`Where is my order ${shopper.order.name}`);
  const mail = await shopper.onEmail();
  await mail.say("Thanks!");
  await house.advance(3_600_000);
  await mail.say(complaint);
  await house.advance(120_000);
  await phone.say(complaint);
  return { phone, mail };
}
const openCases = () => house.database.prisma.case.findMany({ where: { status: { in: ["open", "working", "escalated"] } } });
const conversationId = async () => (await house.database.prisma.conversation.findFirstOrThrow({ where: { lastChannel: { not: "" } } })).id;
const answer = async (text: string) => {
  expect(await replyAsStaff(await house.shopId(), await conversationId(), { text, author: "Kim" })).toMatchObject({ outcome: "sent" });
  await house.rest();
};
const times = (texts: string[], words: RegExp) => texts.filter((text) => words.test(text)).length;

test("the same complaint by mail and on WhatsApp: one case, both messages in it, one answer on the latest channel and a pointer on the other", async () => {
  const { phone, mail } = await complainsTwice();
  expect(await openCases()).toMatchObject([{ intent: "complaint", status: "escalated", owner: "staff" }]);
  const { prisma } = house.database;
  const own = await prisma.identity.findMany({ where: { conversationId: await conversationId() } });
  const written = await prisma.message.findMany({ where: { text: complaint, identityId: { in: own.map((one) => one.id) } } });
  expect(written.map((one) => one.channel).sort()).toEqual(["email", "whatsapp"]);
  await answer("A new one leaves today.");
  expect(times(await phone.all(), /A new one leaves today/)).toBe(1);
  expect(times(await mail.all(), /A new one leaves today/)).toBe(0);
  expect(times(await mail.all(), pointer)).toBe(1);
  expect(times(await phone.all(), pointer)).toBe(0);
  // The queue shows the answer, and what goes on is said on one channel only.
  expect(await prisma.conversation.findFirst({ where: { id: await conversationId() } })).toMatchObject({
    lastChannel: "whatsapp",
    lastAuthor: "staff",
  });
  await answer("It is on its way.");
  expect(times(await mail.all(), pointer)).toBe(1);
  await mail.say("I read it here, thank you");
  await answer("Glad to hear it.");
  expect(times(await mail.all(), /Glad to hear it/)).toBe(1);
});

test("a shop that wants no pointer sends none", async () => {
  const { mail } = await complainsTwice();
  const proactive = { trouble: true, reminderHours: null, quiet: null, pointer: false };
  await house.database.commit([update("Shop", { id: await house.shopId() }, { proactive })]);
  await answer("A new one leaves today.");
  expect(times(await mail.all(), pointer)).toBe(0);
});

test("without proof the two stay two shoppers with a case each, and nobody hears of the other's", async () => {
  const shopper = people(house);
  const mail = await shopper.onEmail();
  await mail.say(complaint);
  const phone = await shopper.onPhone("whatsapp");
  await phone.say(complaint);
  const cases = await openCases();
  expect(cases).toHaveLength(2);
  const { conversationId: onPhone } = await house.database.prisma.identity.findFirstOrThrow({ where: { kind: "whatsapp" } });
  await replyAsStaff(await house.shopId(), onPhone, { text: "A new one leaves today.", author: "Kim" });
  await house.rest();
  expect(times(await phone.all(), /A new one leaves/)).toBe(1);
  expect(times(await mail.all(), /answered you|A new one/)).toBe(0);
});
