import { beforeAll, expect, test } from "vitest";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { adminRequest, args, installShop, openCaseFor, shopperWrites, thrownResponse } from "./admin.ts";

let shop: Shop;
let page: typeof import("#app/routes/app.routing.tsx");
beforeAll(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  page = await import("#app/routes/app.routing.tsx");
});

async function send(form: Record<string, string>) {
  const answer = await page.action(args(adminRequest("/app/routing", form)));
  return "data" in answer ? answer.data : answer;
}
const shown = () => page.loader(args(adminRequest("/app/routing")));

test("teams, people and rules are kept, shown in words, tried, moved and removed", async () => {
  expect(await shown()).toMatchObject({ rules: [], teams: [], people: [] });
  expect(await send({ intent: "save-team", teamName: "Returns" })).toMatchObject({ ok: true });
  expect(await send({ intent: "save-team", teamName: "returns" })).toMatchObject({
    problems: { teamName: expect.stringContaining("team") },
  });
  const { teams } = await shown();
  const team = teams[0]?.id ?? "";
  const kim = { intent: "save-member", name: "Kim", teams: team, languages: "German, en", about: "return_start:damaged", mostOpen: "5" };
  expect(await send(kim)).toMatchObject({ ok: true });
  expect(await send({ ...kim, name: "kim ", mostOpen: "many" })).toMatchObject({ ok: false, problems: { mostOpen: expect.any(String) } });
  expect(await send(kim)).toMatchObject({ ok: false, problems: { name: expect.any(String) } });
  await send({ intent: "save-member", name: "Sam", ownHours: "yes", from0: "09:00", until0: "17:00" });
  const { people } = await shown();
  expect(people).toMatchObject([
    { name: "Kim", load: "0 of 5 open", takes: ["Returns", "German, English", "A return: damaged"] },
    { name: "Sam", load: "0 open", takes: ["own hours"] },
  ]);

  const rule = { intent: "save-rule", name: "Damage", about: "return_start:damaged", languages: "de", to: `team:${team}`, urgent: "yes" };
  expect(await send(rule)).toMatchObject({ ok: true });
  expect(await send({ intent: "save-rule", name: "Off", direct: "yes" })).toMatchObject({ problems: { direct: expect.any(String) } });
  expect(await send({ intent: "save-rule", name: "Gone", to: "team:none" })).toMatchObject({ problems: { to: expect.any(String) } });
  await send({ intent: "save-rule", name: "Angry", moods: "angry", direct: "yes" });
  const before = (await shown()).rules;
  expect(before).toMatchObject([
    { name: "Damage", when: "About a return: damaged; in German", does: "To Team Returns, urgent" },
    { name: "Angry", when: "Sounding angry", does: "To everybody, without the assistant" },
  ]);
  const tried = { intent: "try", subject: "return_start:damaged", language: "de", channel: "email", mood: "calm", reason: "asked" };
  expect(await send(tried)).toMatchObject({
    result: { who: "Kim", urgent: true, why: expect.arrayContaining(["The rule “Damage” holds."]) },
  });
  expect(await send({ ...tried, reason: "", orders: "", spent: "" })).toMatchObject({ result: { who: "The assistant answers" } });
  expect(await send({ ...tried, language: "Klingon" })).toMatchObject({ ok: false });
  await send({ intent: "move-rule", ruleId: before[1]?.id ?? "", way: "up" });
  expect((await shown()).rules.map((one) => one.name)).toEqual(["Angry", "Damage"]);
  expect(await send({ intent: "remove-team", teamId: team })).toMatchObject({ ok: false, problem: expect.stringContaining("Damage") });
  await send({ intent: "remove-rule", ruleId: before[0]?.id ?? "" });
  expect(await send({ intent: "remove-team", teamId: team })).toMatchObject({ ok: true });
  await send({ intent: "save-vip", vipTags: "VIP, gold" });
  expect(await shown()).toMatchObject({ vipTags: "VIP, gold", teams: [], rules: [{ name: "Angry" }] });
  expect((await thrownResponse(send({ intent: "remove-rule", ruleId: "none" }))).status).toBe(404);
});

test("a case is given to somebody by hand, and its page says so", async () => {
  const conversation = await import("#app/routes/app.inbox.$conversationId.tsx");
  const identity = await shopperWrites(shop.id, { kind: "whatsapp", address: "491700000001", text: "hello" });
  const caseId = await openCaseFor(shop.id, identity.id, { owner: "staff", status: "escalated", escalation: "asked" });
  const sam = (await shown()).people.find((one) => one.name === "Sam")?.id ?? "";
  const path = `/app/inbox/${identity.conversationId}`;
  const give = (memberId: string) =>
    conversation.action(args(adminRequest(path, { intent: "assign", memberId, name: "Kim" }), { conversationId: identity.conversationId }));
  await give(sam);
  expect(await database().prisma.case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ assignee: "Sam", owner: "staff" });
  const view = await conversation.loader(args(adminRequest(path), { conversationId: identity.conversationId }));
  expect(view.context.cases[0]?.assignment).toMatchObject({ assignee: "Sam", why: ["Kim gave it to Sam by hand."] });
  expect((await thrownResponse(give("none"))).status).toBe(404);
});
