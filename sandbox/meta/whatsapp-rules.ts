import { badParameter, type GraphTrouble } from "./graph-error.ts";

/** What the Cloud API refuses in a message body, whoever it is sent to. Lengths are counted in UTF-16 units. */
export function checkWhatsAppBody(body: Record<string, unknown>): GraphTrouble | null {
  const opaque = body.biz_opaque_callback_data;
  if (opaque !== undefined && (typeof opaque !== "string" || opaque.length > 512)) return invalid("biz_opaque_callback_data: at most 512");
  if (body.type === "text") return checkLength("text.body", at(body, "text", "body"), 4096);
  if (body.type === "interactive") return checkInteractive(at(body, "interactive"));
  if (body.type === "image" || body.type === "document") return checkMedia(body.type, at(body, body.type));
  if (body.type === "template") return checkLength("template.name", at(body, "template", "name"), 512);
  return { status: 400, code: 131051, message: "Unsupported message type", details: `type ${String(body.type)}` };
}

/** By id; whether there is such a file the store knows. */
function checkMedia(type: "image" | "document", media: unknown): GraphTrouble | null {
  const known = new Set(["id", "caption", ...(type === "document" ? ["filename"] : [])]);
  const odd = Object.keys((media ?? {}) as object).find((key) => !known.has(key));
  if (odd) return badParameter(100, `Unexpected key "${odd}" on param ${type}`);
  const caption = at(media, "caption");
  return checkLength(`${type}.id`, at(media, "id"), 100) ?? (caption === undefined ? null : checkLength("caption", caption, 1024));
}

function checkInteractive(interactive: unknown): GraphTrouble | null {
  const body = checkLength("interactive.body.text", at(interactive, "body", "text"), 1024);
  if (body) return body;
  const action = at(interactive, "action");
  switch (at(interactive, "type")) {
    case "button":
      return checkButtons(at(action, "buttons"));
    case "list":
      return checkList(action);
    case "cta_url":
      return checkLink(action);
    default:
      return invalid("interactive.type");
  }
}

function checkButtons(buttons: unknown): GraphTrouble | null {
  if (!Array.isArray(buttons) || buttons.length < 1 || buttons.length > 3) return invalid("action.buttons: 1 to 3");
  const replies = buttons.map((button) => at(button, "reply"));
  for (const reply of replies) {
    const trouble = checkLength("reply.title", at(reply, "title"), 20) ?? checkLength("reply.id", at(reply, "id"), 256);
    if (trouble) return trouble;
  }
  if (buttons.some((button) => at(button, "type") !== "reply")) return invalid("button.type");
  if (!unique(replies.map((reply) => at(reply, "id")))) return invalid("Duplicated button id");
  return unique(replies.map((reply) => at(reply, "title"))) ? null : invalid("Duplicated button title");
}

function checkList(action: unknown): GraphTrouble | null {
  const button = checkLength("action.button", at(action, "button"), 20);
  if (button) return button;
  const sections = at(action, "sections");
  if (!Array.isArray(sections) || sections.length < 1 || sections.length > 10) return invalid("action.sections: 1 to 10");
  if (sections.length > 1 && sections.some((section) => checkLength("title", at(section, "title"), 24))) return invalid("section.title");
  const rows: unknown[] = sections.flatMap((section) => at(section, "rows") ?? []);
  if (rows.length < 1 || rows.length > 10) return invalid("Total row count: 1 to 10");
  for (const row of rows) {
    const description = at(row, "description");
    const trouble =
      checkLength("row.title", at(row, "title"), 24) ??
      checkLength("row.id", at(row, "id"), 200) ??
      (description === undefined ? null : checkLength("row.description", description, 72));
    if (trouble) return trouble;
  }
  return unique(rows.map((row) => at(row, "id"))) ? null : invalid("Duplicated row id");
}

function checkLink(action: unknown): GraphTrouble | null {
  if (at(action, "name") !== "cta_url") return invalid("action.name");
  const trouble = checkLength("parameters.display_text", at(action, "parameters", "display_text"), 20);
  if (trouble) return trouble;
  const url = at(action, "parameters", "url");
  return typeof url === "string" && URL.canParse(url) && /^https?:/.test(url) ? null : invalid("parameters.url");
}

function checkLength(name: string, value: unknown, most: number): GraphTrouble | null {
  if (typeof value !== "string" || value.trim() === "") return badParameter(131008, `${name} is required`);
  return value.length > most ? invalid(`${name}: length must be at most ${most}`) : null;
}

function invalid(details: string): GraphTrouble {
  return badParameter(131009, details);
}

function unique(values: unknown[]): boolean {
  return new Set(values).size === values.length;
}

/** Follows keys into unknown JSON. */
export function at(value: unknown, ...path: string[]): unknown {
  let found = value;
  for (const key of path) found = typeof found === "object" && found !== null ? (found as Record<string, unknown>)[key] : undefined;
  return found;
}
