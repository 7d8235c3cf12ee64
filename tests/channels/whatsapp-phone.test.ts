import { expect, test } from "vitest";
import { canonicalPhone, samePhone } from "#app/channels/whatsapp/phone.ts";

test.each([
  ["4915550001001", undefined, "+4915550001001"],
  ["+49 (1555) 000-1001", undefined, "+4915550001001"],
  ["0049 1555 0001001", undefined, "+4915550001001"],
  ["01555 0001001", "DE", "+4915550001001"],
  ["01555/0001001", "de", "+4915550001001"],
  ["4915550001001", "DE", "+4915550001001"],
  ["+1 212 555 0100", "DE", "+12125550100"],
  ["(212) 555-0100", "US", "+12125550100"],
])("%s from %s is %s", (raw, country, expected) => {
  expect(canonicalPhone(raw, country)).toBe(expected);
});

test.each([
  ["555181234567", "+55 51 98123-4567"],
  ["5215512345678", "+52 55 1234 5678"],
  ["5491123456789", "+54 11 2345 6789"],
  ["5491123456789", "+54 11 15 2345 6789"],
])("%s is %s", (waId, dialled) => {
  expect(samePhone(waId, dialled)).toBe(true);
});

test("numbers dialled at home in Argentina, Mexico and Brazil equal WhatsApp's", () => {
  expect(samePhone("5491123456789", "011 15-2345-6789", "AR")).toBe(true);
  expect(samePhone("5215512345678", "55 1234 5678", "MX")).toBe(true);
  expect(samePhone("555181234567", "(51) 8123-4567", "BR")).toBe(true);
});

test("a Brazilian landline stays as it is, and neighbours stay apart", () => {
  expect(canonicalPhone("555132345678")).toBe("+555132345678");
  expect(samePhone("4915550001001", "4915550001002")).toBe(false);
});

test.each(["", "1001", "#1001", "ada@example.com", "+", "12 34", "call me", "9".repeat(30)])(
  "%j is no telephone and equals nothing, not even itself",
  (raw) => {
    expect(canonicalPhone(raw)).toBeNull();
    expect(samePhone(raw, raw)).toBe(false);
  },
);
