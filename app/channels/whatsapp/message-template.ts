import { type Json, list, record, text } from "#app/integrations/meta/payload.ts";
import type { RenderedPart } from "../channel.ts";

/** A button under a template: tapped it answers, opens an address or calls. `url` may end in `{{1}}`. */
export type TemplateButton = { kind: "reply" | "link" | "call"; text: string; url?: string };

/** A message template of the merchant's, in one language, as WhatsApp holds it. Texts keep their `{{1}}` or `{{name}}`. */
export type MessageTemplate = {
  name: string;
  language: string;
  category: string;
  status: string;
  header: string | null;
  body: string;
  footer: string | null;
  buttons: TemplateButton[];
  /** Values go by name and not by place. */
  named: boolean;
  /** It has a part that words cannot fill: a picture, a code to copy, a form. */
  needsMore: boolean;
  examples: Record<string, string>;
};

/** A place to fill in. `key` names it in the whole template; `before`: the template's words up to it. */
export type TemplateSlot = { key: string; part: "header" | "body" | "button"; name: string; before: string; example: string };

type Parameter = { type: "text"; parameter_name?: string; text: string };
type Component =
  | { type: "header" | "body"; parameters: Parameter[] }
  | { type: "button"; sub_type: "url"; index: string; parameters: Parameter[] };

/** A template with its values in it: as it is sent, and what else the shopper sees beside its words. */
export type SentTemplate = {
  name: string;
  language: string;
  values: Record<string, string>;
  components: Component[];
  buttons: { text: string; url?: string }[];
};

const openPlace = /\{\{\s*([\p{L}\d_]{1,100})\s*\}\}/gu;
/** In characters, with the values in it. */
const longest = { header: 60, body: 1024, url: 2000 } as const;

/** Reads one of Graph's list. Undefined for what has no body, which is no message. */
export function readTemplate(value: unknown): MessageTemplate | undefined {
  const raw = record(value);
  const components = list(raw?.components).map((one) => record(one) ?? {});
  const part = (type: string) => components.find((one) => text(one.type)?.toUpperCase() === type);
  const [name, language, body] = [text(raw?.name), text(raw?.language), text(part("BODY")?.text)];
  if (!raw || !name || !language || !body) return undefined;
  const [header, buttons] = [part("HEADER"), list(part("BUTTONS")?.buttons).map(readButton)];
  const known = ["HEADER", "BODY", "FOOTER", "BUTTONS"];
  const odd = components.some((one) => !known.includes(text(one.type)?.toUpperCase() ?? ""));
  const picture = header !== undefined && text(header.format) !== undefined && text(header.format) !== "TEXT";
  return {
    name,
    language,
    category: text(raw.category) ?? "",
    status: text(raw.status) ?? "",
    header: text(header?.text) ?? null,
    body,
    footer: text(part("FOOTER")?.text) ?? null,
    buttons: buttons.filter((one) => one !== undefined),
    named: text(raw.parameter_format) === "NAMED" || placesIn(body).some((place) => !/^\d+$/.test(place)),
    needsMore: odd || picture || buttons.includes(undefined),
    examples: { ...examplesOf("header", header), ...examplesOf("body", part("BODY")) },
  };
}

function readButton(value: unknown): TemplateButton | undefined {
  const raw = record(value);
  const [kind, words, url] = [text(raw?.type), text(raw?.text), text(raw?.url)];
  if (!words) return undefined;
  if (kind === "QUICK_REPLY") return { kind: "reply", text: words };
  if (kind === "PHONE_NUMBER") return { kind: "call", text: words };
  // It becomes a link on our pages, too.
  return kind === "URL" && url && /^https?:\/\//i.test(url) ? { kind: "link", text: words, url } : undefined;
}

/** What the merchant gave Meta as examples, by the slot's key. */
function examplesOf(part: "header" | "body", component: Json | undefined): Record<string, string> {
  const example = record(component?.example);
  const named = list(example?.[`${part}_text_named_params`]).map((one) => record(one));
  const rows = list(example?.[`${part}_text`]);
  // Of a body a list of lists, of a header one list.
  const placed = Array.isArray(rows[0]) ? rows[0] : rows;
  return Object.fromEntries([
    ...named.map((one) => [`${part}.${text(one?.param_name) ?? ""}`, text(one?.example) ?? ""]),
    ...placed.map((one, place) => [`${part}.${place + 1}`, text(one) ?? ""]),
  ]);
}

const placesIn = (words: string): string[] => [...words.matchAll(openPlace)].map(([, name = ""]) => name);

/** Everything there is to fill in, in the order the shopper reads it; by place in the order of the numbers. */
export function templateSlots(template: MessageTemplate): TemplateSlot[] {
  const slotsOf = (part: "header" | "body", words: string | null): TemplateSlot[] => {
    const found = [...(words ?? "").matchAll(openPlace)];
    const first = found.filter((one, place) => found.findIndex((other) => other[1] === one[1]) === place);
    return first.map(({ 1: name = "", index }) => {
      const key = `${part}.${name}`;
      return { key, part, name, before: (words ?? "").slice(0, index), example: template.examples[key] ?? "" };
    });
  };
  const ofButtons = template.buttons.flatMap(({ text: label, url = "" }, place): TemplateSlot[] => {
    const [name] = placesIn(url);
    return name === undefined
      ? []
      : [{ key: `button.${place}`, part: "button", name: label, before: url.split("{{")[0] ?? "", example: "" }];
  });
  return [...slotsOf("header", template.header), ...slotsOf("body", template.body), ...ofButtons];
}

/** What the shopper reads: the template's words with the values in them. What has no value stays open, to be seen. */
export function filledTemplate(template: MessageTemplate, given: Record<string, string>) {
  const values = cleaned(given);
  const fill = (part: "header" | "body", words: string) =>
    words.replace(openPlace, (whole, name: string) => values[`${part}.${name}`] || whole);
  return {
    header: template.header === null ? null : fill("header", template.header),
    body: fill("body", template.body),
    footer: template.footer,
    buttons: template.buttons.map(({ kind, text: label, url }, place) => ({
      kind,
      text: label,
      ...(url !== undefined && { url: url.replace(openPlace, (whole) => values[`button.${place}`] || whole) }),
    })),
  };
}

/** The words as one text: what stands above, in and below the bubble. */
export function templateWords({ header, body, footer }: { header: string | null; body: string; footer: string | null }): string {
  return [header, body, footer].filter(Boolean).join("\n\n");
}

export type SlotProblem = { key: string; problem: string };

/** Why WhatsApp would not take these values; null where it would. */
export function slotProblem(template: MessageTemplate, given: Record<string, string>): SlotProblem | null {
  const values = cleaned(given);
  const slots = templateSlots(template);
  const open = slots.find(({ key }) => !values[key]);
  if (open) return { key: open.key, problem: "This is not filled in yet." };
  const spaced = slots.find(({ key, part }) => part === "button" && /\s/.test(values[key] ?? ""));
  if (spaced) return { key: spaced.key, problem: "The end of an address has no spaces." };
  const words = filledTemplate(template, values);
  const last = (part: TemplateSlot["part"]) => slots.findLast((one) => one.part === part)?.key ?? "";
  const over = (part: "header" | "body", length: number) =>
    `WhatsApp takes ${longest[part].toLocaleString("en")} characters here with the template’s own words; these are ${length.toLocaleString("en")}.`;
  if ((words.header ?? "").length > longest.header) return { key: last("header"), problem: over("header", words.header?.length ?? 0) };
  if (words.body.length > longest.body) return { key: last("body"), problem: over("body", words.body.length) };
  const long = words.buttons.some(({ url = "" }) => url.length > longest.url);
  return long ? { key: last("button"), problem: "This address is too long for WhatsApp." } : null;
}

/** The template with its values, ready to be kept and sent. `slotProblem` has passed it. */
export function sentTemplate(template: MessageTemplate, given: Record<string, string>): SentTemplate {
  const slots = templateSlots(template);
  const all = cleaned(given);
  const values = Object.fromEntries(slots.map(({ key }) => [key, all[key] ?? ""]));
  const textOf = (key: string) => values[key] ?? "";
  const parametersOf = (part: "header" | "body"): Parameter[] => {
    const own = slots.filter((one) => one.part === part);
    // By place Meta counts from {{1}}, wherever that stands in the words.
    const ordered = template.named ? own : own.toSorted((one, other) => Number(one.name) - Number(other.name));
    return ordered.map(({ key, name }) => ({ type: "text" as const, ...(template.named && { parameter_name: name }), text: textOf(key) }));
  };
  const parts = (["header", "body"] as const).flatMap((type): Component[] => {
    const parameters = parametersOf(type);
    return parameters.length > 0 ? [{ type, parameters }] : [];
  });
  const buttons = slots
    .filter((one) => one.part === "button")
    .map(
      ({ key }): Component => ({
        type: "button",
        sub_type: "url",
        index: key.split(".")[1] ?? "0",
        parameters: [{ type: "text", text: textOf(key) }],
      }),
    );
  const shown = filledTemplate(template, values).buttons.map(({ text: label, url }) => ({ text: label, ...(url && { url }) }));
  const { name, language } = template;
  return { name, language, values, components: [...parts, ...buttons], buttons: shown };
}

/** The body that sends it. */
export function renderSentTemplate({ name, language, components }: SentTemplate, words: string): RenderedPart {
  return { body: { type: "template", template: { name, language: { code: language }, components } }, text: words };
}

/** Meta takes no line breaks, tabs or runs of spaces in a value. */
function cleaned(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.replace(/\s+/g, " ").trim()]));
}
