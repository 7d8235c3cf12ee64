import { expect, test } from "vitest";
import { millisecondsOfWork } from "#tests/setup/work.ts";
import { contrast, readableOnWhite, textOn, tint } from "#widget/colors.ts";
import { safeImage, safeUrl } from "#widget/links.ts";
import { readInline, readMarkdown } from "#widget/markdown.ts";
import { when } from "#widget/when.ts";

test("bold, italic and https links are read, the rest stays as written", () => {
  expect(readInline("It is **here**, *soon* or _later_: [track](https://carrier.example/1) 2*3*4 snake_case_name")).toEqual([
    { kind: "plain", text: "It is " },
    { kind: "bold", text: "here" },
    { kind: "plain", text: ", " },
    { kind: "italic", text: "soon" },
    { kind: "plain", text: " or " },
    { kind: "italic", text: "later" },
    { kind: "plain", text: ": " },
    { kind: "link", text: "track", url: "https://carrier.example/1" },
    { kind: "plain", text: " 2*3*4 snake_case_name" },
  ]);
});

test("a bare address leaves the full stop outside", () => {
  expect(readInline("See https://shop.example/a_b_c?x=1.")[1]).toEqual({
    kind: "link",
    text: "https://shop.example/a_b_c?x=1",
    url: "https://shop.example/a_b_c?x=1",
  });
});

test("lists and paragraphs are told apart", () => {
  const blocks = readMarkdown("Hello\nthere\n\n- one\n- two\n1. first");
  expect(blocks.map((block) => [block.kind, block.lines.length])).toEqual([
    ["paragraph", 2],
    ["list", 2],
    ["list", 1],
  ]);
});

test("a hostile text is read in no time", async () => {
  const texts = ["*".repeat(4_000), "[".repeat(4_000) + "](".repeat(2_000), `**${"a ".repeat(4_000)}`];
  expect(await millisecondsOfWork(() => texts.map((text) => readMarkdown(text)))).toBeLessThan(500);
});

test("only web and mail addresses may be opened", () => {
  expect(safeUrl("https://shop.example/x")).toBe("https://shop.example/x");
  expect(safeUrl("mailto:help@shop.example")).toBe("mailto:help@shop.example");
  for (const bad of [
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "/relative",
    "",
    "https://user:secret@shop.example",
    "file:///etc",
    "blob:https://x/1",
  ]) {
    expect(safeUrl(bad), bad).toBeNull();
  }
  expect(safeUrl("http://shop.example", "https:")).toBeNull();
  expect(safeUrl("http://localhost:3000/", "http:")).toBe("http://localhost:3000/");
  expect(safeImage("mailto:a@b.example")).toBeNull();
});

test("words on any brand colour can be read", () => {
  for (let step = 0; step < 4_096; step += 7) {
    const color = `#${step.toString(16).padStart(3, "0")}`;
    expect(contrast(textOn(color), color), color).toBeGreaterThanOrEqual(4.5);
    expect(contrast(readableOnWhite(color), "#ffffff"), color).toBeGreaterThanOrEqual(4.5);
    expect(contrast(readableOnWhite(color), tint(color)), color).toBeGreaterThanOrEqual(4.5);
    expect(contrast("#1c2024", tint(color)), color).toBeGreaterThanOrEqual(4.5);
  }
  expect(textOn("#24564a")).toBe("#ffffff");
  expect(textOn("#ffe08a")).toBe("#1c2024");
});

test("times say as much as is needed", () => {
  const now = new Date(2026, 10, 20, 14, 30).getTime();
  expect(when(new Date(2026, 10, 20, 14, 5).getTime(), now, "de")).toBe("14:05");
  expect(when(new Date(2026, 10, 17, 14, 5).getTime(), now, "de")).toBe("Di 14:05");
  expect(when(new Date(2026, 9, 2, 14, 5).getTime(), now, "de")).toBe("2. Okt. 14:05");
});
