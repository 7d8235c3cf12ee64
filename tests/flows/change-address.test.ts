import fc from "fast-check";
import { expect, test } from "vitest";
import { languages } from "#app/channels/message.ts";
import { crosses, hashChange, type PostalAddress, sameAddress } from "#app/domain/orders/address.ts";
import type { AddressFacts } from "#app/domain/orders/facts.ts";
import { changeAddressFlow } from "#app/flows/change-address/flow.ts";
import { parseAddress } from "#app/flows/change-address/parse.ts";
import type { AddressEffectInput, FlowInput } from "#app/flows/engine.ts";
import { order } from "./setup/orders.ts";
import { Shopper, understood } from "./setup/shopper.ts";

const home: PostalAddress = {
  firstName: "Ada",
  lastName: "Sample",
  address1: "Musterweg 7",
  zip: "10405",
  city: "Berlin",
  countryCode: "DE",
};
const open = () => order({ fulfillmentStatus: "UNFULFILLED", fulfillments: [] });
const facts = (address: PostalAddress | undefined = home, changes: Partial<AddressFacts> = {}): AddressFacts => ({
  fulfillmentStatus: "UNFULFILLED",
  returnStatus: "NO_RETURN",
  address,
  ...changes,
});
const orderId = order().id;

test.each<[string, object]>([
  ["Neue Strasse 12\n14467 Potsdam", { address1: "Neue Strasse 12", zip: "14467", city: "Potsdam" }],
  ["Neue Strasse 12, 14467 Potsdam, Deutschland", { address1: "Neue Strasse 12", zip: "14467", city: "Potsdam", countryCode: "DE" }],
  ["Hauptstr. 5 10115 Berlin", { address1: "Hauptstr. 5", zip: "10115", city: "Berlin" }],
  ["Meine neue Adresse lautet: Hauptstr. 5a, D-10115 Berlin.", { address1: "Hauptstr. 5a", zip: "10115", city: "Berlin" }],
  ["my new address is 10 Downing Street, London SW1A 2AA", { address1: "10 Downing Street", zip: "SW1A 2AA", city: "London" }],
  ["1200 Main Street\nApt 4\nSpringfield, IL 62704", { address1: "1200 Main Street", address2: "Apt 4", zip: "62704", provinceCode: "IL" }],
  ["12 rue de la Paix\n75002 Paris\nFrance", { address1: "12 rue de la Paix", zip: "75002", city: "Paris", countryCode: "FR" }],
  ["Keizersgracht 1, 1015 CC Amsterdam", { address1: "Keizersgracht 1", zip: "1015 CC", city: "Amsterdam" }],
  ["Calle Mayor 3, 28013 Madrid, España", { address1: "Calle Mayor 3", zip: "28013", city: "Madrid", countryCode: "ES" }],
  ["Via Roma 10\n20121\nMilano", { address1: "Via Roma 10", zip: "20121", city: "Milano" }],
  ["Rua Augusta 100, 01305-000 São Paulo", { address1: "Rua Augusta 100", zip: "01305-000", city: "São Paulo" }],
])("%j is read as an address", (text, expected) => {
  expect(parseAddress(text, {}, "address1")).toMatchObject(expected);
});

test("what is no address leaves what is known as it is", () => {
  const known = { address1: "Neue Strasse 12" };
  for (const text of ["", "?", "what?", "x".repeat(500), "a,b,c,d,e,f,g,h,i"]) expect(parseAddress(text, known, "zip")).toEqual(known);
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => void parseAddress(text, {}, "address1")));
});

test("another country, another state, and parts of a country with their own carriage cross a border; the next street does not", () => {
  expect(crosses(home, { ...home, countryCode: "FR" })).toBe("country");
  expect(crosses(home, { ...home, zip: "27498", city: "Helgoland" })).toBe("zone");
  expect(crosses({ ...home, countryCode: "US", provinceCode: "IL" }, { ...home, countryCode: "US", provinceCode: "NY" })).toBe("zone");
  expect(crosses({ ...home, countryCode: "US", provinceCode: "IL" }, { ...home, countryCode: "US" })).toBe("zone");
  expect(crosses(home, { ...home, address1: "Neue Strasse 12", zip: "14467", city: "Potsdam" })).toBeNull();
  expect(crosses({ ...home, countryCode: "ES", zip: "28013" }, { ...home, countryCode: "ES", zip: "35001" })).toBe("zone");
});

test("tidying changes nothing about where it is; one letter does", () => {
  expect(sameAddress(home, { ...home, address1: " musterweg  7", city: "BERLIN" })).toBe(true);
  expect(sameAddress(home, { ...home, address1: "Musterweg 8" })).toBe(false);
  expect(hashChange("1", home, { ...home, zip: "10407" })).not.toBe(hashChange("2", home, { ...home, zip: "10407" }));
});

const inputs: fc.Arbitrary<FlowInput> = fc.oneof(
  fc
    .record({
      text: fc.constantFrom(
        "Neue Strasse 12, 14467 Potsdam",
        "Allee 3",
        "14469",
        "Potsdam",
        "yes",
        "no",
        "#4471",
        "75001 Paris, France",
        "stop",
      ),
      yesNo: fc.constantFrom(undefined, undefined, "yes" as const, "no" as const),
    })
    .map(({ text, yesNo }) => ({ kind: "text" as const, text, understanding: understood(undefined, { ...(yesNo && { yesNo }) }) })),
  fc.constant<FlowInput>({ kind: "choice", slot: "confirm", value: "shown" }),
  fc.constantFrom<FlowInput>(
    { kind: "choice", slot: "confirm", value: "000000000000" },
    { kind: "choice", slot: "change", value: "address" },
    { kind: "resume", movedFrom: "widget" },
    { kind: "store-event", topic: "orders/updated" },
  ),
);
const moves = fc.constantFrom("none", "none", "moved", "hour", "begun", "gone");

test("in any order of things: planned at most once, only for a yes to the address read back, of an order that can still go there", () => {
  let planned = 0;
  fc.assert(
    fc.property(fc.array(fc.record({ input: inputs, move: moves }), { minLength: 2, maxLength: 10 }), (steps) => {
      const addresses: Record<string, AddressFacts> = { [orderId]: facts() };
      const shopper = new Shopper(changeAddressFlow, { orders: [open()], returnable: {}, addresses });
      shopper.open("change my address", "change_address");
      for (const { input, move } of steps) {
        if (move === "moved") addresses[orderId] = facts({ ...home, address1: "Stafffgasse 1" });
        if (move === "begun") addresses[orderId] = facts(home, { fulfillmentStatus: "IN_PROGRESS" });
        if (move === "gone") addresses[orderId] = facts(undefined);
        if (move === "hour") shopper.now = new Date(shopper.now.getTime() + 3_600_000);
        const before = shopper.state;
        const isShown = input.kind === "choice" && input.value === "shown";
        const given = isShown ? { ...input, value: before.shown?.hash.slice(0, 12) ?? "" } : input;
        const count = shopper.effects.length;
        shopper.send(given);
        if (shopper.effects.length === count) continue;
        planned += 1;
        expect(shopper.effects).toHaveLength(1);
        const effect = shopper.effects[0]?.input as AddressEffectInput;
        const present = addresses[orderId];
        expect(effect.address).toEqual(before.shown?.to);
        expect(effect.quoteHash).toBe(before.shown?.hash);
        expect(effect.address).toMatchObject({ firstName: "Ada", lastName: "Sample", countryCode: "DE" });
        expect(present?.fulfillmentStatus).toBe("UNFULFILLED");
        expect(hashChange(orderId, present?.address ?? {}, effect.address)).toBe(effect.quoteHash);
        expect(shopper.now.getTime() - Date.parse(before.shown?.at ?? "")).toBeLessThanOrEqual(30 * 60_000);
        expect(isShown || (given.kind === "text" && given.understanding.slots.yesNo === "yes")).toBe(true);
      }
    }),
    { numRuns: 3_000 },
  );
  expect(planned).toBeGreaterThan(50);
});

test("a fresh proof is needed until the yes, and none anew for what is told afterwards", () => {
  expect(changeAddressFlow.requires(changeAddressFlow.start())).toBe("fresh");
  expect(changeAddressFlow.requires({ ...changeAddressFlow.start(), phase: "changed" })).toBe("verified");
});

test.each(languages)("in %s the whole address is read back and told, and staff see the steps", (language) => {
  const store = { orders: [open()], returnable: {}, addresses: { [orderId]: facts() } };
  const shopper = new Shopper(changeAddressFlow, store, { language });
  shopper.open("#4471", "change_address");
  shopper.say("Neue Strasse 12, 14467 Potsdam");
  expect(shopper.words()).toMatch(/#4471.*Ada Sample\nNeue Strasse 12\n14467 Potsdam/s);
  shopper.tapId(shopper.choices()[0]?.id ?? "");
  expect(shopper.effects).toMatchObject([{ kind: "address-change", input: { address: { zip: "14467" } } }]);
  Object.assign(shopper.store, { effect: { kind: "address-change", state: "done", result: { stored: "as-shown" } } });
  expect(shopper.send({ kind: "effect-settled" }).status).toBe("done");
  expect(shopper.words()).toMatch(/#4471.*Neue Strasse 12/s);
  const steps = shopper.flow.steps(shopper.state, language);
  expect(steps.every((step) => step.done)).toBe(true);
  expect(steps[1]?.value).toContain("14467 Potsdam");
});
