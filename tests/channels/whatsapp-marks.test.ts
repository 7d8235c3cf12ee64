import { expect, test } from "vitest";
import { type Marked, readMarks, withoutMarks } from "#app/channels/whatsapp/marks.ts";
import { millisecondsOfWork } from "#tests/setup/work.ts";

/** As it would be written in a page, for reading. */
const tags = { bold: "b", italic: "i", strike: "s", mono: "pre", code: "code" };
const shown = (pieces: Marked[]): string =>
  pieces
    .map((one) => {
      if (one.kind === "words") return one.text;
      return `<${tags[one.kind]}>${"inner" in one ? shown(one.inner) : one.text}</${tags[one.kind]}>`;
    })
    .join("");
const signs = { line: "", quote: "| ", item: "• " };
const show = (text: string) =>
  readMarks(text)
    .map(({ kind, inner }) => signs[kind] + shown(inner))
    .join("\n");

test.each([
  ["*bold*", "<b>bold</b>"],
  ["_italic_ and ~gone~", "<i>italic</i> and <s>gone</s>"],
  ["Your *order #1001* is here.", "Your <b>order #1001</b> is here."],
  ["(*note*), “_so_”!", "(<b>note</b>), “<i>so</i>”!"],
  ["*_both_* and ~*_all_*~", "<b><i>both</i></b> and <s><b><i>all</i></b></s>"],
  ["*a* *b*", "<b>a</b> <b>b</b>"],
  ["```a *b* _c_```", "<pre>a *b* _c_</pre>"],
  ["see ```one\ntwo``` there", "see <pre>one\ntwo</pre> there"],
  ["type `npm *x*` now", "type <code>npm *x*</code> now"],
  ["*größer*, *да*, *日本*", "<b>größer</b>, <b>да</b>, <b>日本</b>"],
  ["> said *so*\nno", "| said <b>so</b>\nno"],
  ["- one\n* two\n*three*", "• one\n• two\n<b>three</b>"],
  ["*{{1}}* days, {{order_name}}", "<b>{{1}}</b> days, {{order_name}}"],
  ["*https://shop.example/a*", "<b>https://shop.example/a</b>"],
])("%j is shown as %j", (text, wanted) => expect(show(text)).toBe(wanted));

test.each([
  "2*3*4 and a*b*",
  "snake_case_name",
  "so * not bold*",
  "*not bold *",
  "** and __ and ~~",
  "*over\nlines*",
  "5 * 3 = 15 * 1",
  "*open",
  "closed*",
  "~100 to ~200",
  "https://shop.example/_a_/*b*?c=_d_",
  "{{order_name}} and {{other_name}}",
  "``` ",
  "`",
  "",
  "<b>*</b>",
])("%j is shown as it is written", (text) => expect(show(text)).toBe(text));

test("the words alone hold no mark that WhatsApp would not show either", () => {
  expect(withoutMarks("*_Refund_* of `12.00`\n> as ~agreed~\n- by mail")).toBe("Refund of 12.00\nas agreed\nby mail");
  expect(withoutMarks("2 * 3 * 4 and snake_case_names")).toBe("2 * 3 * 4 and snake_case_names");
});

test("markup in marked words stays words", () => {
  expect(readMarks('*<img src=x onerror="alert(1)">*')).toEqual([
    { kind: "line", inner: [{ kind: "bold", inner: [{ kind: "words", text: '<img src=x onerror="alert(1)">' }] }] },
  ]);
});

test("thousands of marks are read in a moment", async () => {
  const texts = [
    "*".repeat(4_096),
    "*_~".repeat(1_365),
    "*a ".repeat(1_365),
    "`".repeat(4_096),
    "_x https://".repeat(370),
    "{{".repeat(2_048),
  ];
  expect(await millisecondsOfWork(() => texts.map(readMarks))).toBeLessThan(1_000);
});
