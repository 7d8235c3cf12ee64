import { expect, test } from "vitest";
import {
  allowedDeeds,
  type DeskReturn,
  hashBooking,
  hashDesk,
  hindersRemoval,
  moneyOut,
  paidLines,
  readBooking,
  readSent,
} from "#app/domain/returns/back-office.ts";

const euro = (amount: string) => ({ amount, currencyCode: "EUR" });
const line = (id: string, quantity = 1, processed = 0) => ({ id, title: "Linen dress", quantity, processed });
const desk = (change: Partial<DeskReturn> = {}): DeskReturn => ({
  id: "gid://shopify/Return/1",
  name: "#1001-R1",
  status: "OPEN",
  orderId: "gid://shopify/Order/1",
  orderName: "#1001",
  lines: [line("a"), line("b", 2)],
  refunds: [],
  cutShort: false,
  exchange: [],
  ...change,
});
const may = (one: DeskReturn) => Object.entries(allowedDeeds(one)).flatMap(([deed, hindrance]) => (hindrance ? [] : [deed.slice(7)]));

test.each([
  ["REQUESTED", ["approve", "decline"]],
  ["OPEN", ["process", "remove", "cancel", "close"]],
  ["CLOSED", ["reopen"]],
  ["DECLINED", []],
  ["CANCELED", []],
  ["SOMETHING_NEW", []],
])("a return that is %s may be: %s", (status, deeds) => {
  expect(may(desk({ status }))).toEqual(deeds);
});

test("a return of which something was received or paid back is not cancelled", () => {
  expect(allowedDeeds(desk({ lines: [line("a", 1, 1), line("b", 2)] }))["return-cancel"]).toBe("worked-on");
  expect(allowedDeeds(desk({ refunds: [{ id: "r", total: euro("1.00") }] }))["return-cancel"]).toBe("refunded");
});

test("what is all received is only closed; what is longer than is read is booked in Shopify", () => {
  expect(may(desk({ lines: [line("a", 1, 1)] }))).toEqual(["close"]);
  expect(allowedDeeds(desk({ cutShort: true }))["return-process"]).toBe("too-long");
  expect(may(desk({ lines: [line("a", 1, 1)], exchange: [line("x")] }))).toEqual(["process", "remove", "close"]);
});

test("the last piece is never taken out, nor one that was received, nor one of another return", () => {
  expect(hindersRemoval(desk(), "a", 1)).toBeNull();
  expect(hindersRemoval(desk(), "b", 2)).toBeNull();
  expect(hindersRemoval(desk({ lines: [line("b", 2)] }), "b", 2)).toBe("last-piece");
  expect(hindersRemoval(desk({ lines: [line("a"), line("b", 2, 1)] }), "b", 2)).toBe("worked-on");
  expect(hindersRemoval(desk(), "c", 1)).toBe("unknown-line");
  expect(hindersRemoval(desk(), "a", 0)).toBe("unknown-line");
  expect(hindersRemoval(desk({ lines: [line("a")] }), "a", 1)).toBe("last-piece");
});

test("all that is sent in exchange may be taken out, but not what is on the order already", () => {
  const one = desk({ lines: [line("a")], exchange: [line("x", 2, 1)] });
  expect(hindersRemoval(one, "x", 1)).toBeNull();
  expect(hindersRemoval(one, "x", 2)).toBe("worked-on");
  expect(hindersRemoval(one, "a", 1)).toBe("last-piece");
  expect(allowedDeeds(one)["return-cancel"]).toBe("worked-on");
});

test("new items are sent each once, only those of the return and only what is open; what is sent changes what was seen", () => {
  const one = desk({ exchange: [line("x", 2, 1)] });
  expect(readSent(one, [{ lineId: "x", quantity: 1 }])).toEqual([{ lineId: "x", quantity: 1 }]);
  for (const wrong of [
    [{ lineId: "a", quantity: 1 }],
    [{ lineId: "x", quantity: 2 }],
    [{ lineId: "x", quantity: 0.5 }],
    [
      { lineId: "x", quantity: 1 },
      { lineId: "x", quantity: 1 },
    ],
  ])
    expect(readSent(one, wrong)).toBeNull();
  const hash = (owed: string | null) =>
    hashBooking(one, [], null, null, { lines: [{ lineId: "x", quantity: 1 }], owed: owed === null ? null : euro(owed) });
  expect(new Set([hash(null), hash("20.50"), hash("20.51"), hashBooking(one, [], null, null), hashDesk(one), hashDesk(desk())]).size).toBe(
    6,
  );
});

test("a booking names lines of this return, each once, and no more than is open", () => {
  const wanted = (lineId: string, quantity: number, disposition = "RESTOCKED") => ({ lineId, quantity, disposition });
  expect(readBooking(desk(), [wanted("a", 1), wanted("b", 1, "MISSING")])).toHaveLength(2);
  for (const refused of [
    [],
    [wanted("c", 1)],
    [wanted("a", 2)],
    [wanted("a", 0)],
    [wanted("a", 0.5)],
    [wanted("a", Number.NaN)],
    [wanted("a", 1), wanted("a", 1)],
    [wanted("a", 1, "BURNT")],
  ])
    expect(readBooking(desk(), refused)).toBeNull();
});

test("nothing is paid for what was not in the parcel", () => {
  const booking = readBooking(desk(), [
    { lineId: "a", quantity: 1, disposition: "MISSING" },
    { lineId: "b", quantity: 2, disposition: "PROCESSING_REQUIRED" },
  ]);
  expect(paidLines(booking ?? [])).toEqual([{ id: "b", quantity: 2 }]);
});

test("the hash is of what staff saw: another status, another amount received, another refund or note is another one", () => {
  const seen = hashDesk(desk());
  expect(hashDesk(desk({ lines: [line("b", 2), line("a")] }))).toBe(seen);
  for (const change of [
    { status: "CLOSED" },
    { lines: [line("a", 1, 1), line("b", 2)] },
    { lines: [line("a")] },
    { refunds: [{ id: "r", total: euro("1.00") }] },
    { decline: { reason: "OTHER", note: "No." } },
  ])
    expect(hashDesk(desk(change))).not.toBe(seen);
});

test("a booking is bound to the sum, the payments, where the money goes, and what becomes of each piece", () => {
  const booking = readBooking(desk(), [{ lineId: "a", quantity: 1, disposition: "RESTOCKED" }]) ?? [];
  const suggested = { amount: euro("129.00"), payments: [{ parentId: "t", amount: euro("129.00") }] };
  const money = { to: "original" as const, amount: euro("129.00") };
  const seen = hashBooking(desk(), booking, suggested, money);
  const missing = booking.map((one) => ({ ...one, disposition: "NOT_RESTOCKED" as const }));
  const elsewhere = { ...suggested, payments: [{ parentId: "u", amount: euro("129.00") }] };
  for (const other of [
    hashBooking(desk(), missing, suggested, money),
    hashBooking(desk(), booking, { ...suggested, amount: euro("128.99") }, money),
    hashBooking(desk(), booking, elsewhere, money),
    hashBooking(desk(), booking, suggested, { ...money, to: "store-credit" }),
    hashBooking(desk(), booking, suggested, { ...money, to: "store-credit", bonus: euro("5.00") }),
    hashBooking(desk(), booking, suggested, null),
  ])
    expect(other).not.toBe(seen);
});

test("credit comes with the bonus and the last day that were agreed, while the sum is the agreed one; the sum is never staff's", () => {
  const suggested = { amount: euro("129.00"), payments: [] };
  const agreed = { amount: euro("129.0"), bonus: euro("12.90"), expiresAt: "2027-01-31T23:59:59Z" };
  expect(moneyOut(suggested, "store-credit", agreed)).toEqual({
    to: "store-credit",
    amount: euro("129.00"),
    bonus: euro("12.90"),
    expiresAt: "2027-01-31T23:59:59Z",
  });
  // A part of what was agreed brings its part of the bonus, another sum than was agreed never more than all of it.
  const bonusFor = (amount: string) => moneyOut({ ...suggested, amount: euro(amount) }, "store-credit", agreed)?.bonus;
  expect(bonusFor("64.50")).toEqual(euro("6.45"));
  expect(bonusFor("43.00")).toEqual(euro("4.30"));
  expect(bonusFor("200.00")).toEqual(euro("12.90"));
  expect(bonusFor("0.01")).toBeUndefined();
  expect(moneyOut(suggested, "original", agreed)).toEqual({ to: "original", amount: euro("129.00") });
  expect(moneyOut(suggested, "none", agreed)).toBeNull();
  expect(moneyOut(null, "original", null)).toBeNull();
});
