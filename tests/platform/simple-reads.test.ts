import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { simpleRead } from "#app/platform/db/simple-reads-sqlite.server.ts";
import { insert } from "#app/platform/db/writes.ts";

let handle: DatabaseHandle;
const shops = ["one", "two"];
const channels = ["widget", "email", "sms"];

beforeAll(async () => {
  handle = await DatabaseHandle.open(":memory:");
  const accounts = shops.flatMap((shopId) =>
    channels.map((channel, place) =>
      insert("ChannelAccount", {
        id: `${shopId}-${channel}`,
        shopId,
        channel,
        externalId: `${shopId}-${channel}@x`,
        label: "ü",
        credentials: "",
        config: { place, deep: [1, null, "ü"] },
        paused: place === 1,
        createdAt: new Date(1_700_000_000_000 + place),
        issue: place === 2 ? "trouble" : null,
      }),
    ),
  );
  await handle.commit(accounts);
});
afterAll(() => handle.close());

/** In a transaction everything stays with Prisma: the same question asked there is answered by its own compiler. */
async function both(ask: (client: Pick<DatabaseHandle["prisma"], "channelAccount">) => Promise<unknown>): Promise<[unknown, unknown]> {
  return [await ask(handle.prisma), await handle.prisma.$transaction((transaction) => ask(transaction))];
}

const date = fc.integer({ min: -1, max: 4 }).map((place) => new Date(1_700_000_000_000 + place));
const condition = fc.record(
  {
    shopId: fc.oneof(
      fc.constantFrom(...shops),
      fc.record({ in: fc.subarray(shops) }),
      fc.record({ not: fc.constantFrom(...shops) }),
      fc.constant(undefined),
    ),
    channel: fc.oneof(fc.constantFrom(...channels), fc.record({ in: fc.subarray(channels) })),
    paused: fc.boolean(),
    issue: fc.oneof(fc.constant(null), fc.constant("trouble"), fc.record({ not: fc.constantFrom(null, "trouble", "none") })),
    createdAt: fc.oneof(date, fc.record({ gt: date }), fc.record({ gte: date, lt: date }), fc.record({ lte: date })),
  },
  { requiredKeys: [] },
);
const where = fc.oneof(
  condition,
  fc.record({
    OR: fc.array(
      condition.filter((one) => Object.keys(one).length > 0),
      { minLength: 1, maxLength: 3 },
    ),
    paused: fc.boolean(),
  }),
);
const direction = fc.constantFrom("asc" as const, "desc" as const);

test("a prepared statement answers as Prisma does", async () => {
  const options = fc.record({
    where,
    orderBy: fc.tuple(direction, direction).map(([a, b]) => [{ createdAt: a }, { id: b }]),
    take: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
    select: fc.constantFrom(undefined, { id: true, config: true, paused: true }),
  });
  await fc.assert(
    fc.asyncProperty(options, async (asked) => {
      const [fast, slow] = await both((client) => client.channelAccount.findMany(asked as never));
      expect(fast).toEqual(slow);
      const [fastCount, slowCount] = await both((client) => client.channelAccount.count({ where: asked.where as never }));
      expect(fastCount).toBe(slowCount);
      const { take: _all, ...first } = asked;
      const [fastFirst, slowFirst] = await both((client) => client.channelAccount.findFirst(first as never));
      expect(fastFirst).toEqual(slowFirst);
    }),
    { numRuns: 300 },
  );
});

test("reads of the kinds that the product makes are simple", () => {
  const read = (args: Record<string, unknown>) => simpleRead({ model: "Message", operation: "findMany", args });
  expect(read({ where: { shopId: "s", id: { in: ["a"] }, at: { gt: new Date() } }, orderBy: { seq: "desc" }, take: 5 })).not.toBeNull();
  expect(read({ where: { shopId: "s", OR: [{ id: "a" }, { id: "b" }] }, select: { id: true } })).not.toBeNull();
});

test("a unique key of two columns finds its row, and what must be there is missed in Prisma's words", async () => {
  const found = await handle.prisma.channelAccount.findUnique({ where: { shopId_channel: { shopId: "two", channel: "sms" } } });
  expect(found?.id).toBe("two-sms");
  await expect(handle.prisma.channelAccount.findUniqueOrThrow({ where: { id: "absent" } })).rejects.toMatchObject({ code: "P2025" });
});

test.each([
  { where: { label: { contains: "ü" } } },
  { where: { config: { path: ["place"], equals: 1 } } },
  { where: { NOT: { paused: true } } },
  { where: {}, include: { x: true } },
  { where: {}, take: -1 },
  { where: {}, orderBy: { issue: { sort: "asc", nulls: "first" } } },
])("what is not simple stays with Prisma: %j", (args) => {
  expect(simpleRead({ model: "ChannelAccount", operation: "findMany", args })).toBeNull();
});
