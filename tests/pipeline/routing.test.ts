import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { inboxPage } from "#app/domain/conversations/inbox.server.ts";
import { readCaseRouting } from "#app/domain/routing/case-routing.ts";
import { saveMember, setAway } from "#app/domain/routing/members.server.ts";
import { removeRule, saveRule, saveTeam, saveVipTags } from "#app/domain/routing/rules.server.ts";
import { readRouting } from "#app/domain/routing/settings.ts";
import { findPersonFor, lookAtQueue } from "#app/domain/routing/staff.server.ts";
import { saveReplyTimes } from "#app/domain/shops/shop.server.ts";
import { replyAsStaff } from "#app/domain/staff/reply.server.ts";
import { closeCase, handBack } from "#app/domain/staff/take-over.server.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { people } from "./movers.ts";

let house: House;
let shopId: string;
beforeAll(async () => {
  house = await House.open();
  shopId = await house.shopId();
});
afterAll(() => house.close());
afterEach(async () => {
  const { prisma } = house.database;
  await prisma.staffMember.deleteMany();
  await prisma.case.updateMany({ where: { status: "escalated" }, data: { status: "done", owner: "assistant", assignee: null } });
  await prisma.shop.updateMany({ data: { routing: {} } });
  await saveReplyTimes(shopId, { minutes: {} }, "owner");
});

type Skills = Partial<Parameters<typeof saveMember>[2]>;
async function hire(name: string, skills: Skills = {}): Promise<string> {
  const everything = { teams: [], languages: [], channels: [], intents: [], hours: null, mostOpen: null };
  const saved = await saveMember(shopId, null, { name, ...everything, ...skills }, "owner");
  if (saved.outcome !== "saved") throw new Error(saved.outcome);
  await house.rest();
  return saved.id;
}
async function newTeam(name: string): Promise<string> {
  await saveTeam(shopId, null, name, "owner");
  const shop = await house.database.prisma.shop.findFirstOrThrow();
  return readRouting(shop.routing).teams.find((one) => one.name === name)?.id ?? "";
}
const newestCase = () => house.database.prisma.case.findFirstOrThrow({ orderBy: { openedAt: "desc" } });
const mine = async (name: string) => (await inboxPage(shopId, { view: "mine", name })).entries.map((entry) => entry.conversationId);

/** Somebody new writes on WhatsApp: a signed webhook, as Meta sends it. */
async function writes(words = "I want to talk to a person") {
  const shopper = people(house);
  const phone = await shopper.on("whatsapp");
  await phone.say(words);
  const identity = await house.database.prisma.identity.findFirstOrThrow({ where: { kind: "whatsapp" }, orderBy: { createdAt: "desc" } });
  return { ...shopper, phone, identity, conversationId: identity.conversationId };
}

test("who asks for a person is given to whose turn it is, and stands in their own view, with the reason", async () => {
  await hire("Kim");
  await hire("Sam");
  const given: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    const { conversationId } = await writes();
    const row = await newestCase();
    given.push(row.assignee ?? "");
    expect(await mine(row.assignee ?? "")).toContain(conversationId);
    expect(readCaseRouting(row.routing).why).toEqual(["Of 2 who could take it, longest without a new case."]);
  }
  expect(given).toEqual(["Kim", "Sam", "Kim", "Sam"]);
});

test("many at the same moment: each is given once, to as many as are fair", async () => {
  for (const name of ["Kim", "Sam", "Alex"]) await hire(name);
  const givenSoFar = () => house.database.prisma.audit.count({ where: { action: "was-given" } });
  const before = await givenSoFar();
  const phones = await Promise.all(Array.from({ length: 10 }, () => people(house).onPhone("whatsapp")));
  await Promise.all(phones.map(({ phone }) => phone.sendText("a person please")));
  await house.rest();
  const rows = await house.database.prisma.case.groupBy({ by: ["assignee"], where: { status: "escalated" }, _count: true });
  expect(rows.map((row) => row._count).sort()).toEqual([3, 3, 4]);
  expect((await givenSoFar()) - before).toBe(10);
});

test("what waits outside the hours is given as soon as the hours are others", async () => {
  await hire("Kim");
  await saveReplyTimes(shopId, { hours: { week: Array(7).fill(null), holidays: [] }, minutes: {} }, "owner");
  await writes();
  expect(await newestCase()).toMatchObject({ owner: "staff", assignee: null });
  await saveReplyTimes(shopId, { minutes: {} }, "owner");
  await house.rest();
  expect(await newestCase()).toMatchObject({ assignee: "Kim" });
});

test("looked for twice, a case is given once", async () => {
  await hire("Kim");
  await hire("Sam");
  const { conversationId } = await writes();
  const row = await newestCase();
  await house.database.commit([findPersonFor(shopId, row.id), lookAtQueue(shopId)]);
  await house.rest();
  expect(await newestCase()).toMatchObject({ assignee: "Kim", version: row.version });
  expect(await house.database.prisma.audit.count({ where: { action: "was-given", subject: conversationId } })).toBe(1);
});

test("a rule sends a language to its team; with nobody there it waits for them, and they get it when they are back", async () => {
  const french = await newTeam("French");
  await hire("Kim");
  const jeanne = await hire("Jeanne", { teams: [french] });
  const rule = { name: "French speakers", when: { languages: ["fr"] }, does: { to: { team: french }, urgent: false, direct: false } };
  await saveRule(shopId, null, rule, "owner");
  await writes("Je voudrais parler à une personne s'il vous plaît");
  expect(await newestCase()).toMatchObject({ assignee: "Jeanne", teamId: french });
  await setAway(shopId, jeanne, true, { putBack: false }, "owner");
  const { conversationId } = await writes("Je voudrais parler à une personne s'il vous plaît");
  const row = await newestCase();
  expect(row).toMatchObject({ assignee: null, teamId: french, owner: "staff" });
  expect(readCaseRouting(row.routing).why).toEqual([
    "The rule “French speakers” holds.",
    "Nobody is here for it: 1 away. It waits for French.",
  ]);
  await setAway(shopId, jeanne, false, { putBack: false }, "owner");
  await house.rest();
  expect(await mine("Jeanne")).toContain(conversationId);
});

test("who goes away gives back what nobody has answered, and keeps the rest", async () => {
  const kim = await hire("Kim");
  const answered = await writes();
  const waiting = await writes();
  await replyAsStaff(shopId, answered.conversationId, { text: "How can I help?", author: "Kim" });
  await hire("Sam");
  const revision = async () =>
    (await house.database.prisma.conversation.findUniqueOrThrow({ where: { id: waiting.conversationId } })).revision;
  const seen = await revision();
  await setAway(shopId, kim, true, { putBack: true }, "Kim");
  // Tabs that show it as Kim's act on an older state, and so again once it is Sam's.
  expect(await revision()).toBe(seen + 1);
  await house.rest();
  expect(await revision()).toBe(seen + 2);
  expect(await mine("Kim")).toEqual([answered.conversationId]);
  expect(await mine("Sam")).toEqual([waiting.conversationId]);
});

test("who has as much as they may is given nothing until something is closed", async () => {
  await hire("Kim", { mostOpen: 1 });
  const first = await writes();
  const second = await writes();
  expect(await mine("Kim")).toEqual([first.conversationId]);
  const row = await house.database.prisma.case.findFirstOrThrow({ where: { assignee: "Kim" } });
  await closeCase(shopId, row.id, "Kim");
  await house.advance(61_000);
  await house.rest();
  expect(await mine("Kim")).toEqual([second.conversationId]);
});

test("a rule sends a kind of wish straight to people; the assistant does not try, and what is handed back stays with it", async () => {
  await hire("Kim");
  const rule = { name: "Returns", when: { about: ["return_start"] }, does: { to: null, urgent: true, direct: true } };
  await saveRule(shopId, null, rule, "owner");
  const { phone, conversationId } = await writes("I want to return my dress");
  expect(await newestCase()).toMatchObject({ status: "escalated", escalation: "rule", assignee: "Kim", urgent: true });
  expect(await phone.last()).toMatch(/team|colleague|person/i);
  await writes("where is my order?");
  expect((await newestCase()).escalation).not.toBe("rule");
  await handBack(shopId, conversationId, "Kim");
  const { rules } = readRouting((await house.database.prisma.shop.findFirstOrThrow()).routing);
  expect(await removeRule(shopId, rules[0]?.id ?? "", "owner")).toEqual({ ok: true });
});

test("an important customer with something unsolved goes to whoever answered them before, once they are proven", async () => {
  await hire("Kim");
  await hire("Sam");
  await saveVipTags(shopId, ["VIP"], "owner");
  const shopper = people(house);
  const customer = [...house.shopify.store.customers.values()].find((one) => one.email === shopper.email);
  Object.assign(customer ?? {}, { tags: ["vip"] });
  const widget = await shopper.onWidget();
  await widget.begin(`I want to return the dress of ${shopper.order.name}`);
  const opened = await newestCase();
  expect(opened).toMatchObject({ owner: "assistant", status: "open" });
  // In the middle of it nothing changes.
  await widget.say("it is too small");
  expect(await newestCase()).toMatchObject({ owner: "assistant" });
  const identity = await house.database.prisma.identity.findFirstOrThrow({ where: { id: opened.identityId } });
  await replyAsStaff(shopId, identity.conversationId, { text: "Sam here, I keep an eye on it.", author: "Sam" });
  await handBack(shopId, identity.conversationId, "Sam");
  await house.advance(2 * 3_600_000);
  await widget.browser().boot();
  await widget.say("hello again");
  const row = await house.database.prisma.case.findUniqueOrThrow({ where: { id: opened.id } });
  expect(row).toMatchObject({ status: "escalated", escalation: "vip", assignee: "Sam", urgent: true });
  // Handed back it stays with the assistant.
  await handBack(shopId, identity.conversationId, "Sam");
  await house.advance(2 * 3_600_000);
  await widget.browser().boot();
  await widget.say("hello once more");
  expect(await house.database.prisma.case.findUniqueOrThrow({ where: { id: opened.id } })).toMatchObject({ owner: "assistant" });
});
