/** Thresholds that differ from the shop's own: "order_status", "order_status@email" or "@email" to a confidence between 0 and 1. */
export type Thresholds = Record<string, number>;

export type ThresholdSettings = { confidenceThreshold: number; thresholds: unknown };

/** How sure the assistant must be of an intent on a channel: the most particular rule holds, the shop's own threshold otherwise. */
export function thresholdFor({ confidenceThreshold, thresholds }: ThresholdSettings, intent: string, channel: string): number {
  const rules = thresholds as Thresholds;
  return rules[`${intent}@${channel}`] ?? rules[intent] ?? rules[`@${channel}`] ?? confidenceThreshold;
}
