import { beforeEach, expect, test } from "vitest";
import { appendOutbound } from "#app/domain/conversations/messages.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { replyAsStaff } from "#app/domain/staff/reply.server.ts";
import { now } from "#app/platform/clock.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { adminRequest, args, installShop, openCaseFor, sessionToken, shopperWrites, thrownResponse } from "./admin.ts";

let shop: Shop;
let conversation: typeof import("#app/routes/app.inbox.$conversationId.tsx");
let knowledge: typeof import("#app/routes/app.knowledge.tsx");
const otherDomain = "maple-mill.myshopify.com";
beforeEach(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  await installShop(otherDomain, "Maple Mill");
  conversation = await import("#app/routes/app.inbox.$conversationId.tsx");
  knowledge = await import("#app/routes/app.knowledge.tsx");
});

const open = (conversationId: string) => conversation.loader(args(adminRequest(`/app/inbox/${conversationId}`), { conversationId }));
const act = (conversationId: string, form: Record<string, string>, token?: string) =>
  conversation.action(args(adminRequest(`/app/inbox/${conversationId}`, form, token), { conversationId }));
const lessons = async () => (await knowledge.loader(args(adminRequest("/app/knowledge")))).lessons;
const decide = (form: Record<string, string>, token?: string) => knowledge.action(args(adminRequest("/app/knowledge", form, token)));
const told = async (question: string) =>
  (await knowledge.loader(args(adminRequest(`/app/knowledge?q=${encodeURIComponent(question)}`)))).found.filter((one) => one.isSaid);

async function answered() {
  const identity = await shopperWrites(shop.id, { kind: "whatsapp", address: "491700000001", label: "Ada", text: "Do you engrave rings?" });
  const fresh = await database().prisma.identity.findUniqueOrThrow({ where: { id: identity.id } });
  const blocks = [{ kind: "text" as const, text: "We engrave nothing." }];
  const sent = appendOutbound(fresh, "whatsapp", { account: "whatsapp-account", author: "assistant", blocks });
  await database().commit(sent.writes);
  return { identity, messageId: sent.messageId };
}

test("one click says that the assistant was wrong; it stands at the message and waits under Knowledge", async () => {
  const { identity, messageId } = await answered();
  await act(identity.conversationId, { intent: "wrong", messageId, text: "We engrave all silver rings for €12.", name: "Sam" });
  const shown = (await open(identity.conversationId)).items.find((item) => item.key === messageId);
  expect(shown).toMatchObject({ wrong: { by: "Sam", right: "We engrave all silver rings for €12." } });
  expect(await lessons()).toMatchObject([
    {
      wrong: true,
      question: "Do you engrave rings?",
      said: "We engrave nothing.",
      proposal: "We engrave all silver rings for €12.",
      by: "Sam",
      conversationId: identity.conversationId,
    },
  ]);
});

test("approved it is what shoppers are told from now on, as it was edited; decided twice it is decided once", async () => {
  const { identity, messageId } = await answered();
  await act(identity.conversationId, { intent: "wrong", messageId, text: "We engrave silver rings.", name: "Sam" });
  const [lesson] = await lessons();
  expect(await told("Do you engrave rings?")).toEqual([]);
  const form = { intent: "lesson", id: lesson?.id ?? "", question: "Do you engrave rings?", answer: "Yes, all silver rings, for €12." };
  expect(await decide(form)).toMatchObject({ ok: true });
  expect((await told("Do you engrave rings?")).map((one) => one.text)).toEqual([
    expect.stringContaining("Yes, all silver rings, for €12."),
  ]);
  expect(await lessons()).toEqual([]);
  expect(await decide({ intent: "dismiss-lesson", id: lesson?.id ?? "" })).toMatchObject({ data: { ok: false } });
});

test("what no text answered and a person did is proposed when the case is closed", async () => {
  const { identity } = await answered();
  const asked = await database().prisma.message.findFirstOrThrow({ where: { author: "shopper" } });
  const caseId = await openCaseFor(shop.id, identity.id, {
    flow: "question",
    intent: "product_question",
    status: "escalated",
    owner: "staff",
  });
  const record = { channel: "whatsapp", language: "en", confidence: 1, decidedBy: "local", outcome: "handed-over", milliseconds: 1 };
  await database().commit([
    insert("TurnRecord", {
      id: newId(),
      shopId: shop.id,
      identityId: identity.id,
      conversationId: identity.conversationId,
      at: now(),
      ...record,
      inputTokens: 0,
      outputTokens: 0,
      messageId: asked.id,
      knowledge: "none",
    }),
  ]);
  await replyAsStaff(shop.id, identity.conversationId, { text: "One moment", author: "Sam" });
  await replyAsStaff(shop.id, identity.conversationId, { text: "We engrave all silver rings, it takes three days.", author: "Sam" });
  await act(identity.conversationId, { intent: "close", caseId, outcome: "solved", name: "Sam" });
  expect(await lessons()).toMatchObject([
    { wrong: false, question: "Do you engrave rings?", said: "", proposal: "We engrave all silver rings, it takes three days.", by: "Sam" },
  ]);
  expect((await open(identity.conversationId)).context.earlier).toMatchObject([{ status: "Solved" }]);
});

test("words are asked for, a shopper's own message cannot be wrong, and another shop sees and decides nothing", async () => {
  const { identity, messageId } = await answered();
  expect(await act(identity.conversationId, { intent: "wrong", messageId, text: " " })).toMatchObject({ data: { ok: false } });
  const own = await database().prisma.message.findFirstOrThrow({ where: { author: "shopper" } });
  const refused = await thrownResponse(act(identity.conversationId, { intent: "wrong", messageId: own.id, text: "No" }));
  expect(refused.status).toBe(404);
  const token = sessionToken(otherDomain);
  const foreign = await thrownResponse(act(identity.conversationId, { intent: "wrong", messageId, text: "Mine" }, token));
  expect(foreign.status).toBe(404);
  await act(identity.conversationId, { intent: "wrong", messageId, text: "We do.", name: "Sam" });
  const [lesson] = await lessons();
  const taken = { intent: "lesson", id: lesson?.id ?? "", question: "Q", answer: "A" };
  expect((await thrownResponse(decide(taken, token))).status).toBe(404);
  expect(await lessons()).toHaveLength(1);
});
