import { beforeEach, expect, test, vi } from "vitest";
import { type Shop, shopById } from "#app/domain/shops/shop.server.ts";
import { indexSource } from "#app/pipeline/knowledge/index-source.server.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { Gate } from "#app/platform/db/gate.ts";
import { adminRequest, args, installShop } from "./admin.ts";

let shop: Shop;
let page: typeof import("#app/routes/app.policy.proposal.tsx");
let history: typeof import("#app/routes/app.policy.history.tsx");

beforeEach(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  page = await import("#app/routes/app.policy.proposal.tsx");
  history = await import("#app/routes/app.policy.history.tsx");
});

const url = "https://linden-loom.example/policies/refund-policy";
async function write(html: string, of: { id: string; language: string } = shop, externalId = "1", at = url) {
  const source = { kind: "policy" as const, externalId, title: "Refund policy", url: at, updatedAt: new Date("2026-03-02T10:00:00Z") };
  await database().commit(await indexSource(of.id, source, html, of.language));
}
const fresh = async () => (await shopById(shop.id)) as Shop;
const load = () => page.loader(args(adminRequest("/app/policy/proposal")));
const answerOf = (answer: unknown) => (answer !== null && typeof answer === "object" && "data" in answer ? answer.data : answer);
const send = async (form: Record<string, string>) => answerOf(await page.action(args(adminRequest("/app/policy/proposal", form))));

const text =
  "<h2>Returns</h2><p>You can return items within 45 days of purchase. A return shipping fee of €4.90 is deducted from your refund.</p>" +
  "<p>The following items cannot be returned:</p><ul><li>Gift cards</li><li>Underwear</li></ul>" +
  "<p>If your item is damaged, please send us 2 photos.</p><p>A 10% restocking fee applies.</p>";

test("what the shop's text says stands beside what holds now, each point with its sentence", async () => {
  await write(text);
  const { proposal, place, version } = await load();
  expect(place).toMatchObject({ title: "Refund policy", url });
  expect(version).toBe(0);
  expect(proposal?.points.map(({ key, now, values }) => [key, now, values.map((one) => one.words)])).toEqual([
    ["windowDays", "30 days", ["45 days"]],
    ["windowStartsAt", "after the parcel has arrived", ["after the order"]],
    ["returnShippingFee", "nothing is kept", ["€4.90"]],
    ["finalSale:gift-card", "taken back like any other", ["not taken back"]],
    ["finalSale:underwear", "taken back like any other", ["not taken back"]],
    ["restockingFeePercentage", "none", ["10%"]],
  ]);
  expect(proposal?.points[0]?.values[0]?.quote).toBe("You can return items within 45 days of purchase.");
  expect(proposal?.same).toMatchObject([{ title: "Pictures of damage", words: "2 pictures" }]);
});

test("only what was approved is saved, as a version that says where it came from", async () => {
  await write(text);
  const form = { version: "0", by: "Kim", "point:windowDays": "45", "point:finalSale:gift-card": "gift-card" };
  expect(await send(form)).toMatchObject({ ok: true, count: 2 });
  expect(await fresh()).toMatchObject({
    policyVersion: 1,
    returnPolicy: { windowDays: 45, windowStartsAt: "delivered", finalSaleTags: ["final-sale", "gift-card"], returnShippingFee: "0.00" },
  });
  const [newest] = (await history.loader(args(adminRequest("/app/policy/history")))).versions;
  expect(newest).toMatchObject({ version: 1, by: "Kim", why: "From your refund policy." });
  const { proposal } = await load();
  expect(proposal?.points.map(({ key }) => key)).not.toContain("windowDays");
  expect(proposal?.same.map(({ title }) => title)).toContain("Return window");
});

test("a point that the text does not hold, none at all, and a form that others overtook are refused and change nothing", async () => {
  await write(text);
  const before = (await fresh()).returnPolicy;
  expect(await send({ version: "0", "point:windowDays": "365" })).toMatchObject({
    ok: false,
    problem: expect.stringContaining("has changed"),
  });
  expect(await send({ version: "0", "point:mode": "open" })).toMatchObject({ ok: false });
  expect(await send({ version: "0" })).toMatchObject({ ok: false, problem: "Choose at least one point." });
  expect(await send({ version: "7", "point:windowDays": "45" })).toMatchObject({
    ok: false,
    problem: expect.stringContaining("Somebody saved"),
  });
  expect(await fresh()).toMatchObject({ policyVersion: 0, returnPolicy: before });
});

test("where the text contradicts itself both sentences stand there, and either can be chosen", async () => {
  await write("<p>You can return items within 14 days of delivery.</p><p>Returns are accepted for 60 days after delivery.</p>");
  const { proposal } = await load();
  const [point] = proposal?.points ?? [];
  expect(point?.values.map(({ words, quote }) => [words, quote])).toEqual([
    ["14 days", "You can return items within 14 days of delivery."],
    ["60 days", "Returns are accepted for 60 days after delivery."],
  ]);
  expect(await send({ version: "0", "point:windowDays": "60" })).toMatchObject({ ok: true });
  expect((await fresh()).returnPolicy.windowDays).toBe(60);
});

test("no text, a text that says nothing for certain, and the text of another shop: nothing is proposed", async () => {
  expect(await load()).toMatchObject({ place: null, proposal: null });
  const other = await installShop("other-shop.myshopify.com", "Other");
  await write(text, other);
  await write("<p>Parcels take 3 days. Returns within 10 days.</p>", shop, "2", "https://linden-loom.example/policies/shipping-policy");
  expect(await load()).toMatchObject({ place: null, proposal: null });
  await write("<p>We want you to be happy. Write to us about anything.</p>");
  expect((await load()).proposal).toEqual({ points: [], same: [], hints: [] });
});

test("a long text costs as many queries as a short one", async () => {
  const count = async () => {
    const asked = vi.spyOn(Gate.prototype, "run");
    await load();
    const calls = asked.mock.calls.length;
    asked.mockRestore();
    return calls;
  };
  await write("<p>Returns within 30 days.</p>");
  const few = await count();
  await write(Array.from({ length: 80 }, (_, n) => `<h2>Part ${n}</h2><p>Something else about matter ${n}.</p>`).join("") + text);
  expect(await count()).toBe(few);
  expect(few).toBeLessThan(6);
});
