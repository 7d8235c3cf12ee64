import { beforeEach, expect, test, vi } from "vitest";
import { type Shop, shopById } from "#app/domain/shops/shop.server.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { Gate } from "#app/platform/db/gate.ts";
import { adminRequest, args, installShop } from "./admin.ts";

let shop: Shop;
let page: typeof import("#app/routes/app.policy.tsx");
let history: typeof import("#app/routes/app.policy.history.tsx");

beforeEach(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  page = await import("#app/routes/app.policy.tsx");
  history = await import("#app/routes/app.policy.history.tsx");
});

const fresh = async () => (await shopById(shop.id)) as Shop;
const answerOf = (answer: unknown) => (answer !== null && typeof answer === "object" && "data" in answer ? answer.data : answer);
const load = () => page.loader(args(adminRequest("/app/policy")));
const send = async (form: Record<string, string>) => answerOf(await page.action(args(adminRequest("/app/policy", form))));
const saleRule = {
  id: "r1",
  name: "Sale items",
  "when.productTags": "sale, clearance",
  "says.windowDays": "14",
  "says.outcomes": "store-credit",
};

test("everything the policy can say is saved as typed and comes back into the form as it was", async () => {
  const { stored, version } = await load();
  const vip = {
    id: "r2",
    name: "",
    "when.customerTags": "vip",
    "when.countries": "Germany, eu",
    "says.windowDays": "none",
    "says.review": "yes",
  };
  const filled = {
    ...stored,
    version: String(version),
    rules: JSON.stringify([saleRule, vip]),
    holidayFrom: "2026-11-20",
    holidayUntil: "2026-12-24",
    holidayReturn: "2027-01-31",
    outcomes: "store-credit, refund",
    feesWaivedForExchange: "yes",
    creditBonusPercentage: "7,5",
    creditExpiresAfterDays: "365",
    keepItemUpTo: "10",
    instantUpTo: "25,5",
    instantAfterOrders: "2",
    instantReasons: "size_small, nonsense",
    returnsPerOrder: "1",
    reviewValueAbove: "200",
    reviewReasons: "damaged",
    reviewInternational: "yes",
    reviewReturnsCount: "3",
    reviewReturnsDays: "90",
    why: "Before the sale",
    by: "Kim",
  };
  expect(await send(filled)).toMatchObject({ ok: true });
  expect((await fresh()).returnPolicy).toMatchObject({
    rules: [
      { id: "r1", name: "Sale items", when: { productTags: ["sale", "clearance"] }, says: { windowDays: 14, outcomes: ["store-credit"] } },
      { id: "r2", when: { customerTags: ["vip"], countries: ["DE", "EU"] }, says: { windowDays: null, review: true } },
    ],
    holiday: { orderedFrom: "2026-11-20", orderedUntil: "2026-12-24", returnUntil: "2027-01-31" },
    outcomes: ["store-credit", "refund"],
    feesWaivedForExchange: true,
    creditBonusPercentage: 7.5,
    creditExpiresAfterDays: 365,
    keepItemUpTo: "10.00",
    instantUpTo: "25.50",
    instantAfterOrders: 2,
    instantReasons: ["size_small"],
    returnsPerOrder: 1,
    review: { valueAbove: "200.00", reasons: ["damaged"], international: true, returnsBefore: { count: 3, days: 90 } },
  });
  const again = await load();
  expect(again.version).toBe(1);
  expect(await send({ ...again.stored, version: "1" })).toMatchObject({ ok: true });
  const [newest] = (await history.loader(args(adminRequest("/app/policy/history")))).versions;
  expect(newest).toMatchObject({ version: 2, changes: [] });
});

test("a wrong row of a rule is named by its rule and row, and nothing of the form is saved", async () => {
  const { stored } = await load();
  const wrong = { id: "r1", name: "x", "when.countries": "Atlantis", "when.productTags": " ", "says.restockingFeePercentage": "120" };
  const answer = await send({
    ...stored,
    windowDays: "90",
    rules: JSON.stringify([wrong, { id: "r2", name: "" }]),
    holidayFrom: "2026-12-01",
  });
  expect(answer).toMatchObject({
    ok: false,
    problems: {
      "rules.r1.when.countries": expect.stringContaining("Atlantis"),
      "rules.r1.when.productTags": expect.any(String),
      "rules.r1.says.restockingFeePercentage": "Enter a percentage from 0 to 100.",
      "rules.r2.says": expect.any(String),
      holidayUntil: expect.any(String),
      holidayReturn: expect.any(String),
    },
  });
  expect(await fresh()).toMatchObject({ policyVersion: 0, returnPolicy: { windowDays: 30 } });
});

test("of two people who edit at once the second is told what the first changed, keeps what is theirs, and saves both", async () => {
  const opened = await load();
  const form = { ...opened.stored, version: "0" };
  await send({ ...form, windowDays: "60", rules: JSON.stringify([saleRule]), by: "Kim" });
  const answer = await send({ ...form, returnShippingFee: "4.90", by: "Sam" });
  expect(answer).toMatchObject({
    ok: false,
    conflict: { version: 1, both: [], values: { windowDays: "60", returnShippingFee: "4.90" }, meanwhile: [{ by: "Kim" }] },
  });
  expect(JSON.stringify(answer)).toContain("60 days after the parcel has arrived");
  expect((await fresh()).returnPolicy.returnShippingFee).toBe("0.00");
  const { conflict } = answer as { conflict: { values: Record<string, string>; version: number } };
  expect(await send({ ...conflict.values, version: String(conflict.version), by: "Sam" })).toMatchObject({ ok: true });
  expect((await fresh()).returnPolicy).toMatchObject({ windowDays: 60, returnShippingFee: "4.90", rules: [{ id: "r1" }] });
});

test("two saves at the same moment end as one saved and one told", async () => {
  const { stored } = await load();
  const both = ["45", "50"].map((windowDays) => send({ ...stored, windowDays, version: "0" }));
  const answers = (await Promise.all(both)) as { ok: boolean }[];
  expect(answers.filter((one) => one.ok)).toHaveLength(1);
  expect((await fresh()).policyVersion).toBe(1);
});

test("an earlier version is restored as a new one, with its audit entry, unless somebody saved in between", async () => {
  const { stored } = await load();
  await send({ ...stored, windowDays: "60", version: "0" });
  const restore = async (form: Record<string, string>) =>
    answerOf(await history.action(args(adminRequest("/app/policy/history", { by: "Kim", ...form }))));
  expect(await restore({ restore: "0", present: "0" })).toMatchObject({ ok: false });
  expect(await restore({ restore: "0", present: "1" })).toMatchObject({ ok: true });
  expect(await fresh()).toMatchObject({ policyVersion: 2, returnPolicy: { windowDays: 30 } });
  const { versions } = await history.loader(args(adminRequest("/app/policy/history")));
  expect(versions.map((one) => one.version)).toEqual([2, 1, 0]);
  const audits = await database().prisma.audit.findMany({ where: { shopId: shop.id, action: "policy.saved" } });
  expect(audits).toHaveLength(2);
});

test("neither page asks more often with many versions and rules", async () => {
  const count = async (loading: () => Promise<unknown>) => {
    const asked = vi.spyOn(Gate.prototype, "run");
    await loading();
    const calls = asked.mock.calls.length;
    asked.mockRestore();
    return calls;
  };
  const pages = [load, () => history.loader(args(adminRequest("/app/policy/history")))];
  const few = await Promise.all([count(pages[0] ?? load)]);
  const before = [few[0], await count(pages[1] ?? load)];
  const { stored } = await load();
  const rules = Array.from({ length: 30 }, (_, n) => ({ ...saleRule, id: `r${n}` }));
  for (let n = 0; n < 25; n += 1) await send({ ...stored, windowDays: String(n), rules: JSON.stringify(rules), version: String(n) });
  expect([await count(load), await count(pages[1] ?? load)]).toEqual(before);
});
