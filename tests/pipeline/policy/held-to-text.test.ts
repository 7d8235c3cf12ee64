import { expect, test } from "vitest";
import type { PolicyReading } from "#app/pipeline/assistant/model.ts";
import { heldToText } from "#app/pipeline/policy/held-to-text.ts";

const english = {
  language: "en" as const,
  heading: "Refund policy",
  text: "You have 30 days from delivery.\nWe charge a  15% restocking fee. Return postage of €4.90 is kept.\nGift cards and lingerie stay yours. Refunds take 5 business days. Exchanges are welcome, and store credit is the only refund. Shoes are never exchanged, we do not swap them. We do not hand out store credit. Sale items can be returned like all others.",
};
const german = { language: "de" as const, heading: "", text: "Du hast drei Wochen Zeit ab Erhalt. Der Rückversand ist kostenlos." };
const held = (...readings: [PolicyReading["point"], string, string][]) =>
  heldToText(
    readings.map(([point, value, quote]) => ({ point, value, quote })),
    [english, german],
    "EUR",
  ).map(({ key, value }) => `${key}=${value}`);

test("what stands there is kept, in our own spelling, once", () => {
  expect(
    held(
      ["windowDays", "30", "You have 30 days from delivery."],
      ["windowDays", " 30 ", "You have 30 days from delivery."],
      ["windowStartsAt", "delivered", "You have 30 days from delivery."],
      ["restockingFeePercentage", "15", "We charge a 15% restocking fee."],
      ["returnShippingFee", "4,9", "Return postage of €4.90 is kept."],
      ["finalSale", "gift-card", "Gift cards and lingerie stay yours."],
      ["finalSale", "underwear", "Gift cards and lingerie stay yours."],
      ["exchange", "yes", "Exchanges are welcome, and store credit is the only refund."],
      ["windowDays", "21", "Du hast drei Wochen Zeit ab Erhalt."],
      ["returnShippingFee", "0.00", "Der Rückversand ist kostenlos."],
    ),
  ).toEqual([
    "windowDays=30",
    "windowStartsAt=delivered",
    "restockingFeePercentage=15",
    "returnShippingFee=4.90",
    "finalSale:gift-card=gift-card",
    "finalSale:underwear=underwear",
    "exchange=yes",
    "windowDays=21",
    "returnShippingFee=0.00",
  ]);
});

test.each<[string, PolicyReading["point"], string, string]>([
  ["a sentence that stands nowhere", "windowDays", "60", "You have 60 days from delivery."],
  ["a sentence with one letter changed", "windowDays", "30", "You have 30 days from delivery!"],
  ["another value than the sentence's", "windowDays", "31", "You have 30 days from delivery."],
  ["a part of the figure", "windowDays", "3", "You have 30 days from delivery."],
  ["working days", "windowDays", "5", "Refunds take 5 business days."],
  ["another start", "windowStartsAt", "ordered", "You have 30 days from delivery."],
  ["another percentage", "restockingFeePercentage", "1", "We charge a 15% restocking fee."],
  ["a fee of another sum", "returnShippingFee", "4", "Return postage of €4.90 is kept."],
  ["free where it is not said", "returnShippingFee", "0", "Return postage of €4.90 is kept."],
  ["goods that are not named", "finalSale", "swimwear", "Gift cards and lingerie stay yours."],
  ["goods of no kind", "finalSale", "constructor", "Gift cards and lingerie stay yours."],
  ["a refusal that is a welcome", "exchange", "no", "Exchanges are welcome, and store credit is the only refund."],
  ["an exchange that is refused", "exchange", "yes", "Shoes are never exchanged, we do not swap them."],
  ["credit that is refused", "storeCredit", "yes", "We do not hand out store credit."],
  ["goods that can be returned", "finalSale", "sale", "Sale items can be returned like all others."],
  ["a quote of a word", "windowDays", "30", "30 days"],
  ["no quote", "windowDays", "30", ""],
  ["pictures of nothing", "photosDamaged", "2", "You have 30 days from delivery."],
  ["everything final", "allFinal", "yes", "Exchanges are welcome, and store credit is the only refund."],
])("%s is dropped", (_what, point, value, quote) => {
  expect(held([point, value, quote])).toEqual([]);
});
