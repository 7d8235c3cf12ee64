import { afterEach, beforeEach, expect, test } from "vitest";
import { Mask } from "#app/pipeline/assistant/mask.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";

let house: House;
beforeEach(async () => {
  house = await House.open({ knowledge: true, gemini: true });
  await house.database.prisma.shop.updateMany({ data: { wording: "model" } });
});
afterEach(() => house.close());

const personal = [
  "kim.sample@example.com",
  "+49 151 1234 5678",
  "0151 12345678",
  "Musterweg 7",
  "10405 Berlin",
  "12 Baker Street",
  "rue de la Paix 12",
  "#1001",
  "LL123456789DE",
  "Zephyrina Quokkafield",
  "Quokkafield",
];

test("what names a person is hidden and comes back letter by letter", () => {
  const mask = new Mask(["Zephyrina Quokkafield"]);
  const text = `Hi, I am Zephyrina Quokkafield, ${personal.join(", ")}. It is 2 sizes too small, arrived 3 days ago.`;
  const hidden = mask.hide(text);
  for (const one of personal) expect(hidden).not.toContain(one);
  expect(hidden).toContain("2 sizes too small, arrived 3 days ago");
  expect(mask.show(hidden)).toBe(text);
});

test("a whole address is hidden with floor and town, and comes back letter by letter", () => {
  for (const address of [
    "Calle Mayor 5, 2º B, 28013 Madrid",
    "123 Main St, Apt 4B, Springfield, IL 62704",
    "Rua das Flores, 123 - Centro, São Paulo - SP, 01310-100",
    "Unter den Linden 77, 10117 Berlin",
    "221B Baker Street, London NW1 6XE",
    "Kerkstraat 12-3, 1017 GC Amsterdam",
  ]) {
    const mask = new Mask([]);
    const text = `my new address is ${address}`;
    const hidden = mask.hide(text);
    expect(hidden).toBe("my new address is [ADDRESS_1]");
    expect(mask.show(hidden)).toBe(text);
  }
});

test("nothing that names the shopper reaches the language model, and its answers still fit", async () => {
  const { email, phone: number, order } = createShopper(house, { arrived: false });
  const phone = house.meta.phone("whatsapp", `DE.${number.slice(1)}`, { name: "Zephyrina Quokkafield", phone: number });
  const told = [
    `where is ${order.name}?`,
    `my thingy ${order.name} has not shown its face, dunno. Zephyrina Quokkafield here, ${email}`,
    `hmm my number is ${number}, I live in Musterweg 7, 10405 Berlin, so what now with that thingy`,
  ];
  for (const text of told) {
    await phone.sendText(text);
    await house.rest();
  }
  const received = house.history.of("gemini");
  expect(received.map((entry) => entry.operation)).toContain("understand");
  expect(received.map((entry) => entry.operation)).toContain("compose");
  const words = JSON.stringify(received);
  const hits = [email, number, number.slice(3), order.name, "Musterweg", "10405", "Zephyrina", "Quokkafield"].filter((one) =>
    words.includes(one),
  );
  expect(hits).toEqual([]);
  expect(textsOf(phone).join("\n")).toContain(order.name);
  expect(textsOf(phone).join("\n")).not.toMatch(/(ORDER|NAME|EMAIL)_\d/);
});

test("with “send nothing” on, the model is not asked, key or not", async () => {
  await house.database.prisma.shop.updateMany({ data: { withoutModel: true } });
  const phone = house.phone("whatsapp", "DE.5559", "+4915155500059");
  await phone.sendText("my thingy has not shown its face, dunno");
  await house.rest();
  expect(textsOf(phone)).toHaveLength(1);
  expect(house.history.of("gemini")).toEqual([]);
});
