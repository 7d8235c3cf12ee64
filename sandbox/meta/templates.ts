import { badParameter, type GraphTrouble } from "./graph-error.ts";
import { at } from "./whatsapp-rules.ts";

/** A template as WhatsApp Manager holds it, one per name and language. */
export type Template = {
  name: string;
  language: string;
  category: "AUTHENTICATION" | "UTILITY";
  status: "APPROVED" | "PENDING" | "REJECTED" | "PAUSED" | "DISABLED";
  /** With `{{1}}`, `{{2}}`…; of an authentication template `{{1}}` is the code and the words are Meta's preset. */
  text: string;
};

export const templatesAtFirst: Template[] = [
  { name: "sign_in_code", language: "en", category: "AUTHENTICATION", status: "APPROVED", text: "{{1}} is your verification code." },
  { name: "sign_in_code", language: "de", category: "AUTHENTICATION", status: "APPROVED", text: "{{1}} ist dein Verifizierungscode." },
  { name: "order_update", language: "en", category: "UTILITY", status: "APPROVED", text: "News about your order {{1}}: {{2}}" },
  { name: "order_update", language: "de", category: "UTILITY", status: "APPROVED", text: "Neues zu deiner Bestellung {{1}}: {{2}}" },
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
  if (template.category === "UTILITY") return checkUtility(template, body);
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

/** A utility template has a body alone here: each variable filled, in one line, the whole within Meta's 1,024 characters. */
function checkUtility(template: Template, body: Record<string, unknown>): { template: Template } | { trouble: GraphTrouble } {
  const values = valuesOf(body);
  const count = new Set(template.text.match(/\{\{\d+\}\}/g) ?? []).size;
  if (!values || values.length !== count) return { trouble: wrongCount };
  if (values.some((value) => value.trim() === "")) return { trouble: badParameter(131008, "A variable is empty") };
  if (values.some((value) => /[\n\t]| {4}/.test(value)))
    return { trouble: badParameter(132018, "Param text cannot have new-line/tab characters or more than 4 consecutive spaces") };
  return filled(template, body).length > 1024 ? { trouble: badParameter(132005, "Translated text too long") } : { template };
}

/** What the person reads. */
export function filled(template: Template, body: Record<string, unknown>): string {
  const values = valuesOf(body) ?? [];
  return template.text.replace(/\{\{(\d+)\}\}/g, (_, number) => values[Number(number) - 1] ?? "");
}

/** As Graph lists the templates of an account; `name` finds whatever holds it. */
export function listTemplates(templates: Template[], query: URLSearchParams): Response {
  const named = templates.filter((one) => one.name.includes(query.get("name") ?? ""));
  const fields = (query.get("fields") ?? "name,language,status,category").split(",");
  const data = named.map((one, place) => {
    const { text, ...plain } = one;
    const whole: Record<string, unknown> = { ...plain, components: [{ type: "BODY", text }] };
    return { ...Object.fromEntries(fields.map((field) => [field, whole[field]])), id: String(place + 1) };
  });
  return Response.json({ data, paging: { cursors: { before: "MAZDZD", after: "MjQZD" } } });
}

function valuesOf(body: Record<string, unknown>): string[] | undefined {
  const components = at(body, "template", "components") ?? [];
  if (!Array.isArray(components) || components.some((one, place) => place === 0 && at(one, "type") !== "body")) return undefined;
  const parameters = components.length === 0 ? [] : at(components[0], "parameters");
  if (!Array.isArray(parameters)) return undefined;
  const texts = parameters.map((one) => (at(one, "type") === "text" ? at(one, "text") : undefined));
  return texts.every((one): one is string => typeof one === "string") ? texts : undefined;
}

function codeIn(component: unknown): string | undefined {
  const parameters = at(component, "parameters");
  if (!Array.isArray(parameters) || parameters.length !== 1 || at(parameters[0], "type") !== "text") return undefined;
  const text = at(parameters[0], "text");
  return typeof text === "string" ? text : undefined;
}
