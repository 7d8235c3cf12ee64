import type { Language } from "#app/channels/message.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { planProactive } from "#app/domain/proactive/begin.server.ts";
import { hoursOfDue } from "#app/domain/promises/days.ts";
import { standsInOrder } from "#app/domain/promises/kept.ts";
import { clockFor, lookAt, settle } from "#app/domain/promises/ledger.server.ts";
import type { PromiseKind } from "#app/domain/promises/words.ts";
import { say } from "#app/flows/texts.ts";
import { languageOf } from "#app/pipeline/delivery/ways.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import type { Identity, Obligation, Shop } from "../../../prisma/generated/client.ts";
import { showStaff } from "./notice.server.ts";
import { promiseTexts } from "./texts.ts";

export type ReadOrder = (domain: string, orderId: string) => Promise<OrderFacts | null>;

/**
 * Looks at one promise with the store's facts of this moment. Kept: it is over, and nobody hears of it. Due: staff see it. Still
 * open shortly before it passes: the shopper is told, once, in the commit that says so in the ledger.
 */
export async function checkPromise(shopId: string, obligationId: string, readOrder: ReadOrder): Promise<Write[]> {
  const { prisma } = database();
  const row = await prisma.obligation.findFirst({ where: { shopId, id: obligationId, state: "open" } });
  const shop = await prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } });
  const identity = row && (await prisma.identity.findFirst({ where: { shopId, id: row.identityId } }));
  if (!row || !shop || !identity) return [];
  const order = row.orderId ? await readOrder(shop.domain, row.orderId) : null;
  const standing = order ? standsInOrder(row.about as PromiseKind, order, row.madeAt) : "open";
  if (standing !== "open") return [settle(row, standing === "kept" ? "kept" : "dropped")];
  const { noticeAt, tellAt } = hoursOfDue(row, clockFor(shop, row.madeAt));
  if (now() < noticeAt) return [lookAt(shopId, row.id, noticeAt)];
  const shown = row.noticedAt ? { caseId: row.caseId, writes: [] } : await showStaff(row, identity, order?.name ?? null);
  // The case that it now stands in is the one whose end is its end, too.
  const seen = update("Obligation", { id: row.id, shopId, state: "open" }, { noticedAt: row.noticedAt ?? now(), caseId: shown.caseId }, 1);
  if (now() < tellAt) return [...shown.writes, seen, lookAt(shopId, row.id, tellAt)];
  // A shop that has switched the assistant off speaks for itself; staff see the promise all the same.
  if (shop.assistantPaused) return [...shown.writes, seen];
  return [...shown.writes, seen, settle(row, "told"), ...(await tell({ ...row, caseId: shown.caseId }, identity, shop, order?.name ?? ""))];
}

/** Urgent, since a word after the date is no word before it; not counted, since it goes on with what was said. */
async function tell(row: Obligation, identity: Identity, shop: Shop, orderName: string): Promise<Write[]> {
  const language = languageOf(identity);
  const text = say(language, promiseTexts, row.about as PromiseKind, { day: nameDue(row, language, shop.timeZone) });
  return planProactive(row.shopId, identity.conversationId, {
    key: `promise:${row.id}`,
    kind: "promise",
    blocks: [{ kind: "text", text }],
    template: { order: orderName, news: text },
    urgent: true,
    counted: false,
    ofCase: row.caseId ?? undefined,
    ifUnreachable: "staff",
    onlyInWindow: false,
    identityId: identity.id,
  });
}

/** "Friday 5 June", or "5 June, 14:30": never "today", since it may be read later. */
function nameDue({ dueAt, wholeDay }: Obligation, language: Language, timeZone: string): string {
  const locale = language === "en" ? "en-GB" : language === "pt" ? "pt-BR" : language;
  const clock = wholeDay ? ({ weekday: "long" } as const) : ({ hour: "2-digit", minute: "2-digit" } as const);
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", ...clock, timeZone }).format(dueAt);
}
