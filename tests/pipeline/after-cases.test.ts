import { afterEach, beforeEach, expect, test } from "vitest";
import { removeMember, saveMember, setAway } from "#app/domain/routing/members.server.ts";
import { saveAfterCases } from "#app/domain/shops/shop.server.ts";
import { replyAsStaff } from "#app/domain/staff/reply.server.ts";
import { closeCase } from "#app/domain/staff/take-over.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { openCaseFor } from "#tests/routes/admin.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const question = /How was the help you got from/;
const day = 86_400_000;

/** A shopper who wanted a person on WhatsApp, and was answered by one. */
async function helped(channel: "whatsapp" | "instagram" = "whatsapp") {
  const { phone: number, ...shopper } = createShopper(house);
  const userId = channel === "whatsapp" ? `DE.${number.slice(1)}` : `ig${number.slice(1)}`;
  const phone = house.phone(channel, userId, channel === "whatsapp" ? number : undefined);
  await phone.sendText("I want to talk to a human please");
  await house.rest();
  const { prisma } = house.database;
  const identity = await prisma.identity.findFirstOrThrow({ where: { externalId: userId } });
  const row = await prisma.case.findFirstOrThrow({ where: { identityId: identity.id } });
  await replyAsStaff(row.shopId, identity.conversationId, { text: "The strap can be replaced, here is how.", author: "Sam" });
  await house.rest();
  const caseNow = () => prisma.case.findUniqueOrThrow({ where: { id: row.id } });
  const close = async (outcome: Parameters<typeof closeCase>[3] = "solved") => {
    await closeCase(row.shopId, row.id, "Sam", outcome);
    await house.rest();
  };
  const rating = () => prisma.satisfaction.findFirst({ where: { caseId: row.id } });
  return { ...shopper, phone, identity, caseId: row.id, shopId: row.shopId, caseNow, close, rating };
}

test.each(["whatsapp", "instagram"] as const)(
  "a solved case is followed by the question on %s, once, and a tap answers it",
  async (channel) => {
    const { phone, close, caseNow, rating } = await helped(channel);
    await close();
    expect(await caseNow()).toMatchObject({ status: "done", outcome: "solved", heldBy: "Sam" });
    const asked = phone.inbox.at(-1);
    expect(asked?.text).toMatch(question);
    await phone.tap("Good");
    await house.rest();
    expect(await rating()).toMatchObject({ score: 3, comment: null, channel });
    expect(textsOf(phone).at(-1)).toBe("Thank you for telling us.");
    expect(await caseNow()).toMatchObject({ status: "done", owner: "assistant" });
    expect(textsOf(phone).filter((text) => question.test(text))).toHaveLength(1);
  },
);

test("no answer and no matter are not asked about, nor is a case that was closed without a word", async () => {
  for (const outcome of ["no-answer", "no-matter", null] as const) {
    const { phone, close } = await helped();
    await close(outcome);
    expect(textsOf(phone).some((text) => question.test(text))).toBe(false);
  }
});

test("typed answers count: a number, a word, and a word with more behind it", async () => {
  for (const [words, score, comment] of [
    ["5", 3, null],
    ["great, thank you", 3, null],
    ["2 - had to ask twice", 1, "had to ask twice"],
  ] as const) {
    const { phone, close, rating } = await helped();
    await close();
    await phone.sendText(words);
    await house.rest();
    expect(await rating()).toMatchObject({ score, comment });
  }
  expect(await house.database.prisma.case.count({ where: { status: { in: ["open", "working", "escalated"] } } })).toBe(0);
});

test("whoever wants something is answered, however the message begins", async () => {
  for (const words of ["Fine, please cancel my order", "Good morning, where is my order?", "gut, dann storniert bitte meine Bestellung"]) {
    const { phone, close, rating } = await helped();
    await close();
    const before = phone.inbox.length;
    await phone.sendText(words);
    await house.rest();
    expect(await rating(), words).toBeNull();
    expect(textsOf(phone).slice(before).join("\n"), words).toMatch(/order|Bestellung|#\d/i);
  }
});

test("after a bad answer the next words are its reason, and neither of them opens anything", async () => {
  const { phone, close, rating, caseNow, identity } = await helped();
  await close("not-solved");
  await phone.tap("Bad");
  await house.rest();
  expect(textsOf(phone).at(-1)).toMatch(/What should have been better/);
  const conversation = () => house.database.prisma.conversation.findUniqueOrThrow({ where: { id: identity.conversationId } });
  expect((await conversation()).unread).toBe(true);
  await phone.sendText("My parcel was damaged and nobody cared");
  await house.rest();
  expect(await rating()).toMatchObject({ score: 1, comment: "My parcel was damaged and nobody cared" });
  expect(textsOf(phone).at(-1)).toMatch(/the team will read it/);
  expect(await caseNow()).toMatchObject({ status: "done", owner: "assistant" });
  expect(await house.database.prisma.case.count({ where: { identityId: identity.id } })).toBe(1);
});

test("outside the window nobody is asked, and no other channel is taken for it", async () => {
  const { phone, close } = await helped();
  await house.advance(25 * 3_600_000);
  await close();
  expect(textsOf(phone).some((text) => question.test(text))).toBe(false);
  expect(await house.database.prisma.begun.findFirst()).toMatchObject({ kind: "satisfaction", state: "dropped" });
});

test("who wants no messages of ours is not asked", async () => {
  const { phone, close, identity, shopId } = await helped();
  const row = { id: newId(), shopId, identityId: identity.id, state: "out", source: "shopper-word", at: house.clock.now() };
  await house.database.commit([insert("Consent", row)]);
  await close();
  expect(textsOf(phone).some((text) => question.test(text))).toBe(false);
});

test("nobody is asked twice within thirty days", async () => {
  const { phone, close, shopId, identity } = await helped();
  await close();
  const again = async () => {
    await phone.sendText("I want to talk to a human please");
    await house.rest();
    const open = await house.database.prisma.case.findFirstOrThrow({ where: { identityId: identity.id, status: { not: "done" } } });
    await closeCase(shopId, open.id, "Sam", "solved");
    await house.rest();
  };
  await house.advance(8 * day);
  await again();
  expect(textsOf(phone).filter((text) => question.test(text))).toHaveLength(1);
  await house.advance(31 * day);
  await again();
  expect(textsOf(phone).filter((text) => question.test(text))).toHaveLength(2);
});

test("a shop may ask never, or also after what the assistant has done alone", async () => {
  const shopId = await house.shopId();
  await saveAfterCases(shopId, { ask: "never", reopenDays: 7 }, "owner");
  const { phone, close } = await helped();
  await close();
  expect(textsOf(phone).some((text) => question.test(text))).toBe(false);
  await saveAfterCases(shopId, { ask: "always", reopenDays: 7 }, "owner");
  const other = createShopper(house);
  const second = house.phone("whatsapp", `DE.${other.phone.slice(1)}`, other.phone);
  await second.sendText(`where is order ${other.order.name}`);
  await house.rest();
  expect(textsOf(second).some((text) => question.test(text))).toBe(false);
  await house.advance(11 * 60_000);
  expect(textsOf(second).at(-1)).toMatch(question);
});

test("words about it open the closed case again for whoever had it; thanks do not", async () => {
  const { phone, close, caseNow } = await helped();
  await close("no-answer");
  await phone.sendText("Thank you!");
  await house.rest();
  expect(await caseNow()).toMatchObject({ status: "done" });
  await house.advance(3 * day);
  await phone.sendText("It still does not work");
  await house.rest();
  expect(await caseNow()).toMatchObject({
    status: "open",
    owner: "staff",
    assignee: "Sam",
    outcome: null,
    closedAt: null,
    escalation: null,
  });
  expect(textsOf(phone).at(-1)).toMatch(/A colleague has this/);
});

test("whoever had it is found under a new name; where they are away or gone somebody else is", async () => {
  const everything = { teams: [], languages: [], channels: [], intents: [], hours: null, mostOpen: null };
  const { phone, close, caseNow, shopId } = await helped();
  const saved = await saveMember(shopId, null, { name: "Sam", ...everything }, "owner");
  const sam = saved.outcome === "saved" ? saved.id : "";
  await close("no-answer");
  await saveMember(shopId, null, { name: "Kim", ...everything }, "owner");
  await saveMember(shopId, sam, { name: "Samantha", ...everything }, "owner");
  const again = async () => {
    await phone.sendText("It still does not work");
    await house.rest();
    return (await caseNow()).assignee;
  };
  expect(await again()).toBe("Samantha");
  await close("no-answer");
  await setAway(shopId, sam, true, { putBack: false }, "Samantha");
  expect(await again()).toBe("Kim");
  await closeCase(shopId, (await caseNow()).id, "Kim", "no-answer");
  const kim = await house.database.prisma.staffMember.findFirstOrThrow({ where: { name: "Kim" } });
  await removeMember(shopId, kim.id, "owner");
  expect(await again()).toBeNull();
});

test("a wish of its own, and anything after the days, is a new matter", async () => {
  const { phone, close, caseNow, order } = await helped();
  await close("no-answer");
  await phone.sendText(`where is order ${order.name}`);
  await house.rest();
  expect(await caseNow()).toMatchObject({ status: "done" });
  expect(textsOf(phone).at(-1)).toMatch(new RegExp(order.name));
  const late = await helped();
  await late.close("no-answer");
  await house.advance(8 * day);
  await late.phone.sendText("It still does not work");
  await house.rest();
  expect(await late.caseNow()).toMatchObject({ status: "done", owner: "assistant" });
});

test("what was written before a close is never read as a reason to hand over again", async () => {
  const { phone, close, caseNow } = await helped();
  await close("no-answer");
  for (const words of ["thanks", "hello", "what do you sell?"]) {
    await phone.sendText(words);
    await house.rest();
  }
  expect(await caseNow()).toMatchObject({ status: "done" });
  expect(await house.database.prisma.case.count({ where: { status: "escalated" } })).toBe(0);
});

test("a mail asks with links that need no login: opening one keeps nothing, the button does", async () => {
  await house.close();
  house = await House.open({ mailbox: true });
  const shopper = createShopper(house);
  const mailbox = house.mail.mailbox(shopper.email);
  await mailbox.send({ to: house.mail.shopAddress, subject: "My dress", text: "I want to talk to a human please" });
  const { prisma } = house.database;
  const identity = () => prisma.identity.findFirst({ where: { kind: "email", externalId: shopper.email } });
  const row = async () => prisma.case.findFirst({ where: { identityId: (await identity())?.id ?? "" } });
  await expect.poll(() => house.rest().then(row), { timeout: 20_000 }).not.toBeNull();
  const { id, shopId } = (await row()) ?? { id: "", shopId: "" };
  await closeCase(shopId, id, "Sam", "solved");
  await expect.poll(() => house.rest().then(() => mailbox.inbox.at(-1)?.text), { timeout: 20_000 }).toMatch(question);
  const links = mailbox.inbox.at(-1)?.links.filter((link) => link.includes("/rate/")) ?? [];
  expect(links.map((link) => new URL(link).searchParams.get("answer"))).toEqual(["good", "okay", "bad"]);
  const page = new URL(links[2] ?? "");
  const shown = await fetch(house.url + page.pathname + page.search);
  expect(shown.status).toBe(200);
  expect(await shown.text()).toMatch(/value="bad" required checked/);
  expect(await prisma.satisfaction.count()).toBe(0);
  const press = (form: Record<string, string>) => fetch(house.url + page.pathname, { method: "POST", body: new URLSearchParams(form) });
  expect(await (await press({ answer: "bad", comment: "It took a week" })).text()).toContain("Thank you for telling us.");
  expect(await prisma.satisfaction.findFirst()).toMatchObject({ caseId: id, score: 1, comment: "It took a week", channel: "email" });
  // Loaded again, the page sends the same once more; twice at once, one finds the other's.
  await Promise.all([press({ answer: "bad", comment: "It took a week" }), press({ answer: "bad", comment: "It took a week" })]);
  expect(await prisma.satisfaction.findMany()).toMatchObject([{ comment: "It took a week" }]);
  await press({ answer: "okay" });
  expect(await prisma.satisfaction.findMany()).toMatchObject([{ score: 2, comment: "It took a week" }]);
  expect((await fetch(`${house.url}/rate/${"x".repeat(43)}`)).status).toBe(410);
  await house.advance(15 * day);
  expect((await press({ answer: "good" })).status).toBe(410);
  expect(await row()).toMatchObject({ status: "done", owner: "assistant" });
});

test("in the widget the three answers are choices, and another shopper's case cannot be rated", async () => {
  const { customerId } = createShopper(house);
  const browser = await house.browser(customerId);
  await browser.say("I want to talk to a human please");
  await house.rest();
  const { prisma } = house.database;
  const row = await prisma.case.findFirstOrThrow();
  await closeCase(row.shopId, row.id, "Sam", "solved");
  await house.rest();
  const shown = (await browser.shown()).at(-1);
  expect(shown?.choices.map((one) => one.title)).toEqual(["Good", "Okay", "Bad"]);
  const stranger = await house.browser();
  await stranger.post({ clientId: newId(), choice: { id: `satisfaction|${row.id}|bad`, title: "Bad" } });
  await house.rest();
  expect(await prisma.satisfaction.count()).toBe(0);
  await browser.tap(/Okay/);
  await house.rest();
  expect(await prisma.satisfaction.findMany()).toMatchObject([{ score: 2, caseId: row.id, channel: "widget" }]);
});

test("what rates is kept with the turn that reads it, also when more was written with it and a person has them", async () => {
  const { phone, close, rating, identity, shopId } = await helped();
  await close();
  const { prisma } = house.database;
  const other = await openCaseFor(shopId, identity.id, { status: "escalated", owner: "staff" });
  await phone.sendText("great");
  await phone.sendText("The second strap is loose as well");
  await house.rest();
  expect(await rating()).toMatchObject({ score: 3 });
  expect(await prisma.message.findFirst({ where: { identityId: identity.id, text: "great" } })).toMatchObject({ answeredBy: "rating" });
  expect(await prisma.case.findUniqueOrThrow({ where: { id: other } })).toMatchObject({ owner: "staff" });
});
