import { afterAll, beforeAll, expect, test } from "vitest";
import { House } from "#tests/vendor-faults/house.ts";
import { textsOf } from "#tests/vendor-faults/people.ts";
import { howMany, record } from "./record.ts";

/** 10,000 guesses when played in full. Somebody who never asked before sends each: limits per person do not help. */
const pairs = howMany(5_000, 6);
const together = howMany(25, 6);
let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const orders = () => [...house.shopify.store.orders.values()].filter((order) => order.email);
/** What stands on an order and is nobody's business. */
function fieldsOf(order: ReturnType<typeof orders>[number]): string[] {
  const address = order.shippingAddress;
  return [
    address?.lastName,
    address?.address1,
    address?.zip,
    order.phone,
    ...order.lines.map((line) => line.title),
    ...order.fulfillments.flatMap((one) => one.tracking.map((parcel) => parcel.number)),
  ].filter((text) => text !== undefined);
}

/** Ids, times and what the asker himself has typed: the rest must be equal to the letter. */
const withoutIds = (texts: string[], typed: string[]) =>
  typed.reduce((text, own) => text.replaceAll(own, "…"), texts.join("\n")).replace(/#?\d{4,}/g, "…");

test("a right and a wrong guess are answered alike, to the letter and in the same time, and disclose nothing", async () => {
  const real = orders();
  const times = { hit: [] as number[], miss: [] as number[] };
  const answers = { hit: new Set<string>(), miss: new Set<string>() };
  const wordings = [
    (name: string, email: string) => `Where is my order ${name}? My email is ${email}`,
    (name: string, email: string) => `I want to return ${name}, I am ${email}`,
  ];
  let disclosed = 0;
  for (let batch = 0; batch * together < pairs; batch += 1) {
    // Interleaved: the order of hit and miss changes with each pair, so that the machine's moods fall on both.
    for (let one = 0; one < together; one += 1) {
      const n = batch * together + one;
      const order = real[n % real.length];
      if (!order) throw new Error("no order");
      const guesses: ["hit" | "miss", string, string][] = [
        ["hit", order.name, order.email ?? ""],
        ["miss", `#${9000 + (n % 900)}`, `nobody${n}@example.com`],
      ];
      for (const [kind, name, email] of n % 2 ? guesses : guesses.toReversed()) {
        const phone = house.phone("instagram", `ig-${kind}-${n}`);
        const wording = wordings[n % wordings.length] ?? wordings[0];
        await phone.sendText(wording?.(name, email) ?? "");
        await house.idle();
        // The burst is over: from here on the asker waits. What is done after the answer he does not see.
        const started = performance.now();
        const rest = house.advance(2_000);
        while (phone.inbox.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
        times[kind].push(performance.now() - started);
        await rest;
        const said = textsOf(phone);
        expect(said.length).toBeGreaterThan(0);
        answers[kind].add(`${n % wordings.length} ${withoutIds(said, [name, email])}`);
        if (fieldsOf(order).some((field) => said.join(" ").includes(field))) disclosed += 1;
      }
    }
  }
  expect(disclosed).toBe(0);
  expect([...answers.hit].sort()).toEqual([...answers.miss].sort());
  // Each of them was asked for proof, and none had any.
  expect(await house.database.prisma.oneTimeCode.count()).toBe(pairs * 2);
  const gap = Math.abs(percentile(times.hit, 0.95) - percentile(times.miss, 0.95));
  console.log(`T1: p95 of a hit ${percentile(times.hit, 0.95).toFixed(1)} ms, of a miss ${percentile(times.miss, 0.95).toFixed(1)} ms`);
  // With a handful of guesses the 95th percentile is one single turn, which says nothing.
  if (pairs > 100) expect(gap).toBeLessThan(10);
  record("T1", pairs * 2, disclosed);
});

test("somebody who goes on guessing gets five codes, then a person", async () => {
  const phone = house.phone("instagram", "ig-patient");
  for (let n = 0; n < howMany(40, 7); n += 1) {
    await phone.sendText(`Where is order #${1001 + n}? My email is guess${n}@example.com`);
    await house.rest();
  }
  const codes = await house.database.prisma.oneTimeCode.count({
    where: { identityId: (await house.database.prisma.identity.findFirstOrThrow({ where: { externalId: "ig-patient" } })).id },
  });
  expect(codes).toBeLessThanOrEqual(5);
  record("T1", howMany(40, 7), 0);
});

function percentile(values: number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;
}
