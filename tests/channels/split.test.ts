import fc from "fast-check";
import { expect, test } from "vitest";
import { cut, measure, splitText } from "#app/channels/split.ts";

test("bytes and characters are counted apart", () => {
  expect(measure("für 5 €", "bytes")).toBe(10);
  expect(measure("für 5 €", "characters")).toBe(7);
});

test("a cut falls between words and is marked", () => {
  expect(cut("Wool blanket in moss green", 20)).toBe("Wool blanket in…");
  expect(cut("Wool blanket", 12)).toBe("Wool blanket");
});

test("a cut never goes through an address or a family", () => {
  expect(cut("Follow it at https://carrier.example/track?code=1234567890 today", 40)).toBe("Follow it at…");
  expect(cut("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 15)).toBe("👩‍👩‍👧‍👦…");
});

test("pieces end with sentences where there is room", () => {
  expect(splitText("It left on 3. November. It will arrive soon. Thank you for waiting.", 50, "characters")).toEqual([
    "It left on 3. November. It will arrive soon.",
    "Thank you for waiting.",
  ]);
});

test("a day and its month, and the two sides of a question mark in an address, stay together", () => {
  const text = "It reaches you by the third week, that is on 24. November at https://a.example/x?y=1 or before";
  expect(splitText(text, 62, "characters")).toEqual([
    "It reaches you by the third week, that is on 24. November at",
    "https://a.example/x?y=1 or before",
  ]);
});

test("paragraphs are preferred to sentences", () => {
  expect(splitText("First thing. It is long.\n\nSecond thing. It goes on and on.", 40, "characters")).toEqual([
    "First thing. It is long.",
    "Second thing. It goes on and on.",
  ]);
});

test("pieces are within the limit, nothing but space is lost, and no letter is broken", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 300 });
  const limits = fc.record({
    limit: fc.integer({ min: 30, max: 120 }),
    unit: fc.constantFrom("bytes" as const, "characters" as const),
    fill: fc.boolean(),
  });
  fc.assert(
    fc.property(text, limits, (whole, { limit, unit, fill }) => {
      const pieces = splitText(whole, limit, unit, fill);
      for (const piece of pieces) expect(measure(piece, unit)).toBeLessThanOrEqual(limit);
      expect(pieces.join("").replace(/\s/g, "")).toBe(whole.replace(/\s/g, ""));
      expect(pieces.join("")).not.toMatch(/\p{Surrogate}/u);
      expect(measure(cut(whole, limit, unit), unit)).toBeLessThanOrEqual(limit);
    }),
  );
});

test("one letter under a heap of accents still ends", () => {
  const zalgo = `a${"\u0301".repeat(5000)}`;
  for (const piece of splitText(zalgo, 1000, "bytes")) expect(measure(piece, "bytes")).toBeLessThanOrEqual(1000);
});
