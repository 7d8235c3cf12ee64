import type { OutwardEvent } from "../../../prisma/generated/client.ts";
import { intentLabel, reasonLabels } from "../assistant/escalate.ts";

/** One escalation as staff hear of it: what it is about, why, where, and the page. No shopper's word or name. */
export type AlertLine = { words: string; url: string | null };
export type Alert = { subject: string; lines: AlertLine[]; more: number };

const channelNames: Record<string, string> = { widget: "the website chat", instagram: "Instagram", whatsapp: "WhatsApp", email: "e-mail" };
/** Of many at once so many are named, the others counted. */
const mostNamed = 10;

/** A single escalation, or a digest of all that came meanwhile. */
export function alertOf(events: Pick<OutwardEvent, "type" | "data">[], shopName: string): Alert {
  const cases = events.filter((event) => event.type === "case.escalated" || event.type === "case.rated");
  const lines = cases.slice(0, mostNamed).map((event) => lineOf(event.data as Record<string, unknown>));
  const more = cases.length - lines.length;
  if (lines.length === 0)
    return { subject: `A test from ${shopName}`, lines: [{ words: "Alerts for new hand-overs arrive here.", url: null }], more };
  const [first] = lines;
  const rated = cases.filter((event) => event.type === "case.rated").length;
  const subject =
    cases.length === 1
      ? `${rated === 1 ? "A shopper was not content" : "A shopper waits"}: ${first?.words}`
      : rated === 0
        ? `${cases.length} shoppers wait for a person at ${shopName}`
        : `${cases.length} conversations need a look at ${shopName}`;
  return { subject, lines, more };
}

function lineOf(data: Record<string, unknown>): AlertLine {
  const text = (name: string) => (typeof data[name] === "string" ? (data[name] as string) : "");
  const order = text("orderName") && ` of order ${text("orderName")}`;
  const reason =
    text("rating") !== ""
      ? "the help was rated as bad"
      : (reasonLabels[text("reason") as keyof typeof reasonLabels] ?? "a person is needed");
  const where = channelNames[text("channel")];
  return { words: `${intentLabel(text("intent"))}${order}${where ? `, on ${where}` : ""} (${reason})`, url: text("url") || null };
}
