import { afterAll, beforeAll, expect, test } from "vitest";
import { createLocalModel } from "#app/pipeline/assistant/local/local-model.ts";
import { suggestReply } from "#app/pipeline/assistant/suggest.server.ts";
import { increment, insert, StaleWrite, update } from "#app/platform/db/writes.ts";
import type { ShopperMailbox } from "#sandbox/mail/shopper-mailbox.ts";
import { adminRequest, args } from "#tests/routes/admin.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

let house: House;
let page: typeof import("#app/routes/app.inbox.$conversationId.tsx");
beforeAll(async () => {
  house = await House.open({ knowledge: true, mailbox: true });
  page = await import("#app/routes/app.inbox.$conversationId.tsx");
  await house.idle();
});
afterAll(() => house.close());

const question = "How much is standard shipping within Germany?";
let people = 0;
const somebody = () => house.mail.mailbox(`reader-${people++}@example.com`);

/** Sends a mail and waits until it was read and everything that follows is done. */
async function write(from: ShopperMailbox, text: string, subject = "A question"): Promise<string> {
  const before = await house.database.prisma.message.count({ where: { author: "shopper" } });
  const id = await from.send({ to: house.mail.shopAddress, subject, text });
  for (let tries = 0; tries < 200; tries += 1) {
    await house.rest();
    if ((await house.database.prisma.message.count({ where: { author: "shopper" } })) > before) break;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await house.rest();
  return id;
}
const arrived = (mailbox: ShopperMailbox, count: number) =>
  expect.poll(() => house.rest().then(() => mailbox.inbox.length), { timeout: 20_000 }).toBe(count);

async function conversationOf({ address }: ShopperMailbox): Promise<string> {
  const where = { externalId: { endsWith: address } };
  return (await house.database.prisma.identity.findFirstOrThrow({ where })).conversationId;
}
async function open(mailbox: ShopperMailbox) {
  const conversationId = await conversationOf(mailbox);
  return page.loader(args(adminRequest(`/app/inbox/${conversationId}`), { conversationId }));
}
async function press(mailbox: ShopperMailbox, form: Record<string, string>) {
  const conversationId = await conversationOf(mailbox);
  const answer = await page.action(args(adminRequest(`/app/inbox/${conversationId}`, { name: "Sam", ...form }), { conversationId }));
  return answer.data;
}
const draftOf = async (mailbox: ShopperMailbox) => (await open(mailbox)).drafts[0] ?? expect.fail("no draft");

test("a mail answered from the shop's texts waits as a draft, and nothing goes out; who has promised a time is warned", async () => {
  const ada = somebody();
  const shop = { id: await house.shopId() };
  await house.database.commit([update("Shop", shop, { replyTimes: { minutes: { email: 120 } } })]);
  await write(ada, question);
  await house.database.commit([update("Shop", shop, { replyTimes: {} })]);
  expect(await house.database.prisma.job.count({ where: { task: "case.due" } })).toBe(1);
  expect(ada.inbox).toEqual([]);
  const view = await open(ada);
  expect(view.drafts).toHaveLength(1);
  expect(view.drafts[0]).toMatchObject({ outdated: false, text: expect.stringContaining("Standard shipping costs 4.90 EUR") });
  expect(view.drafts[0]?.standsOn[0]).toMatchObject({ title: expect.stringMatching(/Shipping/) });
  expect(view.context.cases[0]).toMatchObject({ status: "Draft waiting", reason: null });
  expect(view.items).toContainEqual(expect.objectContaining({ kind: "event", text: "A reply waits to be approved" }));
  expect(view.withStaff).toBe(false);
});

test("accepted, it goes out once as it stands, in the shopper's thread, however often and by however many it is pressed", async () => {
  const ada = somebody();
  const asked = await write(ada, question, "Shipping?");
  const { id } = await draftOf(ada);
  const answers = await Promise.all(["Sam", "Kim", "Sam"].map((name) => press(ada, { intent: "accept-draft", draftId: id, name })));
  expect(answers).toEqual(answers.map(() => ({ ok: true, did: "accept-draft" })));
  expect(await press(ada, { intent: "accept-draft", draftId: id })).toEqual({ ok: true, did: "accept-draft" });
  await arrived(ada, 1);
  await house.rest();
  expect(ada.inbox).toHaveLength(1);
  const mail = ada.inbox[0];
  expect(mail?.text).toContain("Standard shipping costs 4.90 EUR");
  expect(mail?.text).toMatch(/assistant/i);
  expect(mail?.subject).toBe("Re: Shipping?");
  expect(mail?.headers["in-reply-to"]?.[0]).toBe(asked);
  const view = await open(ada);
  expect(view.drafts).toEqual([]);
  expect(view.context.cases).toEqual([]);
  // The assistant has said who it is, and goes on.
  await write(ada, "Thank you very much!");
  await arrived(ada, 2);
  expect(ada.inbox[1]?.text).not.toMatch(/automatic|assistant of/i);
});

test("what is no question, such as a rating, does not make a draft outdated", async () => {
  const ada = somebody();
  await write(ada, question);
  const { id } = await draftOf(ada);
  const draft = { id, shopId: await house.shopId() };
  await house.database.commit([update("ReplyDraft", draft, { throughSeq: 0 })]);
  expect(await draftOf(ada)).toMatchObject({ outdated: false });
  const [messageId] = (await house.database.prisma.replyDraft.findFirstOrThrow({ where: draft })).messageIds as string[];
  const answeredBy = (value: string) => house.database.commit([update("Message", { id: messageId ?? "" }, { answeredBy: value })]);
  await answeredBy("staff");
  expect(await press(ada, { intent: "accept-draft", draftId: id })).toMatchObject({ ok: false });
  await answeredBy("rating");
  expect(await press(ada, { intent: "accept-draft", draftId: id })).toMatchObject({ ok: true });
});

test("edited, a person's words go out in its place, and the pair is kept without whom it was about", async () => {
  const ada = somebody();
  await write(ada, question);
  const named = { id: (await house.database.prisma.identity.findFirstOrThrow({ where: { externalId: ada.address } })).id };
  await house.database.commit([update("Identity", named, { label: "Ada Lovelace" })]);
  const { id } = await draftOf(ada);
  const text = `Dear Ada Lovelace, it is 4.90 EUR. Write to ${ada.address} again. Yours, Sam`;
  expect(await press(ada, { intent: "edit-draft", draftId: id, text })).toMatchObject({ ok: true });
  await arrived(ada, 1);
  expect(ada.inbox[0]?.text).toContain("Dear Ada Lovelace, it is 4.90 EUR");
  expect(ada.inbox[0]?.text).not.toContain("Standard shipping costs");
  const message = await house.database.prisma.message.findFirstOrThrow({ orderBy: { seq: "desc" } });
  expect(message).toMatchObject({ author: "staff", authorName: "Sam" });
  const example = await house.database.prisma.voiceExample.findFirstOrThrow();
  expect(example.draft).toContain("Standard shipping costs 4.90 EUR");
  expect(example.edited).toContain("it is 4.90 EUR");
  expect(JSON.stringify(example)).not.toMatch(/reader-\d|Sam|Ada|Lovelace/);
});

test("rejected, a person has the case, colleagues read why, and the assistant is silent", async () => {
  const ada = somebody();
  await write(ada, question);
  const { id } = await draftOf(ada);
  expect(await press(ada, { intent: "reject-draft", draftId: id, reason: "Prices change tomorrow" })).toMatchObject({ ok: true });
  const view = await open(ada);
  expect(view.drafts).toEqual([]);
  expect(view.withStaff).toBe(true);
  expect(view.context.notes[0]?.text).toBe("Draft rejected: Prices change tomorrow");
  expect(view.context.cases[0]).toMatchObject({ reason: "the assistant's draft was not right", status: "With Sam" });
  expect(await press(ada, { intent: "accept-draft", draftId: id })).toMatchObject({ ok: false });
  await write(ada, "And to Austria?");
  await arrived(ada, 1);
  expect(ada.inbox[0]?.text).toContain("A colleague has this");
});

test("a further mail makes the draft stale: both are answered by one new draft", async () => {
  const ada = somebody();
  await write(ada, question);
  const first = await draftOf(ada);
  await write(ada, "How long does delivery take in Germany?");
  const view = await open(ada);
  expect(view.drafts).toHaveLength(1);
  expect(view.drafts[0]?.id).not.toBe(first.id);
  expect(view.drafts[0]?.text).toMatch(/two to three working days/);
  expect(view.drafts[0]?.asked).toEqual([question, "How long does delivery take in Germany?"]);
  expect(view.context.cases).toHaveLength(1);
  expect(await press(ada, { intent: "accept-draft", draftId: first.id })).toMatchObject({ ok: false });
  await house.rest();
  expect(ada.inbox).toEqual([]);
  expect(await press(ada, { intent: "accept-draft", draftId: view.drafts[0]?.id ?? "" })).toMatchObject({ ok: true });
  await arrived(ada, 1);
});

test("a draft is not sent while a further mail waits to be read", async () => {
  const ada = somebody();
  await write(ada, question);
  const { id } = await draftOf(ada);
  const before = await house.database.prisma.message.count();
  await ada.send({ to: house.mail.shopAddress, subject: "A question", text: "No, forget that" });
  // It is stored at once; the turn waits until the shopper has finished.
  await expect.poll(() => house.idle().then(() => house.database.prisma.message.count()), { timeout: 20_000 }).toBeGreaterThan(before);
  expect(await press(ada, { intent: "accept-draft", draftId: id })).toMatchObject({ ok: false, problem: expect.stringMatching(/written/) });
  await house.rest();
  expect(ada.inbox.filter((mail) => mail.text.includes("4.90"))).toEqual([]);
});

test("in a case that a person has, a reply is drafted when they ask for it, and sent only by them, as theirs", async () => {
  const ada = somebody();
  await write(ada, "I want to talk to a human");
  await arrived(ada, 1);
  await write(ada, question);
  expect(await open(ada)).toMatchObject({ drafts: [], maySuggest: true, drafting: false });
  // What goes straight to people is with one already.
  const shop = { id: await house.shopId() };
  const rule = { name: "All", when: {}, does: { to: null, urgent: false, direct: true } };
  await house.database.commit([update("Shop", shop, { routing: { rules: [rule] } })]);
  // Nobody writes it yet: else it could be there before the page is.
  await house.stopJobs();
  expect(await press(ada, { intent: "suggest-reply" })).toMatchObject({ ok: true });
  expect(await open(ada)).toMatchObject({ drafting: true });
  await house.startJobs();
  await house.rest();
  await house.database.commit([update("Shop", shop, { routing: {} })]);
  expect(await open(ada)).toMatchObject({ drafting: false });
  const draft = await draftOf(ada);
  expect(draft).toMatchObject({ suggested: true, text: expect.stringContaining("Standard shipping costs 4.90 EUR") });
  expect(draft.text).not.toMatch(/digital assistant/);
  await house.rest();
  expect(ada.inbox).toHaveLength(1);
  expect(await press(ada, { intent: "accept-draft", draftId: draft.id })).toMatchObject({ ok: true });
  await arrived(ada, 2);
  expect(ada.inbox[1]?.text).toContain("Standard shipping costs 4.90 EUR");
  const message = await house.database.prisma.message.findFirstOrThrow({ orderBy: { seq: "desc" } });
  expect(message).toMatchObject({ author: "staff", authorName: "Sam" });
  expect(await open(ada)).toMatchObject({ drafts: [], withStaff: true });
});

test("where nothing is found to answer from, the suggestion says so, cannot be sent, and a reply of staff's own takes it away", async () => {
  const ada = somebody();
  await write(ada, "I want to talk to a human");
  await arrived(ada, 1);
  await write(ada, "Do you remember my grandmother?");
  await press(ada, { intent: "suggest-reply" });
  await house.rest();
  const draft = await draftOf(ada);
  expect(draft).toMatchObject({ suggested: true, blocks: [] });
  expect(await press(ada, { intent: "accept-draft", draftId: draft.id })).toMatchObject({ ok: false });
  const stored = await house.database.prisma.replyDraft.findFirstOrThrow({ where: { id: draft.id } });
  expect(await press(ada, { intent: "reply", text: "I do.", clientId: "grandmother" })).toMatchObject({ ok: true });
  expect((await open(ada)).drafts).toEqual([]);
  // While the reply can be taken back none is drafted, and one that is there all the same goes with it.
  await press(ada, { intent: "suggest-reply" });
  await house.rest();
  expect(await open(ada)).toMatchObject({ drafts: [], drafting: false });
  await house.database.commit([insert("ReplyDraft", stored as never)]);
  await house.rest(10_000);
  await arrived(ada, 2);
  expect((await open(ada)).drafts).toEqual([]);
});

test("a suggestion that was thought out while the conversation went on is not kept", async () => {
  const ada = somebody();
  await write(ada, "I want to talk to a human");
  await write(ada, question);
  const conversationId = await conversationOf(ada);
  const row = await house.database.prisma.case.findFirstOrThrow({ orderBy: { openedAt: "desc" } });
  const writes = await suggestReply(
    row.shopId,
    row.id,
    { local: createLocalModel(), gemini: null, embedder: null, store: () => ({}) } as never,
    false,
  );
  expect(writes.length).toBeGreaterThan(1);
  await house.database.commit([update("Conversation", { id: conversationId }, { revision: increment() })]);
  await expect(house.database.commit(writes)).rejects.toBeInstanceOf(StaleWrite);
  // One that fails for the last time only tells open pages that nobody writes any more.
  const broken = { store: () => expect.fail("away") } as never;
  await expect(suggestReply(row.shopId, row.id, broken, false)).rejects.toThrow("away");
  expect(await suggestReply(row.shopId, row.id, broken, true)).toHaveLength(1);
});

test("a tap on the menu is for people, or waits, where the merchant says so for words", async () => {
  const shop = { id: await house.shopId() };
  const tap = async (mode: string) => {
    await house.database.commit([update("Shop", shop, { replyModes: { "orders@widget": mode } })]);
    const browser = await house.browser(createShopper(house).customerId);
    await browser.say("hello");
    await house.rest();
    await browser.tap(/Where is my/);
    await house.rest();
    await house.database.commit([update("Shop", shop, { replyModes: {} })]);
    expect(await browser.words()).not.toMatch(/Delivered/);
    return house.database.prisma.case.findFirstOrThrow({ orderBy: [{ openedAt: "desc" }, { id: "desc" }] });
  };
  expect(await tap("off")).toMatchObject({ owner: "staff", escalation: "left-to-people" });
  expect(await tap("draft")).toMatchObject({ owner: "assistant", escalation: "draft-to-approve" });
});

test("what is left to people is handed over with the first message; what is decided by facts goes out or waits as the merchant says", async () => {
  const shop = { id: await house.shopId() };
  await house.database.commit([update("Shop", shop, { replyModes: { "delivery@email": "off", "orders@email": "draft" } })]);
  const ada = somebody();
  await write(ada, question);
  await arrived(ada, 1);
  expect(ada.inbox[0]?.text).not.toContain("4.90");
  expect((await open(ada)).context.cases[0]).toMatchObject({ reason: "such questions are for people to answer", waiting: true });
  const shopper = createShopper(house);
  const kim = house.mail.mailbox(shopper.email);
  await write(kim, `Where is my order ${shopper.order.name}?`);
  const draft = await draftOf(kim);
  expect(draft.text).toContain(`${shopper.order.name}: Delivered`);
  expect(draft.standsOn[0]).toMatchObject({ title: `Order ${shopper.order.name}` });
  expect(kim.inbox).toEqual([]);
  await press(kim, { intent: "accept-draft", draftId: draft.id });
  await arrived(kim, 1);
  await house.database.commit([update("Shop", shop, { replyModes: {} })]);
});

test("what code decides goes out at once by mail: where an order is, a greeting, that nothing was found", async () => {
  const shopper = createShopper(house);
  const ada = house.mail.mailbox(shopper.email);
  await write(ada, `Where is my order ${shopper.order.name}?`);
  await arrived(ada, 1);
  expect(ada.inbox[0]?.text).toContain(`${shopper.order.name}: Delivered`);
  expect((await open(ada)).drafts).toEqual([]);
});

test("on chats the same answer goes out by itself", async () => {
  const phone = house.phone("whatsapp", "4915155512345");
  await phone.sendText(question);
  await house.rest();
  expect(phone.inbox.map((one) => one.text).join("\n")).toContain("Standard shipping costs 4.90 EUR");
});
