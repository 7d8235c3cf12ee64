import type { RenderContext, RenderedPart } from "../channel.ts";
import { compactReply, fitParagraphs, offerChoices, pleaseChoose } from "../compact.ts";
import { toPlain } from "../markdown.ts";
import type { Block } from "../message.ts";
import { splitText } from "../split.ts";
import { instagramCapabilities as limits, maxPayload } from "./capabilities.ts";

/** Each picture is a message of its own, after the words: Instagram knows no captions. */
export function renderInstagram(blocks: Block[], context: RenderContext): RenderedPart[] {
  const pictures = (context.files ?? []).map(({ id }) => ({ body: { message: { attachment: { type: "image" } }, files: [id] }, text: "" }));
  return [...(blocks.length === 0 ? [] : renderWords(blocks, context)), ...pictures];
}

/** Renders at most two messages; quick replies stand under the last, since they vanish when another message follows. */
function renderWords(blocks: Block[], context: RenderContext): RenderedPart[] {
  const reply = compactReply(blocks);
  const { choices } = reply;
  const offer = offerChoices(choices, { count: limits.maxButtons, title: limits.maxButtonTitle, description: 0, id: maxPayload });
  const paragraphs = reply.paragraphs.map((one) => {
    if (one.style === "link") return { text: `${one.label}: ${one.url}`, prose: false };
    return one.style === "prose" ? { text: toPlain(one.text), prose: true } : { text: one.text, prose: false };
  });
  if (offer.lines) paragraphs.push({ text: offer.lines, prose: false });
  if (choices.length > 0 && !paragraphs.some((one) => one.text)) paragraphs.push({ text: pleaseChoose[context.language], prose: false });
  const texts = fitTexts(paragraphs);
  return texts.map((text, index) => {
    const last = index === texts.length - 1;
    const quickReplies = offer.labels.map((label) => ({ content_type: "text", title: label.title, payload: label.id }));
    return { body: { message: { text, ...(last && quickReplies.length > 0 && { quick_replies: quickReplies }) } }, text };
  });
}

/** Good borders waste room; when that costs a third message, pieces are filled, and then the text is shortened step by step. */
function fitTexts(paragraphs: { text: string; prose: boolean }[]): string[] {
  const { maxText, maxParts, textUnit } = limits;
  for (let budget = maxText * maxParts; budget > maxText; budget -= 50) {
    const text = fitParagraphs(paragraphs, budget, textUnit);
    for (const fill of [false, true]) {
      const pieces = splitText(text, maxText, textUnit, fill);
      if (pieces.length <= maxParts) return pieces;
    }
  }
  return splitText(fitParagraphs(paragraphs, maxText, textUnit), maxText, textUnit);
}
