import type { Capabilities } from "./channel.ts";

/**
 * Measuring, cutting and splitting text for channels with limits. Never inside what a reader sees as one character,
 * never inside an address, and between sentences where there is room to choose.
 */
export type Unit = Capabilities["textUnit"];

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" });
const encoder = new TextEncoder();

/** Length in UTF-8 bytes, or in UTF-16 units: the strictest way in which a vendor may count characters. */
export function measure(text: string, unit: Unit): number {
  return unit === "bytes" ? encoder.encode(text).length : text.length;
}

/** Shortens to the limit on a word border and marks the cut with "…". What fits comes back unchanged. */
export function cut(text: string, limit: number, unit: Unit = "characters"): string {
  if (measure(text, unit) <= limit) return text;
  const ellipsis = "…";
  const room = limit - measure(ellipsis, unit);
  if (room < 0) return "";
  const kept = longestPrefix(text, room, unit);
  return wholeWords(kept, text).trimEnd() + ellipsis;
}

/** Cuts a text into pieces within the limit: between paragraphs, else sentences, else words, else characters. */
export function splitText(text: string, limit: number, unit: Unit, fill = false): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (measure(rest, unit) > limit) {
    const window = longestPrefix(rest, limit, unit);
    const end = border(window, rest, fill) || window.length;
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest) pieces.push(rest);
  return pieces.filter(Boolean);
}

function longestPrefix(text: string, limit: number, unit: Unit): string {
  let size = 0;
  let end = 0;
  for (const { segment } of graphemes.segment(text)) {
    size += measure(segment, unit);
    if (size > limit) break;
    end += segment.length;
  }
  return end > 0 ? text.slice(0, end) : codePointPrefix(text, limit, unit);
}

/** One letter under a heap of accents may alone be longer than the limit; then it has to break. */
function codePointPrefix(text: string, limit: number, unit: Unit): string {
  let kept = "";
  let size = 0;
  for (const point of text) {
    size += measure(point, unit);
    if (size > limit) break;
    kept += point;
  }
  return kept;
}

/** Steps back to the last space when a word would be cut late, or an address anywhere. */
function wholeWords(kept: string, text: string): string {
  if (/^\s/.test(text.slice(kept.length))) return kept;
  const start = kept.search(/\S+$/);
  if (start <= 0) return kept;
  const torn = kept.slice(start);
  return torn.length <= 40 || torn.includes("://") ? kept.slice(0, start) : kept;
}

/** Where to end a piece. A good border in the first two fifths is passed over, unless pieces must be `fill`ed. */
function border(window: string, rest: string, fill: boolean): number {
  const least = window.length * 0.4;
  const next = rest.slice(window.length, window.length + 1);
  const words = /\s$/.test(window) || /^\s/.test(next) ? window.length : window.search(/\s\S*$/) + 1;
  if (fill) return words;
  const paragraph = window.lastIndexOf("\n\n") + 1;
  if (paragraph > least) return paragraph;
  const sentence = Math.max(lastSentenceEnd(window), window.lastIndexOf("\n") + 1);
  return sentence > least ? sentence : words;
}

/**
 * The segmenter also ends sentences after the "?" inside an address and after "3." in "3. November";
 * only an end before a space and not after a digit counts.
 */
function lastSentenceEnd(window: string): number {
  let end = 0;
  for (const { segment, index } of sentences.segment(window)) {
    if (/\s$/.test(segment) && !/\d\.\s+$/.test(segment)) end = index + segment.length;
  }
  return end;
}
