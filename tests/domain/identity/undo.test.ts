import { afterEach, beforeEach, expect, test } from "vitest";
import { inboxPage, markRead } from "#app/domain/conversations/inbox.server.ts";
import { loadThread } from "#app/domain/conversations/thread.server.ts";
import { findIdentityByAddress, type IdentityRow } from "#app/domain/identity/identity.server.ts";
import { addEvidence, withdrawEvidence } from "#app/domain/identity/join.server.ts";
import { replyAsStaff } from "#app/domain/staff/reply.server.ts";
import { reconcileEvery } from "#app/pipeline/reconcile/store.server.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

/** What staff see of two people who were taken for one. */
let house: House;
let shopId: string;
beforeEach(async () => {
  house = await House.open();
  shopId = await house.shopId();
});
afterEach(() => house.close());

async function writer(userId: string, text: string) {
  const phone = house.phone("whatsapp", userId);
  await phone.sendText(text);
  await house.rest();
  return { phone, identity: await identityOf(userId) };
}
async function identityOf(userId: string): Promise<IdentityRow> {
  const identity = await findIdentityByAddress(shopId, "whatsapp", userId);
  if (!identity) throw new Error("nobody");
  return identity;
}
const inbox = async (view: "all" | "waiting" = "all") => (await inboxPage(shopId, { view })).entries;
const textsOf = async (conversationId: string) => (await loadThread(shopId, conversationId, 100))?.messages.map((one) => one.text) ?? [];

test("what came in after a join goes back to its own side on undo: messages, cases, staff's cases, what was seen, last words", async () => {
  const ada = await writer("DE.1", "Hello");
  const ben = await writer("DE.2", "Hi there");
  for (const { identity } of [ada, ben]) await markRead(shopId, identity.conversationId);
  const before = await inbox();
  expect(before.map((row) => row.unread)).toEqual([false, false]);
  await addEvidence(shopId, { identityId: ada.identity.id, otherId: ben.identity.id, kind: "staff", strength: "proof", by: "Kim" });
  const edge = await house.database.prisma.evidence.findFirstOrThrow({ where: { kind: "staff" } });
  expect(await inbox()).toHaveLength(1);

  await ada.phone.sendText("can I talk to a person?");
  await house.rest();
  const joined = (await identityOf("DE.1")).conversationId;
  expect((await inbox("waiting")).map((row) => row.conversationId)).toEqual([joined]);
  expect(await replyAsStaff(shopId, joined, { text: "This is Kim.", author: "Kim" })).toMatchObject({ outcome: "sent" });
  await house.rest();
  await ben.phone.sendText("how long can I send things back?");
  await house.rest();
  expect((await inbox()).map((row) => [row.conversationId, row.unread])).toEqual([[joined, true]]);

  await withdrawEvidence(shopId, edge.id, "Kim");
  const rows = await inbox();
  const of = (identity: IdentityRow) => rows.find((row) => row.conversationId === identity.homeConversationId);
  expect(rows).toHaveLength(2);
  expect(of(ada.identity)).toMatchObject({ lastMessage: "This is Kim.", lastAuthor: "staff", unread: false, focus: { owner: "staff" } });
  expect(of(ben.identity)).toMatchObject({
    lastMessage: "how long can I send things back?",
    lastAuthor: "shopper",
    unread: true,
    focus: null,
  });
  expect((await inbox("waiting")).map((row) => row.conversationId)).toEqual([ada.identity.homeConversationId]);
  expect((await textsOf(ada.identity.homeConversationId)).join()).not.toMatch(/send things back|Hi there/);
  expect((await textsOf(ben.identity.homeConversationId)).join()).not.toMatch(/can I talk|This is Kim/);
  expect(await textsOf(ben.identity.homeConversationId)).toContain("how long can I send things back?");
});

test("who never wrote leaves no empty row in the inbox behind", async () => {
  const ada = await writer("DE.1", "Hello");
  const { customerId } = createShopper(house);
  await house.browser(customerId);
  await house.rest();
  const visitor = await house.database.prisma.identity.findFirstOrThrow({ where: { kind: "widget" } });
  await addEvidence(shopId, { identityId: visitor.id, otherId: ada.identity.id, kind: "staff", strength: "proof", by: "Kim" });
  const edge = await house.database.prisma.evidence.findFirstOrThrow({ where: { kind: "staff" } });
  await withdrawEvidence(shopId, edge.id, "Kim");
  expect((await inbox()).map((row) => row.conversationId)).toEqual([ada.identity.homeConversationId]);
});

test("a proof that runs out splits the conversation in the inbox although nobody writes any more", async () => {
  const [ada, ben] = [await writer("DE.1", "Hello"), await writer("DE.2", "Hi")];
  const days = 86_400_000;
  const expiresAt = new Date(house.clock.now().getTime() + 3 * days);
  const edge = { identityId: ada.identity.id, otherId: ben.identity.id, kind: "one-time-code", strength: "proof", by: "shopper" } as const;
  await addEvidence(shopId, { ...edge, expiresAt });
  await house.advance(2 * days);
  expect(await inbox()).toHaveLength(1);
  await house.advance(days + reconcileEvery);
  await house.advance(reconcileEvery);
  expect((await inbox()).map((row) => row.conversationId).sort()).toEqual(
    [ada.identity.homeConversationId, ben.identity.homeConversationId].sort(),
  );
});
