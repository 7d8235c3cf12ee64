import { beforeAll, expect, test } from "vitest";
import { type Shop, shopById } from "#app/domain/shops/shop.server.ts";
import { thresholdFor } from "#app/domain/shops/thresholds.ts";
import { now } from "#app/platform/clock.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { adminRequest, args, installShop, shopperWrites } from "./admin.ts";

let shop: Shop;
let page: typeof import("#app/routes/app.understanding.tsx");

beforeAll(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  page = await import("#app/routes/app.understanding.tsx");
});

const send = (form: Record<string, string>) => page.action(args(adminRequest("/app/understanding", form)));
const load = () => page.loader(args(adminRequest("/app/understanding")));
const threshold = async (intent: string, channel: string) => {
  const stored = await shopById(shop.id);
  if (!stored) throw new Error("The shop is gone.");
  return thresholdFor(stored, intent, channel);
};

test("the usual threshold and exceptions by wish, by channel and by both are kept, and the most particular holds", async () => {
  await send({ intent: "usual", percent: "80" });
  await send({ intent: "except", wish: "cancel_order", channel: "", percent: "95" });
  await send({ intent: "except", wish: "", channel: "email", percent: "70" });
  await send({ intent: "except", wish: "cancel_order", channel: "email", percent: "90" });
  expect(await Promise.all([threshold("invoice", "widget"), threshold("invoice", "email")])).toEqual([0.8, 0.7]);
  expect(await Promise.all([threshold("cancel_order", "widget"), threshold("cancel_order", "email")])).toEqual([0.95, 0.9]);
  await send({ intent: "remove", key: "cancel_order@email" });
  expect(await threshold("cancel_order", "email")).toBe(0.95);
  expect(await load()).toMatchObject({
    usual: 80,
    exceptions: [
      { key: "cancel_order", percent: 95 },
      { key: "@email", percent: 70 },
    ],
  });
});

test.each<Record<string, string>>([
  { intent: "usual", percent: "30" },
  { intent: "usual", percent: "eighty" },
  { intent: "except", wish: "order_status", channel: "widget", percent: "100" },
  { intent: "except", wish: "", channel: "", percent: "80" },
  { intent: "except", wish: "world_peace", channel: "", percent: "80" },
  { intent: "except", wish: "", channel: "fax", percent: "80" },
])("%o is refused with a sentence, and nothing changes", async (form) => {
  const before = await load();
  const refused = await send(form);
  expect(refused).toMatchObject({ data: { ok: false, problem: expect.stringMatching(/\.$/) }, init: { status: 422 } });
  expect(await load()).toEqual(before);
});

test("the last thirty days are counted by wish and channel, older turns are not", async () => {
  const identity = await shopperWrites(shop.id, { kind: "whatsapp", address: "491700000001", label: "Ada Sample", text: "hello" });
  const turn = (intent: string | null, outcome: string, decidedBy: string, daysAgo: number) =>
    insert("TurnRecord", {
      id: newId(),
      shopId: shop.id,
      identityId: identity.id,
      conversationId: identity.conversationId,
      at: new Date(now().getTime() - daysAgo * 86_400_000),
      channel: "whatsapp",
      language: "en",
      intent,
      confidence: 0.9,
      decidedBy,
      outcome,
      inputTokens: 10,
      outputTokens: 5,
      microDollars: decidedBy === "gemini" ? 40 : 0,
      milliseconds: 3,
    });
  await database().commit([
    turn("order_status", "answered", "local", 1),
    turn("order_status", "handed-over", "gemini", 2),
    turn(null, "answered", "local", 3),
    turn("invoice", "asked-again", "local", 31),
  ]);
  expect((await load()).statistics).toEqual({
    counts: [
      { channel: "whatsapp", intent: "order_status", turns: 2, handedOver: 1, askedAgain: 0 },
      { channel: "whatsapp", intent: "answer", turns: 1, handedOver: 0, askedAgain: 0 },
    ],
    turns: 3,
    byModel: 1,
    microDollars: 40,
  });
});
