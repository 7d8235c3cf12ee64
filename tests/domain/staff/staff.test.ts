import { beforeEach, expect, test } from "vitest";
import type { MessageContent } from "#app/channels/message.ts";
import { plainText } from "#app/channels/message.ts";
import { keepDraft, type NewDraft } from "#app/domain/reply-drafts/draft.server.ts";
import { addNote } from "#app/domain/staff/notes.server.ts";
import { replyAsStaff } from "#app/domain/staff/reply.server.ts";
import { closeCase, handBack, takeOver } from "#app/domain/staff/take-over.server.ts";
import { now } from "#app/platform/clock.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { StaleWrite, update } from "#app/platform/db/writes.ts";
import { openCaseFor, shopperWrites } from "#tests/routes/admin.ts";

const shopId = "shop-linden";
const hoursAgo = (hours: number) => new Date(now().getTime() - hours * 3_600_000);
beforeEach(async () => {
  await openDatabase(":memory:");
});

const ada = (at = now()) => shopperWrites(shopId, { kind: "whatsapp", address: "491700000001", label: "Ada Sample", text: "Hello?", at });
const conversation = (id: string) => database().prisma.conversation.findUniqueOrThrow({ where: { id } });
const caseRow = (id: string) => database().prisma.case.findUniqueOrThrow({ where: { id } });

test("a reply goes out on the channel the shopper wrote on, under the person's name, and the person owns the case", async () => {
  const identity = await ada();
  const caseId = await openCaseFor(shopId, identity.id);
  const result = await replyAsStaff(shopId, identity.conversationId, { text: " We found your parcel. ", author: "Kim" });
  expect(result.outcome).toBe("sent");
  const message = await database().prisma.message.findFirstOrThrow({ where: { author: "staff" } });
  expect(message).toMatchObject({
    channel: "whatsapp",
    account: "whatsapp-account",
    authorName: "Kim",
    text: "We found your parcel.",
    caseId,
  });
  expect(plainText(message.content as MessageContent)).toBe("We found your parcel.");
  expect(await caseRow(caseId)).toMatchObject({ owner: "staff", assignee: "Kim", version: 1 });
  const job = await database().prisma.job.findFirstOrThrow({ where: { task: "delivery.plan" } });
  expect(job.payload).toEqual({ messageId: message.id });
});

test("a reply to the widget needs no delivery job", async () => {
  const identity = await shopperWrites(shopId, { kind: "widget", address: "visitor-1", text: "Hi" });
  await replyAsStaff(shopId, identity.conversationId, { text: "Hello", author: "Kim" });
  expect(await database().prisma.job.count({ where: { task: "delivery.plan" } })).toBe(0);
  expect(await conversation(identity.conversationId)).toMatchObject({ lastMessage: "Hello", lastAuthor: "staff", unread: false });
});

test("the same reply pressed twice, also at the same moment, is one message", async () => {
  const identity = await ada();
  const reply = { text: "On its way", author: "Kim", clientId: "press-1" };
  const outcomes = await Promise.all([1, 2, 3].map(() => replyAsStaff(shopId, identity.conversationId, reply)));
  outcomes.push(await replyAsStaff(shopId, identity.conversationId, reply));
  expect(new Set(outcomes.map((one) => one.outcome === "sent" && one.messageId)).size).toBe(1);
  expect(await database().prisma.message.count({ where: { author: "staff" } })).toBe(1);
  expect(await database().prisma.job.count()).toBe(1);
  expect(await database().prisma.case.count()).toBe(1);
});

test("after 24 hours nothing is written to WhatsApp, and staff are told why", async () => {
  const identity = await ada(hoursAgo(25));
  const result = await replyAsStaff(shopId, identity.conversationId, { text: "Still there?", author: "Kim" });
  expect(result).toEqual({ outcome: "refused", because: "window-closed" });
  expect(await database().prisma.message.count({ where: { author: "staff" } })).toBe(0);
});

test("on Instagram a person may answer for seven days", async () => {
  const late = await shopperWrites(shopId, { kind: "instagram", address: "ig-1", text: "Hey", at: hoursAgo(6 * 24) });
  expect((await replyAsStaff(shopId, late.conversationId, { text: "Hi", author: "Kim" })).outcome).toBe("sent");
  const tooLate = await shopperWrites(shopId, { kind: "instagram", address: "ig-2", text: "Hey", at: hoursAgo(8 * 24) });
  expect(await replyAsStaff(shopId, tooLate.conversationId, { text: "Hi", author: "Kim" })).toMatchObject({ because: "window-closed" });
});

test("a turn that was thinking meanwhile cannot commit after staff have answered", async () => {
  const identity = await ada();
  const before = await conversation(identity.conversationId);
  await replyAsStaff(shopId, identity.conversationId, { text: "I am on it", author: "Kim" });
  const turn = database().commit([
    update("Conversation", { id: before.id, revision: before.revision }, { lastMessage: "from the turn" }, 1),
  ]);
  await expect(turn).rejects.toBeInstanceOf(StaleWrite);
});

test("taking over where nothing was open gives the silence an owner, and handing back ends it", async () => {
  const identity = await ada();
  expect(await takeOver(shopId, identity.conversationId, "Kim")).toBe(true);
  const opened = await database().prisma.case.findFirstOrThrow();
  expect(opened).toMatchObject({ owner: "staff", assignee: "Kim", status: "open" });
  await handBack(shopId, identity.conversationId, "Kim");
  expect(await caseRow(opened.id)).toMatchObject({ owner: "assistant", status: "done" });
});

test("after handing back the assistant owns the case, without the old reason, and introduces itself again", async () => {
  const identity = await ada();
  await database().commit([update("Identity", { id: identity.id }, { introducedAt: now() })]);
  const caseId = await openCaseFor(shopId, identity.id, { status: "escalated", owner: "staff", assignee: "Kim", escalation: "asked" });
  await handBack(shopId, identity.conversationId, "Kim");
  expect(await caseRow(caseId)).toMatchObject({ owner: "assistant", status: "open", assignee: null, escalation: null });
  expect(await database().prisma.identity.findUniqueOrThrow({ where: { id: identity.id } })).toMatchObject({ introducedAt: null });
  const audit = await database().prisma.audit.findFirstOrThrow({ where: { action: "handed-back" } });
  expect(audit).toMatchObject({ actor: "Kim", subject: identity.conversationId, detail: { reasons: ["asked"] } });
});

test("handing back leaves what waits for a person's yes or no, and closing a case takes its draft along", async () => {
  const identity = await ada();
  const waiting = { status: "escalated", flow: "question", escalation: "draft-to-approve" };
  const drafted = await openCaseFor(shopId, identity.id, waiting);
  const suggested = await openCaseFor(shopId, identity.id, { ...waiting, escalation: "asked", owner: "staff" });
  const state = { phase: "handed-over", held: { kind: "return-keep", input: {} } };
  const held = await openCaseFor(shopId, identity.id, { status: "escalated", owner: "staff", escalation: "policy-exception", state });
  const draft = { shopId, identityId: identity.id, channel: "whatsapp", account: "whatsapp-account", blocks: [] };
  const made = { standsOn: [], messageIds: [], language: "en", throughSeq: 1, aboutId: null, introduces: false };
  await database().commit([drafted, suggested].flatMap((caseId) => keepDraft({ ...draft, ...made, caseId } as NewDraft)));
  const drafts = async () => (await database().prisma.replyDraft.findMany()).map((row) => row.caseId);
  await handBack(shopId, identity.conversationId, "Kim");
  expect(await caseRow(drafted)).toMatchObject({ ...waiting, owner: "assistant" });
  expect(await caseRow(held)).toMatchObject({ status: "escalated", escalation: "policy-exception", owner: "assistant", assignee: null });
  expect(await caseRow(suggested)).toMatchObject({ status: "done" });
  expect(await drafts()).toEqual([drafted]);
  await takeOver(shopId, identity.conversationId, "Kim");
  await handBack(shopId, identity.conversationId, "Kim");
  expect(await caseRow(drafted)).toMatchObject({ ...waiting, owner: "assistant", assignee: null });
  await closeCase(shopId, drafted, "Kim");
  expect(await drafts()).toEqual([]);
});

test("closing a case ends it once", async () => {
  const identity = await ada();
  const caseId = await openCaseFor(shopId, identity.id, { owner: "staff" });
  await closeCase(shopId, caseId, "Kim");
  await closeCase(shopId, caseId, "Robin");
  const row = await caseRow(caseId);
  expect(row.status).toBe("done");
  expect(row.closedAt).not.toBeNull();
  expect(await database().prisma.audit.count({ where: { action: "closed-case" } })).toBe(1);
});

test("a note is kept with its author and never becomes a message", async () => {
  const identity = await ada();
  expect(await addNote(shopId, identity.conversationId, { text: "Prefers mornings", author: "Kim" })).toBe(true);
  expect(await database().prisma.staffNote.findFirst()).toMatchObject({ text: "Prefers mornings", author: "Kim", identityId: identity.id });
  expect(await database().prisma.message.count()).toBe(1);
});

test("nothing of another shop can be answered, taken over, handed back, closed or noted", async () => {
  const identity = await ada();
  const caseId = await openCaseFor(shopId, identity.id);
  const { conversationId } = identity;
  expect(await replyAsStaff("other-shop", conversationId, { text: "Hi", author: "Eve" })).toEqual({
    outcome: "refused",
    because: "not-found",
  });
  expect(await takeOver("other-shop", conversationId, "Eve")).toBe(false);
  expect(await handBack("other-shop", conversationId, "Eve")).toBe(false);
  expect(await closeCase("other-shop", caseId, "Eve")).toBe(false);
  expect(await addNote("other-shop", conversationId, { text: "x", author: "Eve" })).toBe(false);
  expect(await caseRow(caseId)).toMatchObject({ owner: "assistant", status: "open" });
  expect(await database().prisma.audit.count()).toBe(0);
});
