import type { OutboundContent } from "#app/channels/message.ts";
import { appendOutbound, channelOf } from "#app/domain/conversations/messages.server.ts";
import { type MoveAnswer, moveAnswerWrites, moveChoice } from "#app/domain/staff/move.server.ts";
import { movedText, staysText } from "#app/domain/staff/move-words.ts";
import { parseChoiceId } from "#app/flows/engine.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import type { Message } from "../../../prisma/generated/client.ts";
import { contentOf, type TurnContext } from "./context.server.ts";
import { readSlotText } from "./local/slots/text.ts";
import { yesNoIn } from "./local/slots/yes-no.ts";
import type { Turn } from "./turn.ts";

type Waiting = TurnContext["waiting"][number];

/** A longer text says more than yes or no. */
const longestAnswer = 60;

/**
 * What the shopper answers to "may we go on there?", whoever has their case: it is kept, and said that it was heard. What answers
 * is taken out of what waits. An answer counts for the one who was asked, and only while the other address is proven to be theirs.
 */
export async function takeMoveAnswers(turn: Turn): Promise<Write[]> {
  const { context } = turn;
  const writes: Write[] = [];
  const rest: Waiting[] = [];
  const declined = new Set<string>();
  for (const message of context.waiting) {
    const answer = await answerIn(turn, message, declined);
    if (answer && !answer.isYes) declined.add(answer.question.id);
    if (!answer) rest.push(message);
    else writes.push(...answerWrites(turn, message, answer));
  }
  context.waiting = rest;
  return writes;
}

function answerWrites(turn: Turn, message: Waiting, answer: MoveAnswer): Write[] {
  const identity = turn.context.members.find((one) => one.id === message.identityId);
  const channel = identity && channelOf(identity);
  if (!identity || !channel) return [];
  const text = answer.isYes ? movedText(turn.language, answer.question.move.channel) : staysText(turn.language);
  const heard = { account: message.account, author: "system" as const, blocks: [{ kind: "text" as const, text }] };
  return [
    update("Message", { id: message.id, answeredBy: null }, { answeredBy: "move" }, 1),
    ...moveAnswerWrites(identity, answer),
    // By the message's id: whatever runs twice, it is said once.
    ...appendOutbound(identity, channel, { ...heard, externalId: `move:${message.id}` }).writes,
  ];
}

/** `declined`: the questions that were answered with a no in the same breath; a nod behind one of them takes nothing back. */
async function answerIn(turn: Turn, message: Waiting, declined: Set<string>): Promise<MoveAnswer | null> {
  const { choice, items, attachments, text } = contentOf(message);
  const tapped = choice && parseChoiceId(choice.id);
  if (tapped && tapped.caseId === moveChoice) {
    const { shopId, channel, account } = message;
    const key = { shopId, channel, account, externalId: `staff:${tapped.slot}` };
    const asked = await database().prisma.message.findUnique({ where: { shopId_channel_account_externalId: key } });
    return answerTo(turn, message, asked, tapped.value === "yes");
  }
  if (choice || items || attachments.length > 0 || text.trim() === "" || text.length > longestAnswer || /[?？]/.test(text)) return null;
  // Typed, it answers only what was said last, here; also "All right, we stay here" comes after the question.
  const asked = await database().prisma.message.findFirst({
    where: { shopId: message.shopId, identityId: message.identityId, author: { not: "shopper" }, seq: { lt: message.seq } },
    orderBy: { seq: "desc" },
  });
  const said = asked && declined.has(asked.id) ? null : (numbered(text) ?? yesNoIn(readSlotText(text), turn.language));
  return said ? answerTo(turn, message, asked, said === "yes") : null;
}

/** Mails show the two answers as a list. */
function numbered(text: string): "yes" | "no" | null {
  const number = /^\s*([12])\s*[.)]?\s*$/.exec(text)?.[1];
  return number ? (number === "1" ? "yes" : "no") : null;
}

function answerTo({ context }: Turn, message: Waiting, asked: Message | null, isYes: boolean): MoveAnswer | null {
  const move = (asked?.content as OutboundContent | undefined)?.move;
  if (!asked || !move || asked.author !== "staff" || asked.identityId !== message.identityId) return null;
  const isTheirs = context.members.some((one) => one.id === move.toId);
  const connected = context.accounts.some((one) => one.channel === move.channel);
  if (isYes && !(isTheirs && connected)) return null;
  return { question: { id: asked.id, move }, isYes, message };
}
