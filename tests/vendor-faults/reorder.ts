import { seeded, shuffled } from "./chance.ts";
import type { House } from "./house.ts";
import { type Journey, outcomeOf, type Subject } from "./journeys.ts";

/**
 * Plays a journey for many shoppers at once while Shopify's webhooks come in no order: after each step only some of what
 * is under way arrives, shuffled, the rest later or at the very end. Returns how the cases ended and what was told last.
 */
export async function playReordered(house: House, journey: Journey, howMany: number, seed: number) {
  const random = seeded(seed);
  const { webhooks, store } = house.shopify;
  const subjects = await journey.start(house, howMany);
  webhooks.hold();
  let underWay = webhooks.takeHeld();
  const release = async (share: number) => {
    const all = shuffled([...underWay, ...webhooks.takeHeld()], random);
    const now = all.filter(() => random() < share);
    underWay = all.filter((delivery) => !now.includes(delivery));
    await Promise.all(now.map((delivery) => webhooks.replay(delivery)));
    await house.idle();
  };
  for (const step of journey.steps) {
    for (const { order } of subjects) step(store, order);
    await release(random() * 0.7);
  }
  await release(1);
  webhooks.release();
  const result = async (subject: Subject) => ({
    order: subject.order.name,
    outcome: await outcomeOf(house, journey, subject),
    last: (await subject.told()).at(-1)?.replaceAll(subject.order.name, "#ORDER"),
  });
  return Promise.all(subjects.map(result));
}
