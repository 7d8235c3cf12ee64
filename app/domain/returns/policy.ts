import type { ReturnableItem } from "../orders/facts.ts";
import { calendarDay } from "./calendar.ts";
import type { RefusalReason, ReturnPolicy } from "./policy-types.ts";

/** What a shop begins with until the merchant writes their own rules. */
export const defaultReturnPolicy: ReturnPolicy = {
  windowDays: 30,
  windowStartsAt: "delivered",
  finalSaleTags: ["final-sale"],
  restockingFeePercentage: 0,
  returnShippingFee: "0.00",
  feesWaivedForShopFault: true,
  mode: "request",
};

/** In the EU a shopper may withdraw for 14 days after delivery, whatever the shop's rules say. */
const statutoryDays = 14;
/** Without any delivery scan a parcel counts as delivered this many days after it left; carriers often report nothing. */
const assumedTransitDays = 7;

const euCountries = new Set("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "));

type ReturnCheck = { item: ParcelDates & Pick<ReturnableItem, "productTags">; countryCode?: string; now: Date; timeZone: string };
type ParcelDates = Pick<ReturnableItem, "deliveredAt" | "fulfilledAt">;

/** A refusal with the facts that explain it. `lastDay` counts days since 1970, see `calendarDay`. */
export type Refusal =
  | { because: Extract<RefusalReason, "window-closed">; windowDays: number; lastDay: number }
  | { because: Extract<RefusalReason, "final-sale">; tag: string }
  | { because: Extract<RefusalReason, "not-delivered"> };

export type Eligibility = { eligible: true; lastDay: number } | ({ eligible: false } & Refusal);

/** May this item come back today? The first reason against it is the one that is told. */
export function checkReturn(check: ReturnCheck, policy: ReturnPolicy): Eligibility {
  const refusal = delivered(check) ?? notFinalSale(check, policy) ?? withinWindow(check, policy);
  return refusal ? { eligible: false, ...refusal } : { eligible: true, lastDay: windowOf(check, policy).lastDay };
}

/** The item has arrived, as far as anyone can know. */
function delivered(check: ReturnCheck): Refusal | null {
  return deliveryDay(check.item, check.timeZone) <= calendarDay(check.now, check.timeZone) ? null : { because: "not-delivered" };
}

/** No tag of the product makes it final sale. */
function notFinalSale(check: ReturnCheck, policy: ReturnPolicy): Refusal | null {
  const finalSale = new Set(policy.finalSaleTags.map((tag) => tag.trim().toLowerCase()));
  const tag = check.item.productTags.find((one) => finalSale.has(one.trim().toLowerCase()));
  return tag === undefined ? null : { because: "final-sale", tag };
}

/** Today is not after the window's last day, in the shop's own calendar. */
function withinWindow(check: ReturnCheck, policy: ReturnPolicy): Refusal | null {
  const window = windowOf(check, policy);
  return calendarDay(check.now, check.timeZone) <= window.lastDay ? null : { because: "window-closed", ...window };
}

/** The days a shopper has and the last of them: the merchant's window, never shorter than the law's. */
export function windowOf(
  { item, countryCode, timeZone }: { item: ParcelDates; countryCode?: string; timeZone: string },
  policy: ReturnPolicy,
): { windowDays: number; lastDay: number } {
  const deliveredOn = deliveryDay(item, timeZone);
  const start = policy.windowStartsAt === "delivered" ? deliveredOn : calendarDay(item.fulfilledAt, timeZone);
  const merchants = { windowDays: policy.windowDays, lastDay: start + policy.windowDays };
  const statutory = { windowDays: statutoryDays, lastDay: deliveredOn + statutoryDays };
  const protectedByLaw = countryCode !== undefined && euCountries.has(countryCode.toUpperCase());
  return protectedByLaw && statutory.lastDay > merchants.lastDay ? statutory : merchants;
}

type ReturnFees = { restockingFeePercentage?: number; returnShippingFee?: string };

/** What the shop takes off: nothing where the fault is its own and the policy says so. */
export function feesFor(policy: ReturnPolicy, reason: string): ReturnFees {
  if (policy.feesWaivedForShopFault && shopFaults.has(reason)) return {};
  return {
    ...(policy.restockingFeePercentage > 0 && { restockingFeePercentage: policy.restockingFeePercentage }),
    ...(/[1-9]/.test(policy.returnShippingFee) && { returnShippingFee: policy.returnShippingFee }),
  };
}

/** How many pictures a reason wants, and at most may: damage is looked at by a person, who needs to see it. */
export const photoCounts = { damaged: 2, wrongItem: 0, notAsDescribed: 0, most: 4 } as const;

export function photosWanted(policy: ReturnPolicy, reason: string): number {
  if (reason === "damaged") return policy.photosDamaged ?? photoCounts.damaged;
  if (reason === "wrong_item") return policy.photosWrongItem ?? photoCounts.wrongItem;
  return reason === "not_as_described" ? (policy.photosNotAsDescribed ?? photoCounts.notAsDescribed) : 0;
}

const shopFaults = new Set(["damaged", "wrong_item", "not_as_described"]);

function deliveryDay(item: ParcelDates, timeZone: string): number {
  return item.deliveredAt ? calendarDay(item.deliveredAt, timeZone) : calendarDay(item.fulfilledAt, timeZone) + assumedTransitDays;
}
