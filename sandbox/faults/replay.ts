import type { Play } from "./play.ts";

/** Shopify sends the last webhook of this topic once more, long after the first time. */
export async function replayLast(play: Play, topic: string): Promise<void> {
  const { webhooks } = play.world.shopify;
  const delivery = webhooks.deliveries.findLast((one) => one.topic === topic);
  if (!delivery) throw new Error(`No webhook ${topic} was sent.`);
  await webhooks.replay(delivery);
}
