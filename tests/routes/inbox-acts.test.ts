import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { inboxViews } from "#app/domain/conversations/inbox-views.ts";
import { addEvidence } from "#app/domain/identity/join.server.ts";
import { saveMember } from "#app/domain/routing/members.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { mergeCases } from "#app/domain/staff/same-matter.server.ts";
import { wake } from "#app/domain/staff/snooze.server.ts";
import { closeCase, takeOver } from "#app/domain/staff/take-over.server.ts";
import { givePeopleWhatWaits } from "#app/pipeline/routing/find-person.server.ts";
import { now, setClockOffset } from "#app/platform/clock.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { Gate } from "#app/platform/db/gate.ts";
import { increment, update } from "#app/platform/db/writes.ts";
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
  for (const table of [prisma.message, prisma.case, prisma.identity, prisma.conversation, prisma.audit, prisma.job])
    await (table as typeof prisma.message).deleteMany();
});

const staff = { status: "escalated", owner: "staff", escalation: "asked" };
const queue = (search = "?view=waiting") => inbox.loader(args(adminRequest(`/app/inbox${search}`)));
const names = async (search?: string) => (await queue(search)).rows.map((row) => row.name).sort();
type Row = Awaited<ReturnType<typeof queue>>["rows"][number];
const line = (row: Row) => `${row.conversationId} ${row.revision} ${row.caseId ?? ""}`;
const act = async (rows: Row[], form: Record<string, string>, name = "Kim", token?: string) =>
  (await inbox.action(args(adminRequest("/app/inbox", { rows: rows.map(line).join("\n"), name, ...form }, token)))).data;
const outcomes = (answer: Awaited<ReturnType<typeof act>>) =>
  answer.ok ? answer.rows.map(({ outcome, by }) => by ?? outcome) : answer.problem;

let people = 0;
async function waits(label: string, more: Record<string, unknown> = {}, kind: "whatsapp" | "email" = "whatsapp") {
  const identity = await shopperWrites(shop.id, { kind, address: `49170${people++}`, label, text: `Hello from ${label}` });
  const caseId = await openCaseFor(shop.id, identity.id, { ...staff, ...more });
  return { identity, caseId };
}
const caseRow = (id: string) => database().prisma.case.findUniqueOrThrow({ where: { id } });

test("several rows are taken, given to a colleague and closed at once, each with its audit row, and a repeat changes nothing", async () => {
  const [ada, ben] = [await waits("Ada"), await waits("Ben")];
  const { rows } = await queue();
  expect(outcomes(await act(rows, { act: "take" }))).toEqual(["done", "done"]);
  expect(outcomes(await act(rows, { act: "take" }))).toEqual(["already", "already"]);
  expect(await names("?view=mine&name=Kim")).toEqual(["Ada", "Ben"]);
  const again = (await queue()).rows;
  expect(outcomes(await act(again, { act: "assign", to: "Sam" }))).toEqual(["done", "done"]);
  expect(await caseRow(ada.caseId)).toMatchObject({ owner: "staff", assignee: "Sam" });
  expect(outcomes(await act((await queue()).rows, { act: "close" }))).toEqual(["done", "done"]);
  expect(outcomes(await act(again, { act: "close" }))).toEqual(["already", "already"]);
  expect(await caseRow(ben.caseId)).toMatchObject({ status: "done" });
  const audits = await database().prisma.audit.findMany({ where: { subject: ada.identity.conversationId }, orderBy: { at: "asc" } });
  expect(audits.map(({ actor, action }) => [actor, action])).toEqual([
    ["Kim", "took-over"],
    ["Kim", "passed-on"],
    ["Sam", "was-given"],
    ["Kim", "closed-case"],
  ]);
  expect(await names()).toEqual([]);
});

test("what a colleague or the shopper changed meanwhile is told and left alone, the rest is done", async () => {
  const [ada, ben, cem] = [await waits("Ada"), await waits("Ben"), await waits("Cem")];
  const seen = (await queue()).rows.sort((one, other) => one.name.localeCompare(other.name));
  await takeOver(shop.id, ada.identity.conversationId, "Sam");
  await writesAgain(ben.identity, "One more thing");
  expect(outcomes(await act(seen, { act: "close" }))).toEqual(["Sam", "shopper", "done"]);
  expect((await caseRow(ada.caseId)).status).toBe("escalated");
  expect((await caseRow(ben.caseId)).status).toBe("escalated");
  expect((await caseRow(cem.caseId)).status).toBe("done");
});

test("a case that was changed since it was looked at, or in the same moment, is not closed silently", async () => {
  const ada = await waits("Ada");
  const { conversationId } = ada.identity;
  const page = await import("#app/routes/app.inbox.$conversationId.tsx");
  const close = async (version: number) => {
    const form = { intent: "close", caseId: ada.caseId, version: `${version}`, outcome: "solved", name: "Kim" };
    return (await page.action(args(adminRequest("/app/inbox/x", form), { conversationId }))).data;
  };
  const { context } = await page.loader(args(adminRequest("/app/inbox/x"), { conversationId }));
  await takeOver(shop.id, conversationId, "Sam");
  expect(await close(context.cases[0]?.version ?? -1)).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/changed this meanwhile/),
  });
  const commit = database().commit.bind(database());
  const faster = vi.spyOn(database(), "commit").mockImplementationOnce(async (writes) => {
    await commit([update("Case", { id: ada.caseId, shopId: shop.id }, { version: increment() })]);
    return commit(writes);
  });
  const { version } = await caseRow(ada.caseId);
  expect(await close(version)).toMatchObject({ ok: false });
  faster.mockRestore();
  expect(await caseRow(ada.caseId)).toMatchObject({ status: "escalated", assignee: "Sam" });
  expect(await close(version + 1)).toMatchObject({ ok: true });
});

test("two who press at the same moment: one of them does it, the other is told", async () => {
  const ada = await waits("Ada");
  const { rows } = await queue();
  const pressed = await Promise.all([act(rows, { act: "take" }, "Kim"), act(rows, { act: "take" }, "Sam")]);
  // The faster one has it, and the slower one is told by whom: neither both nor none.
  const { assignee } = await caseRow(ada.caseId);
  expect(assignee).toMatch(/^(Kim|Sam)$/);
  expect(pressed.map(outcomes)).toEqual(assignee === "Kim" ? [["done"], ["Kim"]] : [["Sam"], ["done"]]);
  expect(await database().prisma.audit.count({ where: { action: "took-over" } })).toBe(1);
});

test("a case is given by hand to whom the shop has named, in the same way from the queue and from its page", async () => {
  const ada = await waits("Ada");
  const everything = { teams: [], languages: [], channels: [], intents: [], hours: null, mostOpen: null };
  for (const name of ["Sam", "Alex"]) await saveMember(shop.id, null, { name, ...everything }, "owner");
  expect(await queue()).toMatchObject({
    named: true,
    people: expect.arrayContaining(["Sam", "Alex"].map((name) => expect.objectContaining({ name }))),
  });
  const written = async () => {
    const { assignee, routing } = await caseRow(ada.caseId);
    const audits = await database().prisma.audit.findMany({ where: { subject: ada.identity.conversationId } });
    await database().prisma.audit.deleteMany();
    return [assignee, routing, audits.map((one) => [one.actor, one.action])];
  };
  expect(outcomes(await act((await queue()).rows, { act: "assign", to: "Nobody" }))).toMatch(/Nobody is called Nobody/);
  expect(outcomes(await act((await queue()).rows, { act: "assign", to: "Sam" }))).toEqual(["done"]);
  const fromQueue = await written();
  const { id } = await database().prisma.staffMember.findFirstOrThrow({ where: { name: "Sam" } });
  const page = await import("#app/routes/app.inbox.$conversationId.tsx");
  const form = { intent: "assign", memberId: id, name: "Kim" };
  await page.action(args(adminRequest("/app/inbox/x", form), { conversationId: ada.identity.conversationId }));
  expect(await written()).toEqual(fromQueue);
  expect(fromQueue).toMatchObject(["Sam", { to: "Sam", why: ["Kim gave it to Sam by hand."] }, expect.anything()]);
  await database().prisma.staffMember.deleteMany();
});

test("keys do the same to a conversation that is open as to its row: to the case that a person has, not to the newest", async () => {
  const ada = await waits("Ada");
  setClockOffset(1_000);
  await openCaseFor(shop.id, ada.identity.id, { intent: "complaint" });
  const page = await import("#app/routes/app.inbox.$conversationId.tsx");
  const open = await page.loader(args(adminRequest("/app/inbox/x"), { conversationId: ada.identity.conversationId }));
  expect(open.context.cases[0]?.id).not.toBe(ada.caseId);
  expect([open.caseId, (await queue()).rows[0]?.caseId]).toEqual([ada.caseId, ada.caseId]);
});

test("a long queue is looked at only as far as somebody has room", async () => {
  const everything = { teams: [], languages: [], channels: [], intents: [], hours: null };
  await saveMember(shop.id, null, { name: "Sam", ...everything, mostOpen: 1 }, "owner");
  await waits("Ada");
  const looked = async () => {
    const asked = vi.spyOn(Gate.prototype, "run");
    const writes = await givePeopleWhatWaits(shop.id);
    const count = asked.mock.calls.length;
    asked.mockRestore();
    return { count, tasks: writes.flatMap((one) => (one.kind === "enqueue" ? [one.job.task] : [])) };
  };
  const one = await looked();
  for (let n = 0; n < 10; n += 1) await waits(`Many ${n}`);
  expect(await looked()).toEqual({ count: one.count, tasks: ["routing.queue"] });
  await database().prisma.staffMember.deleteMany();
});

test("another shop's rows are not there, and what is not a row or an act is refused in words", async () => {
  await waits("Ada");
  const { rows } = await queue();
  expect(outcomes(await act(rows, { act: "close" }, "Eve", sessionToken(otherDomain)))).toEqual(["gone"]);
  expect(outcomes(await act([], { act: "close" }))).toBe("Choose a conversation first.");
  expect(outcomes(await act(rows, { act: "explode" }))).toMatch(/not known here/);
  expect(outcomes(await act(rows, { act: "assign", to: "  " }))).toBe("Write a name first.");
  expect(await names()).toEqual(["Ada"]);
});

test("a snoozed conversation leaves the queue, stands under Snoozed with its time, and is back when it is due", async () => {
  const ada = await waits("Ada");
  await waits("Ben");
  const row = (await queue()).rows.filter((one) => one.name === "Ada");
  expect(outcomes(await act(row, { act: "snooze", until: "hour" }))).toEqual(["done"]);
  expect(outcomes(await act(row, { act: "snooze", until: "hour" }))).toEqual(["already"]);
  expect(await names()).toEqual(["Ben"]);
  expect(await names("?view=unassigned")).toEqual(["Ben"]);
  expect((await queue("?view=snoozed")).rows).toMatchObject([
    { name: "Ada", snoozed: expect.stringMatching(/^Back (today|\w+ \d+ \w+) \d\d:\d\d$/) },
  ]);
  const { conversationId } = ada.identity;
  expect(await database().prisma.job.findFirst({ where: { task: "inbox.wake" } })).toMatchObject({ payload: { conversationId } });
  expect(await wake(shop.id, conversationId)).toHaveLength(1);
  setClockOffset(61 * 60_000);
  expect(await names()).toEqual(["Ada", "Ben"]);
  await database().commit(await wake(shop.id, conversationId));
  expect(await wake(shop.id, conversationId)).toEqual([]);
  expect((await queue()).rows.find((one) => one.name === "Ada")).toMatchObject({ unread: true, snoozed: null });
});

test("it is back at once when the shopper writes, when something new needs a person, and by hand", async () => {
  const ada = await waits("Ada");
  const snoozed = async () => (await act((await queue()).rows, { act: "snooze", until: "week" })).ok && (await names("?view=snoozed"));
  expect(await snoozed()).toEqual(["Ada"]);
  await writesAgain(ada.identity, "Are you there?");
  expect(await names("?view=snoozed")).toEqual([]);
  expect(await names()).toEqual(["Ada"]);
  expect(await snoozed()).toEqual(["Ada"]);
  expect(outcomes(await act((await queue("?view=snoozed")).rows, { act: "wake" }))).toEqual(["done"]);
  expect(await names()).toEqual(["Ada"]);
  expect(await snoozed()).toEqual(["Ada"]);
  await closeCase(shop.id, ada.caseId, "Kim");
  expect(await names("?view=snoozed")).toEqual([]);
});

test("a promised time goes on while a conversation is snoozed: past it, it stands under Late all the same", async () => {
  const ada = await waits("Ada");
  const dueAt = new Date(now().getTime() + 30 * 60_000);
  await database().commit([update("Case", { id: ada.caseId, shopId: shop.id }, { dueAt })]);
  await act((await queue()).rows, { act: "snooze", until: "hour" });
  expect(await names("?view=late")).toEqual([]);
  setClockOffset(40 * 60_000);
  expect((await queue("?view=late")).rows).toMatchObject([{ name: "Ada", due: { text: "10 min late" }, snoozed: expect.any(String) }]);
  expect((await caseRow(ada.caseId)).dueAt).toEqual(dueAt);
});

test("a time that is over, is too far or is none is refused, and one of the shop's own clock is kept", async () => {
  await waits("Ada");
  const { rows } = await queue();
  expect(outcomes(await act(rows, { act: "snooze", until: "2020-01-01T10:00" }))).toMatch(/is over/);
  expect(outcomes(await act(rows, { act: "snooze", until: "2999-01-01T10:00" }))).toMatch(/within a year/);
  expect(outcomes(await act(rows, { act: "snooze", until: "soon" }))).toMatch(/Choose a date/);
  const future = new Date(now().getTime() + 20 * 86_400_000).toISOString().slice(0, 10);
  expect(outcomes(await act(rows, { act: "snooze", until: `${future}T09:30` }))).toEqual(["done"]);
  const { snoozedUntil } = await database().prisma.conversation.findFirstOrThrow();
  expect(snoozedUntil?.toLocaleString("sv", { timeZone: "Europe/Berlin" })).toBe(`${future} 09:30:00`);
});

test("waiting for the shopper: what staff have answered, and nothing else", async () => {
  await waits("Ada", { assignee: "Kim" });
  const ben = await waits("Ben", { assignee: "Kim" });
  await waits("Cem");
  const { conversationId } = ben.identity;
  await database().commit([update("Conversation", { id: conversationId, shopId: shop.id }, { lastAuthor: "staff" })]);
  expect(await names("?view=shopper")).toEqual(["Ben"]);
  expect((await queue("?view=shopper")).rows[0]?.next).toBe("Waiting for the shopper");
});

test("a view is narrowed by channel, language and reason, alone and together, with paging and search", async () => {
  await waits("Ada", { escalation: "emotion" }, "email");
  const ben = await waits("Ben", { escalation: "asked" });
  await shopperWrites(shop.id, { kind: "email", address: "cem@example.com", label: "Cem", text: "Hello from Cem" });
  await database().commit([update("Conversation", { id: ben.identity.conversationId, shopId: shop.id }, { language: "de" })]);
  expect(await names("?view=all&channel=email")).toEqual(["Ada", "Cem"]);
  expect(await names("?view=all&language=de")).toEqual(["Ben"]);
  expect(await names("?view=all&language=de&channel=email")).toEqual([]);
  expect(await names("?view=all&reason=emotion")).toEqual(["Ada"]);
  expect(await names("?view=waiting&reason=asked&channel=whatsapp&language=de")).toEqual(["Ben"]);
  expect(await names("?view=all&channel=email&search=hello")).toEqual(["Ada", "Cem"]);
  expect(await names("?view=all&reason=asked&search=hello")).toEqual(["Ben"]);
  const draft = await waits("Dee", { owner: "assistant", escalation: "draft-to-approve" });
  for (const view of ["drafts", "all", "waiting"]) expect(await names(`?view=${view}&reason=draft-to-approve`)).toEqual(["Dee"]);
  await database().prisma.case.delete({ where: { id: draft.caseId } });
  for (const view of inboxViews) expect(await names(`?view=${view}&reason=nothing&channel=email&language=en`)).toEqual([]);
  for (let n = 0; n < 40; n += 1)
    await shopperWrites(shop.id, {
      kind: "email",
      address: `many-${n}@example.com`,
      label: `Many ${n}`,
      text: "Hi",
      at: new Date(now().getTime() - n * 1000),
    });
  const first = await queue("?view=all&channel=email");
  const second = await queue(first.next ?? "");
  expect(first.rows.length + second.rows.length).toBe(42);
  expect(second.rows.every((row) => row.channel === "email")).toBe(true);
});

test("two open cases of one shopper become one: what was said and promised in the first is the second's, a person has it in time", async () => {
  const ada = await waits("Ada", { dueAt: new Date(now().getTime() + 60_000), assignee: "Sam" });
  const into = await openCaseFor(shop.id, ada.identity.id, { intent: "complaint" });
  const { conversationId } = ada.identity;
  const said = { shopId: shop.id, identityId: ada.identity.id };
  await database().commit([update("Message", said, { caseId: ada.caseId })]);
  const page = await import("#app/routes/app.inbox.$conversationId.tsx");
  const press = async (caseId: string, intoId: string) =>
    (await page.action(args(adminRequest("/app/inbox/x", { intent: "same-matter", caseId, intoId, name: "Kim" }), { conversationId })))
      .data;
  expect(await press(ada.caseId, into)).toMatchObject({ ok: true });
  expect(await caseRow(ada.caseId)).toMatchObject({ status: "superseded", owner: "assistant" });
  expect(await caseRow(into)).toMatchObject({ status: "escalated", owner: "staff", assignee: "Sam", escalation: "asked" });
  expect((await caseRow(into)).dueAt).not.toBeNull();
  expect(await database().prisma.message.count({ where: { caseId: into } })).toBe(1);
  expect(await press(ada.caseId, into)).toMatchObject({ ok: false, problem: expect.stringMatching(/over already/) });
  expect((await queue()).rows).toMatchObject([{ name: "Ada", topic: "A complaint" }]);
  const { items } = await page.loader(args(adminRequest("/app/inbox/x"), { conversationId }));
  expect(items.map((item) => item.text)).toContain("Kim made two cases one");
});

test("the urgent one's flag, team and way to a person stay, its time is watched and a person looked for; what waits for a yes is not merged", async () => {
  const dueAt = new Date(now().getTime() + 60_000);
  const routing = { vip: true, ruleId: "r1", to: null, why: ["Nobody is here for it."] };
  const ada = await waits("Ada", { dueAt, urgent: true, teamId: "french", routing });
  const { conversationId } = ada.identity;
  const into = await openCaseFor(shop.id, ada.identity.id, { intent: "complaint" });
  const merge = () => mergeCases(shop.id, conversationId, ada.caseId, into, "Kim");
  const held = { kind: "exchange-create", input: {} };
  const waiting = [
    { id: ada.caseId, flow: "return", state: { phase: "handed-over", held } },
    { id: into, flow: "return", state: { phase: "handed-over", held } },
    { id: into, status: "escalated", escalation: "draft-to-approve" },
  ];
  const clear = { flow: "question", state: {}, status: "open", escalation: null };
  for (const { id, ...change } of waiting) {
    await database().commit([update("Case", { id, shopId: shop.id }, change as never)]);
    expect(await merge()).toEqual({ ok: false, because: "to-approve" });
    await database().commit([update("Case", { id, shopId: shop.id }, id === into ? clear : { ...clear, status: "escalated" })]);
  }
  const page = await import("#app/routes/app.inbox.$conversationId.tsx");
  await database().commit([update("Case", { id: into, shopId: shop.id }, waiting[2] as never)]);
  const pressed = { intent: "same-matter", caseId: ada.caseId, intoId: into, name: "Kim" };
  const said = (await page.action(args(adminRequest("/app/inbox/x", pressed), { conversationId }))).data;
  expect(said).toMatchObject({ ok: false, problem: expect.stringMatching(/waits for a decision/) });
  await database().commit([update("Case", { id: into, shopId: shop.id }, clear)]);
  // Two presses at once: one of them does it, the other is told.
  const both = await Promise.all([merge(), merge()]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(await caseRow(into)).toMatchObject({ owner: "staff", assignee: null, urgent: true, teamId: "french", dueAt, routing });
  const jobs = await database().prisma.job.findMany({ where: { key: { in: [`due:${into}`, `routing:${into}`] } } });
  expect(jobs.map((job) => job.task).sort()).toEqual(["case.due", "routing.assign"]);
});

test("cases of two shoppers whom only staff have merged stay two", async () => {
  const [ada, ben] = [await waits("Ada"), await waits("Ben")];
  await addEvidence(shop.id, { identityId: ada.identity.id, otherId: ben.identity.id, kind: "staff", strength: "proof", by: "Kim" });
  const { conversationId } = await database().prisma.identity.findUniqueOrThrow({ where: { id: ada.identity.id } });
  expect(await mergeCases(shop.id, conversationId, ada.caseId, ben.caseId, "Kim")).toEqual({ ok: false, because: "not-one-shopper" });
  expect(await mergeCases("another-shop", conversationId, ada.caseId, ben.caseId, "Eve")).toEqual({ ok: false, because: "not-found" });
});
