import { afterEach, beforeEach, expect, test } from "vitest";
import { insert, update } from "#app/platform/db/writes.ts";
import { approveReturn } from "#sandbox/shopify/merchant.ts";
import { House } from "./house.ts";
import { beforeTheYes, textsOf, times, withReturn } from "./people.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

async function wait(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) await house.advance(60_000);
}

const caseOf = (orderId: string) => house.database.prisma.case.findFirstOrThrow({ where: { orderId } });
const dead = () => house.database.prisma.job.findMany({ where: { state: "dead" } });

async function job(task: string, payload: object): Promise<void> {
  const shopId = await house.shopId();
  const row = { task, payload: payload as never, shopId, attempts: 0, maxAttempts: 3, fence: 0, state: "waiting" };
  await house.database.commit([insert("Job", { ...row, runAt: house.clock.now(), createdAt: house.clock.now() })]);
}

test.each<[string, object]>([
  ["empty", {}],
  ["of an older shape", { version: 0, step: "reason", items: "dress" }],
  ["half of today's shape", { version: 1, phase: "registered" }],
])(
  "a case whose state is %s goes to a person after a few tries, and the shopper hears so; others are answered meanwhile",
  async (_name, state) => {
    const { browser, order } = await withReturn(house);
    await house.database.commit([update("Case", { id: (await caseOf(order.id)).id }, { state })]);
    await browser.say("where is my refund?");
    await house.rest();
    const neighbour = house.phone("whatsapp", "DE.91", "+4915112345678");
    await neighbour.sendText("where is order #1001");
    await house.rest();
    expect(times(textsOf(neighbour), /should arrive/)).toBe(1);
    await wait(3);
    const words = await browser.words();
    const row = await house.database.prisma.case.findFirst({ where: { owner: "staff" } });
    // Either the flow still reads what it needs, or a person has it: silence is the one thing that may not be.
    if (row) expect(times(words, /passing this to a colleague/)).toBe(1);
    else expect(words.split("---").length).toBeGreaterThan(3);
    expect(await dead()).toEqual([]);
  },
);

test("news for a case that this version cannot read goes to a person, not round and round", async () => {
  const { browser, order } = await withReturn(house);
  const { id } = await caseOf(order.id);
  await house.database.commit([
    update("Case", { id }, { state: { version: 1, phase: "registered", returnId: order.returns[0]?.id, orderId: order.id } }),
  ]);
  approveReturn(house.shopify.store, `${order.name}-R1`);
  await house.rest();
  await wait(5);
  expect(await caseOf(order.id)).toMatchObject({ owner: "staff", escalation: "tool-failure" });
  expect(await dead()).toEqual([]);
  expect(await browser.words()).not.toMatch(/is approved/);
});

test("a case of a flow that is gone is no dead end", async () => {
  const { browser, order } = await withReturn(house);
  await house.database.commit([update("Case", { id: (await caseOf(order.id)).id }, { flow: "exchange", status: "open" })]);
  const before = (await browser.shown()).length;
  await browser.say("so what about my exchange?");
  await house.rest();
  expect((await browser.shown()).length).toBeGreaterThan(before);
  expect(await dead()).toEqual([]);
});

test("an effect of a kind that this version does not know is left to a person, and nothing is done in the store", async () => {
  const { browser, order } = await beforeTheYes(house);
  // The turn's result is committed by a version that knows this kind; the next one to start does not.
  await house.database.prisma.$executeRawUnsafe(
    `CREATE TRIGGER other_version AFTER INSERT ON "Effect" BEGIN UPDATE "Effect" SET kind = 'refund-create' WHERE id = NEW.id; END`,
  );
  await browser.tap(/Return for/);
  await house.rest();
  expect(await house.database.prisma.effect.findFirst()).toMatchObject({ kind: "refund-create", state: "failed" });
  expect(house.history.of("shopify")).toEqual([]);
  expect(await caseOf(order.id)).toMatchObject({ owner: "staff" });
  expect(await browser.words()).toMatch(/colleague|team/);
});

test("jobs that this version does not know end as dead letters; the queue goes on beside them", async () => {
  await job("digest.send", { weekly: true });
  await job("turn", { identity: "of-another-shape" });
  await job("intake.channel", { id: "of-another-shape" });
  await job("delivery.send", {});
  const phone = house.phone("instagram", "DE.92");
  await phone.sendText("Hello");
  await house.rest();
  expect(textsOf(phone)).toHaveLength(1);
  await wait(2);
  expect((await dead()).map((row) => row.task).sort()).toEqual(["digest.send", "turn"]);
  expect(await house.database.prisma.job.count({ where: { state: "running" } })).toBe(0);
});

test("a position of reconciliation that another version wrote begins anew", async () => {
  await house.database.prisma.job.updateMany({ where: { task: "reconcile.store" }, data: { payload: { cursor: 17 } } });
  await house.advance(11 * 60_000);
  expect(await house.jobs("reconcile.store")).toMatchObject([
    { state: "waiting", attempts: 0, payload: { since: expect.any(String), seen: {} } },
  ]);
});

test("a stored event that cannot be read ends as a dead letter; the account's other events are not held up", async () => {
  const phone = house.phone("instagram", "DE.93");
  await phone.sendText("Hello");
  await house.rest();
  await house.database.prisma.rawEvent.updateMany({ where: { channel: "instagram" }, data: { body: "{", processedAt: null } });
  const [event] = await house.database.prisma.rawEvent.findMany({ where: { channel: "instagram" } });
  await job("intake.channel", { rawEventId: event?.id });
  await phone.sendText("Where is my order?");
  await house.rest();
  expect(textsOf(phone)).toHaveLength(2);
  await wait(2);
  expect((await dead()).map((row) => row.task)).toEqual(["intake.channel"]);
});
