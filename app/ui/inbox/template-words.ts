import type { MessageTemplate, TemplateSlot } from "#app/channels/whatsapp/message-template.ts";
import { type ReplyVariable, replyVariables } from "#app/domain/staff/reply-variables.ts";
import { meaningOf } from "#app/domain/staff/template-values.ts";

export type TemplateView = MessageTemplate & { slots: TemplateSlot[]; suggested: Record<string, string> };

/** What the server offers: `left`: approved templates that need more than words. */
export type TemplatesAnswer =
  | { state: "ready"; templates: TemplateView[]; language: string; left: number }
  | { state: "none"; problem: string };

/** Why no template, or not this one, can be sent. */
export const templateProblems = {
  elsewhere: "They have written on another channel meanwhile. Answer them there.",
  "opted-out": "They asked for no messages that we begin on WhatsApp, so no template may be sent. Once they write, you can answer.",
  unset: "To send templates, enter the WhatsApp Business account ID under Channels.",
  refused: "WhatsApp does not show us the templates. Check the WhatsApp Business account ID and the access token under Channels.",
  unreachable: "WhatsApp does not answer at the moment. Nothing was sent. Try again in a minute.",
  absent: "This template is no longer there: it was deleted in WhatsApp Manager. Nothing was sent. Choose another one.",
  "not-approved": "WhatsApp no longer allows this template: it was paused or rejected. Nothing was sent. Choose another one.",
  changed: "This template was changed in WhatsApp Manager. Nothing was sent. Look at it again before you send it.",
} as const;

/** Why a template that was held did not go out. */
export const heldTemplateProblems: Record<string, string> = {
  "opted-out": "Not sent: they have asked for no messages that we begin.",
  "template-absent": "Not sent: the template was deleted in WhatsApp Manager.",
  "template-not-approved": "Not sent: WhatsApp has paused or rejected the template.",
  "template-changed": "Not sent: the template was changed in WhatsApp Manager.",
  "template-refused": "Not sent: WhatsApp does not show us the template any more. Check the connection under Channels.",
};

/** "order_update" → "Order update". */
export function templateTitle(name: string): string {
  const words = name.replace(/_+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "en_US" → "American English". */
export function templateLanguage(code: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(code.replace("_", "-")) ?? code;
  } catch {
    return code;
  }
}

export const templateCategory = (category: string): string =>
  ({ UTILITY: "Utility", MARKETING: "Marketing" })[category] ?? templateTitle(category.toLowerCase());

/** What a place is called on the page: what it stands for, or its name, or the words before it. */
export function slotLabel(slot: TemplateSlot): string {
  if (slot.part === "button") return `End of the address of “${slot.name}”`;
  const known = shortLabel(slot);
  if (known !== unnamed) return known;
  const words = slot.before
    .replace(/\{\{[^{}]*\}\}/g, "…")
    .trim()
    .split(/\s+/)
    .slice(-4)
    .join(" ");
  return words ? `After “${words}”` : `Place ${slot.name}`;
}

const unnamed = "…";

/** The same within the words themselves. */
export function shortLabel(slot: TemplateSlot): string {
  const meaning: ReplyVariable | null = meaningOf(slot);
  if (meaning) return replyVariables[meaning];
  return /^\d+$/.test(slot.name) ? unnamed : templateTitle(slot.name);
}
