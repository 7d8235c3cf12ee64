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
  expect(passagesOf(`<h2>Dresses</h2>${chart}`)).toEqual([{ heading: "Dresses", text: "Size S, Chest 88 cm\nSize M, Chest 94 cm" }]);
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
