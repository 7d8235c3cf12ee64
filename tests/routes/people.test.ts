import { beforeAll, beforeEach, expect, test } from "vitest";
import { offerContinueNow } from "#app/domain/cases/continue-here.server.ts";
import { readThread } from "#app/domain/conversations/widget-thread.server.ts";
import { confirmContinue, newContinueCode, presentContinueCode } from "#app/domain/identity/continue-code.server.ts";
import { ensureIdentity, findIdentity, standing } from "#app/domain/identity/identity.server.ts";
import { addEvidence } from "#app/domain/identity/join.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { loadTurnContext } from "#app/pipeline/assistant/context.server.ts";
import { setClockOffset } from "#app/platform/clock.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { adminRequest, args, installShop, openCaseFor, sessionToken, shopperWrites, thrownResponse, writesAgain } from "./admin.ts";

let shop: Shop;
let people: typeof import("#app/routes/app.people.tsx");
let shopper: typeof import("#app/routes/app.shoppers.$conversationId.tsx");
const otherDomain = "maple-mill.myshopify.com";

beforeAll(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  await installShop(otherDomain, "Maple Mill");
  people = await import("#app/routes/app.people.tsx");
  shopper = await import("#app/routes/app.shoppers.$conversationId.tsx");
});
beforeEach(async () => {
  setClockOffset(0);
  const { prisma } = database();
  const tables = [prisma.message, prisma.case, prisma.evidence, prisma.identity, prisma.conversation, prisma.audit, prisma.suggestion];
  for (const table of [...tables, prisma.identityTrait, prisma.suggestionPosition]) await (table as typeof prisma.message).deleteMany();
});

/** What was written a moment ago is looked at once it has settled. */
const page = (search = "", token?: string) => {
  setClockOffset(10_000);
  return people.loader(args(adminRequest(`/app/people${search}`, undefined, token)));
};
const act = async (form: Record<string, string>, token?: string) => {
  const answer = await people.action(args(adminRequest("/app/people", { name: "Kim", ...form }, token)));
  return answer.data as { did?: string; evidenceId?: string; problem?: string };
};
const now = async (identity: { id: string }) => (await findIdentity(shop.id, identity.id)) ?? expect.fail("gone");
const chat = (text = "Where is #1004?") => shopperWrites(shop.id, { kind: "widget", address: "visitor-1", text });
const phone = (text = "my order 1004 is late", label = "Ada Sample") =>
  shopperWrites(shop.id, { kind: "whatsapp", address: "491700000001", label, text });

test("two who speak of the same order stand side by side with the reason, and only in their own shop", async () => {
  const [one, other] = [await chat(), await phone()];
  const { pairs } = await page();
  expect(pairs).toHaveLength(1);
  expect(pairs[0]).toMatchObject({ reasons: ["Both speak of order #1004"], against: [] });
  expect([pairs[0]?.one.conversationId, pairs[0]?.other.conversationId].sort()).toEqual([one.conversationId, other.conversationId].sort());
  expect((await page("", sessionToken(otherDomain))).pairs).toEqual([]);
});

test("names that differ speak against a shared order, and strangers are not suggested", async () => {
  await shopperWrites(shop.id, { kind: "email", address: "jo@example.com", label: "Jo Quint", text: "about #1004" });
  await phone();
  await shopperWrites(shop.id, { kind: "instagram", address: "ig-1", label: "Mia Example", text: "Do you ship to Norway?" });
  expect((await page()).pairs).toEqual([]);
});

test("an address typed but not proven, and one a letter away, lead to whoever has it", async () => {
  const mail = await shopperWrites(shop.id, { kind: "email", address: "ada.berg@example.com", text: "Hello" });
  const visitor = await chat("Hello");
  await addEvidence(shop.id, { identityId: visitor.id, otherId: mail.id, kind: "typed", strength: "claim", by: "shopper" });
  const second = await shopperWrites(shop.id, { kind: "widget", address: "visitor-2", text: "Hello" });
  const typo = await ensureIdentity(shop.id, "email", "ada.bergg@example.com");
  await addEvidence(shop.id, { identityId: second.id, otherId: typo.id, kind: "typed", strength: "claim", by: "shopper" });
  const reasons = (await page()).pairs.map((pair) => pair.reasons);
  expect(reasons).toContainEqual(["One typed the other’s address or number, and did not prove it"]);
  expect(reasons).toContainEqual(["Their email addresses differ by one letter"]);
});

async function contextOf(identityId: string) {
  const context = await loadTurnContext(shop.id, identityId);
  if (!context) throw new Error("The identity is gone.");
  return context;
}

test("a suggestion changes no standing, no thread and no turn", async () => {
  const mail = await shopperWrites(shop.id, { kind: "email", address: "ada@example.com", label: "Ada Sample", text: "about #1004" });
  const [visitor, mobile] = [await chat(), await phone()];
  const seen = async () => {
    const all = await Promise.all([visitor, mobile, mail].map(now));
    return Promise.all(
      all.map(async (one) => {
        const { members, transcript, cases } = await contextOf(one.id);
        const thread = (await readThread(one, 0)).map((message) => message.id);
        return { standing: await standing(one), thread, members: members.map((member) => member.id), transcript, cases, one };
      }),
    );
  };
  const before = await seen();
  expect((await page()).pairs.length).toBeGreaterThan(1);
  expect(await seen()).toEqual(before);
});

test("merging joins what staff see, tells the shopper nothing, and its undo puts everything back", async () => {
  const [visitor, mobile] = [await chat(), await phone()];
  const customer = await ensureIdentity(shop.id, "shopify-customer", "700");
  await addEvidence(shop.id, { identityId: visitor.id, otherId: customer.id, kind: "account-login", strength: "proof", by: "app-proxy" });
  await openCaseFor(shop.id, visitor.id, { orderName: "#1004" });
  const before = await database().prisma.identity.findMany({ orderBy: { id: "asc" } });
  const [one, other] = [(await now(visitor)).conversationId, (await now(mobile)).conversationId];
  const preview = (await page(`?one=${one}&other=${other}`)).preview;
  expect(preview?.together[0]).toBe("You see one shopper with 3 contacts, 2 messages and 1 case in one thread.");
  expect(preview?.tells.map((line) => line.channel)).toEqual(["widget", "whatsapp"]);

  const merged = await act({ intent: "merge", one, other });
  expect(merged.did).toBe("merged");
  const joined = await now(mobile);
  expect(joined.conversationId).toBe((await now(visitor)).conversationId);
  expect((await page()).pairs).toEqual([]);
  expect(await standing(joined)).toEqual({ verified: [], channel: [] });
  const turn = await contextOf(mobile.id);
  expect(turn.cases).toEqual([]);
  expect(turn.transcript.map((line) => line.text)).toEqual(["my order 1004 is late"]);
  expect((await readThread(await now(visitor), 0)).map((message) => message.channel)).toEqual(["widget"]);
  await writesAgain(mobile, "One more line");

  const view = await shopper.loader(
    args(adminRequest(`/app/shoppers/x?undo=${merged.evidenceId}`), { conversationId: joined.conversationId }),
  );
  const why = view.people.flatMap((person) => person.why?.words ?? []);
  expect(why.filter((words) => /^Merged with .+ by staff, not proven \(Kim\) on /.test(words))).toHaveLength(1);
  expect(why.filter((words) => words.startsWith("Logged in together with"))).toHaveLength(1);
  expect(view.history[0]).toMatchObject({ what: "Merged with another shopper", by: "Kim" });
  expect(view.split?.groups.map(({ messages, cases }) => ({ messages, cases }))).toEqual(
    expect.arrayContaining([
      { messages: 1, cases: 1 },
      { messages: 2, cases: 0 },
    ]),
  );

  expect((await act({ intent: "unmerge", evidenceId: merged.evidenceId ?? "" })).did).toBe("undone");
  const after = await database().prisma.identity.findMany({ orderBy: { id: "asc" } });
  expect(after.map(({ lastInboundAt: _, ...row }) => row)).toEqual(before.map(({ lastInboundAt: _, ...row }) => row));
});

test("a code from one side of a merge by staff, shown on the other, still proves that both are one", async () => {
  const [visitor, mobile] = [await chat(), await phone()];
  expect((await act({ intent: "merge", one: visitor.conversationId, other: mobile.conversationId })).did).toBe("merged");
  const { code, writes } = newContinueCode(shop.id, visitor.id, null);
  await database().commit(writes);
  const told = async () => (await membersToTell(await now(mobile))).map((member) => member.id);
  const shown = await presentContinueCode(shop.id, code, await now(mobile));
  if (shown.outcome !== "ask") throw new Error(`It was ${shown.outcome} at once.`);
  expect(await told()).not.toContain(visitor.id);
  expect((await confirmContinue(shop.id, shown.link.id, await now(mobile))).outcome).toBe("joined");
  expect(await told()).toContain(visitor.id);
});

test("a person who has a case of one side keeps the assistant silent on the other too", async () => {
  const [visitor, mobile] = [await chat(), await phone()];
  await openCaseFor(shop.id, visitor.id, { owner: "staff", assignee: "Kim" });
  await act({ intent: "merge", one: visitor.conversationId, other: mobile.conversationId });
  expect((await contextOf(mobile.id)).withStaffBesides).toBe(true);
});

test("not the same person holds when more speaks for it, and can be taken back", async () => {
  const [visitor, mobile] = [await chat(), await phone()];
  await page();
  const both = { one: visitor.conversationId, other: mobile.conversationId };
  expect((await act({ intent: "dismiss", ...both })).did).toBe("dismissed");
  await writesAgain(visitor, "Again: #1004 and #1005");
  await writesAgain(mobile, "And #1005");
  const after = await page();
  expect(after.pairs).toEqual([]);
  expect(after.dismissed).toMatchObject([{ by: "Kim" }]);
  await act({ intent: "reopen", ...both });
  expect((await page()).pairs).toHaveLength(1);
});

test("another shop's ids, unknown ones and oneself cannot be merged", async () => {
  const [visitor, mobile] = [await chat(), await phone()];
  const both = { one: visitor.conversationId, other: mobile.conversationId };
  const foreign = sessionToken(otherDomain);
  const merged = await act({ intent: "merge", ...both });
  const attempts = [
    ...["merge", "dismiss", "reopen"].map((intent) => act({ intent, ...both }, foreign)),
    act({ intent: "unmerge", evidenceId: merged.evidenceId ?? "" }, foreign),
    act({ intent: "merge", one: both.one, other: "nobody" }),
    act({ intent: "unknown" }),
    page(`?one=${both.one}`, foreign),
    page(`?one=${both.one}&other=${both.other}`, foreign),
  ];
  const answers = await Promise.all(attempts.map(thrownResponse));
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 404));
  const { conversationId } = await now(visitor);
  expect((await act({ intent: "merge", one: conversationId, other: conversationId })).problem).toBe("These two are one shopper already.");
  expect(await database().prisma.evidence.count()).toBe(1);
});

test("the other shopper is found by search and merged by hand", async () => {
  const [visitor, mobile] = [await chat("Hello"), await phone("Hello there")];
  const view = await page(`?one=${visitor.conversationId}&search=ada`);
  expect(view.byHand?.conversationId).toBe(visitor.conversationId);
  expect(view.found.map((side) => side.conversationId)).toEqual([mobile.conversationId]);
});

test("going on elsewhere after a merge by staff takes along an own case, never one of the other side", async () => {
  const [visitor, mobile] = [await chat(), await phone()];
  const theirs = await openCaseFor(shop.id, mobile.id, { orderName: "#1004" });
  const { prisma } = database();
  // The shop answers e-mail as well, so there is somewhere to go on.
  await shopperWrites(shop.id, { kind: "email", address: "mia@example.com", text: "Do you ship to Norway?" });
  expect((await act({ intent: "merge", one: visitor.conversationId, other: mobile.conversationId })).did).toBe("merged");
  const offered = async () => {
    await prisma.signedLink.deleteMany();
    expect(await offerContinueNow(await now(visitor))).not.toEqual([]);
    return (await prisma.signedLink.findFirstOrThrow()).caseId;
  };
  expect(await offered()).toBeNull();
  const own = await openCaseFor(shop.id, visitor.id);
  await prisma.case.update({ where: { id: theirs }, data: { updatedAt: new Date(Date.now() + 60_000) } });
  expect(await offered()).toBe(own);
});
