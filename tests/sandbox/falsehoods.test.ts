import { expect, test } from "vitest";
import { inventionFinder } from "#sandbox/simulate/falsehoods.ts";

const invented = (instead: string, said: string) => inventionFinder([{ instead, said }]);

test("an invented sentence is found wherever it stands, its line breaks apart", () => {
  const find = invented("It is on its way.", "It is on its way. You get half of it back.");
  expect(find("Hello Ada!\nIt is on its\nway. You get half of it back. Anything else?")).toHaveLength(1);
  expect(find("Hello Ada!\nIt is on its way.")).toEqual([]);
});

test("what the model did not see may be anything of a line's length", () => {
  const find = invented("[NAME_1], order [ORDER_2] costs €20.", "[NAME_1], order [ORDER_2] costs $20.");
  expect(find("Ada, order #1001 costs $20.")).toEqual(["…, order … costs $20."]);
  expect(find("Ada, order #1001 costs €20.")).toEqual([]);
  expect(find(`Ada, order ${"and so on ".repeat(20)} costs $20.`)).toEqual([]);
});

test("another placeholder alone is no invention that could be told from a truth", () => {
  expect(invented("Order [ORDER_1] is here.", "Order [ORDER_2] is here.")("Order #1002 is here.")).toEqual([]);
});
