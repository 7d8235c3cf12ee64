import { afterAll, beforeAll, expect, test } from "vitest";
import { type Shop, shopById } from "#app/domain/shops/shop.server.ts";
import { approveProposal, readProposal } from "#app/pipeline/policy/proposal.server.ts";
import { writePolicy } from "#sandbox/shopify/content.ts";
import { House } from "#tests/vendor-faults/house.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ knowledge: true });
});
afterAll(() => house.close());

const fresh = async () => (await shopById(await house.shopId())) as Shop;

test("a refund policy changed in the store is what is proposed within a minute, and what was approved before it is refused", async () => {
  await house.rest();
  const first = await readProposal(await fresh());
  expect(first?.proposal.same).toMatchObject([
    { title: "Return window", words: "30 days", quote: expect.stringContaining("within 30 days of delivery") },
    { title: "When the days begin" },
    { title: "Products tagged “final-sale”" },
  ]);
  expect(first?.proposal.points).toEqual([]);

  const { store } = house.shopify;
  writePolicy(store, "REFUND_POLICY", "<p>You can return items within 60 days of delivery. A 12,5 % restocking fee applies.</p>");
  await house.advance(60_000);
  await house.rest();
  const second = await readProposal(await fresh());
  expect(second?.proposal.points.map(({ key, values }) => [key, values[0]?.words])).toEqual([
    ["windowDays", "60 days"],
    ["restockingFeePercentage", "12.5%"],
  ]);

  writePolicy(store, "REFUND_POLICY", "<p>You can return items within 20 days of delivery.</p>");
  await house.advance(60_000);
  await house.rest();
  expect(await approveProposal(await fresh(), 0, ["windowDays=60"], "Kim")).toBe("gone");
  expect(await approveProposal(await fresh(), 0, ["windowDays=20"], "Kim")).toEqual({ ok: true, version: 1 });
  expect((await fresh()).returnPolicy.windowDays).toBe(20);
});
