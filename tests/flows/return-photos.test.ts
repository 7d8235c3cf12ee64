import { expect, test } from "vitest";
import { returnFlow } from "#app/flows/return/flow.ts";
import { dress, order, returnable } from "./setup/orders.ts";
import { Shopper, type Store } from "./setup/shopper.ts";

const oneOrder = (): Store => {
  const one = order({ items: [dress] });
  return { orders: [one], returnable: { [one.id]: [returnable(dress)] } };
};

function damaged(policy = {}) {
  const shopper = new Shopper(returnFlow, oneOrder(), { policy });
  shopper.open("the dress arrived with a hole", "return_start", { reason: "damaged" });
  shopper.say("yes", { yesNo: "yes" });
  return shopper;
}

const photo = (shopper: ReturnType<typeof damaged>, count: number) => {
  shopper.store.photos = count;
  return shopper.send({ kind: "photos", problems: [] });
};

test("damage asks for pictures one after the other, shows how many there are, and goes to a person before any sum is named", () => {
  const shopper = damaged();
  expect(shopper.words()).toContain("send 2 pictures");
  expect(shopper.last).toMatchObject({ status: "waiting", expecting: "photos" });
  expect(shopper.last?.effects).toBeUndefined();

  photo(shopper, 1);
  expect(shopper.words()).toContain("One more picture");
  expect(shopper.words()).toContain("Damaged, 1 of 2 pictures");

  const result = photo(shopper, 2);
  expect(result).toMatchObject({ status: "escalate", escalation: "damage-claim", state: { phase: "handed-over", photos: 2 } });
  expect(shopper.words()).toContain("pictures are with your return");
  expect(shopper.words()).not.toContain("€");
});

test("given back by a person, the return goes on to its sum and asks for no picture again", () => {
  const shopper = damaged();
  photo(shopper, 2);
  shopper.send({ kind: "resume" });
  expect(shopper.block("quote").total.amount).toBe("€89.00");
  shopper.tapId(shopper.block("quote").confirm.id);
  expect(shopper.effects).toHaveLength(1);
});

test("both at once, and pictures that were there before the reason was said, count too", () => {
  const shopper = new Shopper(returnFlow, { ...oneOrder(), photos: 2 });
  shopper.open("the dress arrived with a hole", "return_start", { reason: "damaged" });
  const result = shopper.say("yes", { yesNo: "yes" });
  expect(result).toMatchObject({ status: "escalate", escalation: "damage-claim" });
});

test.each([
  ["en", "I can't send a photo"],
  ["de", "Ich habe kein Foto davon"],
  ["fr", "je n’ai pas de photo"],
  ["es", "no tengo fotos"],
  ["pt", "não tenho foto"],
  ["it", "non ho foto"],
  ["nl", "ik heb geen foto"],
] as const)("who has no picture gets a person: %s", (language, words) => {
  const shopper = damaged();
  shopper.language = language;
  expect(shopper.say(words)).toMatchObject({ status: "escalate", escalation: "damage-claim" });
});

test("the button without pictures leads to a person, once", () => {
  const shopper = damaged();
  const without = shopper.choices().find((one) => one.id.endsWith("photos|none"));
  expect(shopper.tapId(without?.id ?? "")).toMatchObject({ status: "escalate", escalation: "damage-claim" });
  shopper.say("so?");
  shopper.tapId(without?.id ?? "");
  expect(shopper.words()).toContain("earlier step");
});

test("more words about the damage are added to the note and the picture is asked for again", () => {
  const shopper = damaged();
  const result = shopper.say("the seam under the arm is open as well");
  expect(result.understood).toBe(true);
  expect(shopper.state.note).toBe("the dress arrived with a hole\nthe seam under the arm is open as well");
  expect(shopper.words()).toContain("send 2 pictures");
});

test("another reason in between needs no pictures; back at the reason, nothing of them is left", () => {
  const shopper = damaged();
  shopper.say("actually it is just too small", { reason: "size_small", correction: true });
  expect(shopper.block("quote").total.amount).toBe("€89.00");
  const again = damaged();
  again.say("go back", { command: "back" });
  expect(again.state.reason).toBeUndefined();
});

test("what cannot be used is named, and asked for again", () => {
  const shopper = damaged();
  shopper.send({ kind: "photos", problems: ["heic", "size"] });
  expect(shopper.words()).toMatch(/HEIC[\s\S]*too large[\s\S]*send 2 pictures/);
});

test("the merchant decides which reasons want how many; with none, damage goes on as before", () => {
  expect(damaged({ photosDamaged: 0 }).block("quote").total.amount).toBe("€89.00");
  const shopper = new Shopper(returnFlow, oneOrder(), { policy: { photosWrongItem: 1 } });
  shopper.open("you sent the wrong dress", "return_start", { reason: "wrong_item" });
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.words()).toContain("send a picture");
  photo(shopper as ReturnType<typeof damaged>, 1);
  expect(shopper.block("quote").total.amount).toBe("€89.00");
});
