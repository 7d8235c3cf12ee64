import type { Block, Language } from "#app/channels/message.ts";
import { languages } from "#app/channels/message.ts";
import { planProactive } from "#app/domain/proactive/begin.server.ts";
import { daysAfter, type LabelSettings } from "#app/domain/returns/labels.ts";
import { now } from "#app/platform/clock.ts";
import type { Write } from "#app/platform/db/writes.ts";
import type { Identity, ReturnLabel, Shop } from "../../../prisma/generated/client.ts";
import type { Whose } from "./shared.server.ts";
import { dayInFull, labelText } from "./words.ts";

/** In the shopper's language, else the shop's. */
export function languageFor(identity: Pick<Identity, "language">, shop: Pick<Shop, "language">): Language {
  const known = (wanted: string | null) => languages.find((one): one is Language => one === wanted);
  return known(identity.language) ?? known(shop.language) ?? "en";
}

/** What the shopper gets: the label or code, where it is handed in and until when. */
export function labelBlocks(row: ReturnLabel, settings: LabelSettings, language: Language, timeZone: string): Block[] {
  const say = (key: Parameters<typeof labelText>[1], params = {}) => labelText(language, key, { return: row.returnName, ...params });
  const until = daysAfter(row.obtainedAt ?? now(), settings.sendWithinDays);
  const lines = [
    row.code ? say("code", { code: row.code }) : say(row.method === "code" ? "codeLink" : "label"),
    row.trackingNumber && say("tracking", { number: row.trackingNumber }),
    settings.dropOff && say("dropOff", { place: settings.dropOff }),
    until && say("until", { day: dayInFull(until, language, timeZone) }),
  ].filter(Boolean);
  const text: Block = { kind: "text", text: lines.join("\n") };
  return row.url ? [text, { kind: "link", label: say(row.method === "code" ? "openCode" : "openLabel"), url: row.url }] : [text];
}

/** On the channel in use, once. */
export function tellLabel({ shop, identity, caseId }: Whose, row: ReturnLabel, settings: LabelSettings): Promise<Write[]> {
  const language = languageFor(identity, shop);
  return planProactive(shop.id, identity.conversationId, {
    key: `label:${row.returnId}`,
    kind: "update",
    blocks: labelBlocks(row, settings, language, shop.timeZone),
    template: {
      order: row.orderName,
      news: [labelText(language, "news", { return: row.returnName }), row.url ?? row.code].filter(Boolean).join(" "),
    },
    urgent: true,
    counted: false,
    ofCase: caseId,
    orderId: row.orderId,
    ifUnreachable: "staff",
    onlyInWindow: false,
  });
}
