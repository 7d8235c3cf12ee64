import { beforeAll, beforeEach, expect, test } from "vitest";
import { addEvidence } from "#app/domain/identity/join.server.ts";
import { removeMember, saveMember } from "#app/domain/routing/members.server.ts";
import { saveTeam } from "#app/domain/routing/rules.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { namedIn } from "#app/domain/staff/mentions.ts";
import { setClockOffset } from "#app/platform/clock.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { namesFor } from "#app/ui/inbox/use-mention.ts";
import { adminRequest, args, installShop, sessionToken, shopperWrites } from "./admin.ts";

// The routes read the database when they are loaded, so it has to be open before.
let shop: Shop;
let inbox: typeof import("#app/routes/app.inbox.tsx");
let conversation: typeof import("#app/routes/app.inbox.$conversationId.tsx");
let desk: typeof import("#app/routes/app.inbox.$conversationId.desk.ts");
let stream: typeof import("#app/routes/app.stream.ts");
const otherDomain = "maple-mill.myshopify.com";
const member = { teams: [] as string[], languages: [], channels: [], intents: [], hours: null, mostOpen: null };

beforeAll(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  await installShop(otherDomain, "Maple Mill");
  inbox = await import("#app/routes/app.inbox.tsx");
  conversation = await import("#app/routes/app.inbox.$conversationId.tsx");
  desk = await import("#app/routes/app.inbox.$conversationId.desk.ts");
  stream = await import("#app/routes/app.stream.ts");
});
beforeEach(async () => {
  setClockOffset(0);
  const { prisma } = database();
  for (const table of [
    prisma.message,
    prisma.case,
    prisma.evidence,
    prisma.identity,
    prisma.conversation,
    prisma.staffNote,
    prisma.mention,
  ])
    await (table as typeof prisma.message).deleteMany();
  await prisma.staffMember.deleteMany();
  await prisma.shop.updateMany({ data: { routing: {} } });
});

const later = (minutes: number) => setClockOffset(minutes * 60_000);
const people = async (...names: string[]) => {
  for (const name of names) await saveMember(shop.id, null, { ...member, name }, "Owner");
};
const team = async (name: string, ...names: string[]) => {
  await saveTeam(shop.id, null, name, "Owner");
  const { routing } = await database().prisma.shop.findUniqueOrThrow({ where: { id: shop.id } });
  const { teams } = routing as { teams: { id: string; name: string }[] };
  const id = teams.find((one) => one.name === name)?.id ?? "";
  for (const one of names) await saveMember(shop.id, null, { ...member, name: one, teams: [id] }, "Owner");
};
const writes = (name: string) => shopperWrites(shop.id, { kind: "email", address: `${name}@example.com`, label: name, text: "Hello" });
const note = (conversationId: string, by: string, text: string) =>
  conversation.action(args(adminRequest(`/app/inbox/${conversationId}`, { intent: "note", text, name: by }), { conversationId }));
const open = (conversationId: string) => conversation.loader(args(adminRequest(`/app/inbox/${conversationId}`), { conversationId }));
const sees = (conversationId: string, name: string) =>
  desk.action(args(adminRequest(`/app/inbox/${conversationId}/desk`, { intent: "read-mentions", name }), { conversationId }));
const mentions = (name: string, more = "", token?: string) =>
  inbox.loader(args(adminRequest(`/app/inbox?${new URLSearchParams({ view: "mentions", name })}${more}`, undefined, token)));

test("whom a note names finds it under their mentions with its words, unread until they open the conversation", async () => {
  await people("Kim", "Sam");
  const ada = await writes("Ada");
  await writes("Ben");
  await note(ada.conversationId, "Sam", "@Kim, is the blue one back? @Sam asks");
  const before = await mentions("Kim");
  expect(before.rows).toMatchObject([{ name: "Ada", preview: "Sam: @Kim, is the blue one back? @Sam asks", topic: "", unread: true }]);
  // Whoever writes names nobody to themselves.
  expect(before.mentions).toEqual({ Kim: 1 });
  expect((await mentions("Sam")).rows).toEqual([]);
  expect((await open(ada.conversationId)).composer.unreadFor).toEqual(["Kim"]);
  // Somebody else looks.
  await sees(ada.conversationId, "Sam");
  expect((await mentions("Kim")).mentions).toEqual({ Kim: 1 });
  await sees(ada.conversationId, "Kim");
  const after = await mentions("Kim");
  expect(after.mentions).toEqual({});
  expect(after.rows).toMatchObject([{ name: "Ada", unread: false }]);
  expect((await open(ada.conversationId)).composer.unreadFor).toEqual([]);
});

test("a team's name is meant for each of its people, and one note counts once", async () => {
  await people("Pat");
  await team("Returns", "Kim", "Sam");
  const ada = await writes("Ada");
  await note(ada.conversationId, "Pat", "@Returns and @kim: which label?");
  const seen = await mentions("Kim");
  expect(seen.rows).toHaveLength(1);
  expect(seen.mentions).toEqual({ Kim: 1, Sam: 1 });
  const { context } = await open(ada.conversationId);
  expect(context.notes[0]?.names.sort()).toEqual(["Kim", "Returns", "Returns"]);
  expect(seen.mentionable).toEqual([
    { kind: "person", name: "Kim" },
    { kind: "person", name: "Pat" },
    { kind: "person", name: "Sam" },
    { kind: "team", name: "Returns", people: ["Kim", "Sam"] },
  ]);
});

test("of somebody who has left only the words remain", async () => {
  await people("Kim", "Sam");
  const ada = await writes("Ada");
  await note(ada.conversationId, "Sam", "@Kim please");
  const kim = await database().prisma.staffMember.findFirstOrThrow({ where: { name: "Kim" } });
  await removeMember(shop.id, kim.id, "Owner");
  const { context } = await open(ada.conversationId);
  expect(context.notes).toMatchObject([{ text: "@Kim please", names: [] }]);
  expect(await mentions("Kim")).toMatchObject({ rows: [], mentions: {} });
  await note(ada.conversationId, "Sam", "@Kim once more");
  expect(await database().prisma.mention.count()).toBe(0);
});

test("what names stand in a text: the longer of two, in any case, and never in the middle of a word", () => {
  const names = (text: string) => namedIn(text, ["Kim", "Kim Sample", "Zoë"]).map((one) => one.name);
  expect(names("@Kim Sample, (@kim) and @zoë.")).toEqual(["Kim Sample", "Kim", "Zoë"]);
  expect(names("kim@Kim.example @Kimberly Kim @ Kim")).toEqual([]);
  const list = ["Ana Kim", "Kim", "Sam"].map((name) => ({ kind: "person" as const, name }));
  expect(namesFor("ki", list).map((one) => one.name)).toEqual(["Kim", "Ana Kim"]);
  expect(namesFor("am", list)).toEqual([]);
});

test("mentions are paged by when the note was written, each conversation once, and can be searched", async () => {
  await people("Kim");
  const conversations: string[] = [];
  for (let n = 0; n < 34; n += 1) conversations.push((await writes(`shopper${n}`)).conversationId);
  for (const [n, id] of conversations.entries()) {
    later(n);
    await note(id, "Sam", `@Kim ${n}`);
  }
  later(60);
  await note(conversations[5] ?? "", "Sam", "@Kim again");
  const first = await mentions("Kim");
  const second = await inbox.loader(args(adminRequest(`/app/inbox${first.next}`)));
  const shown = [...first.rows, ...second.rows].map((row) => row.name);
  const rest = Array.from({ length: 34 }, (_, n) => `shopper${33 - n}`).filter((name) => name !== "shopper5");
  expect(shown).toEqual(["shopper5", ...rest]);
  expect(second.next).toBeNull();
  expect((await mentions("Kim", "&search=shopper7")).rows.map((row) => row.name)).toEqual(["shopper7"]);
  expect((await mentions("Kim", "&channel=whatsapp")).rows).toEqual([]);
});

test("after a proof joins two addresses their mentions stand in the one conversation", async () => {
  await people("Kim");
  const chat = await shopperWrites(shop.id, { kind: "widget", address: "visitor-1", text: "Hi" });
  await note(chat.conversationId, "Sam", "@Kim look");
  const mail = await writes("Ada");
  await note(mail.conversationId, "Sam", "@Kim here too");
  await addEvidence(shop.id, { identityId: mail.id, otherId: chat.id, kind: "signed-link", strength: "proof", by: "shopper" });
  const { rows, mentions: unread } = await mentions("Kim");
  expect(rows).toHaveLength(1);
  expect(unread).toEqual({ Kim: 2 });
  await sees(rows[0]?.conversationId ?? "", "Kim");
  expect((await mentions("Kim")).mentions).toEqual({});
});

test("another shop sees nothing of it and reads nothing, and open pages hear whom a note names", async () => {
  await people("Kim");
  const ada = await writes("Ada");
  const controller = new AbortController();
  const answer = await stream.loader(args(new Request(adminRequest("/app/stream"), { signal: controller.signal })));
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  await note(ada.conversationId, "Sam", "@Kim please");
  let heard = "";
  while (!heard.includes("mentioned")) heard += (await reader?.read())?.value ?? "";
  expect(heard).toContain(`data: {"conversationId":"${ada.conversationId}","mentioned":["Kim"]}`);
  expect(heard).not.toContain("please");
  await reader?.cancel();
  controller.abort();
  expect((await mentions("Kim", "", sessionToken(otherDomain))).rows).toEqual([]);
  const { conversationId } = ada;
  const form = { intent: "read-mentions", name: "Kim" };
  await expect(
    desk.action(args(adminRequest("/app/inbox/x/desk", form, sessionToken(otherDomain)), { conversationId })),
  ).rejects.toMatchObject({
    status: 404,
  });
  expect((await mentions("Kim")).mentions).toEqual({ Kim: 1 });
});
