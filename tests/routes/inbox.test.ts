import { beforeAll, beforeEach, expect, test } from "vitest";
import { addEvidence, withdrawEvidence } from "#app/domain/identity/join.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { sendHeld } from "#app/domain/staff/held-reply.server.ts";
import { now, setClockOffset } from "#app/platform/clock.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { orderCard } from "#app/ui/inbox/order-card.ts";
import { adminRequest, args, installShop, openCaseFor, sessionToken, shopperWrites, thrownResponse, writesAgain } from "./admin.ts";

// The routes read the database when they are loaded, so it has to be open before.
let shop: Shop;
let other: Shop;
let inbox: typeof import("#app/routes/app.inbox.tsx");
let conversation: typeof import("#app/routes/app.inbox.$conversationId.tsx");
let shopper: typeof import("#app/routes/app.shoppers.$conversationId.tsx");
let order: typeof import("#app/routes/app.cases.$caseId.order.ts");
let stream: typeof import("#app/routes/app.stream.ts");
const otherDomain = "maple-mill.myshopify.com";

beforeAll(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  other = await installShop(otherDomain, "Maple Mill");
  inbox = await import("#app/routes/app.inbox.tsx");
  conversation = await import("#app/routes/app.inbox.$conversationId.tsx");
  shopper = await import("#app/routes/app.shoppers.$conversationId.tsx");
  order = await import("#app/routes/app.cases.$caseId.order.ts");
  stream = await import("#app/routes/app.stream.ts");
});
beforeEach(async () => {
  setClockOffset(0);
  const { prisma } = database();
  const tables = [
    prisma.message,
    prisma.case,
    prisma.evidence,
    prisma.identity,
    prisma.conversation,
    prisma.audit,
    prisma.staffNote,
    prisma.heldReply,
    prisma.staffDraft,
    prisma.job,
  ];
  for (const table of tables) await (table as typeof prisma.message).deleteMany();
});

const minutesAgo = (minutes: number) => new Date(now().getTime() - minutes * 60_000);
const queue = (search = "?view=all", token?: string) => inbox.loader(args(adminRequest(`/app/inbox${search}`, undefined, token)));
const open = (conversationId: string, search = "") =>
  conversation.loader(args(adminRequest(`/app/inbox/${conversationId}${search}`), { conversationId }));
/** Where somebody's messages are now: after a join the older conversation goes on. */
const conversationOf = async (identity: { id: string }) =>
  (await database().prisma.identity.findUniqueOrThrow({ where: { id: identity.id } })).conversationId;
const act = (conversationId: string, form: Record<string, string>) =>
  conversation.action(args(adminRequest(`/app/inbox/${conversationId}`, form), { conversationId }));
/** What waited its ten seconds goes out, as the job of it does. */
const sendHeldReplies = async () => {
  for (const { id } of await database().prisma.heldReply.findMany({ where: { state: "held" } }))
    await database().commit(await sendHeld(shop.id, id));
};
const whatsApp = (text: string, at?: Date, address = "491700000001", label = "Ada Sample") =>
  shopperWrites(shop.id, { kind: "whatsapp", address, label, text, ...(at ? { at } : {}) });

test("a request without Shopify's token, or with a forged one, sees nothing", async () => {
  const forged = await thrownResponse(queue("", sessionToken(undefined, "another-secret")));
  expect(forged.status).toBe(401);
  const bare = await thrownResponse(inbox.loader(args(new Request("https://app.example/app/inbox?shop=linden-loom.myshopify.com"))));
  expect([302, 400, 410]).toContain(bare.status);
});

test("a shop sees its own conversations, and another shop's id answers 404 everywhere", async () => {
  const identity = await whatsApp("Where is my parcel?");
  expect((await queue()).rows).toHaveLength(1);
  expect((await queue("?view=all", sessionToken(otherDomain))).rows).toEqual([]);
  const { conversationId } = identity;
  const foreign = (form?: Record<string, string>) =>
    args(adminRequest(`/app/inbox/${conversationId}`, form, sessionToken(otherDomain)), { conversationId });
  const answers = await Promise.all([
    thrownResponse(conversation.loader(foreign())),
    thrownResponse(shopper.loader(foreign())),
    ...["reply", "note", "take-over", "hand-back"].map((intent) => thrownResponse(conversation.action(foreign({ intent, text: "Hi" })))),
    thrownResponse(shopper.action(foreign({ evidenceId: "any" }))),
  ]);
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 404));
  expect(await database().prisma.message.count({ where: { shopId: other.id } })).toBe(0);
});

test("a queue row says who, on which channel, about what, and what is expected next", async () => {
  const identity = await whatsApp("The *dress* does _not_ fit", minutesAgo(5));
  await openCaseFor(shop.id, identity.id, { status: "escalated", owner: "staff", escalation: "asked", orderName: "#1001" });
  expect((await queue("?view=waiting")).rows).toMatchObject([
    {
      name: "Ada Sample",
      channel: "whatsapp",
      topic: "A return, #1001",
      preview: "The dress does not fit",
      next: "Needs a person",
      unread: true,
      waiting: true,
      when: { short: "5 min" },
    },
  ]);
});

test("the waiting view leaves out what the assistant handles", async () => {
  const waiting = await whatsApp("A person, please");
  await openCaseFor(shop.id, waiting.id, { status: "escalated", owner: "staff" });
  const handled = await whatsApp("Hello", undefined, "491700000002", "Ben Sample");
  await openCaseFor(shop.id, handled.id);
  expect((await queue("?view=waiting")).rows.map((row) => row.name)).toEqual(["Ada Sample"]);
  expect((await queue("?view=all")).rows).toHaveLength(2);
});

test("mine, nobody's yet, and late: each shows its own, with the time that is left or gone by", async () => {
  const staff = { status: "escalated", owner: "staff" };
  const soon = await whatsApp("One", undefined, "491700000001", "Ada Sample");
  await openCaseFor(shop.id, soon.id, { ...staff, assignee: "Sam", dueAt: new Date(now().getTime() + 10 * 60_000) });
  const late = await whatsApp("Two", undefined, "491700000002", "Ben Sample");
  await openCaseFor(shop.id, late.id, { ...staff, dueAt: minutesAgo(130) });
  const theirs = await whatsApp("Three", undefined, "491700000003", "Cem Sample");
  await openCaseFor(shop.id, theirs.id, { ...staff, assignee: "Kim" });
  const shown = async (search: string) => (await queue(search)).rows.map((row) => [row.name, row.due?.text]);
  expect(await shown("?view=mine&name=Sam")).toEqual([["Ada Sample", "10 min left"]]);
  expect(await shown("?view=unassigned")).toEqual([["Ben Sample", "2 h late"]]);
  expect(await shown("?view=late")).toEqual([["Ben Sample", "2 h late"]]);
  expect(await shown("?view=mine")).toEqual([]);
  expect(await shown("?view=late&search=two")).toEqual([["Ben Sample", "2 h late"]]);
  expect((await queue("?view=late", sessionToken(otherDomain))).rows).toEqual([]);
});

test("paging shows every conversation once although new ones come in between", async () => {
  for (let n = 0; n < 45; n += 1) await whatsApp(`Message ${n}`, minutesAgo(100 + Math.floor(n / 3)), `4917000${n}`, `Shopper ${n}`);
  const first = await queue();
  await whatsApp("New", undefined, "49999", "Newcomer");
  const second = await queue(first.next ?? "");
  const names = [...first.rows, ...second.rows].map((row) => row.name);
  expect(first.rows).toHaveLength(30);
  expect(second.next).toBeNull();
  expect(names).toHaveLength(45);
  expect(new Set(names).size).toBe(45);
});

test("search finds words and their beginnings, names and order numbers; marks alone find nothing", async () => {
  const ada = await whatsApp("My scarf is 100% wool");
  await openCaseFor(shop.id, ada.id, { orderName: "#4471" });
  await whatsApp("Hello", undefined, "491700000002", "Ben Sample");
  const found = async (words: string) =>
    (await queue(`?${new URLSearchParams({ view: "all", search: words })}`)).rows.map((row) => row.name);
  expect(await found("SCARF")).toEqual(["Ada Sample"]);
  expect(await found("ben")).toEqual(["Ben Sample"]);
  expect(await found("#4471")).toEqual(["Ada Sample"]);
  expect(await found("100%")).toEqual(["Ada Sample"]);
  expect(await found("my sca")).toEqual(["Ada Sample"]);
  expect(await found("scarf ben")).toEqual([]);
  for (const marks of ["%", "_", '"', "*", "NEAR(", "shop:"]) expect(await found(marks)).toEqual([]);
  expect(await found(`" OR words : "ben`)).toEqual([]);
});

test("a search that fills pages looks for the same on each of them", async () => {
  await whatsApp("I like scarfs", minutesAgo(90), "4917000001999", "Prefix Only");
  for (let n = 0; n < 40; n += 1) await whatsApp("A scarf", minutesAgo(60 - n), `49170000010${n}`, `Shopper ${n}`);
  const names: string[] = [];
  let search = `?${new URLSearchParams({ view: "all", search: "scarf" })}`;
  for (let page = await queue(search); ; page = await queue(search)) {
    names.push(...page.rows.map((row) => row.name));
    if (!page.next) break;
    search = page.next;
  }
  expect(names).toHaveLength(40);
  expect(names).not.toContain("Prefix Only");
});

test("one thread over all channels in time order, with a mark where the channel changes", async () => {
  const chat = await shopperWrites(shop.id, { kind: "widget", address: "visitor-1", text: "Did my order ship?", at: minutesAgo(30) });
  const phone = await whatsApp("And when does it arrive?", minutesAgo(20));
  await addEvidence(shop.id, { identityId: phone.id, otherId: chat.id, kind: "continue-here", strength: "proof", by: "system" });
  await writesAgain(chat, "Back on the site", minutesAgo(10));
  const { items, context } = await open(await conversationOf(chat));
  const shown = items.flatMap((item) => (item.kind === "message" || item.kind === "channel" ? [item.text] : []));
  expect(shown).toEqual([
    "Website chat",
    "Did my order ship?",
    "Continued on WhatsApp",
    "And when does it arrive?",
    "Continued on Website chat",
    "Back on the site",
  ]);
  expect(context.people.map((one) => one.kind).sort()).toEqual(["Website visitor", "WhatsApp"]);
});

test("what is only claimed is shown beside the thread, marked, and never inside it", async () => {
  const chat = await shopperWrites(shop.id, {
    kind: "widget",
    address: "visitor-9",
    text: "I ordered with ada@example.com",
    at: minutesAgo(600),
  });
  const mail = await shopperWrites(shop.id, { kind: "email", address: "ada@example.com", text: "Any news?" });
  await addEvidence(shop.id, { identityId: chat.id, otherId: mail.id, kind: "typed", strength: "claim", by: "shopper" });
  const view = await open(mail.conversationId);
  expect(view.items.flatMap((item) => (item.kind === "message" ? [item.text] : []))).toEqual(["Any news?"]);
  expect(view.claimed).toMatchObject([{ conversationId: chat.conversationId, why: "Typed by the shopper." }]);
  expect(view.claimed[0]?.items.some((item) => item.kind === "message" && item.text === "I ordered with ada@example.com")).toBe(true);
  expect(view.context.people.map((one) => one.label)).toEqual(["ada@example.com"]);
});

test("delivery states are said in words, the worst part first", async () => {
  const identity = await whatsApp("Hi");
  await act(identity.conversationId, { intent: "reply", text: "Hello", name: "Kim" });
  await sendHeldReplies();
  const message = await database().prisma.message.findFirstOrThrow({ where: { author: "staff" } });
  const line = async () => {
    const item = (await open(identity.conversationId)).items.find((one) => one.kind === "message" && one.author === "staff");
    return item?.kind === "message" ? item.delivery?.text : undefined;
  };
  expect(await line()).toBe("Waiting to be sent");
  const part = (place: number, state: string, status?: string) =>
    insert("Delivery", {
      id: newId(),
      shopId: shop.id,
      messageId: message.id,
      identityId: identity.id,
      channel: "whatsapp",
      account: "whatsapp-account",
      part: place,
      body: {},
      text: "Hello",
      state,
      status,
      attempts: 1,
      createdAt: now(),
      updatedAt: now(),
    });
  await database().commit([part(0, "accepted", "read")]);
  expect(await line()).toBe("Read");
  await database().commit([part(1, "unknown")]);
  expect(await line()).toBe("Waiting for the outcome");
  await database().commit([part(2, "failed")]);
  expect(await line()).toBe("Not delivered in full");
});

test("the composer names its channel, and says since when it is closed", async () => {
  const identity = await whatsApp("Hi", minutesAgo(60));
  expect((await open(identity.conversationId)).way).toEqual({
    channel: "whatsapp",
    hint: "Goes out on WhatsApp, for another 22 h",
    blocked: false,
    limits: { maxText: 4096, maxParts: 2, textUnit: "characters" },
  });
  setClockOffset(26 * 3_600_000);
  expect((await open(identity.conversationId)).way).toEqual({
    channel: "whatsapp",
    hint: "Window closed 3 h ago: until they write again, WhatsApp takes the shop’s approved templates only.",
    blocked: true,
    templates: true,
    limits: { maxText: 4096, maxParts: 2, textUnit: "characters" },
  });
  const refused = await act(identity.conversationId, { intent: "reply", text: "Hello", name: "Kim" });
  expect(refused.init?.status).toBe(422);
  expect(refused.data).toMatchObject({ ok: false, problem: expect.stringContaining("kept here") });
});

test("an escalated case shows reason, summary and steps on one page", async () => {
  const identity = await whatsApp("This is taking too long");
  const { flows } = await import("#app/flows/registry.ts");
  const state = JSON.parse(JSON.stringify(flows.return.start())) as object;
  await openCaseFor(shop.id, identity.id, {
    status: "escalated",
    owner: "staff",
    escalation: "emotion",
    summary: "Ada wants the refund of #1001.",
    state,
  });
  const { context, items, withStaff } = await open(identity.conversationId);
  expect(withStaff).toBe(true);
  expect(context.cases[0]).toMatchObject({
    reason: "the shopper is upset",
    summary: "Ada wants the refund of #1001.",
    status: "Waiting for staff",
  });
  expect(context.cases[0]?.steps.length).toBeGreaterThan(2);
  expect(items.some((item) => item.kind === "event" && item.text === "Handed to staff because the shopper is upset")).toBe(true);
  await act(identity.conversationId, { intent: "reply", text: "I am on it", name: "Kim" });
  await sendHeldReplies();
  const story = (await open(identity.conversationId)).items.map((item) => item.text);
  expect(story.indexOf("Handed to staff because the shopper is upset")).toBeLessThan(story.indexOf("I am on it"));
});

test("the order beside a case is Shopify's own, in words, and another shop's case answers 404", async () => {
  const identity = await whatsApp("Hi");
  const without = await openCaseFor(shop.id, identity.id);
  const get = (caseId: string, token?: string) => order.loader(args(adminRequest("/app/cases/x/order", undefined, token), { caseId }));
  expect(await (await get(without)).json()).toEqual({ state: "none", words: "No order is known yet." });
  expect((await thrownResponse(get(without, sessionToken(otherDomain)))).status).toBe(404);
  const facts = {
    id: "gid://shopify/Order/5501",
    name: "#1001",
    processedAt: now(),
    financialStatus: "PARTIALLY_REFUNDED",
    fulfillmentStatus: "FULFILLED",
    returnStatus: "IN_PROGRESS",
    total: { amount: "89.00", currencyCode: "EUR" },
    items: [{ lineItemId: "1", title: "Linen dress", variantTitle: "M", quantity: 2, unitPrice: { amount: "44.50", currencyCode: "EUR" } }],
    fulfillments: [
      { id: "1", displayStatus: "OUT_FOR_DELIVERY", createdAt: now(), tracking: [{ url: "javascript:alert(1)" }], events: [], items: [] },
    ],
    returns: [{ id: "1", name: "#1001-R1", status: "REQUESTED", createdAt: now(), items: [] }],
    refunds: [],
  };
  expect(orderCard(facts, shop.domain)).toEqual({
    state: "order",
    name: "#1001",
    status: "Out for delivery",
    payment: "Partly refunded",
    total: "€89.00",
    items: ["2 × Linen dress, M"],
    lines: ["Return #1001-R1: Waiting for approval"],
    adminUrl: "https://linden-loom.myshopify.com/admin/orders/5501",
  });
});

test("a note made on the website is there when the shopper mails, and no message carries it", async () => {
  const chat = await shopperWrites(shop.id, { kind: "widget", address: "visitor-1", text: "Hi", at: minutesAgo(60) });
  await act(chat.conversationId, { intent: "note", text: "Prefers mornings", name: "Kim" });
  const mail = await shopperWrites(shop.id, { kind: "email", address: "ada@example.com", text: "Hello again" });
  await addEvidence(shop.id, { identityId: mail.id, otherId: chat.id, kind: "signed-link", strength: "proof", by: "shopper" });
  const view = await open(await conversationOf(mail));
  expect(view.context.notes).toMatchObject([{ text: "Prefers mornings", author: "Kim" }]);
  expect(JSON.stringify(view.items)).not.toContain("Prefers mornings");
});

test("opening a conversation takes its unread mark away", async () => {
  const identity = await whatsApp("Hi");
  expect((await queue()).rows[0]?.unread).toBe(true);
  await open(identity.conversationId);
  expect((await queue()).rows[0]?.unread).toBe(false);
});

test("no stored code, id or enum is shown for anything in the thread", async () => {
  const identity = await whatsApp("Hi");
  await openCaseFor(shop.id, identity.id, { status: "escalated", owner: "staff", escalation: "a-new-reason", intent: "a_new_intent" });
  const { items, context } = await open(identity.conversationId);
  const shown = items.map((item) => item.text).concat(context.cases.flatMap((one) => [one.topic, one.status, one.reason ?? ""]));
  expect(shown.join("\n")).not.toMatch(/a-new-reason|a_new_intent|escalated|whatsapp|[0-9a-z]{26}/);
});

test("staff take a proof back, and the two are apart again", async () => {
  const chat = await shopperWrites(shop.id, { kind: "widget", address: "visitor-1", text: "On the site", at: minutesAgo(60) });
  const phone = await whatsApp("On WhatsApp");
  await addEvidence(shop.id, { identityId: phone.id, otherId: chat.id, kind: "one-time-code", strength: "proof", by: "shopper" });
  const params = { conversationId: await conversationOf(chat) };
  const before = await shopper.loader(args(adminRequest("/app/shoppers/x"), params));
  expect(before.contacts.map((one) => one.channel).sort()).toEqual(["whatsapp", "widget"]);
  const edge = before.evidence[0];
  expect(edge).toMatchObject({ what: "Typed the code we sent there", state: "Proven", canWithdraw: true });
  await shopper.action(args(adminRequest("/app/shoppers/x", { evidenceId: edge?.id ?? "", name: "Kim" }), params));
  expect(await conversationOf(chat)).not.toBe(await conversationOf(phone));
  const after = await shopper.loader(args(adminRequest("/app/shoppers/x"), { conversationId: await conversationOf(chat) }));
  expect(after.contacts.map((one) => one.channel)).toEqual(["widget"]);
  expect(after.evidence[0]).toMatchObject({ state: "Withdrawn", until: "Withdrawn by Kim", canWithdraw: false });
});

test("an open page follows its shopper when a proof joins them to another conversation", async () => {
  const chat = await shopperWrites(shop.id, { kind: "widget", address: "visitor-1", text: "Hi" });
  const phone = await whatsApp("Hi");
  await addEvidence(shop.id, { identityId: phone.id, otherId: chat.id, kind: "one-time-code", strength: "proof", by: "shopper" });
  const joined = await conversationOf(chat);
  const left = joined === chat.conversationId ? phone.conversationId : chat.conversationId;
  expect((await thrownResponse(open(left))).headers.get("location")).toBe(`/app/inbox/${joined}`);
  expect((await queue()).rows.map((row) => row.conversationId)).toEqual([joined]);
});

test("a proof of another shopper cannot be withdrawn from this one's page", async () => {
  const chat = await shopperWrites(shop.id, { kind: "widget", address: "visitor-1", text: "Hi" });
  const phone = await whatsApp("Hi");
  const mail = await shopperWrites(shop.id, { kind: "email", address: "ada@example.com", text: "Hi" });
  await addEvidence(shop.id, { identityId: phone.id, otherId: mail.id, kind: "signed-link", strength: "proof", by: "shopper" });
  const edge = await database().prisma.evidence.findFirstOrThrow();
  const request = adminRequest("/app/shoppers/x", { evidenceId: edge.id });
  expect((await thrownResponse(shopper.action(args(request, { conversationId: chat.conversationId })))).status).toBe(404);
  await withdrawEvidence(other.id, edge.id, "Eve");
  expect((await database().prisma.evidence.findFirstOrThrow()).withdrawnAt).toBeNull();
});

test("the stream tells an open page of its own shop's changes only", async () => {
  const controller = new AbortController();
  const request = new Request(adminRequest("/app/stream"), { signal: controller.signal });
  const response = await stream.loader(args(request));
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe("data: {}\n\n");
  database().tell({ topic: "conversation", shopId: other.id, conversationId: "theirs" });
  const identity = await whatsApp("Hi");
  const heard = (await reader?.read())?.value;
  expect(heard).toBe(`data: {"conversationId":"${identity.conversationId}"}\n\n`);
  await reader?.cancel();
  // A page that has gone must not disturb the next commit.
  await writesAgain(identity, "Still there?");
  controller.abort();
});
