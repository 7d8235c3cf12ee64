import type { ReturnPolicy } from "./policy-types.ts";

/** How many returns the assistant may start by itself in one day of the shop's calendar; what goes beyond waits for a person. */
export const returnCaps = {
  perShopper: { usual: 3, most: 20 },
  perShop: { usual: 100, most: 5_000 },
} as const;

/** How many orders it may cancel, and how many addresses change, likewise. */
const orderCaps = { perShopper: 5, perShop: 500 };
/** How often the mails about one order are sent again. */
const mailCaps = { perShopper: 3, perShop: 1_000 };

/** Each kind of change has places of its own, but for returns, of which there are two ways. */
export const placesOf = (kind: string): string => (kind.startsWith("return-") ? "" : `${kind}:`);
export const capsFor = (kind: string, policy: ReturnPolicy) =>
  placesOf(kind) === "" ? capsOf(policy) : kind === "order-mail" ? mailCaps : orderCaps;

/** The merchant's own caps, or the usual ones for a policy that was written before there were any. */
export function capsOf(policy: ReturnPolicy): { perShopper: number; perShop: number } {
  return {
    perShopper: policy.dailyReturnsPerShopper ?? returnCaps.perShopper.usual,
    perShop: policy.dailyReturnsPerShop ?? returnCaps.perShop.usual,
  };
}

/**
 * The places of one more change in the allowances of today, given the highest that are taken; null when either is used up. A
 * place is a text that only one effect can hold, so that two that run at once cannot both take the last one.
 */
export function nextPlaces(
  taken: { byShopper: number; byShop: number },
  allowance: { places?: string; shopper: string; day: number; caps: ReturnType<typeof capsOf> },
): { shopperPlace: string; shopPlace: string } | null {
  const { places = "", shopper, day, caps } = allowance;
  if (taken.byShopper >= caps.perShopper || taken.byShop >= caps.perShop) return null;
  return {
    shopperPlace: shopperPrefix(places, shopper, day) + digits(taken.byShopper + 1),
    shopPlace: shopPrefix(places, day) + digits(taken.byShop + 1),
  };
}

/** Of one length, so that the highest place is the last by its letters too. */
const digits = (place: number): string => String(place).padStart(6, "0");

/** The number of a place; 0 for none. */
export const numberOf = (place: string | null | undefined): number => Number(place?.split(":").at(-1) ?? 0);

export const shopperPrefix = (places: string, shopper: string, day: number): string => `${places}${day}:${shopper}:`;
export const shopPrefix = (places: string, day: number): string => `${places}${day}:`;
