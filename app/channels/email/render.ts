import type { RenderContext, RenderedPart } from "../channel.ts";
import { toPlain } from "../markdown.ts";
import { type Block, type Choice, itemLabel } from "../message.ts";
import { cut } from "../split.ts";
import { emailCapabilities } from "./capabilities.ts";
import { button, card, escapeHtml, followableUrl, mailDocument } from "./html.ts";
import { markdownToHtml } from "./markdown-html.ts";
import { mailTexts } from "./texts.ts";

/** One block twice: as HTML and as the plain text that must read well by itself. */
type Piece = { html: string; text: string };
type Numbering = { next(): number };
type BlockOf<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

/**
 * Renders a reply as one mail. Choices are a numbered list to answer in words; the count runs on through the whole
 * reply in the order in which other channels show the same choices as buttons.
 */
export function renderEmail(blocks: Block[], context: RenderContext): RenderedPart[] {
  let last = 0;
  const numbering = {
    next: () => {
      last += 1;
      return last;
    },
  };
  const budget = proseBudget(blocks);
  const pieces = blocks.map((block) => renderBlock(block, context, numbering, budget)).filter((piece) => piece.text.trim());
  const { files = [] } = context;
  // A mail without words is taken for rubbish.
  if (pieces.length === 0 && files.length > 0) pieces.push(paragraph(files.map((file) => file.name).join("\n")));
  if (pieces.length === 0) return [];
  if (last > 0) pieces.push(paragraph(mailTexts[context.language].answer));
  const text = cut(clean(pieces.map((piece) => piece.text).join("\n\n")), emailCapabilities.maxText);
  const html = mailDocument({
    language: context.language,
    title: context.shopName,
    preheader: cut((pieces[0]?.text ?? "").replace(/\s+/g, " ").trim(), 110),
    body: pieces.map((piece) => piece.html).join("\n"),
    footer: context.shopName,
  });
  return [{ body: { html, text, ...(files.length > 0 && { files: files.map((file) => file.id) }) }, text }];
}

/** Prose gives way before facts: each text gets an equal share of what the rest leaves. */
function proseBudget(blocks: Block[]): number {
  const texts = blocks.filter((block) => block.kind === "text");
  return Math.floor((emailCapabilities.maxText * 0.7) / Math.max(1, texts.length));
}

function clean(text: string): string {
  return text.replace(/\p{Cc}/gu, (sign) => (sign === "\n" ? sign : "")).trim();
}

function renderBlock(block: Block, context: RenderContext, numbering: Numbering, budget: number): Piece {
  switch (block.kind) {
    case "text": {
      const markdown = cut(block.text.trim(), budget);
      return { html: markdownToHtml(markdown), text: toPlain(markdown) };
    }
    case "choices":
      return join([...(block.prompt ? [paragraph(block.prompt)] : []), choiceList(block.choices, numbering)]);
    case "order":
      return orderCard(block);
    case "items":
      return itemList(block, context, numbering);
    case "quote":
      return join([receipt(block), choiceList([block.confirm, ...block.others], numbering)]);
    case "progress":
      return progressLine(block, context);
    case "link":
      return link(block.label, block.url);
  }
}

function paragraph(text: string): Piece {
  return { html: `<p class="text">${escapeHtml(text).replace(/\n/g, "<br>")}</p>`, text };
}

function join(pieces: Piece[]): Piece {
  return {
    html: pieces.map((piece) => piece.html).join("\n"),
    text: pieces
      .map((piece) => piece.text)
      .filter(Boolean)
      .join("\n"),
  };
}

function choiceList(choices: Choice[], numbering: Numbering): Piece {
  const lines = choices.map((choice) => ({
    number: numbering.next(),
    label: [choice.title, choice.description].filter(Boolean).join(": "),
    imageUrl: choice.imageUrl,
  }));
  return numberedList(lines);
}

function numberedList(lines: { number: number; label: string; imageUrl?: string }[]): Piece {
  const row = (line: (typeof lines)[number]) =>
    `<tr><td style="padding:4px 8px 4px 0;vertical-align:top;font-weight:600;">${line.number}.</td>${picture(line.imageUrl)}<td width="100%" style="padding:4px 0;">${escapeHtml(line.label)}</td></tr>`;
  return {
    html:
      lines.length > 0
        ? `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px;">${lines.map(row).join("")}</table>`
        : "",
    text: lines.map((line) => `${line.number}. ${line.label}`).join("\n"),
  };
}

/** The words beside a picture say all that it shows, so it stays without a text of its own. */
function picture(imageUrl?: string): string {
  const url = imageUrl && followableUrl(imageUrl);
  if (!url) return "";
  return `<td style="padding:4px 12px 4px 0;"><img src="${escapeHtml(url)}" width="56" height="56" alt="" style="display:block;border-radius:8px;"></td>`;
}

const stageMark = { done: "✓", present: "●", ahead: "○" };

function orderCard(block: BlockOf<"order">): Piece {
  const items = block.items.map((item) => ({ label: `${item.quantity} × ${itemLabel(item)}`, imageUrl: item.imageUrl }));
  const stages = block.stages.map((stage) => ({
    words: `${stageMark[stage.state]} ${[stage.label, stage.at].filter(Boolean).join(", ")}`,
    present: stage.state === "present",
  }));
  const tracking = block.trackingUrl ? link(block.trackingLabel ?? block.name, block.trackingUrl) : { html: "", text: "" };
  const itemRows = items
    .map((item) => `<tr>${picture(item.imageUrl)}<td style="padding:4px 0;">${escapeHtml(item.label)}</td></tr>`)
    .join("");
  const stageLines = stages.map(
    (stage) => `<div>${stage.present ? `<strong>${escapeHtml(stage.words)}</strong>` : escapeHtml(stage.words)}</div>`,
  );
  const html = card(
    [
      `<p class="text"><strong>${escapeHtml(block.name)}</strong><br>${escapeHtml(block.status)}</p>`,
      itemRows && `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px;">${itemRows}</table>`,
      stageLines.length > 0 && `<div style="margin:0 0 16px;">${stageLines.join("")}</div>`,
      tracking.html,
    ]
      .filter(Boolean)
      .join("\n"),
  );
  const lines = [
    `${block.name}: ${block.status}`,
    ...items.map((item) => `- ${item.label}`),
    ...stages.map((stage) => stage.words),
    tracking.text,
  ];
  return { html, text: lines.filter(Boolean).join("\n") };
}

function itemList(block: BlockOf<"items">, context: RenderContext, numbering: Numbering): Piece {
  const { atMost } = mailTexts[context.language];
  const open = block.items.filter((item) => !item.refused);
  const refused = block.items.filter((item) => item.refused);
  const lines = open.map((item) => {
    const facts = [item.price && `${item.price.amount} ${item.price.currencyCode}`, item.maxQuantity > 1 && atMost(item.maxQuantity)];
    return { number: numbering.next(), label: [itemLabel(item), ...facts].filter(Boolean).join(" · "), imageUrl: item.imageUrl };
  });
  const others = refused.map((item) => paragraph(`${itemLabel(item)}: ${item.refused}`));
  return join([paragraph(block.prompt), numberedList(lines), ...others]);
}

function receipt(block: BlockOf<"quote">): Piece {
  const cell = "padding:6px 0;";
  const row = (line: { label: string; amount: string }) =>
    `<tr><td style="${cell}">${escapeHtml(line.label)}</td><td class="figures" align="right" style="${cell}white-space:nowrap;">${escapeHtml(line.amount)}</td></tr>`;
  const total = `<tr><td class="line" style="padding:12px 0 0;border-top:1px solid #d5dae0;font-weight:600;">${escapeHtml(block.total.label)}</td><td class="line figures" align="right" style="white-space:nowrap;padding:12px 0 0;border-top:1px solid #d5dae0;font-weight:600;">${escapeHtml(block.total.amount)}</td></tr>`;
  const html = card(
    `<p class="text"><strong>${escapeHtml(block.title)}</strong></p><table width="100%" cellpadding="0" cellspacing="0">${block.lines.map(row).join("")}${total}</table>`,
  );
  const lines = [block.title, ...block.lines.map((line) => `${line.label}: ${line.amount}`), `${block.total.label}: ${block.total.amount}`];
  return { html, text: lines.join("\n") };
}

function progressLine(block: BlockOf<"progress">, context: RenderContext): Piece {
  const head = `${mailTexts[context.language].stepOf(block.step, block.of)} · ${block.label}`;
  const saved = block.saved.map((one) => `✓ ${one.label}: ${one.value}`);
  const text = [head, ...saved].join("\n");
  return { html: `<p class="text muted" style="font-size:14px;color:#52606d;">${escapeHtml(text).replace(/\n/g, "<br>")}</p>`, text };
}

/** Only an address that may be followed is something to press; any other is shown as words. */
function link(label: string, target: string): Piece {
  const url = followableUrl(target);
  const text = `${label}: ${target}`;
  return url ? { html: button(label, url), text } : paragraph(text);
}
