import { expect, test } from "vitest";
import { returnFlow } from "#app/flows/return/flow.ts";
import { daysAgo, dress, lineId, noon, order, returnable, scarf } from "./setup/orders.ts";
import { Shopper, type Store } from "./setup/shopper.ts";

const orderId = "gid://shopify/Order/4471";

/** The quote for the dress is on the screen. */
function atQuote(changes: Partial<Store> = {}) {
  const shopper = new Shopper(returnFlow, {
    orders: [order()],
    returnable: { [orderId]: [returnable(dress), returnable(scarf)] },
    ...changes,
  });
  shopper.open("the dress is too small", "return_start", { reason: "size_small" });
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.block("quote").total.amount).toBe("€89.00");
  return shopper;
}

test("a yes before any quote was shown registers nothing", () => {
  const shopper = new Shopper(returnFlow, { orders: [order()], returnable: { [orderId]: [returnable(dress), returnable(scarf)] } });
  shopper.open("return please");
  for (const words of ["yes", "yes please", "ok do it"]) shopper.say(words, { yesNo: "yes" });
  expect(shopper.effects).toEqual([]);
});

test("when the price has changed since, the yes shows the change and asks again", () => {
  const shopper = atQuote();
  const oldButton = shopper.block("quote").confirm.id;
  shopper.store.returnable[orderId] = [returnable(dress, { unitPrice: { amount: "79.00", currencyCode: "EUR" } }), returnable(scarf)];
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.words()).toContain("it was €89.00, now it is €79.00");
  expect(shopper.effects).toEqual([]);

  shopper.tapId(oldButton);
  expect(shopper.words()).toContain("That button belongs to an earlier calculation.");
  expect(shopper.effects).toEqual([]);

  shopper.tapId(shopper.block("quote").confirm.id);
  expect(shopper.effects).toHaveLength(1);
});

test("a tap on the shown button is not enough when the price moved in the meantime", () => {
  const shopper = atQuote();
  shopper.store.returnable[orderId] = [returnable(dress, { unitPrice: { amount: "79.00", currencyCode: "EUR" } })];
  shopper.tapId(shopper.block("quote").confirm.id);
  expect(shopper.words()).toContain("now it is €79.00");
  expect(shopper.effects).toEqual([]);
});

test("a second tap on the confirm button registers nothing more", () => {
  const shopper = atQuote();
  const button = shopper.block("quote").confirm.id;
  shopper.tapId(button);
  shopper.tapId(button);
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.effects).toHaveLength(1);
  expect(shopper.words()).toContain("still registering");
});

test("a no asks what to change", () => {
  const shopper = atQuote();
  shopper.say("no", { yesNo: "no" });
  expect(shopper.words()).toContain("What would you like to change?");
  shopper.tap("change|reason");
  shopper.tap("reason|changed_mind");
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.effects).toHaveLength(1);
});

test("resumed on day 31 of a 30-day window it explains the closed window and asks for no yes", () => {
  const shopper = atQuote({ orders: [order({ countryCode: "US" })] });
  shopper.now = new Date(daysAgo(5).getTime() + 31 * 86_400_000);
  shopper.send({ kind: "resume", movedFrom: "instagram" });
  expect(shopper.words()).toContain("“Linen dress, Sage / M” can’t go back: the 30-day return window closed yesterday.");
  expect(shopper.words()).toContain("Nothing from order #4471 can be returned right now.");
  const result = shopper.tap("person|yes");
  expect(result).toMatchObject({ status: "escalate", escalation: "policy-exception" });
  expect(shopper.effects).toEqual([]);
});

test("a yes on day 31 registers nothing", () => {
  const shopper = atQuote();
  shopper.now = new Date(daysAgo(5).getTime() + 31 * 86_400_000);
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.words()).toContain("the 30-day return window closed yesterday");
  expect(shopper.effects).toEqual([]);
});

test("an order that staff has refunded meanwhile closes the flow with the reason", () => {
  const shopper = atQuote();
  const refund = { id: "gid://shopify/Refund/1", createdAt: daysAgo(1), total: { amount: "138.00", currencyCode: "EUR" } };
  shopper.store.orders = [order({ financialStatus: "REFUNDED", refunds: [refund] })];
  const result = shopper.send({ kind: "resume" });
  expect(result.status).toBe("done");
  expect(shopper.words()).toContain("already refunded €138.00 for order #4471 yesterday");
});

test("fewer left than picked: the number is lowered, said, and quoted anew", () => {
  const shopper = new Shopper(returnFlow, { orders: [order()], returnable: { [orderId]: [returnable(dress), returnable(scarf)] } });
  shopper.open("both scarves are too large", "return_start", { reason: "size_large", quantity: 2 });
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.block("quote").total.amount).toBe("€49.00");
  shopper.store.returnable[orderId] = [returnable(dress), returnable(scarf, { quantity: 1 })];
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.words()).toContain("Only 1 of “Wool scarf, Rust” can still go back");
  expect(shopper.block("quote").total.amount).toBe("€24.50");
  expect(shopper.effects).toEqual([]);
});

test("when Shopify refuses to calculate, a person takes over with everything saved", () => {
  const shopper = new Shopper(returnFlow, {
    orders: [order()],
    returnable: { [orderId]: [returnable(dress), returnable(scarf)] },
    quoteError: "Shopify gave no calculation for this return.",
  });
  shopper.open("the dress is too small", "return_start", { reason: "size_small" });
  const result = shopper.say("yes", { yesNo: "yes" });
  expect(result).toMatchObject({ status: "escalate", escalation: "tool-failure" });
  expect(shopper.words()).toContain("could not get the exact amount");
  expect(shopper.words()).not.toContain("Shopify");
});

test("a failed registration is told honestly and goes to a person", () => {
  const shopper = atQuote();
  shopper.tapId(shopper.block("quote").confirm.id);
  shopper.store.effect = { kind: "return-request", state: "failed", error: "refused" };
  const result = shopper.send({ kind: "effect-settled" });
  expect(result).toMatchObject({ status: "escalate", escalation: "tool-failure" });
  expect(shopper.words()).toContain("did not go through");
});

test("an outcome nobody knows is not called a failure", () => {
  const shopper = atQuote();
  shopper.tapId(shopper.block("quote").confirm.id);
  shopper.store.effect = { kind: "return-request", state: "failed", error: "outcome-unknown" };
  shopper.send({ kind: "effect-settled" });
  expect(shopper.words()).toContain("could not confirm");
});

test("when the team gives a case back, it goes on where it was and not round in a circle", () => {
  const shopper = atQuote();
  shopper.tapId("case1|person|yes");
  expect(shopper.last?.status).toBe("escalate");
  const back = shopper.send({ kind: "resume" });
  expect(back.status).toBe("waiting");
  expect(shopper.block("quote").total.amount).toBe("€89.00");
});

test("an interrupted return is resumed with what is saved and asks only what is missing", () => {
  const shopper = new Shopper(returnFlow, { orders: [order()], returnable: { [orderId]: [returnable(dress), returnable(scarf)] } });
  shopper.open("return please");
  shopper.send({ kind: "items", slot: "items", items: [{ id: lineId(dress), quantity: 1 }] });
  shopper.now = new Date(noon.getTime() + 7 * 86_400_000);
  shopper.send({
    kind: "resume",
    movedFrom: "widget",
    text: "where is my refund?",
    understanding: { intents: [{ intent: "refund_status", confidence: 0.9 }], language: "en", mood: "calm", slots: {}, decidedBy: "local" },
  });
  expect(shopper.words()).toMatch(/^We go on with your return where you stopped in the chat on our site\./);
  expect(shopper.words()).toContain("not registered yet, so no refund is under way");
  expect(shopper.block("progress")).toMatchObject({ step: 3, of: 5, label: "Reason" });
  expect(shopper.block("progress").saved.map((saved) => saved.value)).toEqual(["#4471", "Linen dress, Sage / M"]);
  expect(shopper.choices().some((choice) => choice.id === "case1|reason|size_small")).toBe(true);
});
