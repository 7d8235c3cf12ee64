import { expect, test } from "vitest";
import type { ExchangeProduct } from "#app/domain/orders/exchange.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import type { KeepEffectInput } from "#app/flows/engine.ts";
import { returnFlow } from "#app/flows/return/flow.ts";
import { dress, order, returnable, scarf } from "./setup/orders.ts";
import { Shopper, type Store, understood } from "./setup/shopper.ts";

const orderId = "gid://shopify/Order/4471";
const euro = (amount: string) => ({ amount, currencyCode: "EUR" });
const variant = (id: string, values: [string, string], price: string, stock: number | null) => ({
  variantId: id,
  options: [
    { value: values[0], colour: values[0] === "Navy" ? "navy blue" : values[0].toLowerCase() },
    { value: values[1], size: values[1] },
  ],
  price: euro(price),
  stock,
});
const dresses: ExchangeProduct = {
  productId: "P1",
  title: "Linen dress",
  variants: [
    variant("V-sage-s", ["Sage", "S"], "89.00", 3),
    variant("V-sage-m", ["Sage", "M"], "89.00", 3),
    variant("V-sage-l", ["Sage", "L"], "89.00", 2),
    variant("V-rust-m", ["Rust", "M"], "95.00", 1),
    variant("V-navy-m", ["Navy", "M"], "79.50", 0),
  ],
};
const coats: ExchangeProduct = {
  productId: "P2",
  title: "Wool coat",
  variants: [variant("V-coat-m", ["Rust", "M"], "149.00", null), variant("V-coat-l", ["Rust", "L"], "149.00", 4)],
};
const openPolicy = { mode: "open" } as const satisfies Partial<ReturnPolicy>;
const bought = { productId: "P1", variantId: "V-sage-m" };

function shopperWith(policy: Partial<ReturnPolicy> = {}, changes: Partial<Store> = {}, language: "en" | "de" = "en") {
  const store: Store = {
    orders: [order({ customerId: "gid://shopify/Customer/1" })],
    returnable: { [orderId]: [returnable(dress, bought), returnable(scarf, { productId: "P3", variantId: "V-scarf" })] },
    products: { P1: structuredClone(dresses), P2: coats },
    ...changes,
  };
  return new Shopper(returnFlow, store, { policy: { ...openPolicy, ...policy }, language });
}

/** The dress goes back, and the first question about how it ends is on the screen. */
function atOutcome(policy: Partial<ReturnPolicy> = {}, changes: Partial<Store> = {}, language: "en" | "de" = "en") {
  const shopper = shopperWith(policy, changes, language);
  shopper.open("the dress is too small", "return_start", { reason: "size_small" });
  shopper.say("yes", { yesNo: "yes" });
  return shopper;
}

test("money back first: the flow is as short as before, and everything else is one tap away", () => {
  const shopper = atOutcome({ outcomes: ["refund", "exchange-variant", "store-credit"] });
  expect(shopper.block("quote").total.amount).toBe("€89.00");
  expect(shopper.block("quote").others.map((one) => one.title)).toEqual(["Exchange instead", "Store credit", "Change something"]);
});

test("the merchant's order is the order of the buttons, and nothing is calculated before a choice", () => {
  const shopper = atOutcome({ outcomes: ["exchange-variant", "exchange-product", "store-credit", "refund"] });
  expect(
    shopper
      .choices()
      .filter((one) => one.id.includes("|outcome|"))
      .map((one) => one.title),
  ).toEqual(["Another size or kind", "Another product", "Store credit", "Money back"]);
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.effects).toEqual([]);
});

test("an exchange by buttons: sold-out kinds are named and cannot be chosen, the difference is exact, the yes registers it", () => {
  const shopper = atOutcome();
  shopper.tap("outcome|exchange-variant");
  expect(shopper.words()).toContain("Sold out: Navy / M.");
  expect(shopper.choices().some((one) => one.id.endsWith("V-navy-m"))).toBe(false);
  expect(shopper.choices().some((one) => one.id.endsWith("V-sage-m"))).toBe(false);
  shopper.tapId("case1|variant|V-navy-m");
  expect(shopper.words()).toContain("“Linen dress, Navy / M” is sold out.");
  shopper.tap("variant|V-rust-m");
  expect(shopper.block("quote").total).toEqual({ label: "You pay", amount: "€6.00" });
  shopper.tapId(shopper.block("quote").confirm.id);
  expect(shopper.effects).toHaveLength(1);
  expect(shopper.effects[0]).toMatchObject({
    kind: "return-create",
    input: { exchange: { variantId: "V-rust-m", productId: "P1", quantity: 1 }, quoted: { outcome: "exchange-variant" } },
  });

  shopper.store.effect = { kind: "return-create", state: "done", result: { id: "R1", name: "#4471-R1", status: "OPEN" } };
  shopper.store.owed = { outstanding: euro("0.00") };
  shopper.send({ kind: "effect-settled" });
  expect(shopper.words()).toContain("registered as #4471-R1: Linen dress, Rust / M");
  expect(shopper.words()).toContain("You pay €6.00. I send you the shop’s payment link");

  const booked = { id: "R1", name: "#4471-R1", status: "OPEN", createdAt: shopper.now, processed: true, items: [] };
  shopper.store.orders = [order({ returns: [booked] })];
  shopper.store.owed = { outstanding: euro("6.00"), url: "https://pay.example.com/1" };
  shopper.send({ kind: "store-event", topic: "returns/process" });
  expect(shopper.words()).toContain("The shop has booked your exchange");
  expect(shopper.block("link").url).toBe("https://pay.example.com/1");
  shopper.send({ kind: "store-event", topic: "orders/updated" });
  expect(shopper.words()).toBe("");
  shopper.store.owed = { outstanding: euro("0.00") };
  shopper.send({ kind: "store-event", topic: "orders/updated" });
  expect(shopper.words()).toContain("Your payment has arrived");
});

test("the new item taken out here and told by Shopify's webhook first: the shopper hears of it once, and never of an exchange for nothing", () => {
  const shopper = atOutcome();
  shopper.say("I'd rather have it in L", { variant: { size: "L" } }, "exchange");
  shopper.say("yes", { yesNo: "yes" });
  shopper.store.effect = { kind: "return-create", state: "done", result: { id: "R1", name: "#4471-R1", status: "OPEN" } };
  shopper.send({ kind: "effect-settled" });
  const left = { id: "R1", name: "#4471-R1", status: "OPEN", createdAt: shopper.now, items: [], exchange: [] };
  shopper.store.orders = [order({ returns: [left] })];
  shopper.send({ kind: "store-event", topic: "returns/update" });
  expect(shopper.words()).toContain("took the new item out of #4471-R1");
  shopper.send({ kind: "store-event", topic: "returns/update", subjectId: "R1", byStaff: true, unsent: true });
  expect(shopper.words()).toBe("");
});

test.each([
  ["I'd rather have it in L", { variant: { size: "L" } }, "V-sage-l", "€0.00"],
  ["can I get the rust one instead?", { variant: { colour: "rust" } }, "V-rust-m", "€6.00"],
  ["one size bigger instead please", { variant: { sizeStep: 1 as const } }, "V-sage-l", "€0.00"],
])("in words: %s", (words, slots, variantId, amount) => {
  const shopper = atOutcome();
  shopper.say(words, slots, "exchange");
  expect(shopper.block("quote").total.amount).toBe(amount);
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.returnInput().exchange?.variantId).toBe(variantId);
});

test("a correction takes another kind, back goes one choice back, and money back is still there", () => {
  const shopper = atOutcome();
  shopper.say("in L instead", { variant: { size: "L" } }, "exchange");
  shopper.say("no, the rust one", { variant: { colour: "rust" }, correction: true, yesNo: "no" });
  expect(shopper.block("quote").total.amount).toBe("€6.00");
  shopper.say("back", { command: "back" });
  expect(shopper.words()).toContain("Which one would you like instead of “Linen dress, Sage / M”?");
  shopper.tap("outcome|refund");
  expect(shopper.block("quote").total.amount).toBe("€89.00");
});

test("said at the very beginning, the wished kind is kept until the rules and the stock are known", () => {
  const shopper = shopperWith();
  shopper.open("I want to exchange the dress for L", "exchange", { variant: { size: "L" } });
  shopper.say("yes", { yesNo: "yes" });
  shopper.say("too small", { reason: "size_small" });
  expect(shopper.block("quote").title).toBe("Exchange from order #4471");
  expect(shopper.words()).toContain("New: 1 × Linen dress, Sage / L");
  expect(shopper.block("quote").total.label).toBe("Nothing to pay");
});

test("another product is found by its name, then its kind is chosen", () => {
  const shopper = atOutcome();
  shopper.tap("outcome|exchange-variant");
  shopper.tap("outcome|exchange-product");
  expect(shopper.words()).toContain("Which product would you like instead?");
  shopper.say("a teapot");
  expect(shopper.words()).toContain("I can’t find “a teapot” in the shop.");
  shopper.say("the wool coat");
  shopper.tap("variant|V-coat-l");
  expect(shopper.block("quote").total).toEqual({ label: "You pay", amount: "€60.00" });
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.returnInput().exchange).toEqual({ variantId: "V-coat-l", productId: "P2", quantity: 1 });
});

test("resumed later: the chosen kind is gone, which is said, and the others are offered", () => {
  const shopper = atOutcome();
  shopper.say("in L instead", { variant: { size: "L" } }, "exchange");
  const old = shopper.block("quote").confirm.id;
  const products = structuredClone(dresses);
  for (const one of products.variants) if (one.variantId === "V-sage-l") one.stock = 0;
  shopper.store.products = { P1: products };
  shopper.tapId(old);
  expect(shopper.effects).toEqual([]);
  expect(shopper.words()).toContain("“Linen dress, Sage / L” is sold out by now.");
  shopper.tap("variant|V-sage-s");
  expect(shopper.block("quote").total.amount).toBe("€0.00");
});

test("resumed later: a dearer kind is shown with its new price before any yes counts", () => {
  const shopper = atOutcome();
  shopper.say("in rust instead", { variant: { colour: "rust" } }, "exchange");
  const old = shopper.block("quote").confirm.id;
  const products = structuredClone(dresses);
  for (const one of products.variants) if (one.variantId === "V-rust-m") one.price = euro("99.00");
  shopper.store.products = { P1: products };
  shopper.tapId(old);
  expect(shopper.effects).toEqual([]);
  expect(shopper.block("quote").total.amount).toBe("€10.00");
});

test("sold out between the yes and the registration: it is said, and the case is open at the kind", () => {
  const shopper = atOutcome();
  shopper.say("in L instead", { variant: { size: "L" } }, "exchange");
  shopper.say("yes", { yesNo: "yes" });
  shopper.store.effect = { kind: "return-create", state: "failed", error: "sold-out" };
  shopper.send({ kind: "effect-settled" });
  expect(shopper.words()).toContain("“Linen dress, Sage / L” was sold out before I could register it. Nothing was changed.");
  const before = shopper.returnInput().quoteHash;
  shopper.tap("variant|V-sage-s");
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.effects).toHaveLength(2);
  expect(shopper.returnInput(-1).quoteHash).not.toBe(before);
});

test("“I wanted to exchange something”, first on another channel, is this very exchange", () => {
  const shopper = atOutcome();
  shopper.say("in L instead", { variant: { size: "L" } }, "exchange");
  const before = structuredClone(shopper.state);
  const intents = [{ intent: "exchange", detail: "other_product", confidence: 0.9 }] as const;
  const words = { kind: "text", text: "hi again, I wanted to exchange an item", movedFrom: "email" } as const;
  expect(shopper.send({ ...words, understanding: { ...understood(undefined), intents: [...intents] } }).understood).toBe(false);
  expect(shopper.state).toEqual(before);
});

test("an exchange that the team is to see first is held in the case, not requested at Shopify", () => {
  const shopper = atOutcome({ mode: "request" });
  shopper.say("in L instead", { variant: { size: "L" } }, "exchange");
  expect(shopper.words()).toContain("the team looks at it first");
  const result = shopper.say("yes", { yesNo: "yes" });
  expect(result).toMatchObject({ status: "escalate", escalation: "policy-exception" });
  expect(shopper.effects).toEqual([]);
  expect(shopper.state.held).toMatchObject({ kind: "return-create", input: { exchange: { variantId: "V-sage-l" } } });
});

test("store credit: bonus and last day are shown before the yes and kept for whoever books it", () => {
  const policy = { outcomes: ["store-credit", "refund"], creditBonusPercentage: 10, creditExpiresAfterDays: 365 } as const;
  const shopper = atOutcome({ ...policy, outcomes: [...policy.outcomes] });
  expect(shopper.choices().find((one) => one.id.endsWith("store-credit"))?.description).toBe("10% more, valid until May 20, 2027");
  shopper.say("store credit is fine");
  expect(shopper.words()).toContain("Bonus: €8.90");
  expect(shopper.block("quote").total).toEqual({ label: "As store credit, valid until May 20, 2027", amount: "€97.90" });
  shopper.say("yes", { yesNo: "yes" });
  expect(shopper.effects[0]?.kind).toBe("return-create");
  expect(shopper.state.money).toEqual({ to: "store-credit", amount: euro("89.00"), bonus: euro("8.90"), expiresOn: "2027-05-20" });
  expect(shopper.state.outcome).toBe("store-credit");
});

test("a small thing may be kept: its money goes back by itself, above the limit it is not offered", () => {
  const policy = { outcomes: ["keep-item" as const, "refund" as const], keepItemUpTo: "90" };
  const shopper = atOutcome(policy);
  shopper.tap("outcome|keep-item");
  expect(shopper.words()).toContain("You can keep it and need not send anything.");
  shopper.tapId(shopper.block("quote").confirm.id);
  expect(shopper.effects).toHaveLength(1);
  expect(shopper.effects[0]?.kind).toBe("return-keep");
  expect(shopper.effects[0]?.input as KeepEffectInput).toMatchObject({
    items: [{ lineItemId: dress.lineItemId, quantity: 1 }],
    total: euro("89.00"),
  });
  shopper.store.effect = { kind: "return-keep", state: "done", result: { id: "gid://shopify/Refund/1" } };
  expect(shopper.send({ kind: "effect-settled" }).status).toBe("done");
  expect(shopper.words()).toContain("Done: €89.00 go back to your original payment.");

  expect(atOutcome({ ...policy, keepItemUpTo: "80" }).block("quote").total.amount).toBe("€89.00");
});

test("money before the item is back is for a person where the merchant says so", () => {
  const shopper = atOutcome({ outcomes: ["keep-item"], keepItemUpTo: "90", review: { refundBeforeReceipt: true } });
  shopper.tap("outcome|keep-item");
  expect(shopper.say("yes", { yesNo: "yes" })).toMatchObject({ status: "escalate" });
  expect(shopper.effects).toEqual([]);
  expect(shopper.state.held?.kind).toBe("return-keep");
});

test("several things at once cannot be exchanged: that is said, and money back is there", () => {
  const shopper = shopperWith();
  shopper.open("the dress and both scarves are too small", "return_start", { reason: "size_small" });
  shopper.say("yes", { yesNo: "yes" });
  shopper.tap("quantity|all");
  shopper.say("I want to exchange them", {}, "exchange");
  expect(shopper.words()).toContain("An exchange takes one item at a time");
  expect(shopper.block("quote").total.amount).toBe("€138.00");
});

test("what the shop does not offer is said, in whatever words it is asked for", () => {
  const shopper = atOutcome({ outcomes: ["refund"] });
  shopper.say("store credit please");
  expect(shopper.words()).toContain("The shop doesn’t offer that for this return.");
  expect(shopper.block("quote").others.map((one) => one.title)).toEqual(["Change something"]);
});

test("a refund by staff meanwhile closes an exchange with the reason", () => {
  const shopper = atOutcome();
  shopper.say("in L instead", { variant: { size: "L" } }, "exchange");
  const refund = { id: "gid://shopify/Refund/1", createdAt: shopper.now, total: euro("138.00") };
  shopper.store.orders = [order({ financialStatus: "REFUNDED", refunds: [refund] })];
  expect(shopper.send({ kind: "resume" }).status).toBe("done");
  expect(shopper.words()).toContain("already refunded €138.00");
});

/** A small generator that gives the same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

test("over generated prices, taxes and fees the sum on the button is to the cent what is planned, and no yes is to another sum", () => {
  const next = numbers(20_261_126);
  const cents = (value: number) => (value / 100).toFixed(2);
  for (let round = 0; round < 150; round += 1) {
    const [paid, price, later] = [100 + next(50_000), 100 + next(50_000), 100 + next(50_000)];
    const percent = [0, 5, 7, 19, 21][next(5)] ?? 0;
    const isExtra = next(2) === 1;
    const [restocking, shipping] = [next(4) * 5, next(3) * 250];
    const product: ExchangeProduct = {
      ...dresses,
      variants: [...dresses.variants.slice(0, 2), variant("V-x", ["Rust", "M"], cents(price), 5)],
    };
    const shopper = atOutcome(
      { restockingFeePercentage: restocking, returnShippingFee: cents(shipping), windowDays: 60 },
      {
        orders: [order({ customerId: "gid://shopify/Customer/1", countryCode: "US" })],
        returnable: { [orderId]: [returnable(dress, { ...bought, unitPrice: euro(cents(paid)) }), returnable(scarf)] },
        products: { P1: product },
        tax: { percent, isExtra },
      },
    );
    shopper.say("in rust instead", { variant: { colour: "rust" } }, "exchange");
    const taxOf = (value: number) => (isExtra ? Math.round((value * percent) / 100) : 0);
    const expected = (now: number) => paid + taxOf(paid) - Math.round((paid * restocking) / 100) - shipping - now - taxOf(now);
    const shown = (now: number) => {
      const { label, amount } = shopper.block("quote").total;
      const sign = label === "You pay" ? -1 : 1;
      expect(sign * Math.round(Number(amount.replace(/[^\d.]/g, "")) * 100)).toBe(expected(now));
    };
    shown(price);
    const button = shopper.block("quote").confirm.id;
    if (next(2) === 1 && later !== price) {
      product.variants[2] = variant("V-x", ["Rust", "M"], cents(later), 5);
      shopper.tapId(button);
      expect(shopper.effects).toEqual([]);
      shown(later);
      shopper.tapId(shopper.block("quote").confirm.id);
    } else shopper.tapId(button);
    expect(shopper.effects).toHaveLength(1);
    expect(shopper.state.money?.to).toBe("exchange");
  }
});
