/**
 * The small markdown a reply may use: bold, italic, lists, https links. It is read into plain data that the view turns into
 * DOM nodes; what is not understood stays as the characters that were written.
 */
export type Inline =
  | { kind: "plain"; text: string }
  | { kind: "bold"; text: string }
  | { kind: "italic"; text: string }
  | { kind: "link"; text: string; url: string };
export type MarkdownBlock = { kind: "paragraph"; lines: Inline[][] } | { kind: "list"; ordered: boolean; lines: Inline[][] };

// Bounded repeats: a hostile text must not make the search slow.
const inlinePattern =
  /\*\*(\S(?:[^*\n]{0,400}\S)?)\*\*|(?<![\w*])\*(\S(?:[^*\n]{0,400}\S)?)\*(?![\w*])|(?<!\w)_(\S(?:[^_\n]{0,400}\S)?)_(?!\w)|\[([^\]\n]{1,200})\]\((\S{1,1000}?)\)|(https:\/\/[^\s<>"]{1,1000}[^\s<>".,;:!?)\]])/g;

/** Splits one line into its marked and plain parts. */
export function readInline(line: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of line.matchAll(inlinePattern)) {
    const [whole, bold, star, underscore, label, target, bare] = match;
    if (match.index > end) parts.push({ kind: "plain", text: line.slice(end, match.index) });
    end = match.index + whole.length;
    const italic = star ?? underscore;
    const url = target ?? bare;
    if (bold) parts.push({ kind: "bold", text: bold });
    else if (italic) parts.push({ kind: "italic", text: italic });
    else if (url) parts.push({ kind: "link", text: label ?? url, url });
  }
  if (end < line.length) parts.push({ kind: "plain", text: line.slice(end) });
  return parts;
}

/** Splits a text into paragraphs and lists. */
export function readMarkdown(text: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let open: MarkdownBlock | null = null;
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const item = /^\s*(?:[-*•]|(\d{1,3})[.)])\s+(.+)$/.exec(line);
    if (!line.trim()) {
      open = null;
      continue;
    }
    const fits = item ? open?.kind === "list" && open.ordered === Boolean(item[1]) : open?.kind === "paragraph";
    if (!open || !fits) {
      open = item ? { kind: "list", ordered: Boolean(item[1]), lines: [] } : { kind: "paragraph", lines: [] };
      blocks.push(open);
    }
    open.lines.push(readInline(item?.[2] ?? line));
  }
  return blocks;
}
