import fc from "fast-check";
import { expect, test } from "vitest";
import type { Language } from "#app/channels/message.ts";
import { contents, contentsAfter, hashEdit } from "#app/domain/orders/edit.ts";
import type { EditFacts, EditQuote, OrderChange, VariantFacts } from "#app/domain/orders/facts.ts";
import { checkExtra, defaultOrderPolicy, readOrderPolicy } from "#app/domain/orders/order-policy.ts";
import { editOrderFlow } from "#app/flows/edit-order/flow.ts";
import { itemWish } from "#app/flows/edit-order/wish.ts";
import type { EditEffectInput, FlowInput } from "#app/flows/engine.ts";
import { asksForMail, mailNamed } from "#app/flows/resend/wish.ts";
import { order } from "./setup/orders.ts";
import { Shopper, understood } from "./setup/shopper.ts";

const euro = (cents: number) => ({ amount: (cents / 100).toFixed(2), currencyCode: "EUR" });
const open = order({ fulfillmentStatus: "UNFULFILLED", fulfillments: [] });
const prices: Record<string, number> = { m: 8900, l: 9150, s: 8900, scarf: 2450 };
const kind = (id: string, size: string): VariantFacts => ({
  id,
  title: `Sage / ${size}`,
  options: [
    { name: "Colour", value: "Sage" },
    { name: "Size", value: size },
  ],
  forSale: true,
  stock: 5,
});
const dresses = [kind("s", "S"), kind("m", "M"), kind("l", "L")];
const facts = (): EditFacts => ({
  fulfillmentStatus: "UNFULFILLED",
  returnStatus: "NO_RETURN",
  editable: true,
  hasParcel: false,
  total: euro(13_800),
  lines: [
    { lineItemId: "line-dress", variantId: "m", productId: "dress", title: "Linen dress", variantTitle: "Sage / M", quantity: 1 },
    { lineItemId: "line-scarf", variantId: "scarf", productId: "scarf", title: "Wool scarf", variantTitle: "Rust", quantity: 2 },
  ],
  outstanding: euro(0),
  payments: [],
  refundNotes: [],
});
const calculate =
  (present: EditFacts, surcharge = 0) =>
  (change: OrderChange): EditQuote => {
    const cents = contentsAfter(present.lines, change).reduce((sum, [id, count]) => sum + (prices[id] ?? 0) * count, surcharge);
    const before = present.total;
    const difference = euro(cents - 13_800);
    const total = euro(cents);
    return { before, total, difference, inShopCurrency: difference, hash: hashEdit(open.id, present.lines, change, { before, total }) };
  };
function begin(language: Language = "en", present = facts()) {
  const scarf: VariantFacts = { id: "scarf", title: "Rust", options: [{ name: "Colour", value: "Rust" }], forSale: true, stock: 3 };
  const store = { orders: [open], returnable: {}, contents: { [open.id]: present }, variants: { dress: dresses, scarf: [scarf] } };
  return new Shopper(editOrderFlow, { ...store, edit: calculate(present) }, { language });
}

test.each<[Language, string, object]>([
  ["en", "the dress in L instead of M", {}],
  ["de", "das Kleid in L statt M", {}],
  ["fr", "la robe en L au lieu de M", {}],
  ["es", "el vestido en L en vez de M", {}],
  ["pt", "o vestido em L em vez de M", {}],
  ["it", "il vestito in L invece di M", {}],
  ["nl", "de jurk in L in plaats van M", {}],
])("another size in words (%s): the new sum to the cent", (language, words) => {
  const shopper = begin(language);
  shopper.open(words, "change_order", { variant: { size: "L" } });
  expect(shopper.words()).toContain("Sage / L");
  expect(shopper.state.shown).toMatchObject({ difference: euro(250), change: { add: [{ variantId: "l", quantity: 1 }] } });
});

test.each<[string, object]>([
  ["take the scarf out", { kind: "remove" }],
  ["nimm den Schal bitte raus", { kind: "remove" }],
  ["retirez l'écharpe", { kind: "remove" }],
  ["quita la bufanda", { kind: "remove" }],
  ["tira o cachecol do pedido", { kind: "remove" }],
  ["togli la sciarpa", { kind: "remove" }],
  ["haal de sjaal eruit", { kind: "remove" }],
  ["two instead of one", { kind: "quantity", quantity: 2 }],
  ["drei statt zwei", { kind: "quantity", quantity: 3 }],
  ["deux au lieu d'une", { kind: "quantity", quantity: 2 }],
  ["dos en vez de una", { kind: "quantity", quantity: 2 }],
  ["três em vez de dois", { kind: "quantity", quantity: 3 }],
  ["due invece di una", { kind: "quantity", quantity: 2 }],
  ["twee in plaats van een", { kind: "quantity", quantity: 2 }],
  ["just one", { kind: "quantity", quantity: 1 }],
  ["noch eine dazu", { kind: "quantity", more: 1 }],
])("%s", (words, wish) => {
  expect(itemWish(words, {})).toMatchObject(wish);
});

test.each([
  ["I never received my order confirmation", "confirmation"],
  ["Ich habe keine Bestellbestätigung bekommen", "confirmation"],
  ["pouvez-vous renvoyer la facture", "invoice"],
  ["no he recibido la factura", "invoice"],
  ["não recebi a fatura", "invoice"],
  ["non ho ricevuto la fattura", "invoice"],
  ["ik heb de factuur niet ontvangen", "invoice"],
])("%s: a mail that is missing", (words, mail) => {
  expect(asksForMail(words)).toBe(true);
  expect(mailNamed(words)).toBe(mail);
});

test("a parcel that is missing is no mail", () => {
  expect(asksForMail("I never received my dress")).toBe(false);
});

test("a limit that cannot be read, or a sum that cannot be known, leaves it to a person", () => {
  expect(readOrderPolicy({ changeItemsUpTo: "much" }).changeItems).toBe(false);
  const limited = { ...defaultOrderPolicy, changeItemsUpTo: "2.49" };
  expect(checkExtra(euro(250), limited)).toBe("too-much");
  expect(checkExtra(euro(249), limited)).toBeNull();
  expect(checkExtra(euro(-9000), limited)).toBeNull();
  expect(checkExtra(null, limited)).toBe("too-much");
});

const say = (text: string, slots: object = {}): FlowInput => ({ kind: "text", text, understanding: understood("change_order", slots) });
const inputs = fc.constantFrom<FlowInput>(
  say("yes", { yesNo: "yes" }),
  say("yes", { yesNo: "yes" }),
  say("no", { yesNo: "no" }),
  say("the dress in L", { variant: { size: "L" } }),
  say("take the scarf out"),
  say("three of the scarf"),
  { kind: "choice", slot: "what", value: "quantity" },
  { kind: "choice", slot: "item", value: "line-scarf" },
  { kind: "resume", movedFrom: "instagram" },
  { kind: "store-event", topic: "orders/updated" },
  { kind: "effect-settled" },
);

test("in any order of things: changed at most once, only for a yes to the sum shown in the last half hour that still stands", () => {
  let planned = 0;
  const moves = fc.constantFrom(...Array<string>(8).fill("none"), "dearer", "hour", "parcel", "other-lines");
  fc.assert(
    fc.property(fc.array(fc.record({ input: inputs, move: moves }), { minLength: 2, maxLength: 12 }), (steps) => {
      const present = facts();
      const shopper = begin("en", present);
      shopper.open("the dress in L", "change_order", { variant: { size: "L" } });
      for (const { input, move } of steps) {
        if (move === "dearer") shopper.store.edit = calculate(present, 500);
        if (move === "hour") shopper.now = new Date(shopper.now.getTime() + 3_600_000);
        if (move === "parcel") present.hasParcel = true;
        if (move === "other-lines" && present.lines[1]) present.lines[1].quantity = 1;
        const { shown } = shopper.state;
        const count = shopper.effects.length;
        shopper.send(input);
        if (shopper.effects.length === count) continue;
        planned += 1;
        const effect = shopper.effects.at(-1)?.input as EditEffectInput;
        expect(shopper.effects).toHaveLength(1);
        expect(input).toMatchObject({ text: "yes" });
        expect(effect.quoteHash).toBe(shown?.hash);
        const now = shopper.store.edit?.(effect.change);
        expect(now).toMatchObject({ hash: shown?.hash, total: shown?.total, difference: shown?.difference });
        expect(shopper.now.getTime() - Date.parse(shown?.at ?? "")).toBeLessThanOrEqual(1_800_000);
        expect(present.hasParcel).toBe(false);
        expect(effect.before).toEqual(contents(present.lines));
        expect(effect.after).toEqual(contentsAfter(present.lines, effect.change));
      }
    }),
    { numRuns: 1500 },
  );
  expect(planned).toBeGreaterThan(50);
});

test("two things in one change: one sum, one yes, and nothing else with it", () => {
  const shopper = begin();
  shopper.open("the dress in L instead of M", "change_order", { variant: { size: "L" } });
  const title = shopper.choices().find((one) => one.id.includes("|more|"))?.title;
  expect(title).toBe("Another item too");
  shopper.tap("more|item");
  // The scarf is all that is left besides.
  shopper.tap("what|remove");
  expect(shopper.words()).toContain("Sage / L; 2 × Wool scarf, Rust is taken out");
  expect(shopper.state.shown).toMatchObject({
    difference: euro(250 - 2 * 2450),
    change: {
      set: [
        { lineItemId: "line-dress", quantity: 0 },
        { lineItemId: "line-scarf", quantity: 0 },
      ],
      add: [{ variantId: "l", quantity: 1 }],
    },
  });
  expect(shopper.choices().some((one) => one.id.includes("|more|"))).toBe(false);
});

test("said with an also, it comes on top; said without, it takes the place of what was shown", () => {
  const shopper = begin();
  shopper.open("the dress in L instead of M", "change_order", { variant: { size: "L" } });
  shopper.say("also take the scarf out");
  expect(shopper.state.shown?.change.set).toHaveLength(2);
  shopper.say("take the scarf out");
  expect(shopper.state.shown?.change).toEqual({ set: [{ lineItemId: "line-scarf", quantity: 0 }], add: [] });
});

test("numbers in the name of a kind are no number of pieces", () => {
  expect(itemWish("9 bar / 1L / manual", { quantity: 9 }, "variant")).toMatchObject({ words: "9 bar / 1L / manual" });
  expect(itemWish("9 bar / 1L / manual", { quantity: 9 }, "variant")?.kind).toBeUndefined();
  expect(itemWish("make it 9 pieces", { quantity: 9 }, undefined)).toMatchObject({ kind: "quantity", quantity: 9 });
});
