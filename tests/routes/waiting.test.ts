import { beforeAll, expect, test } from "vitest";
import { caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import { saveMember } from "#app/domain/routing/members.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { findPerson } from "#app/pipeline/routing/find-person.server.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { adminRequest, args, installShop, openCaseFor, shopperWrites } from "./admin.ts";

let shop: Shop;
let stream: typeof import("#app/routes/app.stream.ts");
beforeAll(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  stream = await import("#app/routes/app.stream.ts");
});

/** What an open page hears of those who begin to wait, from here to the end of the work. */
async function heardDuring(work: () => Promise<void>): Promise<Record<string, unknown>[]> {
  const controller = new AbortController();
  const response = await stream.loader(args(new Request(adminRequest("/app/stream"), { signal: controller.signal })));
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  await work();
  database().tell({ topic: "conversation", shopId: shop.id, conversationId: "the-end" });
  let text = "";
  while (!text.includes("the-end")) text += (await reader?.read())?.value ?? "";
  await reader?.cancel();
  controller.abort();
  const told = [...text.matchAll(/^data: (.*)$/gm)].map((line) => JSON.parse(line[1] ?? "{}") as { escalated?: Record<string, unknown> });
  return told.flatMap((one) => (one.escalated ? [one.escalated] : []));
}

/** A case is handed over, as a turn does it. */
async function handedOver(name: string): Promise<{ conversationId: string; caseId: string }> {
  const identity = await shopperWrites(shop.id, { kind: "email", address: `${name}@example.com`, label: name, text: "A person please" });
  const caseId = await openCaseFor(shop.id, identity.id, { status: "escalated", owner: "staff", escalation: "asked" });
  const after = await database().prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  const before = { status: "open", owner: "assistant", assignee: null };
  await database().commit(await caseEventWrites(shop.id, [{ before, after }]));
  return { conversationId: identity.conversationId, caseId };
}

test("with nobody named a new case is told to every open page, with its topic and no word or name of the shopper", async () => {
  let about = {};
  const heard = await heardDuring(async () => {
    about = await handedOver("Quokka");
  });
  expect(heard).toEqual([{ ...about, assignee: null, about: "A return" }]);
});

test("where people are named it is told once somebody was found, for them; where nobody is there, for whoever takes it", async () => {
  const kim = await saveMember(
    shop.id,
    null,
    { name: "Kim", teams: [], languages: [], channels: [], intents: [], hours: null, mostOpen: 1 },
    "Owner",
  );
  expect(kim.outcome).toBe("saved");
  const [first, second] = [
    { caseId: "", conversationId: "" },
    { caseId: "", conversationId: "" },
  ];
  const before = await heardDuring(async () => {
    Object.assign(first, await handedOver("Ada"));
    Object.assign(second, await handedOver("Ben"));
  });
  expect(before).toEqual([]);
  const heard = await heardDuring(async () => {
    for (const { caseId } of [first, second]) await database().commit(await findPerson(shop.id, caseId, async () => null));
  });
  expect(heard).toMatchObject([
    { ...first, assignee: "Kim" },
    { ...second, assignee: null },
  ]);
});
