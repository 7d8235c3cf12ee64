import { badParameter, type GraphTrouble } from "./graph-error.ts";
import { type Bubble, emptyBubble } from "./phone.ts";
import { at } from "./whatsapp-rules.ts";

export type TemplateButton = { type: "QUICK_REPLY" | "URL" | "PHONE_NUMBER" | "COPY_CODE" | "FLOW"; text: string; url?: string };

/** A template as WhatsApp Manager holds it, one per name and language. */
export type Template = {
  name: string;
  language: string;
  category: "AUTHENTICATION" | "UTILITY" | "MARKETING";
  status: "APPROVED" | "PENDING" | "REJECTED" | "PAUSED" | "DISABLED";
  /** With `{{1}}`, `{{2}}`… or named places; of an authentication template `{{1}}` is the code and the words are Meta's preset. */
  text: string;
  /** "NAMED": values come with the names of their places. */
  parameter_format?: "POSITIONAL" | "NAMED";
  header?: { format: "TEXT"; text: string } | { format: "IMAGE" | "VIDEO" | "DOCUMENT" };
  footer?: string;
  buttons?: TemplateButton[];
  /** As the merchant gave them to Meta, by place. */
  examples?: string[];
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
const wrongFormat: GraphTrouble = { status: 400, code: 132012, message: "Parameter format does not match format in the created template" };
const toUserId: GraphTrouble = {
  status: 400,
  code: 131062,
  message: "Business-scoped user ID recipients are not supported for this message",
};

type Checked = { template: Template } | { trouble: GraphTrouble };

/** The template a body names, or why Meta refuses it. Authentication templates want the code twice, at most 15 characters, no link. */
export function findTemplate(templates: Template[], body: Record<string, unknown>): Checked {
  const name = at(body, "template", "name");
  const language = at(body, "template", "language", "code");
  const template = templates.find((one) => one.name === name && one.language === language);
  if (!template || template.status === "PENDING" || template.status === "REJECTED") return { trouble: missing };
  if (template.status === "PAUSED") return { trouble: paused };
  if (template.status === "DISABLED") return { trouble: disabled };
  if (template.category !== "AUTHENTICATION") return checkWords(template, body);
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

const placesIn = (words: string): string[] => [...new Set([...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => name))];

/** Utility and marketing: each place of header, body and addresses filled, in one line, all within Meta's lengths. */
function checkWords(template: Template, body: Record<string, unknown>): Checked {
  const components = at(body, "template", "components") ?? [];
  if (!Array.isArray(components)) return { trouble: badParameter(100, "template[components] must be an array") };
  const known = ["header", "body", "button"];
  if (components.some((one) => !known.includes(String(at(one, "type"))))) return { trouble: badParameter(131009, "components: type") };
  if (template.header && template.header.format !== "TEXT" && !components.some((one) => at(one, "type") === "header"))
    return { trouble: wrongFormat };
  const header = template.header?.format === "TEXT" ? template.header.text : "";
  const trouble =
    checkPart(header, parametersOf(components, "header"), template) ??
    checkPart(template.text, parametersOf(components, "body"), template) ??
    checkButtons(template, components);
  if (trouble) return { trouble };
  return shown(template, body).body.length > 1024 ? { trouble: badParameter(132005, "Translated text too long") } : { template };
}

type Parameter = { name: string | undefined; text: string | undefined };

function parametersOf(components: unknown[], type: string): Parameter[] {
  const own = components.find((one) => at(one, "type") === type);
  const parameters = at(own, "parameters") ?? [];
  if (!Array.isArray(parameters)) return [];
  return parameters.map((one) => {
    const [name, text] = [at(one, "parameter_name"), at(one, "text")];
    return {
      name: typeof name === "string" ? name : undefined,
      text: at(one, "type") === "text" && typeof text === "string" ? text : undefined,
    };
  });
}

function checkPart(words: string, parameters: Parameter[], template: Template): GraphTrouble | null {
  const places = placesIn(words);
  if (parameters.length !== places.length) return wrongCount;
  if (parameters.some((one) => one.text === undefined)) return wrongFormat;
  if (template.parameter_format === "NAMED") {
    if (parameters.some((one) => one.name === undefined)) return badParameter(100, "Parameter name is missing or empty");
    if (places.some((place) => !parameters.some((one) => one.name === place))) return wrongFormat;
  }
  if (parameters.some((one) => one.text?.trim() === "")) return badParameter(131008, "A variable is empty");
  if (parameters.some((one) => /[\n\t]| {4}/.test(one.text ?? "")))
    return badParameter(132018, "Param text cannot have new-line/tab characters or more than 4 consecutive spaces");
  return null;
}

/** An address that ends in a place wants its end; any other button takes nothing. */
function checkButtons(template: Template, components: unknown[]): GraphTrouble | null {
  const given = components.filter((one) => at(one, "type") === "button");
  const wanting = (template.buttons ?? []).flatMap((one, place) => (placesIn(one.url ?? "").length > 0 ? [String(place)] : []));
  if ((template.buttons ?? []).some((one) => one.type === "COPY_CODE" || one.type === "FLOW")) return wrongFormat;
  const links = given.filter((one) => at(one, "sub_type") === "url");
  if (links.length !== wanting.length || links.some((one) => !wanting.includes(String(at(one, "index"))))) return wrongCount;
  const ends = links.map((one) => at(one, "parameters", "0", "text"));
  return ends.some((end) => typeof end !== "string" || end.trim() === "") ? badParameter(131008, "The button's address has no end") : null;
}

/** The parts of a template as the person reads them. */
function shown(template: Template, body: Record<string, unknown>) {
  const components = at(body, "template", "components");
  const all = Array.isArray(components) ? components : [];
  const fill = (words: string, type: string) => {
    const values = parametersOf(all, type);
    return words.replace(
      /\{\{(\w+)\}\}/g,
      (_, name: string) => (values.find((one) => one.name === name) ?? values[Number(name) - 1])?.text ?? "",
    );
  };
  return {
    header: template.header?.format === "TEXT" ? fill(template.header.text, "header") : "",
    body: fill(template.text, "body"),
    link: (place: number, url: string) => {
      const button = all.find((one) => at(one, "type") === "button" && String(at(one, "index")) === String(place));
      return url.replace(/\{\{\w+\}\}/g, String(at(button, "parameters", "0", "text") ?? ""));
    },
  };
}

/** A template on the phone: header, words and footer, and what can be tapped under them. */
export function templateBubble(id: string, when: Date, template: Template, body: Record<string, unknown>): Bubble {
  const { header, body: words, link } = shown(template, body);
  const bubble: Bubble = { ...emptyBubble(id, "business", when), text: [header, words, template.footer].filter(Boolean).join("\n\n") };
  const buttons = template.buttons ?? [];
  bubble.choices = buttons.filter((one) => one.type === "QUICK_REPLY").map((one) => ({ id: one.text, title: one.text }));
  if (bubble.choices.length > 0) bubble.fromTemplate = true;
  const place = buttons.findIndex((one) => one.type === "URL");
  const opens = buttons[place];
  if (opens?.url) bubble.link = { label: opens.text, url: link(place, opens.url) };
  return bubble;
}

/** As Graph lists the templates of an account, a page at a time; `name` finds whatever holds it. */
export function listTemplates(templates: Template[], address: URL): Response {
  const query = address.searchParams;
  const named = templates
    .map((one, place) => ({ one, id: String(place + 1) }))
    .filter(({ one }) => one.name.includes(query.get("name") ?? ""))
    .filter(({ one }) => query.get("status") === null || one.status === query.get("status"));
  const fields = (query.get("fields") ?? "name,language,status,category").split(",");
  const limit = Math.max(1, Number(query.get("limit") ?? 25));
  const from = Number(Buffer.from(query.get("after") ?? "", "base64url").toString() || 0);
  const data = named.slice(from, from + limit).map(({ one, id }) => {
    const whole = wholeOf(one);
    return { ...Object.fromEntries(fields.flatMap((field) => (whole[field] === undefined ? [] : [[field, whole[field]]]))), id };
  });
  const cursor = (place: number) => Buffer.from(String(place)).toString("base64url");
  const next = new URL(address);
  next.searchParams.set("after", cursor(from + limit));
  const paging = {
    cursors: { before: cursor(from), after: cursor(from + data.length) },
    ...(from + limit < named.length && { next: next.href }),
  };
  return Response.json({ data, paging });
}

function wholeOf({ text, header, footer, buttons, examples, ...plain }: Template): Record<string, unknown> {
  const named = plain.parameter_format === "NAMED";
  const places = placesIn(text);
  const example = examples && {
    example: named
      ? { body_text_named_params: places.map((name, place) => ({ param_name: name, example: examples[place] ?? "" })) }
      : { body_text: [examples] },
  };
  return {
    parameter_format: "POSITIONAL",
    ...plain,
    components: [
      ...(header ? [{ type: "HEADER", ...header }] : []),
      { type: "BODY", text, ...example },
      ...(footer ? [{ type: "FOOTER", text: footer }] : []),
      ...(buttons ? [{ type: "BUTTONS", buttons }] : []),
    ],
  };
}

function codeIn(component: unknown): string | undefined {
  const parameters = at(component, "parameters");
  if (!Array.isArray(parameters) || parameters.length !== 1 || at(parameters[0], "type") !== "text") return undefined;
  const text = at(parameters[0], "text");
  return typeof text === "string" ? text : undefined;
}
