import { compactReply } from "#app/channels/compact.ts";
import { type Choice, isOutbound, type MessageContent } from "#app/channels/message.ts";
import { database } from "#app/platform/db/database.server.ts";
import { activeCases, type Turn } from "./turn.ts";

/** Where digits are what is asked for, they are no place in a list. */
const digitsAsked = ["quantity", "code", "contact", "address"];

/** "2", when the last answer on this channel had a second choice: mails invite to answer so, and chats number what their buttons cut off. */
export async function numberedChoice(turn: Turn, written: string): Promise<Choice | undefined> {
  const number = numberAlone(written);
  if (!number || digitsAsked.includes(activeCases(turn)[0]?.expecting ?? "")) return undefined;
  const last = await database().prisma.message.findFirst({
    where: { shopId: turn.context.shop.id, identityId: turn.identity.id, channel: turn.channel, author: "assistant", deletedAt: null },
    orderBy: { seq: "desc" },
    select: { content: true },
  });
  const content = last?.content as MessageContent | undefined;
  return content && isOutbound(content) ? compactReply(content.blocks).choices[Number(number) - 1] : undefined;
}

/** Mails end in a greeting and a name: a few short lines that ask and count nothing. */
const signatureLines = 4;
const signature = /^\s*[^\d?\s]+(?:[ \t]+[^\d?\s]+){0,2}\s*$/;

/** "2.", with nothing else than who sends it. */
function numberAlone(written: string): string | undefined {
  const [first = "", ...below] = written.split("\n").filter((line) => line.trim());
  const isSigned = below.length <= signatureLines && below.every((line) => signature.test(line));
  return isSigned ? /^\s*(\d{1,2})\s*[.)]?\s*$/.exec(first)?.[1] : undefined;
}
