import type { Block, Language } from "#app/channels/message.ts";
import { appendOutbound } from "#app/domain/conversations/messages.server.ts";
import { goesOnAt } from "#app/domain/identity/goes-on.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { preferencesOf } from "#app/domain/identity/preferences.server.ts";
import { readPreferences } from "#app/domain/identity/preferences.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { optedIn } from "#app/domain/privacy/consent.server.ts";
import { begunLately, sayJob, staffDidKind, type TemplateWords } from "#app/domain/proactive/begin.server.ts";
import { mayBeginAt } from "#app/domain/proactive/rhythm.ts";
import { readProactive } from "#app/domain/proactive/settings.ts";
import { satisfactionKind } from "#app/domain/satisfaction/ask.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import { log } from "#app/platform/log.ts";
import type { Begun, Shop } from "../../../prisma/generated/client.ts";
import { type Plan, planBegun, type WayOut } from "./plan.ts";
import { type AskTemplate, capabilities, languageOf, usableTemplate, waysTo } from "./ways.server.ts";

/** What saying something begun needs of the vendors. */
export type BegunServices = { template: AskTemplate; order(domain: string, orderId: string): Promise<OrderFacts | null> };

/** Beyond this many milliseconds after it was planned its order is read again. */
const freshFor = 60_000;
/** What could not be said for so long is old news; milliseconds. */
const tooLate = 4 * 24 * 3_600_000;

/**
 * Says what was planned by `planProactive`, if nothing stands against it now. The row is written in the commit that says it,
 * against the state that was read: whatever dies or runs twice, it is said once.
 */
export async function sayBegun(shopId: string, begunId: string, services: BegunServices): Promise<Write[]> {
  const { prisma } = database();
  const row = await prisma.begun.findFirst({ where: { shopId, id: begunId, state: { in: ["planned", "waiting"] } } });
  const identity = row && (await prisma.identity.findFirst({ where: { shopId, id: row.identityId } }));
  if (!row || !identity) return [];
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const members = await membersToTell(identity);
  const against = await standsAgainst(row, shop, members, services);
  if (against) return drop(row, against);
  const at = await heldUntil(row, shop, members);
  if (at > now())
    return at.getTime() - row.createdAt.getTime() > tooLate ? drop(row, "too-late") : [sayJob(shopId, row.id, identity.conversationId, at)];

  const ways = await waysTo(shopId, members);
  const wanted = await wantedWay(row, members, ways);
  const to = members.find((one) => one.id === wanted?.identityId);
  if (!wanted || !to) return drop(row, "no-channel");
  const plan = await planOf(row, wanted, ways, { shop, language: languageOf(to), ask: services.template });
  // News of what the shopper began stands in the thread all the same, as not delivered.
  if (plan.kind === "fail" && plan.because === "opted-out" && !isAwaited(row)) return drop(row, "opted-out");
  if (plan.kind === "fail" && plan.because === "window-closed") {
    if (row.ifUnreachable === "drop") return drop(row, plan.because);
    if (row.ifUnreachable === "wait") return [change(row, { state: "waiting", reason: plan.because })];
  }
  return say(row, to, wanted, plan.kind === "fail" && plan.because === "window-closed");
}

/** Why it is not said at all; null when nothing stands against it. */
async function standsAgainst(row: Begun, shop: Shop, members: IdentityRow[], services: BegunServices): Promise<string | null> {
  if (shop.uninstalledAt || (shop.assistantPaused && row.kind !== staffDidKind)) return "paused";
  // What a turn tells was looked at there, and may itself say that staff have the case. Of a promise they have it nearly always.
  if (!isAwaited(row) && row.kind !== "promise" && (await staffHaveOne(row.shopId, members))) return "with-staff";
  if (row.kind === satisfactionKind && (await isNotOver(row, members))) return "case-open";
  const isFresh = now().getTime() - row.createdAt.getTime() < freshFor;
  if (!row.orderId || isFresh) return null;
  const order = await services.order(shop.domain, row.orderId);
  return order && !order.cancelledAt ? null : "order-gone";
}

/** News of what the shopper began. */
const isAwaited = ({ kind }: Begun): boolean => kind === "update" || kind === staffDidKind;

/** How it went is asked where it was talked about. */
const staysOnChannel = ({ kind }: Begun): boolean => kind === satisfactionKind;

/** The case was opened again or the shopper is in the midst of another: nobody is asked then how it went. */
async function isNotOver(row: Begun, members: IdentityRow[]): Promise<boolean> {
  const { prisma } = database();
  const identityId = { in: members.map((one) => one.id) };
  const own = await prisma.case.findFirst({ where: { shopId: row.shopId, id: row.caseId ?? "", status: "done" }, select: { id: true } });
  const open = { shopId: row.shopId, identityId, status: { in: ["open", "working", "escalated"] } };
  return own === null || (await prisma.case.findFirst({ where: open, select: { id: true } })) !== null;
}

async function staffHaveOne(shopId: string, members: IdentityRow[]): Promise<boolean> {
  const theirs = { owner: "staff", status: { in: ["open", "working", "escalated"] } };
  const row = await database().prisma.case.findFirst({
    where: { shopId, identityId: { in: members.map((one) => one.id) }, ...theirs },
    select: { id: true },
  });
  return row !== null;
}

/** What can wait waits for the cap and for the morning. */
async function heldUntil(row: Begun, shop: Shop, members: IdentityRow[]): Promise<Date> {
  if (row.urgent || row.state === "waiting") return now();
  const ids = members.map((one) => one.id);
  const begun = row.counted ? await begunLately(row.shopId, ids, row.id) : [];
  return mayBeginAt(begun, readProactive(shop.proactive).quiet, shop.timeZone, now());
}

/** Where they have agreed to go on; the channel the shopper prefers, where free text may be sent there; else the one they wrote on last, by arrival. */
async function wantedWay(row: Begun, members: IdentityRow[], ways: WayOut[]): Promise<WayOut | undefined> {
  const { shopId } = row;
  if (staysOnChannel(row)) return ways.find((way) => way.identityId === row.identityId);
  const ids = members.map((one) => one.id);
  const last = await database().prisma.message.findFirst({
    where: { shopId, identityId: { in: ids }, author: "shopper" },
    orderBy: { seq: "desc" },
    select: { identityId: true, receivedAt: true },
  });
  const agreed = goesOnAt(last, members);
  const moved = agreed && ways.find((way) => way.identityId === agreed.id && !way.paused && !way.optedOut);
  if (moved) return moved;
  const { channel } = readPreferences(await preferencesOf(shopId, ids));
  const proven = (way: WayOut) => !members.find((one) => one.id === way.identityId)?.externalId.startsWith("unverified:");
  const preferred = ways
    .filter((way) => way.channel === channel && !way.paused && !way.optedOut && proven(way))
    .sort((one, other) => (other.lastInboundAt?.getTime() ?? 0) - (one.lastInboundAt?.getTime() ?? 0))
    .find((way) => planBegun(way, [], { template: false, onlyInWindow: true }, capabilities, now()).kind === "send");
  if (preferred) return preferred;
  return ways.find((way) => way.identityId === last?.identityId) ?? ways.find((way) => way.identityId === row.identityId) ?? ways[0];
}

type Asking = { shop: Pick<Shop, "name">; language: Language; ask: AskTemplate };

/** WhatsApp is asked about the template only where the way depends on it. */
async function planOf(row: Begun, wanted: WayOut, ways: WayOut[], { shop, language, ask }: Asking): Promise<Plan> {
  const onlyInWindow = row.onlyInWindow && !(await optedIn(row.shopId, [wanted.identityId]));
  const by = (template: boolean) =>
    planBegun(wanted, ways, { template, onlyInWindow, staysOnChannel: staysOnChannel(row) }, capabilities, now());
  const [without, withOne] = [by(false), by(true)];
  const words = row.template as TemplateWords | null;
  if (!words || JSON.stringify(without) === JSON.stringify(withOne)) return without;
  return (await usableTemplate(row.shopId, language, words, shop.name, ask)) ? withOne : without;
}

function say(row: Begun, to: IdentityRow, way: WayOut, forStaff: boolean): Write[] {
  const { messageId, writes } = appendOutbound(to, way.channel, {
    account: way.account,
    author: "assistant",
    blocks: row.blocks as unknown as Block[],
    caseId: row.caseId ?? undefined,
    externalId: `begun:${row.id}`,
    proactive: true,
  });
  return [
    change(row, { state: "said", saidAt: now(), messageId, reason: null }),
    ...writes,
    ...(forStaff ? [update("Conversation", { id: to.conversationId, shopId: row.shopId }, { unread: true, snoozedUntil: null })] : []),
  ];
}

function drop(row: Begun, reason: string): Write[] {
  log.info("begun-dropped", { shopId: row.shopId, reason });
  return [change(row, { state: "dropped", reason })];
}

function change(row: Begun, set: Parameters<typeof update<"Begun">>[2]): Write {
  return update("Begun", { id: row.id, shopId: row.shopId, state: row.state }, set, 1);
}
