import type { RenderedPart } from "../channel.ts";
import type { Language } from "../message.ts";

/** Meta's longest code. */
const longestCode = 15;

/**
 * The body of an authentication template with a copy-code button: the code stands twice, for the text and for the button. Its
 * words are Meta's and fixed, so it cannot say who asked; it goes to telephone numbers only, never to a business-scoped id.
 */
export function codeTemplate(config: Record<string, string>, language: Language, code: string): RenderedPart | null {
  const name = config.codeTemplate;
  if (!name || code.length > longestCode) return null;
  const languages = (config.codeTemplateLanguages || "en").split(",").map((one) => one.trim());
  const locale = languages.find((one) => one.slice(0, 2) === language) ?? languages[0] ?? "en";
  const parameters = [{ type: "text", text: code }];
  const components = [
    { type: "body", parameters },
    { type: "button", sub_type: "url", index: "0", parameters },
  ];
  return { body: { type: "template", template: { name, language: { code: locale }, components } }, text: code };
}
