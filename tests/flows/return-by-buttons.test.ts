import { expect, test } from "vitest";
import { returnFlow } from "#app/flows/return/flow.ts";
import { daysAgo, dress, lineId, mug, order, returnable, scarf } from "./setup/orders.ts";
import { Shopper, type Store } from "./setup/shopper.ts";

function twoOrders(): Store {
  const older = order({ id: "gid://shopify/Order/4400", name: "#4400", processedAt: daysAgo(12), items: [mug] });
  return {
    orders: [order(), older],
    returnable: { "gid://shopify/Order/4471": [returnable(dress), returnable(scarf)], [older.id]: [returnable(mug)] },
  };
}

function oneOrder(changes: Partial<Store> = {}): Store {
  return { orders: [order()], returnable: { "gid://shopify/Order/4471": [returnable(dress), returnable(scarf)] }, ...changes };
}

test("a return goes through by buttons alone, and asks for the order before the reason", () => {
  const shopper = new Shopper(returnFlow, twoOrders());
  shopper.open("I want to send something back");
  expect(shopper.words()).toContain("Which order is it about?");
  expect(shopper.block("choices").choices.map((one) => one.title)).toEqual(["#4471", "#4400"]);
  expect(shopper.block("choices").choices[0]).toMatchObject({ imageUrl: dress.imageUrl });

  shopper.tap("4471");
  expect(shopper.block("items").items.map((item) => item.title)).toEqual(["Linen dress", "Wool scarf"]);
  expect(shopper.block("progress")).toMatchObject({ step: 2, of: 5, saved: [{ label: "Order", value: "#4471" }] });

  shopper.send({ kind: "items", slot: "items", items: [{ id: lineId(dress), quantity: 1 }] });
  expect(shopper.words()).toContain("What is the reason?");

  shopper.tap("reason|size_small");
  const quote = shopper.block("quote");
  expect(quote.total.amount).toBe("€89.00");
  expect(quote.confirm.title).toBe("Return for €89.00");
  expect(shopper.effects).toEqual([]);

  const result = shopper.tapId(quote.confirm.id);
  expect(result.status).toBe("working");
  expect(shopper.words()).toContain("registering it now");
  expect(shopper.effects).toEqual([
    {
      kind: "return-request",
      input: {
        orderId: "gid://shopify/Order/4471",
        orderName: "#4471",
        items: [{ fulfillmentLineItemId: lineId(dress), quantity: 1, reasonDefinitionId: "gid://shopify/ReturnReasonDefinition/2" }],
        quoteHash: expect.any(String),
        customer: "ada@example.com",
      },
    },
  ]);

  shopper.store.effect = {
    kind: "return-request",
    state: "done",
    result: { id: "gid://shopify/Return/1", name: "#4471-R1", status: "REQUESTED" },
  };
  const settled = shopper.send({ kind: "effect-settled" });
  expect(shopper.words()).toContain("#4471-R1");
  expect(settled.status).toBe("waiting");
});

test("a single order is taken without asking, a single item too", () => {
  const shopper = new Shopper(returnFlow, {
    orders: [order({ items: [dress] })],
    returnable: { "gid://shopify/Order/4471": [returnable(dress)] },
  });
  shopper.open("return please");
  expect(shopper.words()).toContain("Linen dress, Sage / M");
  expect(shopper.words()).toContain("What is the reason?");
  expect(shopper.block("progress").step).toBe(3);
});

test("on a chat channel one tap picks an item, asks how many of it, and offers the rest", () => {
  const shopper = new Shopper(returnFlow, oneOrder());
  shopper.open("return please");
  shopper.tap(lineId(scarf));
  expect(shopper.words()).toContain("How many of “Wool scarf, Rust”");
  expect(shopper.block("choices").choices.map((one) => one.title)).toEqual(["1", "All 2"]);
  shopper.tap("quantity|all");
  expect(shopper.words()).toContain("Noted: 2 × Wool scarf, Rust");
  shopper.tap(lineId(dress));
  expect(shopper.words()).toContain("What is the reason?");
  shopper.tap("reason|changed_mind");
  expect(shopper.block("quote").total.amount).toBe("€138.00");
});

test("two items in part quantities are quoted and registered as picked", () => {
  const shopper = new Shopper(returnFlow, oneOrder(), { policy: { mode: "open" } });
  shopper.open("return please");
  shopper.send({
    kind: "items",
    slot: "items",
    items: [
      { id: lineId(dress), quantity: 1 },
      { id: lineId(scarf), quantity: 1 },
    ],
  });
  shopper.tap("reason|changed_mind");
  expect(shopper.block("quote").lines.map((line) => line.amount)).toEqual(["€89.00", "€24.50"]);
  shopper.tapId(shopper.block("quote").confirm.id);
  expect(shopper.effects[0]?.kind).toBe("return-create");
  expect(shopper.returnInput().items.map((item) => item.quantity)).toEqual([1, 1]);
});

test("more than can go back is refused with the number that can", () => {
  const shopper = new Shopper(returnFlow, oneOrder());
  shopper.open("return please");
  shopper.send({ kind: "items", slot: "items", items: [{ id: lineId(scarf), quantity: 3 }] });
  expect(shopper.words()).toContain("Between 1 and 2 of “Wool scarf, Rust” can go back.");
  shopper.tap("quantity|all");
  expect(shopper.state.picks).toMatchObject([{ quantity: 2 }]);
});

test("an old button answers with the present step and changes nothing", () => {
  const shopper = new Shopper(returnFlow, oneOrder());
  shopper.open("return please");
  shopper.send({ kind: "items", slot: "items", items: [{ id: lineId(dress), quantity: 1 }] });
  shopper.tap("reason|size_small");
  const before = shopper.state;
  shopper.tapId("case1|reason|damaged");
  expect(shopper.words()).toContain("That button is from an earlier step.");
  expect(shopper.block("quote").total.amount).toBe("€89.00");
  expect(shopper.state).toEqual(before);
});

test("a value in the progress card is changed by a tap, and the rest is kept", () => {
  const shopper = new Shopper(returnFlow, oneOrder());
  shopper.open("return please");
  shopper.send({ kind: "items", slot: "items", items: [{ id: lineId(dress), quantity: 1 }] });
  shopper.tap("reason|size_small");
  shopper.tap("change|items");
  expect(shopper.block("items").items).toHaveLength(2);
  shopper.send({ kind: "items", slot: "items", items: [{ id: lineId(scarf), quantity: 1 }] });
  expect(shopper.block("quote").total.amount).toBe("€24.50");
  expect(shopper.block("progress").saved.map((saved) => saved.value)).toEqual(["#4471", "Wool scarf, Rust", "Too small"]);
});

test("back opens the step before, start over begins anew, stop ends without registering", () => {
  const shopper = new Shopper(returnFlow, twoOrders());
  shopper.open("return please");
  shopper.tap("4471");
  shopper.send({ kind: "items", slot: "items", items: [{ id: lineId(dress), quantity: 1 }] });
  shopper.say("go back", { command: "back" });
  expect(shopper.block("progress").step).toBe(2);
  shopper.send({ kind: "items", slot: "items", items: [{ id: lineId(scarf), quantity: 2 }] });
  expect(shopper.block("progress").step).toBe(3);
  shopper.say("start again", { command: "start-over" });
  expect(shopper.words()).toContain("Which order is it about?");
  const stopped = shopper.say("forget it", { command: "stop" });
  expect(stopped.status).toBe("done");
  expect(shopper.words()).toContain("Nothing was registered");
  expect(shopper.effects).toEqual([]);
});

test("fees are on the receipt, and are waived when the fault is the shop's", () => {
  const policy = { restockingFeePercentage: 10, returnShippingFee: "4.90" };
  const shopper = new Shopper(returnFlow, oneOrder({ orders: [order({ countryCode: "CH" })] }), { policy });
  shopper.open("return please");
  shopper.send({ kind: "items", slot: "items", items: [{ id: lineId(dress), quantity: 1 }] });
  shopper.tap("reason|changed_mind");
  expect(shopper.block("quote").lines.map((line) => `${line.label} ${line.amount}`)).toEqual([
    "1 × Linen dress, Sage / M €89.00",
    "Restocking fee -€8.90",
    "Return shipping -€4.90",
  ]);
  expect(shopper.block("quote").total.amount).toBe("€75.20");
  shopper.tap("change|reason");
  shopper.tap("reason|wrong_item");
  expect(shopper.block("quote").total.amount).toBe("€89.00");
});

test("damage is always looked at by a person first, even where returns open at once", () => {
  const shopper = new Shopper(returnFlow, oneOrder(), { policy: { mode: "open", photosDamaged: 0 } });
  shopper.open("the dress arrived with a hole", "return_start", { reason: "damaged" });
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.words()).toContain("someone from the team looks at it first");
  shopper.tapId(shopper.block("quote").confirm.id);
  expect(shopper.effects[0]?.kind).toBe("return-request");
  expect(shopper.returnInput().items[0]?.note).toBe("the dress arrived with a hole");
});

test("an exchange for a product that the shop no longer sells asks for another one, and changes nothing by itself", () => {
  const shopper = new Shopper(returnFlow, oneOrder());
  shopper.open("can I swap the dress for a larger one", "exchange", { reason: "size_small" });
  const result = shopper.say("yes", { yesNo: "yes" });
  expect(result.status).toBe("waiting");
  expect(shopper.words()).toContain("Linen dress, Sage / M");
  expect(shopper.words()).toContain("Which product would you like instead?");
  expect(shopper.effects).toEqual([]);
});
