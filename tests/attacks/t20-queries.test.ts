import { expect, test } from "vitest";
import { beyondOneShop, queriesOfShops } from "./isolation/queries.ts";
import { record } from "./record.ts";

test("every query of a table of shops names its shop", () => {
  const queries = queriesOfShops();
  expect(queries.length).toBeGreaterThan(60);
  const without = queries.filter((one) => !one.filter && !(one.within in beyondOneShop));
  const sentence = `add shopId to "where", or the function to "beyondOneShop" in isolation/queries.ts with its reason`;
  expect(without.map(({ file, line, within, table }) => `${file}:${line} ${within} asks ${table}: ${sentence}`)).toEqual([]);
  record("T20", queries.length, 0);
});
