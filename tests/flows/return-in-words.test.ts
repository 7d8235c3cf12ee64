import { expect, test } from "vitest";
import { returnFlow } from "#app/flows/return/flow.ts";
import { daysAgo, dress, lineId, mug, order, returnable, scarf } from "./setup/orders.ts";
import { Shopper, type Store, understood } from "./setup/shopper.ts";

const orderId = "gid://shopify/Order/4471";

function store(changes: Partial<Store> = {}): Store {
  return { orders: [order()], returnable: { [orderId]: [returnable(dress), returnable(scarf)] }, ...changes };
}

function withOlderOrder(): Store {
  const older = order({ id: "gid://shopify/Order/4400", name: "#4400", processedAt: daysAgo(12), items: [mug] });
  return { orders: [order(), older], returnable: { [orderId]: [returnable(dress), returnable(scarf)], [older.id]: [returnable(mug)] } };
}

/** At the question for the reason, with the dress picked. */
function atReason(changes: Partial<Store> = {}): Shopper<ReturnType<typeof returnFlow.start>> {
  const shopper = new Shopper(returnFlow, store(changes)) as Shopper<ReturnType<typeof returnFlow.start>>;
  shopper.open("I want to return the dress");
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.block("progress").step).toBe(3);
  return shopper;
}

test("a return goes through in free English", () => {
  const shopper = new Shopper(returnFlow, withOlderOrder());
  shopper.open("I'd like to return the dress");
  expect(shopper.words()).toContain("Is it “Linen dress, Sage / M” from order #4471?");
  expect(shopper.block("choices").choices[0]).toMatchObject({ imageUrl: dress.imageUrl });
  shopper.say("yes that one", { yesNo: "yes" });
  expect(shopper.words()).toContain("What is the reason?");
  shopper.say("it pinches at the shoulders, too small", { reason: "size_small" });
  expect(shopper.words()).toContain("€89.00");
  const result = shopper.say("yes please", { yesNo: "yes" });
  expect(result.status).toBe("working");
  expect(shopper.returnInput().items).toMatchObject([
    { fulfillmentLineItemId: lineId(dress), quantity: 1, note: "it pinches at the shoulders, too small" },
  ]);
});

test("a return goes through in free German, where the item is one compound word", () => {
  const shopper = new Shopper(returnFlow, withOlderOrder(), { language: "de" });
  shopper.open("ich möchte das Leinenkleid zurückgeben");
  expect(shopper.words()).toContain("Geht es um „Linen dress, Sage / M“ aus Bestellung #4471?");
  shopper.say("ja", { yesNo: "yes" });
  expect(shopper.words()).toContain("Was ist der Grund?");
  shopper.say("zu klein", { reason: "size_small" });
  expect(shopper.words()).toContain("89,00\u00a0€");
  shopper.say("ja, passt", { yesNo: "yes" });
  expect(shopper.words()).toContain("Ich melde sie jetzt an");
  expect(shopper.effects).toHaveLength(1);
});

test("one sentence can answer several questions at once", () => {
  const shopper = new Shopper(returnFlow, withOlderOrder());
  shopper.open("both scarves from #4471 are too large for me", "return_start", { orderName: "#4471", reason: "size_large", quantity: 2 });
  expect(shopper.block("quote").total.amount).toBe("€49.00");
  expect(shopper.effects).toEqual([]);
});

test("a typo still finds the item", () => {
  const shopper = new Shopper(returnFlow, store());
  shopper.open("return please");
  shopper.say("teh scraf");
  expect(shopper.words()).toContain("How many of “Wool scarf, Rust”");
  shopper.say("just one", { quantity: 1 });
  expect(shopper.state.picks).toMatchObject([{ lineItemId: scarf.lineItemId, quantity: 1 }]);
});

test("an item can be named by its place in the list, or as all of them", () => {
  const byPlace = new Shopper(returnFlow, store());
  byPlace.open("return please");
  byPlace.say("the second one", { position: 2 });
  expect(byPlace.state.picks).toMatchObject([{ lineItemId: scarf.lineItemId }]);
  const all = new Shopper(returnFlow, store());
  all.open("return please");
  all.say("everything");
  expect(all.state.picks.map((pick) => pick.quantity)).toEqual([1, 2]);
});

test("when a word fits two items, it asks which of the two", () => {
  const other = { ...dress, lineItemId: "gid://shopify/LineItem/14", title: "Linen apron", variantTitle: undefined };
  const shopper = new Shopper(returnFlow, {
    orders: [order({ items: [dress, other, scarf] })],
    returnable: { [orderId]: [returnable(dress), returnable(other), returnable(scarf)] },
  });
  shopper.open("return please");
  shopper.say("the linen one");
  expect(shopper.words()).toContain("More than one item fits");
  expect(shopper.block("choices").choices.map((one) => one.title)).toEqual(["Linen dress", "Linen apron"]);
  shopper.say("the second", { position: 2 });
  expect(shopper.state.picks).toMatchObject([{ title: "Linen apron", quantity: 1 }]);
});

test("“no, the scarf” changes the item and keeps the reason", () => {
  const shopper = atReason();
  shopper.say("too small", { reason: "size_small" });
  shopper.say("no, the scarf", { yesNo: "no", correction: true });
  shopper.say("1", { quantity: 1 });
  expect(shopper.block("quote").total.amount).toBe("€24.50");
  expect(shopper.state).toMatchObject({ reason: "size_small", orderName: "#4471" });
});

test("“actually both” takes the other item too", () => {
  const shopper = atReason({ returnable: { [orderId]: [returnable(dress), returnable(scarf, { quantity: 1 })] } });
  shopper.say("actually both", { correction: true });
  expect(shopper.state.picks.map((pick) => pick.title)).toEqual(["Linen dress", "Wool scarf"]);
  expect(shopper.words()).toContain("What is the reason?");
});

test("“make it two” changes only the number", () => {
  const shopper = new Shopper(returnFlow, store());
  shopper.open("one wool scarf is too long", "return_start", { reason: "size_large", quantity: 1 });
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.block("quote").total.amount).toBe("€24.50");
  shopper.say("make it two", { quantity: 2, correction: true });
  expect(shopper.block("quote").total.amount).toBe("€49.00");
  expect(shopper.effects).toEqual([]);
});

test("“other reason” asks for the reason again and keeps the items", () => {
  const shopper = atReason();
  shopper.say("too small", { reason: "size_small" });
  shopper.say("sorry, other reason", { correction: true });
  expect(shopper.words()).toContain("What is the reason?");
  expect(shopper.state.picks).toMatchObject([{ title: "Linen dress" }]);
  shopper.say("it came damaged", { reason: "damaged" });
  expect(shopper.state.reason).toBe("damaged");
});

test("what is told at the question for the reason is the reason, in the shopper's own words", () => {
  const shopper = atReason();
  shopper.say("the colour makes me look like a ghost");
  expect(shopper.state).toMatchObject({ reason: "other", note: "the colour makes me look like a ghost" });
});

test("the first words on another channel, where the question was not asked, are no reason", () => {
  const shopper = atReason();
  const words = { kind: "text", text: "quería cambiar un artículo", understanding: understood(undefined, {}, "es") } as const;
  expect(shopper.send({ ...words, movedFrom: "widget" }).understood).toBe(false);
  expect(shopper.state.reason).toBeUndefined();
  expect(shopper.send(words).understood).toBe(true);
  expect(shopper.state).toMatchObject({ reason: "other", note: "quería cambiar un artículo" });
});

test("“it is a different product” at the question for the reason is the reason, “another order” is a change", () => {
  const told = atReason();
  told.say("looks like a different product");
  expect(told.state).toMatchObject({ reason: "other", note: "looks like a different product" });
  const changed = atReason();
  changed.say("it was another order");
  expect(changed.words()).toContain("Which order is it about?");
});

test("a side question is left to the turn, and the same step is asked again", () => {
  const shopper = atReason();
  const before = shopper.state;
  const aside = shopper.say("how long does shipping to Austria take?", {}, "shipping_policy");
  expect(aside).toMatchObject({ understood: false, blocks: [] });
  expect(shopper.state).toEqual(before);
  shopper.send({ kind: "resume" });
  expect(shopper.words()).toMatch(/^We go on with your return/);
  expect(shopper.words()).toContain("What is the reason?");
});

test("the proposed item can be refused, then the orders are offered", () => {
  const shopper = new Shopper(returnFlow, withOlderOrder());
  shopper.open("I want to return the dress");
  shopper.say("no", { yesNo: "no" });
  expect(shopper.words()).toContain("Which order is it about?");
  shopper.say("the mug");
  expect(shopper.words()).toContain("Is it “Stoneware mug” from order #4400?");
});

test("“that return” finds the thing that was named days ago", () => {
  const shopper = new Shopper(returnFlow, withOlderOrder());
  shopper.open("how long can I return the linen dress?\nI want to start that return");
  expect(shopper.words()).toContain("Is it “Linen dress, Sage / M” from order #4471?");
  expect(shopper.words()).not.toContain("order number");
});

test("an order number that is not the shopper's own is answered alike, whether or not it exists", () => {
  const shopper = new Shopper(returnFlow, withOlderOrder());
  shopper.open("return order #9999", "return_start", { orderName: "#9999" });
  expect(shopper.words()).toContain("I don’t find #9999 among the orders I can see for you.");
});

test("without any order it says so and asks for a number or an address", () => {
  const shopper = new Shopper(returnFlow, { orders: [], returnable: {} });
  const result = shopper.open("return please");
  expect(shopper.words()).toContain("I see no orders under the contact I know you by.");
  expect(result.expecting).toBe("order");
});

test("a change of mind is the reason where the reason is asked for, and stops the return anywhere else", () => {
  const shopper = atReason();
  shopper.say("I changed my mind", { command: "stop", reason: "changed_mind" });
  expect(shopper.block("progress").step).toBe(4);
  expect(shopper.say("I changed my mind", { command: "stop", reason: "changed_mind" }).status).toBe("done");
});
