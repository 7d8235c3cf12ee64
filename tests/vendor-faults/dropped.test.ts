import { afterEach, beforeEach, expect, test } from "vitest";
import { reconcileEvery } from "#app/pipeline/reconcile/store.server.ts";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import type { WebhookDelivery } from "#sandbox/shopify/webhooks.ts";
import { seeded } from "./chance.ts";
import { House } from "./house.ts";
import { endings, type Journey, outcomeOf, parcelArrives, type Subject, wordsTo } from "./journeys.ts";
import { createShopper } from "./people.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
  // A day of the shop's has room for all of it: "today" is said to all or to none.
  await house.advance(untilMorning());
});
afterEach(() => house.close());

/** Until eight o'clock UTC of the next day; milliseconds. */
function untilMorning(): number {
  const morning = new Date();
  morning.setUTCDate(morning.getUTCDate() + 1);
  return morning.setUTCHours(8, 0, 0, 0) - Date.now();
}

type Loss = (subject: number, delivery: WebhookDelivery) => boolean;

/** Plays a journey while some webhooks never come, with a look of the reconciliation after each step. */
async function playWithLoss(journey: Journey, howMany: number, isLost: Loss): Promise<Subject[]> {
  const { webhooks, store } = house.shopify;
  const subjects = await journey.start(house, howMany);
  webhooks.hold();
  webhooks.takeHeld();
  for (const step of journey.steps) {
    for (const { order } of subjects) step(store, order);
    for (const delivery of webhooks.takeHeld()) {
      const place = subjects.findIndex(
        ({ order }) => delivery.body.includes(order.id) || delivery.body.includes(order.id.split("/").at(-1) ?? ""),
      );
      if (!isLost(place, delivery)) await webhooks.replay(delivery);
    }
    await house.idle();
    await house.advance(reconcileEvery + 1_000);
  }
  return subjects;
}

test.each(endings)("of %s every tenth webhook is lost, and in the end everybody was told the same", async (_name, { journey, outcome }) => {
  const random = seeded(7);
  // The first hears of everything, the second of nothing, the others lose a tenth.
  const subjects = await playWithLoss(journey, 10, (place) => place === 1 || (place > 1 && random() < 0.1));
  const [reference, ...others] = await Promise.all(subjects.map(wordsTo));
  for (const words of others) expect(words).toEqual(reference);
  for (const subject of subjects) expect(await outcomeOf(house, journey, subject)).toEqual(outcome);
});

test("a webhook that comes long after the reconciliation found its news is silent", async () => {
  const late: WebhookDelivery[] = [];
  const [subject] = await playWithLoss(parcelArrives.journey, 1, (_place, delivery) => late.push(delivery) > 0);
  if (!subject) throw new Error("Nobody is there.");
  const told = await subject.told();
  expect(told.at(-1)).toMatch(parcelArrives.last);
  await house.advance(20 * 3_600_000);
  for (const delivery of late) await house.shopify.webhooks.replay(delivery);
  await house.idle();
  expect(await subject.told()).toEqual(told);
});

test("after hours in which Shopify did not answer, the next look makes up for all of it", async () => {
  const { journey, last } = parcelArrives;
  const { webhooks, store, faults } = house.shopify;
  const [subject] = await journey.start(house, 1);
  if (!subject) throw new Error("Nobody is there.");
  faults.add("graphql", { kind: "status", status: 503 }, 10_000);
  webhooks.hold();
  for (const step of journey.steps) step(store, subject.order);
  webhooks.takeHeld();
  const before = await subject.told();
  await house.advance(12 * 3_600_000);
  expect(await subject.told()).toEqual(before);
  faults.clear();
  await house.advance(reconcileEvery + 1_000);
  expect((await subject.told()).at(-1)).toMatch(last);
});

test("looking again and again at a quiet store runs no turn", async () => {
  await playWithLoss(parcelArrives.journey, 2, () => true);
  await house.advance(reconcileEvery + 1_000);
  const conversation = () => house.database.prisma.conversation.findMany({ select: { revision: true } });
  const before = await conversation();
  for (let look = 0; look < 5; look += 1) await house.advance(reconcileEvery + 1_000);
  expect(await conversation()).toEqual(before);
});

test("the round goes on over a restart and over an uninstallation, and there is never more than one", async () => {
  await house.stopJobs();
  const [waiting] = await house.jobs("reconcile.store");
  await house.startJobs();
  await house.idle();
  expect(await house.jobs("reconcile.store")).toHaveLength(1);
  expect(waiting?.payload).toEqual((await house.jobs("reconcile.store"))[0]?.payload);
  house.shopify.uninstall();
  await house.rest(reconcileEvery * 2);
  expect(await house.jobs("reconcile.store")).toEqual([]);
});

test("a shop that nobody writes to for a year keeps its access", async () => {
  for (let week = 0; week < 52; week += 1) await house.advance(7 * 86_400_000);
  const { phone: number, order } = createShopper(house);
  const phone = house.phone("whatsapp", "DE.5", number);
  await phone.sendText(`where is order ${order.name}`);
  await house.rest();
  expect(phone.inbox.at(-1)?.text).toContain(`${order.name}: Delivered`);
});

test("more changes than one look reads are read to their end at once", async () => {
  const { webhooks, store } = house.shopify;
  const [subject] = await parcelArrives.journey.start(house, 1);
  if (!subject) throw new Error("Nobody is there.");
  webhooks.hold();
  for (let n = 0; n < 1_100; n += 1) {
    const at = new Date(store.now().getTime() - 1_100 + n);
    store.quietly(() => createOrder(store, { email: "ben@example.com", at, items: [{ sku: "SOCKS-OLI-36-38", quantity: 1 }] }));
  }
  for (const step of parcelArrives.journey.steps) step(store, subject.order);
  await house.advance(reconcileEvery + 1_000);
  expect((await subject.told()).at(-1)).toMatch(parcelArrives.last);
});
