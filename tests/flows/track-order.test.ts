import { expect, test } from "vitest";
import type { FulfillmentFacts, OrderFacts } from "#app/domain/orders/facts.ts";
import { trackOrderFlow } from "#app/flows/track-order/flow.ts";
import { daysAgo, dress, fulfilled, mug, noon, order, scarf } from "./setup/orders.ts";
import { Shopper } from "./setup/shopper.ts";

const hours = (count: number) => new Date(noon.getTime() - count * 3_600_000);

/** A parcel that left two days ago, with a scan this morning, expected tomorrow. */
function underWay(changes: Partial<FulfillmentFacts> = {}): FulfillmentFacts {
  return fulfilled([dress, scarf], {
    displayStatus: "IN_TRANSIT",
    createdAt: daysAgo(2),
    inTransitAt: daysAgo(1),
    deliveredAt: undefined,
    estimatedDeliveryAt: daysAgo(-1),
    events: [{ status: "IN_TRANSIT", happenedAt: hours(5), city: "Leipzig" }],
    ...changes,
  });
}

function ask(orders: OrderFacts[], text = "where is my order?") {
  const shopper = new Shopper(trackOrderFlow, { orders, returnable: {} });
  shopper.open(text, "order_status");
  return shopper;
}

const one = (parcel: FulfillmentFacts, changes: Partial<OrderFacts> = {}) => [
  order({ fulfillments: [parcel], processedAt: daysAgo(3), ...changes }),
];

test("an order on its way: when it left, when it should arrive, and where to follow it", () => {
  const shopper = ask(one(underWay()));
  expect(shopper.words()).toContain("It left our warehouse yesterday and should arrive tomorrow.");
  const card = shopper.block("order");
  expect(card).toMatchObject({ name: "#4471", status: "On its way", trackingUrl: "https://track.example.com/PL100200300" });
  expect(card.stages.map((stage) => stage.state)).toEqual(["done", "done", "present", "ahead", "ahead"]);
  expect(card.stages.map((stage) => stage.at)).toEqual(["Sunday", "Monday", "Yesterday", undefined, "Tomorrow"]);
  expect(shopper.last?.status).toBe("done");
});

test.each([
  ["SUBMITTED", "being prepared", "Being prepared"],
  ["CONFIRMED", "being prepared", "Being prepared"],
  ["LABEL_PURCHASED", "being prepared", "Being prepared"],
  ["LABEL_PRINTED", "being prepared", "Being prepared"],
  ["LABEL_VOIDED", "being prepared", "Being prepared"],
  ["FULFILLED", "left our warehouse yesterday", "On its way"],
  ["MARKED_AS_FULFILLED", "left our warehouse yesterday", "On its way"],
  ["CARRIER_PICKED_UP", "left our warehouse yesterday", "On its way"],
  ["IN_TRANSIT", "left our warehouse yesterday", "On its way"],
  ["DELAYED", "reports a delay", "Delayed"],
  ["OUT_FOR_DELIVERY", "went out for delivery", "Out for delivery"],
  ["ATTEMPTED_DELIVERY", "tried to deliver it", "Delivery attempted"],
  ["READY_FOR_PICKUP", "ready to be picked up", "Ready for pickup"],
  ["PICKED_UP", "has been picked up", "Picked up"],
  ["DELIVERED", "reported as delivered", "Delivered"],
  ["FAILURE", "reports a problem", "Delivery problem"],
  ["NOT_DELIVERED", "could not be delivered", "Not delivered"],
  ["CANCELED", "was cancelled", "Cancelled"],
  ["SOMETHING_NEW", "left our warehouse yesterday", "On its way"],
])("status %s is told in words", (displayStatus, words, status) => {
  const shopper = ask(one(underWay({ displayStatus, events: [] })));
  expect(shopper.words()).toContain(words);
  expect(shopper.block("order").status).toBe(status);
});

test.each([
  "LABEL_PURCHASED",
  "READY_FOR_PICKUP",
  "CONFIRMED",
  "CARRIER_PICKED_UP",
  "IN_TRANSIT",
  "DELAYED",
  "OUT_FOR_DELIVERY",
  "ATTEMPTED_DELIVERY",
  "DELIVERED",
  "FAILURE",
])("a scan %s says more than a parcel merely marked as sent", (status) => {
  const scanned = ask(one(underWay({ displayStatus: "MARKED_AS_FULFILLED", events: [{ status, happenedAt: hours(2) }] })));
  const reported = ask(one(underWay({ displayStatus: status, events: [{ status, happenedAt: hours(2) }] })));
  expect(scanned.words()).toBe(reported.words());
});

test("no day of arrival is promised that nobody has named, nor one that has passed", () => {
  expect(ask(one(underWay({ estimatedDeliveryAt: undefined }))).words()).toContain("has not named a day of arrival");
  const late = ask(one(underWay({ estimatedDeliveryAt: daysAgo(1) })));
  expect(late.words()).toContain("The carrier expected it yesterday; it is not reported as delivered so far.");
  expect(late.words()).not.toContain("should");
});

test("a parcel without a tracking number says so, and is never called stuck", () => {
  const shopper = ask(
    one(underWay({ tracking: [], events: [], inTransitAt: daysAgo(6), createdAt: daysAgo(6), estimatedDeliveryAt: undefined })),
  );
  expect(shopper.words()).toContain("no tracking number");
  expect(shopper.block("order").trackingUrl).toBeUndefined();
  expect(shopper.block("order").status).toBe("On its way");
});

test("without a scan for more than three days the team is offered, and takes it on a yes", () => {
  const stuck = () => ask(one(underWay({ events: [{ status: "IN_TRANSIT", happenedAt: hours(73) }] })));
  expect(ask(one(underWay({ events: [{ status: "IN_TRANSIT", happenedAt: hours(71) }] }))).block("order").status).toBe("On its way");
  const byTap = stuck();
  expect(byTap.words()).toContain("The carrier’s last scan was Sunday; nothing has been reported since.");
  expect(byTap.words()).not.toContain("should arrive");
  expect(byTap.tap("trouble|team")).toMatchObject({ status: "escalate", escalation: "policy-exception" });
  expect(stuck().say("yes please", { yesNo: "yes" })).toMatchObject({ status: "escalate", escalation: "policy-exception" });
  expect(stuck().say("no", { yesNo: "no" })).toMatchObject({ status: "done", understood: true });
});

test("a split shipment tells each parcel and what has not left yet", () => {
  const parcels = [
    underWay({ items: [{ lineItemId: dress.lineItemId, quantity: 1 }] }),
    fulfilled([], {
      id: "gid://shopify/Fulfillment/2",
      createdAt: daysAgo(1),
      deliveredAt: hours(3),
      items: [{ lineItemId: scarf.lineItemId, quantity: 1 }],
    }),
  ];
  const shopper = ask([order({ items: [dress, scarf, mug], fulfillments: parcels })]);
  expect(shopper.words()).toContain("Parcel 1 of 2 (Linen dress, Sage / M): It left our warehouse yesterday and should arrive tomorrow.");
  expect(shopper.words()).toContain("Parcel 2 of 2 (Wool scarf, Rust): It was delivered today.");
  expect(shopper.words()).toContain("Not shipped yet: Wool scarf, Rust and Stoneware mug.");
  const cards = shopper.last?.blocks.filter((block) => block.kind === "order");
  expect(cards?.map((card) => card.kind === "order" && card.status)).toEqual(["On its way", "Delivered", "Not shipped yet"]);
});

test("an order that has not been shipped promises no day", () => {
  const shopper = ask([order({ fulfillments: [], processedAt: daysAgo(1) })]);
  expect(shopper.words()).toContain("Order #4471, placed yesterday, has not been shipped yet.");
  expect(shopper.block("order").status).toBe("Not shipped yet");
});

test("a delivered order offers a return while the window is open, and leads into it", () => {
  const shopper = ask([order()]);
  expect(shopper.words()).toContain("It was delivered Friday.");
  expect(shopper.tap("next|return")).toMatchObject({ next: { flow: "return", orderName: "#4471" }, status: "done" });
  const late = ask([order({ countryCode: "US", fulfillments: [fulfilled([dress, scarf], { deliveredAt: daysAgo(31) })] })]);
  expect(late.choices().map((choice) => choice.title)).toEqual(["I don’t have it"]);
});

test.each([
  "it says delivered but I never got it",
  "I haven't received anything",
  "ich habe nichts bekommen",
  "je n’ai rien reçu",
  "no he recibido nada",
  "não recebi nada",
  "non ho ricevuto niente",
  "ik heb niets ontvangen",
])("delivered but not with the shopper (%s): advice, and a person", (words) => {
  const result = ask([order()]).say(words, {}, "complaint");
  expect(result).toMatchObject({ status: "escalate", escalation: "high-risk" });
  expect(result.blocks).toHaveLength(1);
});

test("“I don't have it” is told by a button too, but a parcel still under way is only told where it is", () => {
  expect(ask([order()]).tap("trouble|not-received")).toMatchObject({ status: "escalate", escalation: "high-risk" });
  const early = ask(one(underWay())).say("I have not received it yet", {}, "order_status");
  expect(early.status).toBe("done");
});

test("cancelled, refunded and returning orders are told as they are", () => {
  const refund = { id: "gid://shopify/Refund/1", createdAt: daysAgo(1), total: { amount: "138.00", currencyCode: "EUR" } };
  const cancelled = ask([order({ cancelledAt: daysAgo(2), refunds: [refund], fulfillments: [] })]);
  expect(cancelled.words()).toContain("Order #4471 was cancelled Monday.");
  expect(cancelled.words()).toContain("The shop refunded €138.00 yesterday.");
  const returning = { id: "gid://shopify/Return/1", name: "#4471-R1", status: "OPEN", createdAt: daysAgo(1), items: [] };
  expect(ask([order({ returns: [returning] })]).words()).toContain("Return #4471-R1 is approved. Next, you hear");
  expect(
    ask([order({ financialStatus: "REFUNDED", refunds: [refund] })])
      .choices()
      .map((choice) => choice.title),
  ).toEqual(["I don’t have it"]);
});

test("several orders under way are offered with picture, name and date; the answer may be a place, a number or a thing", () => {
  const second = order({ id: "gid://shopify/Order/4500", name: "#4500", processedAt: daysAgo(1), items: [mug], fulfillments: [] });
  const first = order({ fulfillments: [underWay()] });
  const shopper = ask([second, first]);
  expect(shopper.block("choices").choices.map(({ title, description }) => `${title} ${description}`)).toEqual([
    "#4500 Stoneware mug · Yesterday",
    "#4471 Linen dress, Sage / M, Wool scarf, Rust · Sun 10 May",
  ]);
  shopper.say("the second", { position: 2 });
  expect(shopper.block("order").name).toBe("#4471");
  expect(ask([second, first], "where is my mug").block("order").name).toBe("#4500");
  expect(ask([second, first], "where is 4471").block("order").name).toBe("#4471");
  const byTap = ask([second, first]);
  byTap.tap("Order/4500");
  expect(byTap.block("order").name).toBe("#4500");
});

test("the one order under way is taken without asking, and remembered for the next question", () => {
  const done = order({ id: "gid://shopify/Order/4400", name: "#4400", processedAt: daysAgo(40) });
  const shopper = ask([...one(underWay()), done]);
  expect(shopper.block("order").name).toBe("#4471");
  shopper.say("and when does it arrive?", {}, "order_status");
  expect(shopper.words()).toContain("#4471");
  expect(shopper.words()).toContain("should arrive tomorrow");
  expect(shopper.words()).not.toContain("order number");
});

test("no orders, or a number that is not theirs, is answered honestly", () => {
  expect(ask([]).words()).toContain("I see no orders under the contact I know you by.");
  const shopper = ask([order()]);
  shopper.say("and #9999?", { orderName: "#9999" }, "order_status");
  expect(shopper.words()).toContain("I don’t find #9999 among the orders I can see for you.");
});

test("other wishes are left to the turn", () => {
  const shopper = ask([order()]);
  expect(shopper.say("can I pay by invoice?", {}, "payment").understood).toBe(false);
  expect(shopper.say("I want to return the dress", {}, "return_start").understood).toBe(false);
});

test("moves in the store are told once, each in one short message; all else is silent", () => {
  const shopper = ask(one(underWay()));
  const event = () => shopper.send({ kind: "store-event", topic: "fulfillment_events/create" });
  expect(event().blocks).toEqual([]);
  shopper.store.orders = one(
    underWay({ displayStatus: "OUT_FOR_DELIVERY", events: [{ status: "OUT_FOR_DELIVERY", happenedAt: hours(1) }] }),
  );
  event();
  expect(shopper.words()).toContain("Order #4471: It went out for delivery today.");
  expect(event().blocks).toEqual([]);
  shopper.store.orders = one(underWay({ displayStatus: "DELIVERED", deliveredAt: hours(0) }));
  event();
  expect(shopper.words()).toContain("Order #4471: It was delivered today.");
  expect(event().blocks).toEqual([]);
});

test("a first shipment and a cancellation are told when they happen", () => {
  const shopper = ask([order({ fulfillments: [], processedAt: daysAgo(1) })]);
  shopper.store.orders = one(underWay({ estimatedDeliveryAt: undefined }));
  shopper.send({ kind: "store-event", topic: "fulfillments/create" });
  expect(shopper.words()).toContain("It left our warehouse yesterday.");
  shopper.store.orders = one(underWay(), { cancelledAt: noon });
  shopper.send({ kind: "store-event", topic: "orders/cancelled" });
  expect(shopper.words()).toContain("Order #4471 was cancelled today.");
  expect(shopper.send({ kind: "store-event", topic: "orders/updated" }).blocks).toEqual([]);
});

test("a tracking field that is no web address is not made a link", () => {
  const tracking = [{ number: "X1", url: "javascript:alert(1)" }];
  expect(ask(one(underWay({ tracking }))).block("order").trackingUrl).toBeUndefined();
});
