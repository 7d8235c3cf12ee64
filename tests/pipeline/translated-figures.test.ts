import { expect, test } from "vitest";
import { sameFigures } from "#app/pipeline/translation/figures.ts";

test.each([
  ["12.50 EUR until 3 March", "12,50 EUR até 3 de março"],
  ["1,000 pieces", "1 000 Stück"],
  ["2 of 3", "von 3 sind 2"],
  ["at 10:30", "um 10.30 Uhr"],
  ["no figures", "keine Zahlen"],
])("%s and %s hold the same figures", (one, other) => expect(sameFigures(one, other)).toBe(true));

test.each([
  ["12.50 EUR", "125,0 EUR back in 3 days"],
  ["3 days", "30 Tage"],
  ["#1001", "#1002"],
  ["two", "2"],
  ["5 and 5", "5"],
])("%s and %s do not", (one, other) => expect(sameFigures(one, other)).toBe(false));
