import { expect, test } from "vitest";
import type { ReturnFacts } from "#app/domain/orders/facts.ts";
import { returnFlow } from "#app/flows/return/flow.ts";
import { daysAgo, dress, fulfilled, lineId, order, returnable, scarf } from "./setup/orders.ts";
import { Shopper } from "./setup/shopper.ts";

const orderId = "gid://shopify/Order/4471";

function returnOf(status: string, changes: Partial<ReturnFacts> = {}): ReturnFacts {
  const items = [{ fulfillmentLineItemId: lineId(dress), quantity: 1 }];
  return { id: "gid://shopify/Return/1", name: "#4471-R1", status, createdAt: daysAgo(1), items, ...changes };
}

const refund = {
  id: "gid://shopify/Refund/7",
  createdAt: daysAgo(0),
  total: { amount: "89.00", currencyCode: "EUR" },
  returnId: "gid://shopify/Return/1",
};

/** The return is registered as #4471-R1 and waits for the team. */
function registered() {
  const shopper = new Shopper(returnFlow, { orders: [order()], returnable: { [orderId]: [returnable(dress), returnable(scarf)] } });
  shopper.open("the dress is too small", "return_start", { reason: "size_small" });
  shopper.say("yes", { yesNo: "yes" });
  shopper.tapId(shopper.block("quote").confirm.id);
  shopper.store.effect = {
    kind: "return-request",
    state: "done",
    result: { id: "gid://shopify/Return/1", name: "#4471-R1", status: "REQUESTED" },
  };
  shopper.send({ kind: "effect-settled" });
  shopper.store.orders = [order({ returns: [returnOf("REQUESTED")] })];
  return shopper;
}

function move(shopper: ReturnType<typeof registered>, topic: string, status: string, refunds = [] as (typeof refund)[]) {
  shopper.store.orders = [order({ returns: [returnOf(status, { processed: topic === "returns/process" })], refunds })];
  return shopper.send({ kind: "store-event", topic, subjectId: topic === "refunds/create" ? refund.id : "gid://shopify/Return/1" });
}

test("each move of the return is told once, until the money is back", () => {
  const shopper = registered();
  expect(move(shopper, "returns/request", "REQUESTED").blocks).toEqual([]);
  expect(move(shopper, "returns/approve", "OPEN").status).toBe("waiting");
  expect(shopper.words()).toContain("Return #4471-R1 is approved.");
  expect(move(shopper, "returns/approve", "OPEN").blocks).toEqual([]);
  move(shopper, "returns/process", "OPEN");
  expect(shopper.words()).toContain("has processed the items");
  expect(move(shopper, "refunds/create", "OPEN", [refund]).status).toBe("done");
  expect(shopper.words()).toContain("refunded €89.00 for order #4471 today");
  expect(move(shopper, "returns/close", "CLOSED", [refund]).blocks).toEqual([]);
});

test("after a return is registered another one is begun beside it, in words that say so or of another order; the same words again tell where it is", () => {
  const wish = (text: string, slots = {}) => registered().say(text, slots, "return_start").next;
  expect(wish("I also want to return the scarf")).toEqual({ flow: "return", orderName: undefined, anew: true });
  expect(wish("ich möchte noch etwas zurückgeben")).toMatchObject({ anew: true });
  expect(wish("return something from #4400", { orderName: "#4400" })).toMatchObject({ orderName: "#4400", anew: true });
  expect(wish("I want to return something from #4471", { orderName: "#4471" })).toBeUndefined();
  expect(wish("I want to return something")).toBeUndefined();
});

test("a declined return ends the case with the team's reason", () => {
  const shopper = registered();
  shopper.store.orders = [order({ returns: [returnOf("DECLINED", { declineReason: "RETURN_PERIOD_ENDED" })] })];
  const result = shopper.send({ kind: "store-event", topic: "returns/decline", subjectId: "gid://shopify/Return/1" });
  expect(result.status).toBe("done");
  expect(shopper.words()).toContain("declined return #4471-R1: the return window had closed.");
});

test("a refund of something else on the order is not told as this return's", () => {
  const shopper = registered();
  const other = { ...refund, id: "gid://shopify/Refund/8", returnId: "gid://shopify/Return/2" };
  expect(move(shopper, "refunds/create", "REQUESTED", [other]).blocks).toEqual([]);
});

test("“where is my refund” on a registered return tells where it stands", () => {
  const shopper = registered();
  shopper.say("where is my refund?", {}, "refund_status");
  expect(shopper.words()).toContain("Return #4471-R1 is with the team for approval.");
  const aside = shopper.say("do you sell hats?", {}, "product_question");
  expect(aside.understood).toBe(false);
});

test("stopping a return that is registered already is left to a person", () => {
  const result = registered().say("stop the return", { command: "stop" });
  expect(result).toMatchObject({ status: "escalate", escalation: "policy-exception" });
});

test("“where is my refund” as a first wish is answered from the orders' own returns and refunds", () => {
  const shopper = new Shopper(returnFlow, { orders: [order({ returns: [returnOf("CLOSED")], refunds: [refund] })], returnable: {} });
  const result = shopper.open("where is my refund", "refund_status");
  expect(result.status).toBe("done");
  expect(shopper.words()).toContain("refunded €89.00 for order #4471 today");
  expect(shopper.words()).toContain("Return #4471-R1 is finished and closed.");
});

test("“where is my refund” without any return says so and offers to start one", () => {
  const shopper = new Shopper(returnFlow, { orders: [order()], returnable: { [orderId]: [returnable(dress), returnable(scarf)] } });
  shopper.open("where is my refund", "refund_status");
  expect(shopper.words()).toContain("There is no return or refund on your orders so far.");
  expect(shopper.block("items").items).toHaveLength(2);
});

test("an item that is on its way back already is told with its status, and nothing is started again", () => {
  const shopper = new Shopper(returnFlow, {
    orders: [order({ returns: [returnOf("OPEN")] })],
    returnable: { [orderId]: [returnable(scarf)] },
  });
  shopper.open("return the dress");
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.words()).toContain("“Linen dress, Sage / M” is already part of return #4471-R1.");
  expect(shopper.words()).toContain("Return #4471-R1 is approved.");
  expect(shopper.state.picks).toEqual([]);
});

test("when everything is on its way back the case ends with the return's status", () => {
  const shopper = new Shopper(returnFlow, {
    orders: [order({ items: [dress], returns: [returnOf("REQUESTED")] })],
    returnable: { [orderId]: [] },
  });
  const result = shopper.open("return please");
  expect(result.status).toBe("done");
  expect(shopper.words()).toContain("Return #4471-R1 is with the team for approval.");
});

test("items that cannot go back are shown with the reason of each", () => {
  const shopper = new Shopper(returnFlow, {
    orders: [order({ countryCode: "US" })],
    returnable: { [orderId]: [returnable(dress, { productTags: ["Final-Sale"] }), returnable(scarf, { deliveredAt: daysAgo(40) })] },
  });
  shopper.open("return please");
  expect(shopper.words()).toContain("Linen dress, Sage / M: it was sold as final sale");
  expect(shopper.words()).toContain("Wool scarf, Rust: the 30-day return window closed on Sun 10 May");
  expect(shopper.choices().map((choice) => choice.title)).toContain("Ask the team");
});

test("a refused item stays in the picker with its reason while another can go back", () => {
  const shopper = new Shopper(returnFlow, {
    orders: [order()],
    returnable: { [orderId]: [returnable(dress), returnable(scarf, { deliveredAt: undefined, fulfilledAt: daysAgo(2) })] },
  });
  shopper.open("return please");
  const refused = shopper.block("items").items.find((item) => item.title === "Wool scarf");
  expect(refused).toMatchObject({ maxQuantity: 0, refused: "it has not been delivered yet" });
  shopper.tapId(`case1|items|${lineId(scarf)}`);
  expect(shopper.words()).toContain("“Wool scarf, Rust” can’t go back: it has not been delivered yet.");
});

test("an order that was not shipped yet goes to the team for cancelling", () => {
  const shopper = new Shopper(returnFlow, { orders: [order({ fulfillments: [] })], returnable: {} });
  const result = shopper.open("return please");
  expect(result).toMatchObject({ status: "escalate", escalation: "policy-exception" });
  expect(shopper.words()).toContain("has not been shipped yet");
});

test("a cancelled order has nothing to return", () => {
  const shopper = new Shopper(returnFlow, {
    orders: [order({ cancelledAt: daysAgo(1), fulfillments: [fulfilled([dress])] })],
    returnable: {},
  });
  const result = shopper.open("return please");
  expect(result.status).toBe("done");
  expect(shopper.words()).toContain("Order #4471 was cancelled yesterday");
});

test("staff and shopper see each step in words", () => {
  const shopper = registered();
  expect(returnFlow.steps(shopper.state, "en")).toEqual([
    { slot: "order", label: "Order", value: "#4471", done: true },
    { slot: "items", label: "Items", value: "Linen dress, Sage / M", done: true },
    { slot: "reason", label: "Reason", value: "Too small", done: true },
    { slot: "outcome", label: "Outcome", value: "Money back, €89.00", done: true },
    { slot: "confirm", label: "Confirm", value: "Yes", done: true },
  ]);
});
