import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultReturnPolicy } from "#app/domain/returns/policy.ts";
import { beginTrial, findTrial, trialLines } from "#app/domain/returns/trials.server.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

test("a draft is run over all past orders, a page after the other, and says what would be decided differently and why", async () => {
  const shoppers = Array.from({ length: 30 }, () => createShopper(house));
  const before = await house.database.prisma.shop.findUniqueOrThrow({ where: { id: await house.shopId() } });
  const rule = { id: "r1", name: "", when: {}, says: { takeBack: "never" as const } };
  const id = await beginTrial(
    before.id,
    { ...defaultReturnPolicy, rules: [{ ...rule, when: { orders: [shoppers[0]?.order.name ?? ""] } }] },
    "Kim",
  );
  await house.rest();
  const trial = await findTrial(before.id, id ?? "");
  expect(trial).toMatchObject({ state: "done", problem: null, cursor: null });
  expect(trial?.orders).toBeGreaterThanOrEqual(30);
  const { lines } = await trialLines(before.id, id ?? "", null, 0);
  const kinds = new Set(lines.map((line) => `${line.orderName} ${line.kind}`));
  // In the EU the law's 14 days stand, whatever a rule says: then only the last day is another.
  expect([...kinds].every((one) => one.startsWith(`${shoppers[0]?.order.name} `))).toBe(true);
  const after = await house.database.prisma.shop.findUniqueOrThrow({ where: { id: before.id } });
  expect(after.returnPolicy).toEqual(before.returnPolicy);
});

test("a shorter window, fees and a newer trial: counted by kind, and the older one is given up", async () => {
  const shopId = await house.shopId();
  const older = await beginTrial(shopId, { ...defaultReturnPolicy, windowDays: 10 }, "Kim");
  const newer = await beginTrial(shopId, { ...defaultReturnPolicy, windowDays: 60 }, "Kim");
  await house.rest();
  expect(await findTrial(shopId, older ?? "")).toMatchObject({ state: "failed", problem: "A newer trial was started." });
  const trial = await findTrial(shopId, newer ?? "");
  expect(trial?.state).toBe("done");
  expect(Object.keys(trial?.counts ?? {}).every((kind) => kind === "longer" || kind === "taken-back")).toBe(true);
  expect(Object.values(trial?.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
  const { lines } = await trialLines(shopId, newer ?? "", "longer", 0);
  expect(lines[0]).toMatchObject({ kind: "longer", before: { takenBack: true }, after: { takenBack: true } });
});
