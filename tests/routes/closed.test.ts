import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { takeOver } from "#app/domain/staff/take-over.server.ts";
import { now, setClockOffset } from "#app/platform/clock.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { sayAnswer } from "#app/ui/inbox/queue-answer.ts";
import { adminRequest, args, installShop, openCaseFor, sessionToken, shopperWrites, writesAgain } from "./admin.ts";

let shop: Shop;
let inbox: typeof import("#app/routes/app.inbox.tsx");
const otherDomain = "maple-mill.myshopify.com";

beforeAll(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  await installShop(otherDomain, "Maple Mill");
  inbox = await import("#app/routes/app.inbox.tsx");
});
beforeEach(async () => {
  setClockOffset(0);
  const { prisma } = database();
  for (const table of [prisma.message, prisma.case, prisma.evidence, prisma.identity, prisma.conversation, prisma.audit])
    await (table as typeof prisma.message).deleteMany();
});

const queue = (search = "?view=closed", token?: string) => inbox.loader(args(adminRequest(`/app/inbox${search}`, undefined, token)));
type Row = Awaited<ReturnType<typeof queue>>["rows"][number];
const act = async (rows: Row[], form: Record<string, string>, name = "Kim", token?: string) => {
  const lines = rows.map((row) => `${row.conversationId} ${row.revision} ${row.caseId ?? ""}`).join("\n");
  return (await inbox.action(args(adminRequest("/app/inbox", { ...form, rows: lines, name }, token)))).data;
};
const outcomes = (answer: Awaited<ReturnType<typeof act>>) => (answer.ok ? answer.rows.map((row) => row.outcome) : answer.problem);
const staff = { status: "escalated", owner: "staff", assignee: "Sam" };
async function waits(label: string, more: Record<string, unknown> = {}) {
  const identity = await shopperWrites(shop.id, { kind: "email", address: `${label}@example.com`, label, text: `Hello from ${label}` });
  const caseId = await openCaseFor(shop.id, identity.id, { ...staff, ...more });
  return { identity, caseId };
}
const named = async (search?: string) => (await queue(search)).rows.map((row) => row.name);
const rowsOf = async (...names: string[]) => (await queue("?view=all")).rows.filter((row) => names.includes(row.name));

test("many are closed with one outcome, which stands on their rows under Closed, the last closed first", async () => {
  const [ada, ben] = [await waits("Ada", { orderName: "#1001" }), await waits("Ben")];
  await waits("Cem");
  const answer = await act(await rowsOf("Ada"), { act: "close", outcome: "not-solved" });
  setClockOffset(60_000);
  expect(sayAnswer(answer, () => "Ada").text).toBe("Ada: closed, not solved.");
  await act(await rowsOf("Ben"), { act: "close" });
  expect((await queue()).rows).toMatchObject([
    { name: "Ben", next: "Closed, was with Sam", caseId: ben.caseId },
    { name: "Ada", next: "Not solved, was with Sam", topic: "A return, #1001", caseId: ada.caseId, when: { short: "1 min" } },
  ]);
  const rows = await database().prisma.case.findMany({ where: { status: "done" }, orderBy: { closedAt: "asc" } });
  expect(rows.map((row) => row.outcome)).toEqual(["not-solved", null]);
  expect(outcomes(await act(await rowsOf("Cem"), { act: "close", outcome: "whatever" }))).toEqual(["done"]);
});

test("what is opened again from there is its opener's, leaves the view, and goes back to it when closed once more", async () => {
  const ada = await waits("Ada");
  await act(await rowsOf("Ada"), { act: "close", outcome: "solved" });
  const { rows } = await queue();
  expect(outcomes(await act(rows, { act: "reopen" }))).toEqual(["done"]);
  expect(outcomes(await act(rows, { act: "reopen" }))).toEqual(["already"]);
  expect(await named()).toEqual([]);
  expect(await named("?view=mine&name=Kim")).toEqual(["Ada"]);
  const row = await database().prisma.case.findUniqueOrThrow({ where: { id: ada.caseId } });
  expect(row).toMatchObject({ status: "open", owner: "staff", assignee: "Kim", outcome: null, closedAt: null, heldBy: null });
  const page = await import("#app/routes/app.inbox.$conversationId.tsx");
  const { conversationId } = ada.identity;
  const { items } = await page.loader(args(adminRequest(`/app/inbox/${conversationId}`), { conversationId }));
  expect(items.map((one) => one.text)).toContain("Kim opened the case again");
  await act(await rowsOf("Ada"), { act: "close" });
  expect(await named()).toEqual(["Ada"]);
});

test("whoever is slower than a colleague or the shopper opens nothing again and is told", async () => {
  const [ada, ben] = [await waits("Ada"), await waits("Ben")];
  await act(await rowsOf("Ada", "Ben"), { act: "close", outcome: "solved" });
  const { rows } = await queue();
  await takeOver(shop.id, ada.identity.conversationId, "Sam");
  await writesAgain(ben.identity, "It still does not work");
  expect(outcomes(await act(rows, { act: "reopen" }))).toEqual(["changed", "changed"]);
  expect(outcomes(await act(rows, { act: "reopen" }, "Eve", sessionToken(otherDomain)))).toEqual(["gone", "gone"]);
  // A case of somebody else's conversation is nobody's to open from here.
  const cem = await waits("Cem", { status: "done", owner: "assistant", closedAt: now() });
  const [row] = (await queue()).rows.filter((one) => one.name === "Ben");
  expect(outcomes(await act([{ ...(row as Row), caseId: cem.caseId }], { act: "reopen" }))).toEqual(["changed"]);
});

test("each conversation stands there once, by pages, while nothing is open in it; search and filters narrow it", async () => {
  const at = now().getTime();
  for (let n = 0; n < 34; n += 1) {
    const { identity } = await waits(`s${n}`, { status: "done", owner: "assistant", assignee: null, closedAt: new Date(at - n * 1000) });
    if (n % 2 === 0) await openCaseFor(shop.id, identity.id, { status: "done", closedAt: new Date(at - 90_000_000) });
    if (n === 3) await openCaseFor(shop.id, identity.id);
  }
  const first = await queue();
  const second = await queue(first.next ?? "");
  const shown = [...first.rows, ...second.rows].map((row) => row.name);
  expect(shown).toEqual(Array.from({ length: 34 }, (_, n) => `s${n}`).filter((name) => name !== "s3"));
  expect(second.next).toBeNull();
  expect(await named("?view=closed&search=s7")).toEqual(["s7"]);
  expect(await named("?view=closed&search=s3")).not.toContain("s3");
  expect(await named("?view=closed&channel=whatsapp")).toEqual([]);
  expect(await named("?view=closed&reason=asked")).toEqual([]);
  expect((await queue("?view=closed", sessionToken(otherDomain))).rows).toEqual([]);
});
