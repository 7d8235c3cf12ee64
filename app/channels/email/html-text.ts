import { compile, type HtmlToTextOptions } from "html-to-text";

const maxHtml = 500_000;
/** More than any newsletter has. */
const mostTags = 15_000;

const skip = { format: "skip" };
// Outlook's "From, Sent, To" stays: what it quotes follows unmarked, and the text reader cuts there.
const quoted = ["div.gmail_quote", "div.yahoo_quoted", "div.moz-cite-prefix", "blockquote[type=cite]"];
const signatures = ["div.gmail_signature", "#Signature", "div.moz-signature", "#ms-outlook-mobile-signature"];

const optionsFor = (quotes: "keep" | "drop"): HtmlToTextOptions => ({
  wordwrap: false,
  limits: { maxInputLength: maxHtml, maxDepth: 100, ellipsis: "" },
  selectors: [
    { selector: "img", ...skip },
    { selector: "a", options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true, linkBrackets: ["<", ">"] } },
    { selector: "table", format: "block" },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    ...(quotes === "drop" ? [...quoted, ...signatures].map((selector) => ({ selector, ...skip })) : []),
  ],
});
/** Reading the options takes longer than reading a mail. */
const readers = { keep: compile(optionsFor("keep")), drop: compile(optionsFor("drop")) };

/** Reads a mail's HTML as text. Pictures are left out; a link keeps its address where the words do not show it. */
export function htmlToPlainText(html: string, quotes: "keep" | "drop"): string {
  const read = html.slice(0, maxHtml);
  // The time for tags within tags grows with the square of their number.
  if ((read.match(/</g)?.length ?? 0) > mostTags) return withoutTags(read);
  try {
    return readers[quotes](read);
  } catch {
    return withoutTags(read);
  }
}

/** Markup that breaks the reader still holds words between its tags. */
function withoutTags(html: string): string {
  return html.replace(/<[^<>]*>/g, " ");
}
