import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { euCountries } from "#app/domain/returns/statute.ts";
import { buildWidget, type Size, tooHeavy } from "../../scripts/build-widget.ts";

const extension = path.resolve(import.meta.dirname, "../../extensions/onethread");
let folder: string;
let sizes: Size[];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "onethread-build-"));
  sizes = await buildWidget(path.join(folder, "assets"), path.join(folder, "snippets"));
});
afterAll(() => rm(folder, { recursive: true }));

test("the widget is within its weight", () => {
  expect(tooHeavy(sizes)).toEqual([]);
  expect(sizes.find((size) => size.name === "loader")?.brotli).toBeLessThanOrEqual(3_000);
});

test("one byte too many is said", () => {
  const heavy = sizes.map((size) => (size.name === "loader" ? { ...size, brotli: 5_001 } : size));
  expect(tooHeavy(heavy)).toContainEqual("loader: 5001 bytes, limit 5000");
});

test.each(["assets", "snippets"])("the committed %s are what the sources give (run `node scripts/build-widget.ts`)", async (name) => {
  const files = (await readdir(path.join(folder, name))).sort();
  expect((await readdir(path.join(extension, name))).sort()).toEqual(files);
  for (const file of files)
    expect(await readFile(path.join(extension, name, file), "utf8"), file).toBe(await readFile(path.join(folder, name, file), "utf8"));
});

test("no built file evaluates strings or writes markup", async () => {
  for (const file of await readdir(path.join(folder, "assets"))) {
    const code = await readFile(path.join(folder, "assets", file), "utf8");
    expect(code, file).not.toMatch(/\beval\(|new Function|document\.write|insertAdjacentHTML/);
    expect(code, file).not.toMatch(/document\.cookie/);
  }
});

test("the block shows the link of withdrawal where the app's own list of the EU says so, in each language it speaks", async () => {
  const block = await readFile(path.join(extension, "blocks/onethread.liquid"), "utf8");
  const listed = /assign eu = '([A-Z,]+)'/.exec(block)?.[1]?.split(",");
  expect(listed).toEqual([...euCountries]);
  expect(block).toMatch(/if eu contains localization\.country\.iso_code or eu contains shop\.address\.country_code/);
  for (const language of ["en.default", "de", "fr", "es", "it", "nl", "pt"]) {
    const words = JSON.parse(await readFile(path.join(extension, `locales/${language}.json`), "utf8")) as { withdraw: { label: string } };
    expect(words.withdraw.label.length, language).toBeGreaterThan(8);
  }
});
