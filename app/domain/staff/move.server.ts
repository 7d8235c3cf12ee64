import { type ChannelName, type Language, languages, type MoveQuestion, type OutboundContent } from "#app/channels/message.ts";
import { channelOf } from "#app/domain/conversations/messages.server.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { optedOut } from "#app/domain/privacy/consent.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import { audit } from "./conversation.server.ts";
import { maskedAddress, moveQuestion } from "./move-words.ts";
import { type Reach, reachOf } from "./reach.server.ts";
import { replyWindow } from "./reply-window.ts";

/** In front of a tapped answer: `move|<the page's id of the question>|yes`. */
export const moveChoice = "move";

/** Why a channel cannot be gone on with now. */
export type NoMove = "window-closed" | "opted-out" | "paused";
export type MoveOption = { toId: string; channel: ChannelName; address: string | null; text: string; because: NoMove | null };

/**
 * The other channels on which the shopper has proven to be the same person, with the question as it would be asked. Not a browser,
 * which may never be opened again. Null where nobody can be reached, or for another shop's conversation.
 */
export async function moveOptions(shopId: string, conversationId: string): Promise<MoveOption[] | null> {
  const reach = await reachOf(shopId, conversationId);
  return reach && (await optionsFrom(shopId, reach));
}

async function optionsFrom(shopId: string, { identity, channel }: Reach): Promise<MoveOption[]> {
  const members = await membersToTell(identity);
  const accounts = await database().prisma.channelAccount.findMany({ where: { shopId }, select: { channel: true, paused: true } });
  const silent = await optedOut(
    shopId,
    members.map((one) => one.id),
  );
  const options = members.flatMap((one): MoveOption[] => {
    const to = channelOf(one);
    const account = accounts.find((each) => each.channel === to);
    if (!to || to === "widget" || to === channel || !account || one.externalId.startsWith("unverified:")) return [];
    const isOpen = replyWindow(to, one.lastInboundAt, now()).open;
    const because = account.paused ? "paused" : silent.has(one.id) ? "opted-out" : isOpen ? null : "window-closed";
    const address = maskedAddress(one);
    return [{ toId: one.id, channel: to, address, text: moveQuestion(languageOf(identity), to, address).text, because }];
  });
  return options.sort((one, other) => Number(one.because !== null) - Number(other.because !== null));
}

export type Proposal = { ok: true; text: string; move: MoveQuestion } | { ok: false; because: NoMove | "not-theirs" | "asked" };

/** The question for one channel, if it may be asked now. `clientId`: the page's own id of it, which the answer names. */
export async function proposeMove(shopId: string, conversationId: string, toId: string, clientId: string): Promise<Proposal> {
  const reach = await reachOf(shopId, conversationId);
  const option = reach && (await optionsFrom(shopId, reach)).find((one) => one.toId === toId);
  if (!reach || !option) return { ok: false, because: "not-theirs" };
  if (option.because) return { ok: false, because: option.because };
  if (await isAsked(shopId, reach.identity, clientId)) return { ok: false, because: "asked" };
  const { text, yes, no } = moveQuestion(languageOf(reach.identity), option.channel, option.address);
  const choices = [
    { id: `${moveChoice}|${clientId}|yes`, title: yes },
    { id: `${moveChoice}|${clientId}|no`, title: no },
  ];
  return { ok: true, text, move: { toId, channel: option.channel, choices } };
}

/** The last that staff said here, or are about to, is such a question; the shopper has written nothing since. */
async function isAsked(shopId: string, identity: IdentityRow, clientId: string): Promise<boolean> {
  const { prisma } = database();
  const identityId = identity.id;
  const held = await prisma.heldReply.findMany({ where: { shopId, identityId, state: "held", clientId: { not: clientId } } });
  if (held.some((one) => one.move !== null)) return true;
  const last = await prisma.message.findFirst({ where: { shopId, identityId }, orderBy: { seq: "desc" } });
  return last !== null && (last.content as unknown as OutboundContent).move !== undefined && last.externalId !== `staff:${clientId}`;
}

export type MoveAnswer = { question: { id: string; move: MoveQuestion }; isYes: boolean; message: { id: string; receivedAt: Date } };

/**
 * The writes that keep what the shopper has said: who, when, by which message, from where to where. With a yes what we say goes
 * on there; a no leaves everything, also where an earlier yes led elsewhere.
 */
export function moveAnswerWrites(identity: IdentityRow, { question, isYes, message }: MoveAnswer): Write[] {
  const { id, shopId, conversationId } = identity;
  const { toId, channel } = question.move;
  const detail = { questionId: question.id, messageId: message.id, fromId: id, from: channelOf(identity) ?? "", toId, to: channel };
  return [
    update("Identity", { id, shopId }, { movedToId: isYes ? toId : null, movedAt: isYes ? message.receivedAt : null }),
    audit(shopId, "shopper", isYes ? "agreed-to-move" : "declined-move", conversationId, detail),
  ];
}

const languageOf = (identity: { language: string | null }): Language => languages.find((one) => one === identity.language) ?? "en";
