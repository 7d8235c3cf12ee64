import type { OutwardEvent } from "../../../prisma/generated/client.ts";
import { intentLabel, reasonLabels } from "../assistant/case-words.ts";

/** One hand-over, or one shopper who waits too long, as staff hear of it: what it is about, why, where, and the page. No shopper's word or name. */
export type AlertLine = { words: string; url: string | null };
export type Alert = { subject: string; lines: AlertLine[]; more: number };

const channelNames: Record<string, string> = { widget: "the website chat", instagram: "Instagram", whatsapp: "WhatsApp", email: "e-mail" };
/** Of many at once so many are named, the others counted. */
const mostNamed = 10;

const lateType = "case.late";
const ratedType = "case.rated";

/** A single one, or a digest of all that came meanwhile. */
export function alertOf(events: Pick<OutwardEvent, "type" | "data">[], shopName: string): Alert {
  const cases = events.filter(({ type }) => type === "case.escalated" || type === lateType || type === ratedType);
  const lines = cases.slice(0, mostNamed).map((event) => lineOf(event.data as Record<string, unknown>, event.type));
  const more = cases.length - lines.length;
  if (lines.length === 0)
    return { subject: `A test from ${shopName}`, lines: [{ words: "Alerts for new hand-overs arrive here.", url: null }], more };
  const [first] = lines;
  const begins = { [lateType]: "A shopper waits too long", [ratedType]: "A shopper was not content" }[cases[0]?.type ?? ""];
  const many = cases.some(({ type }) => type === ratedType) ? "conversations need a look" : "shoppers wait for a person";
  const subject = cases.length === 1 ? `${begins ?? "A shopper waits"}: ${first?.words}` : `${cases.length} ${many} at ${shopName}`;
  return { subject, lines, more };
}

function lineOf(data: Record<string, unknown>, type: string): AlertLine {
  const text = (name: string) => (typeof data[name] === "string" ? (data[name] as string) : "");
  const order = text("orderName") && ` of order ${text("orderName")}`;
  const handedOver = reasonLabels[text("reason") as keyof typeof reasonLabels] ?? "a person is needed";
  const reason = { [lateType]: "nobody has answered in time", [ratedType]: "the help was rated as bad" }[type] ?? handedOver;
  const where = channelNames[text("channel")];
  return { words: `${intentLabel(text("intent"))}${order}${where ? `, on ${where}` : ""} (${reason})`, url: text("url") || null };
}
