import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

function classify(lines: object[]): Record<string, Record<string, unknown>>[] {
  const input = lines.map((line) => JSON.stringify(line)).join("\n");
  const said = execFileSync(process.execPath, ["scripts/classify.ts"], { input, env: { PATH: process.env.PATH, NODE_ENV: "test" } });
  return said
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test("what is named in a line is printed by its name, what is absent has no key", () => {
  const [wish, moved, when, plain] = classify([
    { text: "Habt ihr das Leinenhemd in L?", language: "de" },
    { text: "Meine neue Adresse ist Musterstraße 12a, 10115 Berlin", language: "de" },
    { text: "I ordered the blue dress on 3 March 2026", language: "en" },
    { text: "where is my parcel", language: "en" },
  ]);
  expect(wish).toMatchObject({ intent: "product_question", slots: { item: "Leinenhemd", variant: { size: "L" } } });
  expect(moved?.slots?.address).toEqual({ line1: "Musterstraße 12a", postcode: "10115", city: "Berlin", country: "DE" });
  expect(when?.slots).toMatchObject({ item: "blue dress", date: "2026-03-03" });
  expect(plain?.slots).toEqual({});
});
