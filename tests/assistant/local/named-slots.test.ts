import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { type Language, languages } from "#app/channels/message.ts";
import { sizeKey } from "#app/domain/knowledge/sizes.ts";
import { addressIn } from "#app/pipeline/assistant/local/slots/address.ts";
import { dateIn } from "#app/pipeline/assistant/local/slots/date.ts";
import { itemIn } from "#app/pipeline/assistant/local/slots/item.ts";
import { readLine } from "#app/pipeline/assistant/local/slots/line.ts";
import { variantIn } from "#app/pipeline/assistant/local/slots/variant.ts";
import { millisecondsOfWork } from "#tests/setup/work.ts";
import { freshSentences } from "./fresh-sentences.ts";
import { sentences } from "./slot-sentences.ts";
import { now, understand } from "./understand.ts";

async function namedIn(text: string, language: string): Promise<object> {
  const { item, variant, date, address } = (await understand(text, language as Language)).slots;
  return Object.fromEntries(Object.entries({ item, variant, date, address }).filter(([, value]) => value !== undefined));
}

let [right, all] = [0, 0];
for (const [language, table] of Object.entries(sentences)) {
  test.each(table)(`${language}: finds in “%s” what it names`, async (text, found) => {
    all += 1;
    expect(await namedIn(text, language)).toEqual(found);
    right += 1;
  });
}
afterAll(() => console.info(`things, wishes, days and addresses: ${right} of ${all} sentences wholly right`));

test("of sentences that were written after the rules most are wholly right", async () => {
  const wrong: string[] = [];
  for (const language of languages) {
    for (const [text, found] of freshSentences[language]) {
      const read = JSON.stringify(sorted(await namedIn(text, language)));
      if (read !== JSON.stringify(sorted(found))) wrong.push(`${language}: ${text} → ${read}`);
    }
  }
  const count = Object.values(freshSentences).flat().length;
  console.info(`the same, written after the rules: ${count - wrong.length} of ${count}\n${wrong.join("\n")}`);
  expect((count - wrong.length) / count).toBeGreaterThan(0.85);
});

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

test("English dates are month first on American time, day first elsewhere, and never a month that there is not", () => {
  const on = (text: string, timeZone: string, language: Language = "en") => dateIn(readLine(text), language, { now, timeZone })?.value;
  expect(on("delivered 11/03/2026", "Europe/London")).toBe("2026-03-11");
  expect(on("delivered 11/03/2026", "America/New_York")).toBe("2026-11-03");
  expect(on("entregado 11/03/2026", "America/Bogota", "es")).toBe("2026-03-11");
  expect(on("delivered 03/25/2026", "Europe/London")).toBe("2026-03-25");
  expect(on("delivered 31/02/2026", "Europe/London")).toBeUndefined();
});

test("yesterday is the day before where the shop is", () => {
  const late = { now: new Date("2026-11-26T23:30:00Z") };
  expect(dateIn(readLine("yesterday"), "en", { ...late, timeZone: "Europe/Berlin" })?.value).toBe("2026-11-26");
  expect(dateIn(readLine("yesterday"), "en", { ...late, timeZone: "America/New_York" })?.value).toBe("2026-11-25");
});

test("a month ago is the last day where that month is shorter", () => {
  const end = { now: new Date("2026-03-31T12:00:00Z"), timeZone: "UTC" };
  expect(dateIn(readLine("bought a month ago"), "en", end)?.value).toBe("2026-02-28");
});

test("sizes are the same in other letters", () => {
  expect(sizeKey("2XL")).toBe(sizeKey("xxl"));
  expect(sizeKey("Large")).toBe("L");
  expect(sizeKey("EU 42")).toBe("42");
  expect(sizeKey("UK 8")).not.toBe(sizeKey("8"));
  expect(sizeKey("Olive")).toBeUndefined();
});

const pieces = fc.constantFrom(
  ..."the my blue dress in M size 42 instead of 3 März am le de la rue 12 Straße 10115 Berlin yesterday vor zwei Tagen , . ' - / ß ﬁ é 🙂 NW1 6XE l' 2026 not XL to from #".split(
    " ",
  ),
  "\n",
  "\u200b",
);

test("whatever is written, what is found stands there", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), fc.constantFrom(...languages), (words, language) => {
      const line = readLine(words.join(" "));
      expect(line.even).toHaveLength(line.written.length);
      const item = itemIn(line, language);
      if (item) expect(line.written.slice(item.start, item.end)).toBe(item.value);
      expect(item?.value.length ?? 0).toBeLessThanOrEqual(60);
      const date = dateIn(line, language, { now, timeZone: "UTC" });
      if (date) expect(new Date(`${date.value}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date.value);
      const address = addressIn(line);
      for (const part of [address?.value.city, address?.value.province]) if (part) expect(line.written).toContain(part);
      if (address) expect(address.end).toBeGreaterThan(address.start);
      const { value } = variantIn(line);
      if (value?.size) expect(sizeKey(value.size), value.size).toBeDefined();
    }),
    { numRuns: 500 },
  );
});

const long = 1_000_000;
const floods = [
  "a ",
  "1 ",
  "10115 ",
  "rue de la ",
  "1 rue ",
  "Straße ",
  "Calle Mayor ",
  "via ",
  "12 Mill ",
  "in M ",
  "instead of ",
  "size ",
  "the the blue ",
  "robe de de ",
  "3 March ",
  "last Tuesday ",
  "vor 2 ",
  "A1 1AA ",
  "x",
  "XL",
  "3/",
  "3.",
  "Am Markt 5, 1",
  "é",
  "\n",
  "M ",
  "red ",
];

test.each(floods)("a megabyte of “%s” is read in no time", async (piece) => {
  const text = piece.repeat(Math.ceil(long / piece.length));
  const took = await millisecondsOfWork(() => {
    const line = readLine(text);
    for (const language of languages) {
      itemIn(line, language);
      dateIn(line, language, { now, timeZone: "UTC" });
    }
    variantIn(line);
    addressIn(line);
  });
  expect(took).toBeLessThan(500);
});
