import type { Money } from "#app/channels/message.ts";
import type { OrderFacts } from "./facts.ts";

/** What the assistant may change about an order by itself, as stored and edited in the admin. */
export type OrderPolicy = {
  cancel: boolean;
  /** Minutes after ordering; null: until the order is being prepared. */
  cancelWithinMinutes: number | null;
  /** The highest total, as a decimal in the shop's currency; null: any. */
  cancelUpTo: string | null;
  changeAddress: boolean;
  /** Also to another state or tax area of the same country; Shopify does not work out tax and shipping anew then. */
  changeAddressAcross: boolean;
  changeItems: boolean;
  /** The most that a change may add to the price, as a decimal in the shop's currency; null: any. */
  changeItemsUpTo: string | null;
};

export const defaultOrderPolicy: OrderPolicy = {
  cancel: true,
  cancelWithinMinutes: null,
  cancelUpTo: null,
  changeAddress: true,
  changeAddressAcross: false,
  changeItems: true,
  changeItemsUpTo: null,
};

/** The longest limit that a merchant may set; 60 days of minutes. */
export const mostMinutes = 86_400;
export const isAmount = (text: string): boolean => /^\d{1,7}(\.\d{1,2})?$/.test(text);

/** The rules of a shop, whatever was stored: a limit that cannot be read leaves the change to a person. */
export function readOrderPolicy(stored: unknown): OrderPolicy {
  const given = typeof stored === "object" && stored !== null ? (stored as Record<string, unknown>) : {};
  const { cancel = true, cancelWithinMinutes: minutes = null, cancelUpTo: upTo = null, changeAddress = true } = given;
  const { changeItems = true, changeItemsUpTo: extra = null } = given;
  const readable = (minutes === null || isMinutes(minutes)) && (upTo === null || (typeof upTo === "string" && isAmount(upTo)));
  return {
    cancel: cancel === true && readable,
    cancelWithinMinutes: isMinutes(minutes) ? minutes : null,
    cancelUpTo: typeof upTo === "string" && isAmount(upTo) ? upTo : null,
    changeAddress: changeAddress === true,
    changeAddressAcross: given.changeAddressAcross === true,
    changeItems: changeItems === true && (extra === null || (typeof extra === "string" && isAmount(extra))),
    changeItemsUpTo: typeof extra === "string" && isAmount(extra) ? extra : null,
  };
}

function isMinutes(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 && value <= mostMinutes;
}

/**
 * Why an order can no longer be changed. "begun": somebody is preparing it, or it is held; the last three are the merchant's
 * rules, and all but "cancelled" and "shipped" leave it to a person.
 */
export type Barrier = "cancelled" | "shipped" | "partly-shipped" | "begun" | "returning" | "switched-off" | "too-late" | "too-much";

/** The merchant's own rules among them. */
const rules: ReadonlySet<string> = new Set<Barrier>(["switched-off", "too-late", "too-much"]);

/** Whether an effect's error names a rule of the merchant's. */
export const isRule = (error: string): error is Barrier => rules.has(error);

/** What happens to an order, and no rule of the merchant's. */
const events: ReadonlySet<string> = new Set<Barrier>(["cancelled", "shipped", "partly-shipped", "begun", "returning"]);

/** Whether an effect's error names what had happened to its order. */
export const isEvent = (error: string): error is Barrier => events.has(error);

type Standing = Pick<OrderFacts, "cancelledAt" | "fulfillmentStatus" | "returnStatus">;

/** OrderDisplayFulfillmentStatus of orders that nobody has begun to prepare. Any that Shopify adds later counts as begun. */
const untouched = new Set(["UNFULFILLED", "SCHEDULED"]);

/** What has happened to the order that stands against any change of it; null when nothing has. */
export function barrierOf({ cancelledAt, fulfillmentStatus, returnStatus }: Standing): Barrier | null {
  if (cancelledAt) return "cancelled";
  if (fulfillmentStatus === "FULFILLED") return "shipped";
  if (fulfillmentStatus === "PARTIALLY_FULFILLED") return "partly-shipped";
  if (returnStatus !== "NO_RETURN") return "returning";
  return untouched.has(fulfillmentStatus) ? null : "begun";
}

type Order = Standing & Pick<OrderFacts, "processedAt" | "total" | "fulfillments">;
type Moment = { now: Date; currencyCode: string; policy: OrderPolicy };

/** May the assistant cancel this order now? The first reason against it is the one that is told. */
export function checkCancel(order: Order, moment: Moment): Barrier | null {
  return barrierOf(order) ?? sentAlready(order) ?? checkCancelRules(order, moment);
}

/** The merchant's own rules alone. */
export function checkCancelRules(order: Pick<OrderFacts, "processedAt" | "total">, moment: Moment): Barrier | null {
  return (moment.policy.cancel ? null : "switched-off") ?? inTime(order, moment) ?? inValue(order, moment);
}

/** May the assistant change where this order goes? */
export function checkAddressChange(order: Order, policy: OrderPolicy): Barrier | null {
  return barrierOf(order) ?? sentAlready(order) ?? (policy.changeAddress ? null : "switched-off");
}

/** May the assistant change what this order holds? What it may add to the price is told from the calculation: `checkExtra`. */
export function checkEdit(order: Order, policy: OrderPolicy): Barrier | null {
  return barrierOf(order) ?? sentAlready(order) ?? (policy.changeItems ? null : "switched-off");
}

/** May a change add so much to the price? `difference` is in the shop's own currency, null where it cannot be known. */
export function checkExtra(difference: Money | null, { changeItemsUpTo }: OrderPolicy): Barrier | null {
  if (changeItemsUpTo === null) return null;
  if (difference === null) return "too-much";
  const isMore = !difference.amount.startsWith("-") && cents(difference) > cents({ ...difference, amount: changeItemsUpTo });
  return isMore ? "too-much" : null;
}

/** A parcel that exists says more than the status above it. */
function sentAlready({ fulfillments }: Order): Barrier | null {
  return fulfillments.some((parcel) => parcel.displayStatus !== "CANCELED") ? "partly-shipped" : null;
}

function inTime({ processedAt }: Pick<OrderFacts, "processedAt">, { policy, now }: Moment): Barrier | null {
  if (policy.cancelWithinMinutes === null) return null;
  return now.getTime() - processedAt.getTime() <= policy.cancelWithinMinutes * 60_000 ? null : "too-late";
}

/** A total in another currency than the shop's cannot be held against the limit. */
function inValue({ total }: Pick<OrderFacts, "total">, { policy, currencyCode }: Moment): Barrier | null {
  if (policy.cancelUpTo === null) return null;
  return total.currencyCode === currencyCode && cents(total) <= cents({ amount: policy.cancelUpTo, currencyCode }) ? null : "too-much";
}

/** In thousandths, so that no float holds an amount; enough for every currency there is. */
function cents({ amount }: Money): bigint {
  const [whole = "0", fraction = ""] = amount.split(".");
  return BigInt(`${whole}${fraction.padEnd(3, "0").slice(0, 3)}`);
}
