import type { Block, Choice, Language } from "./message.ts";
import { itemLabel } from "./message.ts";
import { cut, measure, type Unit } from "./split.ts";

/**
 * Reply blocks brought down to what a chat app can show: paragraphs and things to tap.
 * Prose may hold markdown; facts stand as they are and give way last when room is short.
 */
export type Paragraph = { style: "prose" | "facts"; text: string } | { style: "link"; label: string; url: string };

export type CompactReply = {
  paragraphs: Paragraph[];
  choices: Choice[];
};

export function compactReply(blocks: Block[]): CompactReply {
  const reply: CompactReply = { paragraphs: [], choices: [] };
  for (const block of blocks) addBlock(reply, block);
  reply.paragraphs = reply.paragraphs.filter((one) => one.style === "link" || one.text.trim());
  return reply;
}

function addBlock(reply: CompactReply, block: Block): void {
  const prose = (text: string) => reply.paragraphs.push({ style: "prose", text });
  const facts = (lines: (string | undefined)[]) => reply.paragraphs.push({ style: "facts", text: lines.filter(Boolean).join("\n") });
  switch (block.kind) {
    case "text":
      prose(block.text);
      return;
    case "choices":
      if (block.prompt) prose(block.prompt);
      reply.choices.push(...block.choices);
      return;
    case "order":
      facts([
        `${block.name}: ${block.status}`,
        ...block.items.map((item) => `- ${item.quantity} × ${itemLabel(item)}`),
        ...block.stages.map((stage) => `${stageMark[stage.state]} ${[stage.label, stage.at].filter(Boolean).join(", ")}`),
      ]);
      if (block.trackingUrl) reply.paragraphs.push({ style: "link", label: block.trackingLabel ?? block.name, url: block.trackingUrl });
      return;
    case "items":
      prose(block.prompt);
      facts(block.items.filter((item) => item.refused).map((item) => `- ${itemLabel(item)}: ${item.refused}`));
      reply.choices.push(...itemChoices(block));
      return;
    case "quote":
      facts([block.title, ...block.lines.map((line) => `${line.label}: ${line.amount}`), `${block.total.label}: ${block.total.amount}`]);
      reply.choices.push(block.confirm, ...block.others);
      return;
    case "progress":
      facts([`${block.step}/${block.of} · ${block.label}`, ...block.saved.map((saved) => `✓ ${saved.label}: ${saved.value}`)]);
      return;
    case "link":
      reply.paragraphs.push({ style: "link", label: block.label, url: block.url });
  }
}

const stageMark = { done: "✓", present: "●", ahead: "○" };

/** Each item that can be picked becomes one thing to tap; its id takes the place of the `*` in the block's choice id. */
function itemChoices(block: Extract<Block, { kind: "items" }>): Choice[] {
  const stem = block.choiceId.endsWith("*") ? block.choiceId.slice(0, -1) : `${block.choiceId}|`;
  return block.items
    .filter((item) => !item.refused)
    .map((item) => {
      const price = item.price && `${item.price.amount} ${item.price.currencyCode}`;
      const description = [item.variantTitle, price, item.maxQuantity > 1 && `× ${item.maxQuantity}`].filter(Boolean).join(" · ");
      return { id: stem + item.id, title: item.title, ...(description && { description }) };
    });
}

export type OfferLimits = { count: number; title: number; description: number; id: number };
export type Offer = { labels: { id: string; title: string; description?: string }[]; lines: string };

/**
 * Fits choices to a channel's buttons. When a title must be cut, two look alike, a description has no place or there are
 * more choices than buttons, all are numbered and `lines` names each in full, so that nothing can be read only in part.
 */
export function offerChoices(choices: Choice[], limits: OfferLimits): Offer {
  const whole = distinct(choices).map((choice) => ({
    id: choice.id,
    title: oneLine(choice.title),
    description: oneLine(choice.description ?? ""),
  }));
  const tappable = (choice: { id: string }) => choice.id.trim() !== "" && choice.id.length <= limits.id;
  const titles = new Set(whole.map((choice) => choice.title.toLowerCase()));
  const asTheyAre =
    whole.length <= limits.count &&
    titles.size === whole.length &&
    whole.every(
      (choice) =>
        choice.title && choice.title.length <= limits.title && choice.description.length <= limits.description && tappable(choice),
    );
  const labels = whole
    .map((choice, index) => ({
      id: choice.id,
      title: asTheyAre ? choice.title : cut(`${index + 1}. ${choice.title}`.trim(), limits.title),
      ...(choice.description && limits.description > 0 && { description: cut(choice.description, limits.description) }),
    }))
    .filter(tappable)
    .slice(0, limits.count);
  const lines = whole.map((choice, index) => `${index + 1}. ${[choice.title, choice.description].filter(Boolean).join(": ")}`);
  return { labels, lines: asTheyAre ? "" : lines.join("\n") };
}

/** A vendor refuses a message in which two buttons have one id. */
function distinct(choices: Choice[]): Choice[] {
  return choices.filter((choice, index) => choices.findIndex((other) => other.id === choice.id) === index);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Joins paragraphs within a budget. Prose is shortened first, the longest first; facts and links only when nothing else is left. */
export function fitParagraphs(paragraphs: { text: string; prose: boolean }[], budget: number, unit: Unit): string {
  const kept = paragraphs.map((paragraph) => ({ ...paragraph }));
  const joined = () =>
    kept
      .map((paragraph) => paragraph.text)
      .filter(Boolean)
      .join("\n\n")
      .trim();
  const longestFirst = kept.filter((paragraph) => paragraph.prose).sort((a, b) => measure(b.text, unit) - measure(a.text, unit));
  for (const paragraph of longestFirst) {
    const over = measure(joined(), unit) - budget;
    if (over <= 0) break;
    const size = measure(paragraph.text, unit) - over;
    paragraph.text = size > 20 ? shorten(paragraph.text, size, unit) : "";
  }
  return cut(joined(), budget, unit);
}

/** Cuts prose but keeps the addresses in it: "read on here" is worth more than the sentence before. */
function shorten(text: string, size: number, unit: Unit): string {
  const short = cut(text, size, unit);
  const lost = (text.match(/https?:\/\/\S+/g) ?? []).filter((url) => !short.includes(url)).join("\n");
  const room = size - measure(lost, unit) - 1;
  return lost && room > 20 ? `${cut(text, room, unit)}\n${lost}` : short;
}

/** What stands above buttons when the reply has no words of its own. */
export const pleaseChoose: Record<Language, string> = {
  en: "Please choose:",
  de: "Bitte wählen:",
  fr: "Veuillez choisir :",
  es: "Elija una opción:",
  pt: "Escolha uma opção:",
  it: "Scelga un'opzione:",
  nl: "Maak een keuze:",
};
