import { expect, test } from "vitest";
import { readBook, utterancesOf } from "#app/pipeline/assistant/local/utterances/book.ts";

test("a pattern stands for each of its combinations, at most ten, with every part in one of them", () => {
  expect(utterancesOf("where is it")).toEqual(["where is it"]);
  expect(utterancesOf("{cancel/stop} my order{ please/}").sort()).toEqual(
    ["cancel my order", "cancel my order please", "stop my order", "stop my order please"].sort(),
  );
  const many = utterancesOf("{a/b/c/d/e} {f/g/h/i/j} {k/l/m}");
  expect(many.length).toBeLessThanOrEqual(10);
  for (const part of "abcdefghijklm")
    expect(
      many.some((one) => one.includes(part)),
      part,
    ).toBe(true);
});

test("topics may stand in several places, an utterance under one only; a reason may say what a wish says", () => {
  const book = readBook("[invoice]\ninvoice | bill\n[reason.other]\nbill\n[invoice]\nreceipt | bill\n");
  expect([...book].map(([topic, patterns]) => [topic, patterns.map(({ pattern }) => pattern)])).toEqual([
    ["invoice", ["invoice", "bill", "receipt"]],
    ["reason.other", ["bill"]],
  ]);
  expect(() => readBook("[invoice]\nbill\n[payment]\nbill\n")).toThrow('"bill" stands under [invoice] and under [payment].');
  expect(() => readBook("bill\n")).toThrow("No topic above: bill");
});
