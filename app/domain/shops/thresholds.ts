/** Thresholds that differ from the shop's own: "order_status", "order_status@email" or "@email" to a confidence between 0 and 1. */
export type Thresholds = Record<string, number>;

export type ThresholdSettings = { confidenceThreshold: number; thresholds: unknown };

export const thresholdPercent = { least: 50, most: 99 };

/** How sure the assistant must be of an intent on a channel: the most particular rule holds, the shop's own threshold otherwise. */
export function thresholdFor({ confidenceThreshold, thresholds }: ThresholdSettings, intent: string, channel: string): number {
  const rules = readThresholds(thresholds);
  return rules[`${intent}@${channel}`] ?? rules[intent] ?? rules[`@${channel}`] ?? confidenceThreshold;
}

/** The stored rules; what is no number between 0 and 1 is none. */
export function readThresholds(stored: unknown): Thresholds {
  if (stored === null || typeof stored !== "object") return {};
  return Object.fromEntries(Object.entries(stored).filter(([, value]) => typeof value === "number" && value > 0 && value < 1));
}

/** "order_status@email" in its parts; an empty part stands for all. */
export function readThresholdKey(key: string): { intent: string; channel: string } {
  const [intent = "", channel = ""] = key.split("@");
  return { intent, channel };
}

/** A percentage as a merchant types it, or null when it is not a whole one from 50 to 99. */
export function readPercent(text: string | undefined): number | null {
  const percent = Number(text);
  const isWhole = /^\d{2}$/.test((text ?? "").trim());
  return isWhole && percent >= thresholdPercent.least && percent <= thresholdPercent.most ? percent / 100 : null;
}
