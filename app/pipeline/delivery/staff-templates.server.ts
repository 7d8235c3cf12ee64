import {
  filledTemplate,
  type MessageTemplate,
  type SentTemplate,
  sentTemplate,
  slotProblem,
  type TemplateSlot,
  templateSlots,
  templateWords,
} from "#app/channels/whatsapp/message-template.ts";
import { readTemplates, type TemplatesRead } from "#app/channels/whatsapp/template-state.server.ts";
import { optedOut } from "#app/domain/privacy/consent.server.ts";
import { type ChannelAccount, channelAccount } from "#app/domain/shops/channels.server.ts";
import { reachOf } from "#app/domain/staff/reach.server.ts";
import { replyValues } from "#app/domain/staff/reply-values.server.ts";
import { suggestedValues } from "#app/domain/staff/template-values.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { callVendor } from "#app/platform/tracing/vendor-call.server.ts";
import { languageOf } from "./ways.server.ts";

export type OfferedTemplate = MessageTemplate & { slots: TemplateSlot[]; suggested: Record<string, string> };
/** Why no template can be sent, or be looked for. */
export type NoTemplates = "elsewhere" | "opted-out" | "unset" | "refused" | "unreachable";
export type TemplateOffer =
  | { state: "ready"; templates: OfferedTemplate[]; language: string; left: number }
  | { state: "none"; because: NoTemplates };
/** Why one template cannot be sent as it was picked. */
export type PickProblem = NoTemplates | "absent" | "not-approved" | "changed" | { key: string; problem: string };
export type Picked = { ok: true; text: string; template: SentTemplate } | { ok: false; because: PickProblem };

/** So long a list is not asked for again; milliseconds. What is sent is looked at anew. */
const freshFor = 60_000;
const lists = new Map<string, { at: number; read: Promise<TemplatesRead> }>();

type Shop = { id: string; domain: string; name: string };

/**
 * What staff may send while WhatsApp takes no free words: approved templates that words alone can fill, those in the shopper's
 * language first. `left`: how many approved ones need more than words; `by`: the name staff sign with. Null for another shop's
 * conversation.
 */
export async function templateOffer(shop: Shop, conversationId: string, by: string): Promise<TemplateOffer | null> {
  const known = await replyValues(shop, conversationId);
  if (!known) return null;
  const way = await wayTo(shop.id, conversationId);
  if (typeof way === "string") return { state: "none", because: way };
  const read = await listOf(way.account);
  if (!read.ok) return { state: "none", because: read.because };
  const approved = read.templates.filter(mayBeOffered);
  const fillable = approved.filter((one) => !one.needsMore);
  const own = (one: MessageTemplate) => (one.language.slice(0, 2) === way.language ? 0 : 1);
  const templates = fillable
    .toSorted((one, other) => own(one) - own(other) || one.name.localeCompare(other.name) || one.language.localeCompare(other.language))
    .map((one) => {
      const slots = templateSlots(one);
      return { ...one, slots, suggested: suggestedValues(slots, { ...known, my_name: by }) };
    });
  return { state: "ready", templates, language: way.language, left: approved.length - fillable.length };
}

export type Pick = { name: string; language: string; values: Record<string, string> };

/** The template as it would be sent now, read anew from WhatsApp. */
export async function pickTemplate(shop: Shop, conversationId: string, pick: Pick): Promise<Picked> {
  const way = await wayTo(shop.id, conversationId);
  if (typeof way === "string") return { ok: false, because: way };
  const found = await findTemplate(way.account, pick);
  if (typeof found === "string") return { ok: false, because: found };
  const problem = slotProblem(found, pick.values);
  if (problem) return { ok: false, because: problem };
  return { ok: true, text: templateWords(filledTemplate(found, pick.values)), template: sentTemplate(found, pick.values) };
}

/**
 * Why what is held can no longer go out as its template: WhatsApp has paused, changed or deleted it since, or the shopper wants
 * no such messages. Null where it can, where it is none, and where WhatsApp does not answer: then the sending itself will tell.
 */
export async function heldTemplateTrouble(shopId: string, heldId: string): Promise<string | null> {
  const { prisma } = database();
  const row = await prisma.heldReply.findFirst({ where: { shopId, id: heldId, state: "held" } });
  const template = row?.template as SentTemplate | null | undefined;
  if (!row || !template) return null;
  if ((await optedOut(shopId, [row.identityId])).has(row.identityId)) return "opted-out";
  const account = await channelAccount(shopId, "whatsapp");
  const found = account && (await findTemplate(account, template));
  if (!found || found === "unreachable") return null;
  if (typeof found === "string") return `template-${found}`;
  const stands = slotProblem(found, template.values) === null && templateWords(filledTemplate(found, template.values)) === row.text;
  return stands ? null : "template-changed";
}

/** Codes for signing in are sent by us alone. */
const mayBeOffered = (one: MessageTemplate) => one.status === "APPROVED" && one.category !== "AUTHENTICATION";

async function findTemplate(account: ChannelAccount, { name, language }: { name: string; language: string }) {
  const read = await ask(account, name);
  if (!read.ok) return read.because;
  const found = read.templates.find((one) => one.language === language);
  if (!found) return "absent";
  return !mayBeOffered(found) ? "not-approved" : found.needsMore ? "changed" : found;
}

async function wayTo(shopId: string, conversationId: string): Promise<{ account: ChannelAccount; language: string } | NoTemplates> {
  const reach = await reachOf(shopId, conversationId);
  const account = reach?.channel === "whatsapp" && reach.connected ? await channelAccount(shopId, "whatsapp") : null;
  if (!reach || !account) return "elsewhere";
  if ((await optedOut(shopId, [reach.identity.id])).has(reach.identity.id)) return "opted-out";
  return account.config.wabaId ? { account, language: languageOf(reach.identity) } : "unset";
}

/** Several who open the list at once ask once; what could not be read is asked for again. */
async function listOf(account: ChannelAccount): Promise<TemplatesRead> {
  const at = now().getTime();
  for (const [key, list] of lists) if (Math.abs(at - list.at) > freshFor) lists.delete(key);
  const key = `${account.shopId} ${account.id} ${account.config.wabaId}`;
  const known = lists.get(key) ?? { at, read: ask(account) };
  lists.set(key, known);
  const read = await known.read;
  if (!read.ok) lists.delete(key);
  return read;
}

const ask = (account: ChannelAccount, name?: string): Promise<TemplatesRead> =>
  callVendor(
    "whatsapp",
    "template",
    () => readTemplates(account, name),
    (read) => (read.ok ? undefined : read.because),
  );
