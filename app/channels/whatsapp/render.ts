import type { RenderContext, RenderedPart } from "../channel.ts";
import { type CompactReply, compactReply, fitParagraphs, type Offer, offerChoices, pleaseChoose } from "../compact.ts";
import type { SentFile } from "../files.ts";
import { toWhatsApp } from "../markdown.ts";
import type { Block, Choice, Language } from "../message.ts";
import { cut, splitText } from "../split.ts";
import { interactiveLimits, whatsAppCapabilities as limits } from "./capabilities.ts";

type Written = { text: string; prose: boolean };

/** Renders a reply as one message where it fits: words and buttons together, a list from four choices on, a button for a lone link. */
export function renderWhatsApp(blocks: Block[], context: RenderContext): RenderedPart[] {
  return withFiles(blocks.length === 0 ? [] : renderBlocks(blocks, context), context.files ?? []);
}

/** Each file is a message of its own. Words that fit stand under the first of them, for every message is paid. */
function withFiles(parts: RenderedPart[], files: SentFile[]): RenderedPart[] {
  if (files.length === 0) return parts;
  const [only, ...more] = parts;
  const isCaption = more.length === 0 && only?.body.type === "text" && only.text.length <= interactiveLimits.caption;
  const caption = isCaption ? only.text : undefined;
  const media = files.map(({ id, kind, name }, place): RenderedPart => {
    const [type, named] = kind === "pdf" ? ["document", { filename: name }] : ["image", {}];
    const under = place === 0 && caption ? { caption } : {};
    return { body: { type, [type]: { ...named, ...under }, files: [id] }, text: under.caption ?? name };
  });
  return caption ? media : [...parts, ...media];
}

function renderBlocks(blocks: Block[], context: RenderContext): RenderedPart[] {
  const reply = compactReply(blocks);
  const { choices } = reply;
  if (choices.length > 0) return renderChoices(reply.paragraphs.map(write), choices, context.language);
  return renderLoneLink(reply) ?? textParts(reply.paragraphs.map(write), limits.maxParts);
}

function renderChoices(paragraphs: Written[], choices: Choice[], language: Language): RenderedPart[] {
  const { body: bodyLimit, rowId: id, rowDescription } = interactiveLimits;
  const list = { title: limits.maxListRowTitle, description: rowDescription, id };
  const buttons = { title: limits.maxButtonTitle, description: 0, id };
  const tappable = offerChoices(choices, { ...list, count: choices.length }).labels.length;
  const offerFor = (count: number) => offerChoices(choices, { ...(tappable <= limits.maxButtons ? buttons : list), count });
  const pages = offerFor(limits.maxListRows * limits.maxParts);
  const whole = [...paragraphs, { text: pages.lines, prose: false }].filter((one) => one.text);
  const body = join(whole) || pleaseChoose[language];
  if (pages.labels.length === 0) return textParts(whole, limits.maxParts);
  if (body.length <= bodyLimit) return interactiveParts(pages, body, language);
  const offer = offerFor(limits.maxListRows);
  const { before, under } = takeEnd([...paragraphs, { text: offer.lines, prose: false }].filter((one) => one.text));
  return [...textParts(before, 1), ...interactiveParts(offer, join(under) || pleaseChoose[language], language)];
}

/** The last paragraphs that fit above the buttons; the others go ahead as their own message. */
function takeEnd(paragraphs: Written[]): { before: Written[]; under: Written[] } {
  let start = paragraphs.length;
  while (start > 0 && join(paragraphs.slice(start - 1)).length <= interactiveLimits.body) start -= 1;
  return { before: paragraphs.slice(0, start), under: paragraphs.slice(start) };
}

function interactiveParts(offer: Offer, body: string, language: Language): RenderedPart[] {
  if (offer.labels.length <= limits.maxButtons) {
    const buttons = offer.labels.map(({ id, title }) => ({ type: "reply", reply: { id, title } }));
    return [interactive("button", body, { buttons })];
  }
  const first = listPart(offer.labels.slice(0, limits.maxListRows), body, language);
  const more = offer.labels.slice(limits.maxListRows);
  if (more.length === 0) return [first];
  return [first, listPart(more, `${limits.maxListRows + 1}–${limits.maxListRows + more.length}`, language)];
}

function listPart(rows: Offer["labels"], body: string, language: Language): RenderedPart {
  return interactive("list", body, { button: openList[language], sections: [{ rows }] });
}

/** A single address becomes a button that opens it; its label stands in the text when the button has to cut it. */
function renderLoneLink(reply: CompactReply): RenderedPart[] | undefined {
  const links = reply.paragraphs.filter((one) => one.style === "link");
  const link = links[0];
  if (!link || links.length > 1 || !/^https?:\/\/\S+$/.test(link.url) || link.url.length > interactiveLimits.linkUrl) return undefined;
  const label = link.label.replace(/\s+/g, " ").trim();
  if (!label) return undefined;
  const paragraphs = reply.paragraphs.flatMap((one) => (one.style === "link" ? [] : write(one)));
  if (label.length > interactiveLimits.linkText || !join(paragraphs)) paragraphs.push({ text: label, prose: false });
  const body = join(paragraphs);
  if (body.length > interactiveLimits.body) return undefined;
  const parameters = { display_text: cut(label, interactiveLimits.linkText), url: link.url };
  return [interactive("cta_url", body, { name: "cta_url", parameters })];
}

function interactive(type: string, body: string, action: Record<string, unknown>): RenderedPart {
  return { body: { type: "interactive", interactive: { type, body: { text: body }, action } }, text: body };
}

function textParts(paragraphs: Written[], parts: number): RenderedPart[] {
  const { maxText, textUnit } = limits;
  for (let budget = maxText * parts; budget > 0; budget -= 200) {
    const pieces = splitText(fitParagraphs(paragraphs, budget, textUnit), maxText, textUnit, budget < maxText * parts);
    if (pieces.length <= parts) return pieces.map((text) => ({ body: { type: "text", text: { preview_url: false, body: text } }, text }));
  }
  return [];
}

function write(paragraph: CompactReply["paragraphs"][number]): Written {
  if (paragraph.style === "link") return { text: `${paragraph.label}: ${paragraph.url}`, prose: false };
  return paragraph.style === "prose" ? { text: toWhatsApp(paragraph.text), prose: true } : { text: paragraph.text, prose: false };
}

function join(paragraphs: Written[]): string {
  return paragraphs
    .map((one) => one.text)
    .filter(Boolean)
    .join("\n\n")
    .trim();
}

/** The button that opens a list. */
const openList: Record<Language, string> = {
  en: "Choose",
  de: "Auswählen",
  fr: "Choisir",
  es: "Elegir",
  pt: "Escolher",
  it: "Scegli",
  nl: "Kiezen",
};
