import { afterAll, beforeAll, expect, test } from "vitest";
import { seeded } from "./chance.ts";
import { House } from "./house.ts";
import { readGarbage } from "./mad-model.ts";
import { textsOf } from "./people.ts";

const seed = 20261126;
/** 100,000 in tests/long. */
const outputs = 2_000;
const turns = 60;

let house: House;
beforeAll(async () => {
  house = await House.open({ knowledge: true, gemini: true });
  await house.database.prisma.shop.updateMany({ data: { wording: "model" } });
});
afterAll(() => house.close());

test(`${outputs.toLocaleString("en")} answers of a model gone mad (seed ${seed}) are read, or are the one error that everybody knows`, () => {
  expect(readGarbage(outputs, seed)).toBeGreaterThan(0);
});

test(`${turns} shoppers whose model answers like that all get a reply or a person`, async () => {
  house.gemini.chance = seeded(seed);
  house.gemini.manner = "garbage";
  const hard = [
    "my thingy has not shown its face, dunno",
    "the thing with the stuff, you know",
    "How much is standard shipping within Germany?",
    "Hello",
  ];
  for (let n = 0; n < turns; n += 1) {
    const phone = house.phone("whatsapp", `DE.7${n}`, `+49151000007${String(n).padStart(3, "0")}`);
    const before = house.waitedFor(":generateContent");
    await phone.sendText(hard[n % hard.length] ?? "");
    await house.rest();
    expect(textsOf(phone), `shopper ${n}`).not.toHaveLength(0);
    expect(house.waitedFor(":generateContent") - before, `shopper ${n}`).toBeLessThanOrEqual(30);
  }
  expect(house.asked("generativelanguage")).toBeGreaterThan(turns / 2);
}, 120_000);
