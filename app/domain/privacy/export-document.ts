import { escapeHtml } from "#app/channels/email/html.ts";
import type { Language } from "#app/channels/message.ts";
import { exportWord } from "./export-texts.ts";
import { type FieldUse, registry, type Section } from "./registry.ts";

type Row = Record<string, unknown>;
export type ExportSource = {
  shop: { name: string; domain: string; timeZone: string };
  language: Language;
  madeAt: Date;
  /** Ids that are the person's own: any other id in a field that may name somebody else is left out. */
  own: ReadonlySet<string>;
  rows: ReadonlyMap<string, Row[]>;
};

const order: Section[] = [
  "contacts",
  "messages",
  "photos",
  "cases",
  "effects",
  "notes",
  "deliveries",
  "evidence",
  "consent",
  "preferences",
  "proofs",
  "sessions",
  "record",
  "access",
  "requests",
];

/** Everything about one person for machines. Secrets are left out, and so is whoever else a row names. */
export function exportJson({ shop, madeAt, own, rows }: ExportSource): string {
  const data = [...rows].map(([table, all]) => [table, all.map((row) => pick(table, row, own, ["shown", "internal", "other"]))] as const);
  return JSON.stringify({ shop: { name: shop.name, domain: shop.domain }, madeAt, data: Object.fromEntries(data) }, null, 2);
}

/** The same for people: one page that needs nothing else, in the reader's language, fit for printing. */
export function exportHtml({ shop, language, madeAt, own, rows }: ExportSource): string {
  const word = (name: string) => escapeHtml(exportWord(language, name));
  const day = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone: shop.timeZone });
  const say = (value: unknown): string =>
    value === null || value === undefined
      ? ""
      : value instanceof Date
        ? day.format(value)
        : typeof value === "object"
          ? Object.values(value).map(say).filter(Boolean).join(", ")
          : String(value);
  const sections = order.flatMap((section) => {
    const tables = [...rows].filter(([table, all]) => entryOf(table).section === section && all.length > 0 && shownOf(table).length > 0);
    return tables.length > 0
      ? [`<section><h2>${word(section)}</h2>${tables.map((table) => htmlTable(table, own, word, say)).join("")}</section>`]
      : [];
  });
  const title = `${word("title")} · ${escapeHtml(shop.name)}`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${word("made")} ${escapeHtml(day.format(madeAt))}</p><p>${word("scope")}</p>${sections.join("") || `<p>${word("nothing")}</p>`}</main></body></html>`;
}

function htmlTable(
  [table, all]: [string, Row[]],
  own: ReadonlySet<string>,
  word: (name: string) => string,
  say: (value: unknown) => string,
): string {
  const columns = shownOf(table);
  const body = all.map((row) => {
    const picked = pick(table, row, own, ["shown"]);
    return `<tr>${columns.map((column) => `<td data-label="${word(column)}">${escapeHtml(say(picked[column])).replaceAll("\n", "<br>")}</td>`).join("")}</tr>`;
  });
  return `<table><thead><tr>${columns.map((column) => `<th scope="col">${word(column)}</th>`).join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

function pick(table: string, row: Row, own: ReadonlySet<string>, uses: FieldUse[]): Row {
  const { fields } = entryOf(table);
  return Object.fromEntries(
    Object.entries(row).filter(([column, value]) => {
      const use = fields[column];
      return use !== undefined && uses.includes(use) && (use !== "other" || own.has(String(value)));
    }),
  );
}

function shownOf(table: string): string[] {
  return Object.entries(entryOf(table).fields).flatMap(([column, use]) => (use === "shown" ? [column] : []));
}

const entryOf = (table: string) => registry[table as keyof typeof registry];

const style = `body{font:15px/1.45 system-ui,sans-serif;margin:0;background:#f6f5f2;color:#22252a}main{max-width:60rem;margin:0 auto;padding:32px 20px}
h1{font-size:22px;line-height:1.2}h2{font-size:17px;margin:32px 0 8px}section{break-inside:auto}table{width:100%;border-collapse:collapse;background:#fff;border-radius:8px;margin-bottom:12px}
th,td{text-align:left;vertical-align:top;padding:8px 10px;border-bottom:1px solid #e6e4de;overflow-wrap:anywhere}th{font-size:13px;color:#5c6068}tr{break-inside:avoid}
@media(max-width:640px){thead{display:none}tr{display:block;padding:8px 0;border-bottom:1px solid #d5d3cc}td{display:grid;grid-template-columns:7rem 1fr;gap:8px;border:0;padding:3px 10px}td:empty{display:none}td::before{content:attr(data-label);font-size:13px;color:#5c6068}}
@media print{body,table{background:#fff}main{max-width:none;padding:0}}`;
