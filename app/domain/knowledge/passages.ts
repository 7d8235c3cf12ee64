import { compile, type FormatCallback, type HtmlToTextOptions } from "html-to-text";
import { tableInWords } from "./table-words.ts";

/** A part of a text that answers by itself; `heading` is empty before the first one. */
export type Passage = { heading: string; text: string };

/** In characters: what fits one screen of a phone. A longer paragraph is cut between sentences. */
const longestPassage = 600;
/** In characters. Longer pages are read to here; merchants have none. */
const mostHtml = 400_000;
const mostTags = 20_000;
/** Stands before a heading while text is read line by line; no page holds it. */
const mark = "\u0001";

/** Reads HTML as passages: each heading begins one, paragraphs under it are joined as long as they stay short. */
export function passagesOf(html: string): Passage[] {
  const passages: Passage[] = [];
  let heading = "";
  let text = "";
  const end = () => {
    if (text) passages.push({ heading, text });
    text = "";
  };
  for (const paragraph of plainText(html).split(/\n{2,}/)) {
    const line = paragraph.trim().replace(/[^\S\n]+/g, " ");
    if (line.startsWith(mark)) {
      end();
      heading = line.slice(mark.length).trim();
      continue;
    }
    for (const piece of line ? piecesOf(line) : []) {
      if (text && text.length + piece.length + 1 > longestPassage) end();
      text = text ? `${text}\n${piece}` : piece;
    }
  }
  end();
  return passages;
}

function plainText(html: string): string {
  const read = html.slice(0, mostHtml).replaceAll(mark, "");
  // The reader's time grows with the square of tags within tags.
  if ((read.match(/</g)?.length ?? 0) > mostTags) return read.replace(/<[^<>]*>/g, " ");
  return convert(read);
}

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
const formatHeading: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  builder.addLiteral(`${mark} `);
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 2 });
};

/** A table, a line for each row; see table-words.ts. */
const formatTable: FormatCallback = (element, _walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  builder.addLiteral(tableInWords(element).join("\n"));
  builder.closeBlock({ trailingLineBreaks: 2 });
};

const options: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxDepth: 100, ellipsis: "" },
  formatters: { passageHeading: formatHeading, passageTable: formatTable },
  selectors: [
    ...["img", "script", "style", "iframe", "svg", "noscript"].map((selector) => ({ selector, format: "skip" })),
    { selector: "a", options: { ignoreHref: true } },
    { selector: "table", format: "passageTable" },
    ...headings.map((selector) => ({ selector, format: "passageHeading" })),
  ],
};

/** Reading the options takes longer than reading a page. */
const convert = compile(options);

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/** A paragraph as it is, or cut between its lines, and these between their sentences, where it is too long for one passage. */
function piecesOf(paragraph: string): string[] {
  if (paragraph.length <= longestPassage) return [paragraph];
  const lines = paragraph.split("\n");
  if (lines.length > 1) return lines.flatMap((line) => (line.trim() ? piecesOf(line.trim()) : []));
  const pieces: string[] = [];
  for (const { segment } of sentences.segment(paragraph)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + segment.length <= longestPassage) pieces[pieces.length - 1] = last + segment;
    // A sentence without an end is cut where it must be.
    else pieces.push(...(segment.match(new RegExp(`[^]{1,${longestPassage}}`, "gu")) ?? []));
  }
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}
