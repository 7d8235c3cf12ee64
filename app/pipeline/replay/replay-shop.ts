import type { Shop } from "#app/domain/shops/shop.server.ts";

/** What of a shop decides how it answers; a copy of it is played in. */
export type ReplayShop = Pick<
  Shop,
  | "name"
  | "language"
  | "currencyCode"
  | "timeZone"
  | "assistantName"
  | "voice"
  | "wording"
  | "confidenceThreshold"
  | "thresholds"
  | "returnPolicy"
>;

/** Nothing else of the shop leaves for the process of a replay. */
export function replayShop(shop: ReplayShop): ReplayShop {
  const { name, language, currencyCode, timeZone, assistantName, voice, wording, confidenceThreshold, thresholds, returnPolicy } = shop;
  return { name, language, currencyCode, timeZone, assistantName, voice, wording, confidenceThreshold, thresholds, returnPolicy };
}
