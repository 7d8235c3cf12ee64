import { expect, test } from "vitest";
import { passagesOf } from "#app/domain/knowledge/passages.ts";

test("each heading begins a passage, and what stands above the first has none", () => {
  expect(
    passagesOf(
      "<p>Welcome.</p><h2>Shipping &amp; customs</h2><p>We ship.</p><p>To <b>Norway</b>, too.</p><h3>Returns</h3><ul><li>One</li></ul>",
    ),
  ).toEqual([
    { heading: "", text: "Welcome." },
    { heading: "Shipping & customs", text: "We ship.\nTo Norway, too." },
    { heading: "Returns", text: "* One" },
  ]);
});

test("a size chart is read row by row under the names of its columns", () => {
  const chart = "<table><tr><th>Size</th><th>Chest</th></tr><tr><td>S</td><td>88 cm</td></tr><tr><td>M</td><td>94 cm</td></tr></table>";
  expect(passagesOf(`<h2>Dresses</h2>${chart}`)).toEqual([{ heading: "Dresses", text: "Size S: Chest 88 cm\nSize M: Chest 94 cm" }]);
});

const table = (...rows: string[]) =>
  `<table>${rows.map((row) => `<tr>${row.replaceAll(/([^|]+)\|?/g, (_, cell: string) => (cell.startsWith("!") ? `<th>${cell.slice(1)}</th>` : `<td>${cell}</td>`))}</tr>`).join("")}</table>`;

test.each([
  ["sizes above", table("! |!S|!M", "Chest|88 cm|94 cm", "Waist|70 cm|76 cm"), "Chest: S 88 cm, M 94 cm\nWaist: S 70 cm, M 76 cm"],
  ["a corner with a name", table("!Size|!36|!38", "Chest|88|92"), "Chest: 36 88, 38 92"],
  [
    "no marked row of names",
    table("Size|Chest|Hips", "S|88 cm|94 cm", "M|94–98 cm|100 cm"),
    "Size S: Chest 88 cm, Hips 94 cm\nSize M: Chest 94–98 cm, Hips 100 cm",
  ],
  ["rows that name themselves", table("Material|Linen", "Weight|180 g"), "Material: Linen\nWeight: 180 g"],
  ["a title over the columns", table("!Dresses", "!Size|!Chest", "M|94 cm"), "Dresses\nSize M: Chest 94 cm"],
  ["an empty cell", table("!Size|!Chest|!Hips", "M| |100 cm"), "Size M: Hips 100 cm"],
])("a table with %s is read row by row", (_name, html, text) => {
  expect(passagesOf(html)).toEqual([{ heading: "", text }]);
});

test("a long chart is cut between its rows", () => {
  const rows = Array.from({ length: 40 }, (_, n) => `${n + 30}|${n + 80} cm|${n + 60} cm|${n + 90} cm`);
  const passages = passagesOf(table("!Size|!Chest|!Waist|!Hips", ...rows));
  expect(passages.length).toBeGreaterThan(2);
  const lines = passages.flatMap(({ text }) => text.split("\n"));
  expect(lines).toHaveLength(40);
  expect(lines.every((line) => /^Size \d+: Chest \d+ cm, Waist \d+ cm, Hips \d+ cm$/.test(line))).toBe(true);
});

test("long texts are cut between sentences, and nothing is lost", () => {
  const sentence = "A parcel within Germany takes two to three working days, whatever the weather. ";
  const passages = passagesOf(`<p>${sentence.repeat(40)}</p>`);
  expect(passages.length).toBeGreaterThan(4);
  expect(Math.max(...passages.map(({ text }) => text.length))).toBeLessThanOrEqual(600);
  expect(passages.every(({ text }) => text.endsWith("weather."))).toBe(true);
  expect(
    passages
      .map(({ text }) => text)
      .join(" ")
      .match(/weather/g),
  ).toHaveLength(40);
});

test("what no shopper sees is not read: scripts, styles, pictures, addresses of links", () => {
  const html = `<style>p{color:red}</style><script>alert(1)</script><p>Hello <a href="https://evil.example">there</a><img src="x" alt="y"></p><iframe>z</iframe>`;
  expect(passagesOf(html)).toEqual([{ heading: "", text: "Hello there" }]);
});

test.each([
  ["nothing", "", 0],
  ["tags within tags", "<div>".repeat(50_000), 0],
  ["a megabyte of one word", `<p>${"a".repeat(1_000_000)}</p>`, 500],
  ["unclosed headings", "<h2>".repeat(3_000), 0],
])("%s is read in bounded time", (_name, html, most) => {
  expect(passagesOf(html).length).toBeLessThanOrEqual(Math.max(most, 700));
});
