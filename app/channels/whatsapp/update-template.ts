import type { RenderedPart } from "../channel.ts";
import type { Language } from "../message.ts";

/** What a variable of the merchant's template may stand for. */
export const templateVariables = ["order", "news", "shop"] as const;
export type TemplateVariable = (typeof templateVariables)[number];
export type TemplateValues = Record<TemplateVariable, string>;

/** The merchant's utility template in one language: what its `{{1}}`, `{{2}}`… stand for, in their order. */
export type UpdateTemplate = { name: string; locale: string; variables: TemplateVariable[] };

/** In characters; Meta allows a body of 1,024 with the template's own words. */
const longestValue = 700;

/** The template that may say an update in this language; null where the merchant has named none. One of another language is none. */
export function updateTemplateFor(config: Record<string, string>, language: Language): UpdateTemplate | null {
  const name = config.updateTemplate;
  const locales = (config.updateTemplateLanguages || "en").split(",").map((one) => one.trim());
  const locale = locales.find((one) => one.slice(0, 2) === language);
  return name && locale ? { name, locale, variables: variablesIn(config.updateTemplateVariables ?? "") } : null;
}

/** "order, news" as the merchant writes it; left empty, these two. */
export function variablesIn(written: string): TemplateVariable[] {
  const words = (written.trim() || "order, news").split(",").map((one) => one.trim());
  return words.flatMap((word) => templateVariables.find((one) => one === word) ?? []);
}

/** The body that sends it. Meta takes no line breaks, tabs or runs of spaces in a variable, and none that is empty. */
export function renderUpdateTemplate({ name, locale, variables }: UpdateTemplate, values: TemplateValues): RenderedPart {
  const parameters = variables.map((variable) => ({ type: "text", text: oneLine(values[variable]) || "-" }));
  const components = parameters.length > 0 ? [{ type: "body", parameters }] : [];
  const text = parameters.map((one) => one.text).join(" ");
  return { body: { type: "template", template: { name, language: { code: locale }, components } }, text };
}

/** Cut between two words where it is too long. */
function oneLine(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= longestValue) return flat;
  const head = flat.slice(0, longestValue - 1);
  return `${head.slice(0, Math.max(head.lastIndexOf(" "), longestValue / 2))}…`;
}
