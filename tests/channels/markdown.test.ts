import fc from "fast-check";
import { expect, test } from "vitest";
import { toPlain, toWhatsApp } from "#app/channels/markdown.ts";
import { millisecondsOfWork } from "#tests/setup/work.ts";

test.each([
  ["**bold** and __bold__", "*bold* and *bold*", "bold and bold"],
  ["*italic* and _italic_", "_italic_ and _italic_", "italic and italic"],
  ["***both***", "*_both_*", "both"],
  ["**bold with _italic_ in it**", "*bold with _italic_ in it*", "bold with italic in it"],
  ["~~gone~~", "~gone~", "gone"],
  ["press `F5`", "press `F5`", "press F5"],
  [
    "[Returns](https://linden-loom.example/returns)",
    "Returns: https://linden-loom.example/returns",
    "Returns: https://linden-loom.example/returns",
  ],
  ["[https://a.example](https://a.example)", "https://a.example", "https://a.example"],
  ["![a rug](https://a.example/rug.jpg)", "a rug: https://a.example/rug.jpg", "a rug: https://a.example/rug.jpg"],
  ["write to <mailto:help@example.com>", "write to help@example.com", "write to help@example.com"],
  ["## Your return ##", "*Your return*", "Your return"],
  ["* one\n+ 5 EUR\n- two\n1. three", "- one\n+ 5 EUR\n- two\n1. three", "- one\n+ 5 EUR\n- two\n1. three"],
  ["> quoted", "> quoted", "quoted"],
  ["above\n\n---\n\nbelow", "above\n\nbelow", "above\n\nbelow"],
  ["| Item | Price |\n|---|---:|\n| Rug | 5 EUR |", "Item, Price\nRug, 5 EUR", "Item, Price\nRug, 5 EUR"],
  ["```\nlet a_b = **1**\n```", "```\nlet a_b = **1**\n```", "let a_b = **1**"],
  ["5 \\* 3 is 15", "5 * 3 is 15", "5 * 3 is 15"],
])("%j", (markdown, whatsApp, plain) => {
  expect(toWhatsApp(markdown)).toBe(whatsApp);
  expect(toPlain(markdown)).toBe(plain);
});

test.each([
  "Order #1001 arrives on 3 November",
  "https://carrier.example/track_my_parcel?a=*1*&_b_=2",
  "Article wool_blanket_moss, 2*3*4 cm, 5 * 3 = 15",
  "Costs 4,95 EUR - or 5 USD",
  "A_B and C_D",
])("words that only look like marks stay: %s", (text) => {
  expect(toPlain(text)).toBe(text);
  expect(toWhatsApp(text)).toBe(text);
});

test("no doubled marks and no brackets of links are left, whatever is written around them", () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const piece = fc.oneof(
    word,
    word.map((text) => `**${text}**`),
    word.map((text) => `__${text}__`),
    word.map((text) => `~~${text}~~`),
    word.map((text) => `[${text}](https://a.example/${text})`),
    word.map((text) => `\n# ${text}\n`),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const markdown = pieces.join(" ");
      for (const text of [toPlain(markdown), toWhatsApp(markdown)]) expect(text).not.toMatch(/\*\*|__|~~|\]\(|^#+ /m);
    }),
  );
});

test("hostile lengths are read in no time", async () => {
  const took = await millisecondsOfWork(() => {
    for (const mark of ["*", "**", "_", "~~", "[", "[a](", "`", "*a ", "<https://", "|"]) toWhatsApp(mark.repeat(20_000));
  });
  expect(took).toBeLessThan(5_000);
});
