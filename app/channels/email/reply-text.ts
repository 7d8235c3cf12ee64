import EmailReplyParser from "email-reply-parser";
import {
  beginsAttribution,
  isAttribution,
  isForwardLine,
  isMobileSignature,
  isOriginalMessageLine,
  startsHeaderBlock,
} from "./quote-markers.ts";

/**
 * What the sender wrote in this mail: without what is quoted and without signature. It may take too much away;
 * the full text is always kept beside it. May be empty.
 */
export function stripReply(fullText: string): string {
  const text = tidy(fullText);
  const own = withoutSignature(withoutQuote(text.split("\n"))).join("\n");
  return tidy(withLibrary(own));
}

/**
 * Without the sender's own name in the last line: it says nothing of what is wanted. A line counts that holds nothing but words
 * of the name or of the mailbox they write from ("Marta", of marta.rossi@…), when something stands above it.
 */
export function withoutOwnName(text: string, from: { address: string; name: string } | null): string {
  const own = new Set(namesIn(`${from?.name ?? ""} ${from?.address.split("@")[0] ?? ""}`));
  const lines = text.trimEnd().split("\n");
  const last = lines.at(-1) ?? "";
  // "Marta, #1001" says which order it is about.
  const names = /[\d?]/.test(last) ? [] : namesIn(last);
  const above = lines.slice(0, -1).join("\n").trimEnd();
  return above && names.length > 0 && names.every((one) => own.has(one)) ? above : text;
}

const namesIn = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/\p{L}{2,}/gu) ?? [];

/** Line ends, invisible padding and runs of empty lines; shared by full and stripped text so that the two compare. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/\u034f|[\u200b\u200e\u200f\u2060\ufeff\u00ad]/g, "")
    .replace(/\p{Cc}/gu, (sign) => (sign === "\n" || sign === "\t" ? sign : ""))
    .split("\n")
    .map((line) => (line === "-- " ? line : line.trimEnd()))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+/, "")
    .trimEnd();
}

function withoutQuote(lines: string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (isForwardLine(line)) return [...kept, ...lines.slice(index)];
    if (isOriginalMessageLine(line) || startsHeaderBlock(lines, index)) return withoutRuler(kept);
    const length = attributionLength(lines, index);
    if (length > 0) {
      const after = lines.slice(index + length);
      const first = after.find((one) => one.trim());
      // Without ">" marks nothing tells where the quote ends. With them, what stands between and below is the sender's.
      const below = first?.startsWith(">") || kept.every((one) => !one.trim());
      return below ? [...kept, ...unquoted(after)] : unquoted(kept);
    }
    kept.push(line);
  }
  return unquoted(kept);
}

/** Programs wrap the line "On … wrote:" at about 75 characters: up to four lines are joined, unless a later one begins it. */
function attributionLength(lines: string[], index: number): number {
  if (!lines[index]?.trim()) return 0;
  for (let length = 1; length <= 4; length += 1) {
    const part = lines.slice(index, index + length).map((line) => line.replace(/^>+\s?/, "").trim());
    if (part.length < length || part.some((line) => !line)) return 0;
    if (length > 1 && beginsAttribution(part.at(-1) ?? "")) return 0;
    if (isAttribution(part.join(" ").replaceAll("< ", "<"), length > 1)) return length;
  }
  return 0;
}

function unquoted(lines: string[]): string[] {
  return lines.filter((line) => !line.startsWith(">"));
}

function withoutRuler(lines: string[]): string[] {
  const end = lines.findLastIndex((line) => line.trim() && !/^\s*[_-]{5,}\s*$/.test(line));
  return lines.slice(0, end + 1);
}

function withoutSignature(lines: string[]): string[] {
  const end = lines.findIndex((line, index) => line === "-- " || (line === "--" && index > 0) || isMobileSignature(line));
  return end < 0 ? lines : lines.slice(0, end);
}

/**
 * The library knows more languages and closing words, but its patterns grow slow on long texts and take "On … wrote:"
 * anywhere for a quote; so it sees only what we kept, only when short, and not when it would leave nothing.
 */
function withLibrary(text: string): string {
  if (text.length > 5_000 || text.split("\n").some(isForwardLine)) return text;
  return new EmailReplyParser().parseReply(text).trim() || text;
}
