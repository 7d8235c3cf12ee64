import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import de from "#widget/texts/de.ts";
import en from "#widget/texts/en.ts";
import es from "#widget/texts/es.ts";
import fr from "#widget/texts/fr.ts";
import it from "#widget/texts/it.ts";
import nl from "#widget/texts/nl.ts";
import pt from "#widget/texts/pt.ts";

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test.each(Object.entries({ de, es, fr, it, nl, pt }))("%s says everything that English says, with the same places to fill", (_, texts) => {
  for (const [key, english] of Object.entries(en)) {
    const own = texts[key as keyof typeof texts];
    expect(own.length, key).toBeGreaterThan(0);
    expect(places(String(own)), key).toEqual(places(String(english)));
  }
  expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
});

test("trouble is told without exclamation marks or stock phrases", () => {
  for (const texts of [de, en, es, fr, it, nl, pt]) expect(JSON.stringify(texts)).not.toMatch(/!|unfortunately|please be advised|leider/i);
});

test("the block's words are there in all seven languages", async () => {
  const folder = path.resolve(import.meta.dirname, "../../extensions/onethread/locales");
  const files = (await readdir(folder)).sort();
  expect(files).toHaveLength(14);
  const keys = async (file: string) => leaves(JSON.parse(await readFile(path.join(folder, file), "utf8"))).sort();
  for (const file of files)
    expect(await keys(file), file).toEqual(await keys(file.endsWith(".schema.json") ? "en.default.schema.json" : "en.default.json"));
});

function leaves(value: unknown, at = ""): string[] {
  return value && typeof value === "object" ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${at}.${key}`)) : [at];
}
