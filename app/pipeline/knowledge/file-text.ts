import { marked } from "marked";

/** What is wrong with a file, in a sentence for the merchant. */
export class FileProblem extends Error {}

export const mostFileBytes = 5_000_000;
export const fileEndings = [".pdf", ".md", ".markdown", ".html", ".htm", ".txt"];

/** Reads an uploaded file as HTML, by its ending and its first bytes. Throws FileProblem for what cannot be read. */
export async function htmlOfFile(name: string, bytes: Uint8Array): Promise<string> {
  const ending = fileEndings.find((one) => name.toLowerCase().endsWith(one));
  if (!ending) throw new FileProblem(`This kind of file cannot be read. Take one of: ${fileEndings.join(", ")}.`);
  if (bytes.length > mostFileBytes) throw new FileProblem("The file is larger than 5 MB. Take out pictures, or split it.");
  if (ending === ".pdf") return htmlOfText(await pdfText(bytes));
  const text = textOf(bytes);
  if (ending === ".txt") return htmlOfText(text);
  return ending.startsWith(".m") ? marked.parse(text, { async: false }) : text;
}

/** What somebody typed: an empty line begins a paragraph. */
export function htmlOfText(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return escaped
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.trim().replaceAll("\n", "<br>")}</p>`)
    .join("");
}

async function pdfText(bytes: Uint8Array): Promise<string> {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-")) throw new FileProblem("The file is no PDF, although its name says so.");
  // A large library, and few shops ever bring a PDF.
  const { extractText, getDocumentProxy } = await import("unpdf");
  try {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
    const pages = text.map((page) => page.trim()).filter(Boolean);
    if (pages.length > 0) return pages.join("\n\n");
  } catch {
    throw new FileProblem("The PDF cannot be read: it may be damaged or locked with a password.");
  }
  throw new FileProblem("The PDF holds pictures of text only. Export it with its text.");
}

function textOf(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // Said below.
  }
  throw new FileProblem("The file is not text in UTF-8. Save it as such and choose it again.");
}
