/** A piece of a text as WhatsApp shows it. */
export type Marked =
  | { kind: "words"; text: string }
  | { kind: "bold" | "italic" | "strike"; inner: Marked[] }
  | { kind: "mono" | "code"; text: string };
/** A line, with the sign at its beginning that WhatsApp shows as such. A monospaced piece may span lines and stands in one. */
export type MarkedLine = { kind: "line" | "quote" | "item"; inner: Marked[] };

type Style = "bold" | "italic" | "strike";
const styles: Record<string, Style> = { "*": "bold", _: "italic", "~": "strike" };
/** Addresses, and the open places of a template: what is inside of them is no mark. */
const whole = /https?:\/\/[^\s<>]{0,2000}[^\s<>*_~.,;:!?)]|\{\{[^{}\n]{0,100}\}\}/gy;
const letter = /[\p{L}\p{N}]/u;

/** WhatsApp's own marks in a text: they hug what they mark, begin and end at the edge of a word, and never reach over a line. */
export function readMarks(text: string): MarkedLine[] {
  return linesOf(text).map((line) => {
    const quote = /^> ?(?=\S)/.exec(line)?.[0];
    if (quote) return { kind: "quote", inner: read(line.slice(quote.length), []) };
    const item = /^[*-] (?=\S)/.exec(line)?.[0];
    return item ? { kind: "item", inner: read(line.slice(item.length), []) } : { kind: "line", inner: read(line, []) };
  });
}

/** The words alone, for where a text stands in one line among others. */
export function withoutMarks(text: string): string {
  return readMarks(text)
    .map(({ inner }) => inner.map(wordsOf).join(""))
    .join("\n");
}

const wordsOf = (one: Marked): string => ("inner" in one ? one.inner.map(wordsOf).join("") : one.text);

/** Three backticks hold lines together. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (const [place, piece] of text.split(/(```(?:(?!```)[\s\S])+```)/).entries()) {
    const [first = "", ...more] = place % 2 === 1 ? [piece] : piece.split("\n");
    lines.push(`${lines.pop() ?? ""}${first}`, ...more);
  }
  return lines;
}

/** `open`: what this piece already stands in; the same mark inside of itself is a sign like any other. */
function read(text: string, open: Style[]): Marked[] {
  const found: Marked[] = [];
  let plain = "";
  const add = (piece: Marked) => {
    if (plain) found.push({ kind: "words", text: plain });
    plain = "";
    found.push(piece);
  };
  for (let at = 0; at < text.length; ) {
    const kept = wholeAt(text, at) ?? text[at] ?? "";
    const mono = kept === "`" ? /^(`{3})([\s\S]+?)`{3}|^(`)([^`\n]+)`/.exec(text.slice(at)) : null;
    const style = styles[kept];
    const end = style && !open.includes(style) ? closingAt(text, at) : -1;
    if (mono) add({ kind: mono[1] ? "mono" : "code", text: mono[2] ?? mono[4] ?? "" });
    else if (style && end > 0) add({ kind: style, inner: read(text.slice(at + 1, end), [...open, style]) });
    else plain += kept;
    at = mono ? at + mono[0].length : end > 0 ? end + 1 : at + kept.length;
  }
  if (plain) found.push({ kind: "words", text: plain });
  return found;
}

function wholeAt(text: string, at: number): string | undefined {
  whole.lastIndex = at;
  return whole.exec(text)?.[0];
}

/** Where the mark that opens here is closed; -1 where it opens nothing. */
function closingAt(text: string, at: number): number {
  const mark = text[at] ?? "";
  const next = text[at + 1] ?? " ";
  if (letter.test(text[at - 1] ?? " ") || /\s/.test(next) || next === mark) return -1;
  for (let end = at + 1; end < text.length && text[end] !== "\n"; end += wholeAt(text, end)?.length ?? 1)
    if (text[end] === mark && !/\s/.test(text[end - 1] ?? " ") && !letter.test(text[end + 1] ?? " ")) return end;
  return -1;
}
