import type { ReturnPolicy } from "./policy-types.ts";

/** How many returns the assistant may start by itself in one day of the shop's calendar; what goes beyond waits for a person. */
export const returnCaps = {
  perShopper: { usual: 3, most: 20 },
  perShop: { usual: 100, most: 5_000 },
} as const;

/** The merchant's own caps, or the usual ones for a policy that was written before there were any. */
export function capsOf(policy: ReturnPolicy): { perShopper: number; perShop: number } {
  return {
    perShopper: policy.dailyReturnsPerShopper ?? returnCaps.perShopper.usual,
    perShop: policy.dailyReturnsPerShop ?? returnCaps.perShop.usual,
  };
}

/**
 * The places of one more return in the allowances of today, given the highest that are taken; null when either is used up. A
 * place is a text that only one effect can hold, so that two that run at once cannot both take the last one.
 */
export function nextPlaces(
  taken: { byShopper: number; byShop: number },
  allowance: { shopper: string; day: number; caps: ReturnType<typeof capsOf> },
): { shopperPlace: string; shopPlace: string } | null {
  const { shopper, day, caps } = allowance;
  if (taken.byShopper >= caps.perShopper || taken.byShop >= caps.perShop) return null;
  return { shopperPlace: shopperPrefix(shopper, day) + digits(taken.byShopper + 1), shopPlace: shopPrefix(day) + digits(taken.byShop + 1) };
}

/** Of one length, so that the highest place is the last by its letters too. */
const digits = (place: number): string => String(place).padStart(6, "0");

/** The number of a place; 0 for none. */
export const numberOf = (place: string | null | undefined): number => Number(place?.split(":").at(-1) ?? 0);

export const shopperPrefix = (shopper: string, day: number): string => `${day}:${shopper}:`;
export const shopPrefix = (day: number): string => `${day}:`;
