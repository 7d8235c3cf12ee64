import { expect, test } from "vitest";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";
import { asked, openTrust } from "./trust.ts";

const { house, write, instagram, codes, pass, proven, rules } = openTrust();

test("a proven shopper is not asked again within the trust period, and exactly once after it, with the reason", async () => {
  const { phone, email, order, question } = await proven();
  for (const days of [7, 80, 92]) {
    await pass(days);
    const answer = await write(phone, question);
    expect(answer).toContain(order.name);
    expect(answer).not.toMatch(asked);
  }
  expect(codes(email)).toHaveLength(1);
  // Writing has not made it last: 180 days after the code it is over, and said at the moment that something needs it.
  await pass(2);
  expect(await write(phone, "how long can I send things back?")).not.toMatch(/six digits|check once more/);
  expect(await write(phone, question)).toMatch(/check once more.*six digits/s);
  expect(await write(phone, codes(email).at(-1) ?? "")).toContain(order.name);
  expect(codes(email)).toHaveLength(2);
  await pass(100);
  expect(await write(phone, question)).not.toMatch(asked);
});

test("where the merchant asks for it, the order's own number does not show status by itself", async () => {
  await rules({ levels: { "order-status": "verified" } });
  const { phone: number, order, email } = createShopper(house());
  const phone = house().phone("whatsapp", `DE.${number.slice(1)}`, number);
  expect(await write(phone, `where is order ${order.name}`)).toMatch(asked);
  expect(textsOf(phone).join()).not.toMatch(/delivered|DHL/i);
  expect(await write(phone, codes(email).at(-1) ?? "")).toContain(order.name);
  // Stored by somebody who meant to ask for less: counts as nothing said.
  await rules({ levels: { "order-status": "anonymous", "start-return": "anonymous" } });
  const stranger = house().phone("instagram", "ig-tampered");
  expect(await write(stranger, `where is order ${order.name}`)).toMatch(asked);
  await rules({});
});

test("a second wish while a code is under way is not asked for again: one code serves both", async () => {
  const phone = instagram();
  const { order, email } = createShopper(house());
  await write(phone, `where is order ${order.name}`);
  await write(phone, "and I want to return it");
  expect(codes(email)).toHaveLength(1);
  expect(await write(phone, codes(email).at(-1) ?? "")).toContain(order.name);
  expect(codes(email)).toHaveLength(1);
});
