import { expect, test } from "vitest";
import { checkReturn, defaultReturnPolicy, feesFor, windowOf } from "#app/domain/returns/policy.ts";
import type { ReturnOutcome, ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import type { ReturnReasonKey } from "#app/domain/returns/reasons.ts";

const timeZone = "Europe/Berlin";
const deliveredAt = new Date("2026-05-01T09:00:00Z");
const fulfilledAt = new Date("2026-04-27T09:00:00Z");

const dayAfter = (days: number) => new Date(deliveredAt.getTime() + days * 86_400_000);

function check(changes: {
  now: string;
  deliveredAt?: Date | null;
  tags?: string[];
  countryCode?: string;
  policy?: Partial<typeof defaultReturnPolicy>;
}) {
  const delivered = changes.deliveredAt === undefined ? deliveredAt : (changes.deliveredAt ?? undefined);
  const item = { deliveredAt: delivered, fulfilledAt, productTags: changes.tags ?? [] };
  const policy = { ...defaultReturnPolicy, ...changes.policy };
  return checkReturn({ item, order: { countryCode: changes.countryCode }, now: new Date(changes.now), timeZone }, policy);
}

test("the window's last day counts to its end, in the shop's own calendar", () => {
  expect(check({ now: "2026-05-31T21:59:00Z" }).eligible).toBe(true);
  expect(check({ now: "2026-05-31T22:01:00Z" })).toMatchObject({ eligible: false, because: "window-closed", windowDays: 30 });
});

test("final sale is told before the window, whatever the case of its tag", () => {
  expect(check({ now: "2027-01-01T00:00:00Z", tags: ["summer", "FINAL-sale"] })).toMatchObject({
    because: "final-sale",
    tag: "FINAL-sale",
  });
});

test("what has not arrived cannot go back; without any scan it counts as arrived after a week", () => {
  expect(check({ now: "2026-04-30T09:00:00Z", deliveredAt: null })).toMatchObject({ eligible: false, because: "not-delivered" });
  expect(check({ now: "2026-05-04T09:00:00Z", deliveredAt: null }).eligible).toBe(true);
});

test("in the EU nobody has less than 14 days from delivery", () => {
  const policy = { windowDays: 7 };
  expect(check({ now: "2026-05-15T09:00:00Z", countryCode: "DE", policy }).eligible).toBe(true);
  expect(check({ now: "2026-05-16T09:00:00Z", countryCode: "de", policy })).toMatchObject({ because: "window-closed", windowDays: 14 });
  expect(check({ now: "2026-05-15T09:00:00Z", countryCode: "US", policy })).toMatchObject({ because: "window-closed", windowDays: 7 });
});

test("a window that starts at shipping still leaves the EU's 14 days from delivery", () => {
  const policy = { ...defaultReturnPolicy, windowDays: 14, windowStartsAt: "fulfilled" as const };
  const item = { deliveredAt, fulfilledAt };
  const lastDay = (countryCode: string) => windowOf({ item, order: { countryCode }, now: deliveredAt, timeZone }, policy).lastDay ?? 0;
  expect(lastDay("FR") - lastDay("CH")).toBe(4);
});

test("fees are dropped when the fault is the shop's, unless the merchant keeps them", () => {
  const policy = { ...defaultReturnPolicy, restockingFeePercentage: 15, returnShippingFee: "4.90" };
  const fees = { restockingFeePercentage: 15, returnShippingFee: "4.90" };
  const fee = (reason: ReturnReasonKey, changes: Partial<ReturnPolicy> = {}, outcome?: ReturnOutcome) =>
    feesFor({ item: { deliveredAt, fulfilledAt }, reason, outcome, now: deliveredAt, timeZone }, { ...policy, ...changes });
  expect(fee("changed_mind")).toEqual(fees);
  for (const reason of ["damaged", "wrong_item", "not_as_described"] as const) expect(fee(reason)).toEqual({});
  expect(fee("damaged", { feesWaivedForShopFault: false })).toEqual(fees);
  expect(fee("other", { restockingFeePercentage: 0, returnShippingFee: "0.00" })).toEqual({});
  expect(fee("other", { feesWaivedForExchange: true }, "exchange-variant")).toEqual({});
  expect(fee("other", { feesWaivedForExchange: true }, "refund")).toEqual(fees);
  expect(fee("other", { feesWaivedForStoreCredit: true }, "store-credit")).toEqual({});
});

test("whoever withdraws by law is charged no more than the way back", () => {
  const policy = { ...defaultReturnPolicy, restockingFeePercentage: 15, returnShippingFee: "4.90" };
  const fees = (countryCode: string, days: number) =>
    feesFor({ item: { deliveredAt, fulfilledAt }, order: { countryCode }, reason: "changed_mind", now: dayAfter(days), timeZone }, policy);
  expect(fees("DE", 14)).toEqual({ returnShippingFee: "4.90" });
  expect(fees("DE", 15)).toEqual({ restockingFeePercentage: 15, returnShippingFee: "4.90" });
  expect(fees("US", 3)).toEqual({ restockingFeePercentage: 15, returnShippingFee: "4.90" });
});
