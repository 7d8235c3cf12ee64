import { escapeHtml, followableUrl } from "./html.ts";

/** The small markdown that staff and the model write, as mail HTML: bold, italic, lists, headings, https links. Nothing else gets through. */
export function markdownToHtml(markdown: string): string {
  const html: string[] = [];
  let list: { tag: string; items: string[] } = { tag: "", items: [] };
  let paragraph: string[] = [];
  const flush = () => {
    if (list.tag) html.push(`<${list.tag} class="list">${list.items.map((item) => `<li>${item}</li>`).join("")}</${list.tag}>`);
    if (paragraph.length > 0) html.push(`<p class="text">${paragraph.join("<br>")}</p>`);
    list = { tag: "", items: [] };
    paragraph = [];
  };
  for (const line of markdown.replace(/\r\n?/g, "\n").split("\n")) {
    const bullet = /^\s*[-*•]\s+(\S.*)$/.exec(line);
    const numbered = /^\s*\d{1,3}[.)]\s+(\S.*)$/.exec(line);
    const heading = /^\s{0,3}#{1,6}\s+(\S.*)$/.exec(line);
    if (bullet?.[1] || numbered?.[1]) {
      const tag = bullet ? "ul" : "ol";
      if (list.tag !== tag) {
        flush();
        list = { tag, items: [] };
      }
      list.items.push(inline(bullet?.[1] ?? numbered?.[1] ?? ""));
    } else if (heading?.[1]) {
      flush();
      html.push(`<p class="text"><strong>${inline(heading[1])}</strong></p>`);
    } else if (!line.trim()) flush();
    else {
      if (list.tag) flush();
      paragraph.push(inline(line.trim()));
    }
  }
  flush();
  return html.join("\n");
}

const marks = new RegExp(
  [
    /\\(?<escaped>[\\`*_~[\]()#>+\-.!|])/,
    /\[(?<label>[^[\]\n]{1,500})\]\((?<target>[^()\s]{1,2000})\)/,
    /(?<url>https:\/\/[^\s<>"*]{1,2000})/,
    /\*\*(?<bold>[^\s*][^\n]{0,1000}?)\*\*(?!\*)/,
    /(?<![p{L}p{N}*])\*(?<italic>[^\s*](?:[^*\n]{0,1000}[^\s*])?)\*(?![p{L}p{N}*])/,
    /(?<![p{L}p{N}_])_(?<italicLine>[^\s_](?:[^_\n]{0,1000}[^\s_])?)_(?![p{L}p{N}_])/,
  ]
    .map((part) => part.source)
    .join("|"),
  "gu",
);

/** Every piece of text is escaped on its own; only the tags written here are markup. */
function inline(text: string): string {
  let html = "";
  let end = 0;
  for (const match of text.matchAll(marks)) {
    html += escapeHtml(text.slice(end, match.index)) + marked(match);
    end = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(end));
}

function marked(match: RegExpExecArray): string {
  const groups = match.groups ?? {};
  const italic = groups.italic ?? groups.italicLine;
  if (groups.escaped !== undefined) return escapeHtml(groups.escaped);
  if (groups.target !== undefined) return link(groups.label ?? "", groups.target);
  if (groups.url !== undefined) {
    const trailing = /[.,;:!?)\]]+$/.exec(groups.url)?.[0] ?? "";
    const url = groups.url.slice(0, groups.url.length - trailing.length);
    return link(url, url) + escapeHtml(trailing);
  }
  if (groups.bold !== undefined) return `<strong>${inline(groups.bold)}</strong>`;
  if (italic !== undefined) return `<em>${inline(italic)}</em>`;
  return escapeHtml(match[0]);
}

/** An address that is not https stays readable and is never something to click. */
function link(label: string, target: string): string {
  const url = followableUrl(target);
  if (!url) return `${escapeHtml(label)} (${escapeHtml(target)})`;
  return `<a href="${escapeHtml(url)}" class="link">${escapeHtml(label)}</a>`;
}
