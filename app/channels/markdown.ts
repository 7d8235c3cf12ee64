/**
 * The small markdown that staff and the model write (bold, italic, strike, code, links, headings, lists, quotes)
 * turned into what a chat app shows. Only prose goes through here: facts such as order names are never rewritten.
 */
type Dialect = {
  bold(text: string): string;
  italic(text: string): string;
  strike(text: string): string;
  code(text: string): string;
  fence: string;
  quote: string;
};

const plain: Dialect = { bold: same, italic: same, strike: same, code: same, fence: "", quote: "" };

const whatsApp: Dialect = {
  bold: (text) => wrap(text, "*"),
  italic: (text) => wrap(text, "_"),
  strike: (text) => wrap(text, "~"),
  code: (text) => wrap(text, "`"),
  fence: "```",
  quote: "> ",
};

/** Takes the marks away and keeps the words; a link becomes "label: address". */
export function toPlain(markdown: string): string {
  return render(markdown, plain);
}

/** Writes WhatsApp's own marks: *bold*, _italic_, ~struck~, `code`, lists and quotes. */
export function toWhatsApp(markdown: string): string {
  return render(markdown, whatsApp);
}

function render(markdown: string, dialect: Dialect): string {
  const lines: string[] = [];
  let fenced = false;
  for (const line of markdown.replace(/\r\n?/g, "\n").split("\n")) {
    if (/^\s*(```|~~~)/.test(line)) {
      fenced = !fenced;
      if (dialect.fence) lines.push(dialect.fence);
    } else if (fenced) lines.push(line);
    else if (!isRuler(line)) lines.push(renderLine(line, dialect));
  }
  if (fenced && dialect.fence) lines.push(dialect.fence);
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** A horizontal rule or the line under a table's head says nothing on a phone. */
function isRuler(line: string): boolean {
  const bare = line.replace(/\s/g, "");
  return /^(-{3,}|\*{3,}|_{3,})$/.test(bare) || /^\|?:?-{3,}:?(\|:?-{3,}:?)*\|?$/.test(bare);
}

function renderLine(line: string, dialect: Dialect): string {
  const heading = /^\s{0,3}#{1,6}\s+(\S.*)$/.exec(line);
  if (heading?.[1]) return dialect.bold(inline(heading[1].replace(/\s#+\s*$/, "").replace(/\*\*|__/g, ""), dialect));
  const quote = /^\s{0,3}>\s?(.*)$/.exec(line);
  if (quote) return dialect.quote + inline(quote[1] ?? "", dialect);
  const item = /^(\s*)[-*•]\s+(\S.*)$/.exec(line);
  if (item?.[2]) return `${item[1]}- ${inline(item[2], dialect)}`;
  const row = /^\s*\|(.*)\|\s*$/.exec(line);
  if (row?.[1])
    return row[1]
      .split("|")
      .map((cell) => inline(cell.trim(), dialect))
      .join(", ");
  return inline(line, dialect);
}

/** Addresses come first, so that an underscore inside one is never taken for a mark. Lengths are bounded against slow matching. */
const marks = new RegExp(
  [
    /\\(?<escaped>[\\`*_~[\]()#>+\-.!|])/u,
    /`(?<code>[^`\n]{1,1000})`/u,
    /!?\[(?<label>[^[\]\n]{0,500})\]\((?<target>[^()\s]{1,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000})?)(?:\s+"[^"\n]{0,200}")?\)/u,
    /<(?<autolink>(?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/u,
    /(?<url>https?:\/\/[^\s<>]{0,2000}[^\s<>*_~])/u,
    /\*\*\*(?<both>[^\s*][^\n]{0,1000}?)\*\*\*/u,
    /\*\*(?<bold>[^\s*][^\n]{0,1000}?)\*\*(?!\*)/u,
    /(?<![\p{L}\p{N}_])__(?<boldLine>[^\s_][^\n]{0,1000}?)__(?![\p{L}\p{N}_])/u,
    /~~(?<strike>[^\s~][^\n]{0,1000}?)~~/u,
    /(?<![\p{L}\p{N}*])\*(?<italic>[^\s*](?:[^*\n]{0,1000}[^\s*])?)\*(?![\p{L}\p{N}*])/u,
    /(?<![\p{L}\p{N}_])_(?<italicLine>[^\s_](?:[^\n]{0,1000}?[^\s_])?)_(?![\p{L}\p{N}_])/u,
  ]
    .map((part) => part.source)
    .join("|"),
  "gu",
);

function inline(text: string, dialect: Dialect): string {
  return text.replace(marks, (...found: unknown[]) => {
    const groups = found.at(-1) as Record<string, string | undefined>;
    const both = groups.both;
    const bold = groups.bold ?? groups.boldLine;
    const italic = groups.italic ?? groups.italicLine;
    if (groups.escaped !== undefined) return groups.escaped;
    if (groups.code !== undefined) return dialect.code(groups.code);
    if (groups.target !== undefined) return link(inline(groups.label ?? "", dialect), groups.target);
    if (groups.autolink !== undefined) return groups.autolink.replace(/^mailto:/, "");
    if (both !== undefined) return dialect.bold(dialect.italic(inline(both, dialect)));
    if (bold !== undefined) return dialect.bold(inline(bold, dialect));
    if (groups.strike !== undefined) return dialect.strike(inline(groups.strike, dialect));
    if (italic !== undefined) return dialect.italic(inline(italic, dialect));
    return String(found[0]);
  });
}

function link(label: string, target: string): string {
  const address = target.replace(/^mailto:/, "");
  const name = label.trim();
  return !name || name === target || name === address ? address : `${name}: ${address}`;
}

function wrap(text: string, mark: string): string {
  return text.trim() === "" || text.startsWith(mark) ? text : `${mark}${text}${mark}`;
}

function same(text: string): string {
  return text;
}
