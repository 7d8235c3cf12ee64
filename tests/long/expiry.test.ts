import { expect, test } from "vitest";
import { asked, openTrust } from "#tests/proof/trust.ts";

const { write, codes, pass, proven, rules } = openTrust();

test("a code given again before the end renews the trust by itself", async () => {
  const { phone, email, question } = await proven();
  await pass(150);
  // Another address of theirs asks for a proof of its own; the first proof's end stays.
  await rules({ levels: { "start-return": "fresh" } });
  expect(await write(phone, "I want to return the dress")).toMatch(asked);
  expect(await write(phone, codes(email).at(-1) ?? "")).not.toMatch(asked);
  await rules({});
  await pass(100);
  expect(await write(phone, question)).not.toMatch(asked);
});

test("a shop that trusts for 30 days asks after 31", async () => {
  await rules({ trustDays: 30 });
  const { phone, question } = await proven();
  await rules({});
  await pass(29);
  expect(await write(phone, question)).not.toMatch(asked);
  await pass(2);
  expect(await write(phone, question)).toMatch(/check once more/);
});
