import { expect, test } from "vitest";
import { languages } from "#app/channels/message.ts";
import { cancelTexts } from "#app/flows/cancel-order/texts/index.ts";
import { addressTexts } from "#app/flows/change-address/texts/index.ts";
import { labelDay, sayDay } from "#app/flows/dates.ts";
import { editTexts } from "#app/flows/edit-order/texts/index.ts";
import { editDistance, findMentions } from "#app/flows/item-match.ts";
import { addMoney, negated, sameMoney, sayMoney } from "#app/flows/money.ts";
import { flowForIntent } from "#app/flows/registry.ts";
import { resendTexts } from "#app/flows/resend/texts/index.ts";
import { giftTexts } from "#app/flows/return/gift/texts/index.ts";
import { outcomeTexts } from "#app/flows/return/outcome/texts/index.ts";
import { returnTexts } from "#app/flows/return/texts/index.ts";
import { saysNotReceived } from "#app/flows/track-order/not-received.ts";
import { trackTexts } from "#app/flows/track-order/texts/index.ts";
import { daysAgo, dress, mug, noon, scarf } from "./setup/orders.ts";

const catalogues = [returnTexts, outcomeTexts, giftTexts, trackTexts, cancelTexts, addressTexts, editTexts, resendTexts];

test("every sentence names the same facts in all seven languages", () => {
  const facts = (pattern: string) => [...new Set(pattern.match(/\{\w+(?=[,}])/g) ?? [])].sort();
  for (const catalogue of catalogues) {
    for (const [key, english] of Object.entries(catalogue.en)) {
      for (const language of languages) {
        const pattern = Object.entries(catalogue[language]).find(([name]) => name === key)?.[1] ?? "";
        expect({ language, key, facts: facts(pattern) }).toEqual({ language, key, facts: facts(english) });
      }
    }
  }
});

test("no straight apostrophe, which would quote in a pattern; no exclamation mark", () => {
  for (const catalogue of catalogues) {
    for (const language of languages) for (const words of Object.values(catalogue[language])) expect(words).not.toMatch(/['!]/);
  }
});

test("words of reply buttons fit on a chat button", () => {
  const buttons = ["proposalYes", "proposalNo", "moreDone", "person", "exchangeInstead", "changeSomething", "stop"] as const;
  for (const language of languages) for (const key of buttons) expect(returnTexts[language][key].length).toBeLessThanOrEqual(20);
  const endings = [
    "choose_refund",
    "choose_store_credit",
    "choose_exchange_variant",
    "choose_exchange_product",
    "choose_keep_item",
  ] as const;
  for (const language of languages)
    for (const key of [...endings, "confirmExchange"] as const) expect(outcomeTexts[language][key].length).toBeLessThanOrEqual(20);
  for (const language of languages)
    for (const key of ["chooseCard", "confirmExchange", "confirmCard"] as const)
      expect(giftTexts[language][key].length).toBeLessThanOrEqual(20);
  for (const language of languages) {
    for (const key of ["confirm", "keep", "startReturn"] as const) expect(cancelTexts[language][key].length).toBeLessThanOrEqual(20);
    for (const key of ["confirm", "change", "keep"] as const) expect(addressTexts[language][key].length).toBeLessThanOrEqual(20);
    for (const key of ["confirm", "change", "keep", "otherKind", "otherNumber", "takeOut", "cancelAll"] as const)
      expect(editTexts[language][key].length).toBeLessThanOrEqual(20);
    for (const key of ["startReturn", "notReceived", "askTeam"] as const) expect(trackTexts[language][key].length).toBeLessThanOrEqual(20);
  }
});

test("days are named as people name them, with the word their language puts before", () => {
  const day = (days: number, language: (typeof languages)[number]) =>
    sayDay(daysAgo(-days), { language, now: noon, timeZone: "Europe/Berlin" });
  expect([-8, -3, -1, 0, 1, 4, 12].map((days) => day(days, "en"))).toEqual([
    "on Tue 12 May",
    "Sunday",
    "yesterday",
    "today",
    "tomorrow",
    "Sunday",
    "on Mon 1 Jun",
  ]);
  expect(day(-3, "de")).toBe("am Sonntag");
  expect(day(-8, "de")).toBe("am Di., 12. Mai");
  expect(day(-3, "pt")).toBe("no domingo");
  expect(day(2, "pt")).toBe("na sexta-feira");
  expect(day(3, "es")).toBe("el sábado");
  expect(day(-400, "en")).toBe("on 15 Apr 2025");
});

test("which day it is depends on the shop's zone", () => {
  const at = new Date("2026-05-19T22:30:00Z");
  expect(sayDay(at, { language: "en", now: noon, timeZone: "Europe/Berlin" })).toBe("today");
  expect(labelDay(at, { language: "en", now: noon, timeZone: "America/New_York" })).toBe("Yesterday");
});

test("money is exact, however large", () => {
  const euro = (amount: string) => ({ amount, currencyCode: "EUR" });
  expect(addMoney(euro("0.10"), euro("0.2"))).toEqual(euro("0.30"));
  expect(addMoney(euro("90071992547409.93"), euro("0.01")).amount).toBe("90071992547409.94");
  expect(addMoney(euro("1.00"), euro("-2.50")).amount).toBe("-1.50");
  expect(negated(euro("-3.10")).amount).toBe("3.10");
  expect(sameMoney(euro("5"), euro("5.00"))).toBe(true);
  expect(sayMoney({ amount: "1200", currencyCode: "JPY" }, "en")).toBe("¥1,200");
  expect(sayMoney(euro("90071992547409.93"), "en")).toBe("€90,071,992,547,409.93");
});

test("items are found by name, variant, another language and with typos; strangers are not", () => {
  const items = [dress, scarf, mug];
  const found = (words: string) =>
    findMentions(words, items).map((one) => `${one.quantity ?? ""}${one.items.map((item) => item.title).join("/")}`);
  expect(found("the dress")).toEqual(["Linen dress"]);
  expect(found("das Leinenkleid")).toEqual(["Linen dress"]);
  expect(found("la robe en lin")).toEqual(["Linen dress"]);
  expect(found("la sciarpa e il vestito")).toEqual(["Wool scarf", "Linen dress"]);
  expect(found("2 scarves and the mug")).toEqual(["2Wool scarf", "Stoneware mug"]);
  expect(found("de sjaal")).toEqual(["Wool scarf"]);
  expect(found("the rust one")).toEqual(["Wool scarf"]);
  expect(found("stonewear mgu")).toEqual(["Stoneware mug"]);
  expect(found("the bicycle")).toEqual([]);
  expect(found("it is too small")).toEqual([]);
});

test("a swap of two letters is one slip", () => {
  expect(editDistance("scraf", "scarf")).toBe(1);
  expect(editDistance("dress", "dres")).toBe(1);
  expect(editDistance("dress", "shirt")).toBeGreaterThan(2);
});

test("a complaint about nothing received is told from a plain question", () => {
  expect(saysNotReceived("I never received it")).toBe(true);
  expect(saysNotReceived("das Paket ist nicht angekommen")).toBe(true);
  expect(saysNotReceived("where is my order?")).toBe(false);
  expect(saysNotReceived("I received it, thanks")).toBe(false);
});

test("each wish starts the flow that serves it", () => {
  expect(flowForIntent("order_status")).toBe("track-order");
  expect(["return_start", "refund_status", "exchange"].map((intent) => flowForIntent(intent as "return_start"))).toEqual([
    "return",
    "return",
    "return",
  ]);
  expect(flowForIntent("product_question")).toBeNull();
});

test("one letter before or after an apostrophe is no size", () => {
  const sizes = ["S", "M"].map((size) => ({ title: "Linen Wrap Dress", variantTitle: `Rust / ${size}` }));
  for (const words of ["#100412 s'il vous plaît", "s’il te plaît", "it's fine", "that’s what I'm sending"])
    expect(findMentions(words, sizes), words).toEqual([]);
  expect(findMentions("it's the dress", sizes)).toMatchObject([{ items: sizes }]);
  for (const words of ["the dress in S please", "la robe S, s'il vous plaît", "S"])
    expect(findMentions(words, sizes), words).toMatchObject([{ items: [sizes[0]] }]);
});
