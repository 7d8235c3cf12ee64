import { afterEach, beforeEach, expect, test } from "vitest";
import { consentWord } from "#app/domain/privacy/consent-words.ts";
import { fulfil } from "#sandbox/shopify/merchant.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { textsOf, withTracking } from "#tests/vendor-faults/people.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

test("the words are whole messages in seven languages", () => {
  for (const word of ["STOP", "Stopp.", "unsubscribe", "Abmelden", "désabonner", "baja", "parar", "disiscrivi", "uitschrijven"])
    expect([word, consentWord(word)?.state]).toEqual([word, "out"]);
  for (const word of ["START", "anmelden", "alta", "aanmelden"]) expect([word, consentWord(word)?.state]).toEqual([word, "in"]);
  for (const word of ["stop the return", "please start a return", "non-stop"]) expect([word, consentWord(word)]).toEqual([word, null]);
});

test("after STOP nothing is sent that we begin, what is asked is answered, and START brings the news back", async () => {
  const { phone, order } = await withTracking(house);
  const { store } = house.shopify;
  await phone.sendText("STOP");
  await house.rest();
  expect(textsOf(phone).at(-1)).toMatch(/no more messages that .* begin|no more messages that begin/);
  const quiet = textsOf(phone).length;
  fulfil(store, order.name, { at: store.now(), company: "DHL", number: "LL1DE" });
  await house.rest();
  await house.rest();
  expect(textsOf(phone)).toHaveLength(quiet);
  expect(await house.database.prisma.delivery.findMany({ where: { error: "opted-out" } })).toHaveLength(1);
  await phone.sendText("where is my order?");
  await house.rest();
  expect(textsOf(phone).length).toBeGreaterThan(quiet);
  await phone.sendText("START");
  await house.rest();
  expect(textsOf(phone).at(-1)).toMatch(/news of your orders/);
  expect((await house.database.prisma.consent.findMany({ orderBy: { id: "asc" } })).map((row) => [row.state, row.source])).toEqual([
    ["out", "shopper-word"],
    ["in", "shopper-word"],
  ]);
});
