import type { Block, ChannelName, InboundContent } from "#app/channels/message.ts";
import { type ContinueOption, continueOptions } from "#app/domain/cases/continue-here.server.ts";
import { channelOf } from "#app/domain/conversations/messages.server.ts";
import {
  confirmContinue,
  continueMinutes,
  declineContinue,
  findContinueCode,
  type Presented,
  presentContinueCode,
  readPresented,
  regretContinue,
} from "#app/domain/identity/continue-code.server.ts";
import { ensureIdentity, type IdentityRow } from "#app/domain/identity/identity.server.ts";
import { newProveLink } from "#app/domain/identity/signed-link.server.ts";
import { parseChoiceId } from "#app/flows/engine.ts";
import { database } from "#app/platform/db/database.server.ts";
import { env } from "#app/platform/env.ts";
import { contentOf, type TurnContext } from "./context.server.ts";
import { choiceJustShown } from "./just-shown.server.ts";
import { continueOnIn, deniesIn } from "./local/slots/continue-on.ts";
import type { Slots } from "./model.ts";
import { type AssistantKey, sentence } from "./texts/catalogue.ts";
import { activeCases, sayText, type Turn } from "./turn.ts";

/** What became of a conversation in the middle of a turn; it is read anew, and this is said first. */
export type Moved = { kind: "joined"; caseId: string | null; say: string } | { kind: "parted" };
export type Continued = "answered" | Moved;

const longestLabel = 40;

/** The code that a message brings: written, carried by a link, or in the subject of a mail that opens a thread. */
function codeIn(message: TurnContext["waiting"][number]): string | undefined {
  const { text, referral = "", subject = "" }: InboundContent = contentOf(message);
  // The subject of a thread comes back with each answer in it.
  const opens = !(message.thread as { inReplyTo?: string } | null)?.inReplyTo;
  return findContinueCode(text) ?? findContinueCode(referral) ?? (opens ? findContinueCode(subject) : undefined);
}

/** Someone arrives with a code, or has pressed a button of the question about one. Null when it is about neither. */
export async function arrive(turn: Turn): Promise<Continued | null> {
  const { shop, waiting } = turn.context;
  const tapped = parseChoiceId(contentOf(waiting.at(-1) as TurnContext["waiting"][number]).choice?.id ?? "");
  if (tapped?.caseId === "continue") return decide(turn, tapped.value, tapped.slot === "join");
  const code = waiting.flatMap((message) => codeIn(message) ?? []).at(-1);
  return code ? settle(turn, await presentContinueCode(shop.id, code, turn.identity)) : null;
}

/** The widget was opened by a link with a code; the code was shown when it booted. */
export async function arriveByLink(turn: Turn, linkId: string | null): Promise<Continued> {
  return settle(turn, linkId ? await readPresented(turn.context.shop.id, linkId, turn.identity) : { outcome: "unknown" });
}

/** What plain words can mean here: yes or no to the question just asked, "that was not me", "can I go on by WhatsApp". */
export async function continueInWords(turn: Turn, text: string, slots: Slots): Promise<Continued | null> {
  // A yes to anything else joins nobody.
  const asked = slots.yesNo ? await choiceJustShown(turn, "continue") : null;
  if (asked) return decide(turn, asked, slots.yesNo === "yes");
  if (deniesIn(text) && (await regretContinue(turn.context.shop.id, turn.identity.id))) return { kind: "parted" };
  const wish = continueOnIn(text);
  return wish && wish !== turn.channel ? offer(turn, wish) : null;
}

async function decide(turn: Turn, linkId: string, yes: boolean): Promise<Continued> {
  if (yes) return settle(turn, await confirmContinue(turn.context.shop.id, linkId, turn.identity));
  turn.writes.push(declineContinue(linkId, turn.identity.id));
  sayText(turn, sentence(turn.language, "joinDeclined"));
  return "answered";
}

/** Answers are alike for every code that does not hold, whatever the reason. */
async function settle(turn: Turn, presented: Presented): Promise<Continued> {
  if (presented.outcome === "unknown") {
    sayText(turn, sentence(turn.language, "continueUnknown"));
    return "answered";
  }
  const { link, from } = presented;
  if (presented.outcome === "joined") return { kind: "joined", caseId: link.caseId, say: await origin(turn, from, null) };
  const about = await origin(turn, from, link.caseId);
  if (turn.identity.kind === "email") await askByMail(turn, from, about);
  else {
    sayText(turn, sentence(turn.language, "joinAsk", { origin: about }));
    const choice = (slot: string, key: AssistantKey) => ({ id: `continue|${slot}|${link.id}`, title: sentence(turn.language, key) });
    turn.blocks.push({ kind: "choices", choices: [choice("join", "joinYes"), choice("leave", "joinNo")] });
  }
  return "answered";
}

/**
 * A mail proves a domain at best, and orders carry the address: so the question goes into that very mailbox, as a button.
 * Forged, it reaches the owner of the address, who does not press it.
 */
async function askByMail(turn: Turn, from: IdentityRow, about: string): Promise<void> {
  const { shopId, externalId } = turn.identity;
  const address = externalId.replace(/^unverified:/, "");
  const mailbox = address === externalId ? turn.identity : await ensureIdentity(shopId, "email", address);
  const { token, writes } = newProveLink(shopId, mailbox.id, from.id);
  turn.writes.push(...writes);
  sayText(turn, sentence(turn.language, "joinByMail", { origin: about }));
  turn.blocks.push({ kind: "link", label: sentence(turn.language, "proveButton"), url: `${env.appUrl}/prove/${token}` });
}

/** The ways to go on on another channel, with a code that holds for a while. */
export async function offer(turn: Turn, wish: ChannelName | "anywhere"): Promise<Continued> {
  const { options, code, writes } = await continueOptions(turn.identity, activeCases(turn)[0]?.id ?? null);
  const wanted = options.filter((option) => option.channel === wish);
  const shown = wanted.length > 0 ? wanted : options;
  if (shown.length === 0) sayText(turn, sentence(turn.language, "continueNone"));
  else {
    turn.writes.push(...writes);
    sayText(turn, sentence(turn.language, "continueHere", { minutes: continueMinutes, code }));
    turn.blocks.push(...shown.map((option) => wayTo(turn, option)));
  }
  return "answered";
}

/** Chat apps show an address to write to as bare text: there it is said in words. */
function wayTo(turn: Turn, { channel, label, url }: ContinueOption): Block {
  const isChat = turn.channel === "instagram" || turn.channel === "whatsapp";
  if (channel !== "email" || !isChat) return { kind: "link", label: sentence(turn.language, "continueOpen", { channel: label }), url };
  return { kind: "text", text: sentence(turn.language, "continueByMail", { address: new URL(url).pathname }) };
}

const topics: Partial<Record<string, AssistantKey>> = {
  "track-order": "topicTrack",
  return: "topicReturn",
  "cancel-order": "topicCancel",
  "change-address": "topicAddress",
  "edit-order": "topicEdit",
  resend: "topicMail",
};

/** Where the other conversation was begun and by whom, as far as its channel says; and what about. */
async function origin(turn: Turn, from: IdentityRow, caseId: string | null): Promise<string> {
  const place = channelOf(from);
  const row = caseId ? await database().prisma.case.findFirst({ where: { shopId: from.shopId, id: caseId } }) : null;
  const label = from.label?.replace(/\s+/g, " ").trim().slice(0, longestLabel);
  const topic = topics[row?.flow ?? ""];
  const parts = [place && sentence(turn.language, places[place]), label && `“${label}”`];
  const about = topic && [sentence(turn.language, topic), row?.orderName].filter(Boolean).join(" ");
  return [parts.filter(Boolean).join(", "), about].filter(Boolean).join(": ");
}

/** Where, in the words of a sentence. */
export const places: Record<ChannelName, AssistantKey> = {
  instagram: "onInstagram",
  whatsapp: "onWhatsApp",
  widget: "onWidget",
  email: "onEmail",
};
