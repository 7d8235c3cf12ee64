import { badParameter, type GraphTrouble } from "./graph-error.ts";
import { at } from "./whatsapp-rules.ts";

/** A template as WhatsApp Manager holds it, one per name and language. */
export type Template = {
  name: string;
  language: string;
  category: "AUTHENTICATION";
  status: "APPROVED" | "PENDING" | "REJECTED" | "PAUSED" | "DISABLED";
  /** `{{1}}` is the code; the words are Meta's preset. */
  text: string;
};

export const codeTemplates: Template[] = [
  { name: "sign_in_code", language: "en", category: "AUTHENTICATION", status: "APPROVED", text: "{{1}} is your verification code." },
  { name: "sign_in_code", language: "de", category: "AUTHENTICATION", status: "APPROVED", text: "{{1}} ist dein Verifizierungscode." },
];

const missing: GraphTrouble = {
  status: 404,
  code: 132001,
  message: "Template name does not exist in the translation",
  details: "There is no approved template with this name and language",
};
const paused: GraphTrouble = { status: 400, code: 132015, message: "Template is paused" };
const disabled: GraphTrouble = { status: 400, code: 132016, message: "Template is disabled" };
const wrongCount: GraphTrouble = {
  status: 400,
  code: 132000,
  message: "Number of parameters does not match the expected number of params",
};
const toUserId: GraphTrouble = {
  status: 400,
  code: 131062,
  message: "Business-scoped user ID recipients are not supported for this message",
};

/** The template a body names, or why Meta refuses it. Authentication templates want the code twice, at most 15 characters, no link. */
export function findTemplate(templates: Template[], body: Record<string, unknown>): { template: Template } | { trouble: GraphTrouble } {
  const name = at(body, "template", "name");
  const language = at(body, "template", "language", "code");
  const template = templates.find((one) => one.name === name && one.language === language);
  if (!template || template.status === "PENDING" || template.status === "REJECTED") return { trouble: missing };
  if (template.status === "PAUSED") return { trouble: paused };
  if (template.status === "DISABLED") return { trouble: disabled };
  if (body.to === undefined) return { trouble: toUserId };
  const components = at(body, "template", "components");
  const [text, button] = Array.isArray(components) ? components : [];
  if (at(text, "type") !== "body" || at(button, "type") !== "button" || (components as unknown[]).length !== 2)
    return { trouble: wrongCount };
  if (at(button, "sub_type") !== "url" || String(at(button, "index")) !== "0")
    return { trouble: badParameter(131009, "button: sub_type url, index 0") };
  const [code, copied] = [codeIn(text), codeIn(button)];
  if (code === undefined || copied === undefined) return { trouble: wrongCount };
  if (code !== copied) return { trouble: badParameter(131009, "The button's code is not the body's") };
  if (code.length < 1 || code.length > 15) return { trouble: badParameter(131009, "The code has 1 to 15 characters") };
  if (/https?:|www\.|\.[a-z]{2,}/i.test(code)) return { trouble: badParameter(131009, "URLs are not supported") };
  return { template };
}

export function codeOf(body: Record<string, unknown>): string {
  const components = at(body, "template", "components");
  return (Array.isArray(components) ? codeIn(components[0]) : undefined) ?? "";
}

function codeIn(component: unknown): string | undefined {
  const parameters = at(component, "parameters");
  if (!Array.isArray(parameters) || parameters.length !== 1 || at(parameters[0], "type") !== "text") return undefined;
  const text = at(parameters[0], "text");
  return typeof text === "string" ? text : undefined;
}
