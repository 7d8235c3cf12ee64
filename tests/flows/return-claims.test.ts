import { expect, test } from "vitest";
import { languages } from "#app/channels/message.ts";
import { returnFlow } from "#app/flows/return/flow.ts";
import { text } from "#app/flows/return/texts/index.ts";
import { daysAgo, dress, order, returnable, scarf } from "./setup/orders.ts";
import { Shopper, type Store } from "./setup/shopper.ts";

/** Delivered a hundred days ago, where the window is thirty days. */
function longAgo(items = [dress], also: Store["returnable"][string] = []): Store {
  const one = order({ items });
  const old = { deliveredAt: daysAgo(100), fulfilledAt: daysAgo(103) };
  return { orders: [one], returnable: { [one.id]: [returnable(dress, old), ...also] } };
}

test("a fault that shows after the window goes to a person with its pictures; nothing is promised", () => {
  const shopper = new Shopper(returnFlow, longAgo());
  shopper.open("the dress has come apart", "return_start", { reason: "damaged" });
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.words()).toContain("send 2 pictures");
  expect(shopper.words()).not.toContain("window closed");
  shopper.store.photos = 2;
  const result = shopper.send({ kind: "photos", problems: [] });
  expect(result).toMatchObject({ status: "escalate", escalation: "damage-claim" });
  expect(shopper.words()).toContain("a fault is another matter");
  expect(shopper.words()).not.toContain("€");
  expect(shopper.effects).toHaveLength(0);
});

test("refused by the window first, the shopper says what is wrong with it and a person gets it", () => {
  const shopper = new Shopper(returnFlow, longAgo([dress, scarf], [returnable(scarf)]));
  shopper.open("i want to return the dress", "return_start");
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.words()).toContain("window closed");
  shopper.say("it is not as described, its seams are glued", { reason: "not_as_described" });
  const last = shopper.say("the dress");
  expect(last).toMatchObject({ status: "escalate", escalation: "policy-exception" });
  expect(shopper.effects).toHaveLength(0);
});

test("a change of mind after the window is still refused, and final sale with a fault is not", () => {
  const mind = new Shopper(returnFlow, longAgo());
  mind.open("the dress, i changed my mind", "return_start", { reason: "changed_mind" });
  mind.say("yes", { yesNo: "yes" });
  expect(mind.words()).toContain("window closed");
  expect(mind.last?.status).toBe("waiting");

  const one = order({ items: [dress] });
  const sale = new Shopper(returnFlow, { orders: [one], returnable: { [one.id]: [returnable(dress, { productTags: ["final-sale"] })] } });
  sale.open("the wrong dress came", "return_start", { reason: "wrong_item" });
  sale.say("yes", { yesNo: "yes" });
  expect(sale.last).toMatchObject({ status: "escalate", escalation: "policy-exception" });
});

test("given back by a person it goes on as a request that they decide on, even where returns open at once", () => {
  const shopper = new Shopper(returnFlow, longAgo(), { policy: { mode: "open" } });
  shopper.open("the wrong dress came", "return_start", { reason: "wrong_item" });
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.last?.status).toBe("escalate");
  shopper.send({ kind: "resume" });
  shopper.tapId(shopper.block("quote").confirm.id);
  expect(shopper.effects.map((effect) => effect.kind)).toEqual(["return-request"]);
});

test("nothing that has not arrived is a claim", () => {
  const one = order({ items: [dress] });
  const coming = returnable(dress, { deliveredAt: undefined, fulfilledAt: daysAgo(1) });
  const shopper = new Shopper(returnFlow, { orders: [one], returnable: { [one.id]: [coming] } });
  shopper.open("the wrong dress came", "return_start", { reason: "wrong_item" });
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.last?.status).toBe("waiting");
});

test.each(languages)("said in %s", (language) => {
  expect(text(language, "claimTakeOver").length).toBeGreaterThan(40);
});
