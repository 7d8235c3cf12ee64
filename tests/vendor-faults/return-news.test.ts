import { expect, test } from "vitest";
import type { ReturnFacts } from "#app/domain/orders/facts.ts";
import { returnFlow } from "#app/flows/return/flow.ts";
import { daysAgo, dress, lineId, order, returnable } from "#tests/flows/setup/orders.ts";
import { Shopper } from "#tests/flows/setup/shopper.ts";

const orderId = "gid://shopify/Order/4471";
const returnId = "gid://shopify/Return/1";
const topics = ["returns/approve", "returns/process", "refunds/create", "orders/updated", "returns/update"];

/** The return is registered, and then the team has approved it, booked it in and paid a part back before any webhook came. */
function shopper() {
  const one = new Shopper(returnFlow, { orders: [order()], returnable: { [orderId]: [returnable(dress)] } });
  one.open("the dress is too small", "return_start", { reason: "size_small" });
  one.say("yes", { yesNo: "yes" });
  one.tapId(one.block("quote").confirm.id);
  one.store.effect = { kind: "return-request", state: "done", result: { id: returnId, name: "#4471-R1", status: "REQUESTED" } };
  one.send({ kind: "effect-settled" });
  return one;
}

function existing(changes: Partial<ReturnFacts>): ReturnFacts {
  const items = [{ fulfillmentLineItemId: lineId(dress), quantity: 1 }];
  return { id: returnId, name: "#4471-R1", status: "OPEN", createdAt: daysAgo(1), items, ...changes };
}

const money = { createdAt: daysAgo(0), total: { amount: "89.00", currencyCode: "EUR" } };
const refunds: [string, { id: string; returnId?: string } & typeof money][] = [
  ["names its return", { id: "gid://shopify/Refund/7", returnId, ...money }],
  ["names no return", { id: "gid://shopify/Refund/7", ...money }],
];

test.each(refunds)(
  "whichever webhook comes first, a refund that %s is told once, and nothing that the money has overtaken",
  (_name, refund) => {
    for (const first of topics) {
      const one = shopper();
      one.store.orders = [order({ returns: [existing({ processed: true })], refunds: [refund] })];
      const said = [first, ...topics].map((topic) => one.send({ kind: "store-event", topic, subjectId: undefined }).blocks);
      expect(said.filter((blocks) => blocks.length > 0)).toHaveLength(1);
      expect(JSON.stringify(said[0])).toMatch(/refunded €89.00/);
      expect(JSON.stringify(said)).not.toMatch(/approved|processed/);
    }
  },
);

test.each(topics)("goods that were booked in before the approval was heard of are told as booked in, once, on %s", (first) => {
  const one = shopper();
  one.store.orders = [order({ returns: [existing({ processed: true })] })];
  const said = [first, ...topics].map((topic) => one.send({ kind: "store-event", topic }).blocks);
  expect(said.filter((blocks) => blocks.length > 0)).toHaveLength(1);
  expect(JSON.stringify(said[0])).toMatch(/has processed the items/);
});

test("a refund from before the return was made is not told as this return's", () => {
  const one = shopper();
  const older = { id: "gid://shopify/Refund/1", ...money, createdAt: daysAgo(2) };
  one.store.orders = [order({ returns: [existing({ status: "REQUESTED" })], refunds: [older] })];
  expect(one.send({ kind: "store-event", topic: "orders/updated" }).blocks).toEqual([]);
});
