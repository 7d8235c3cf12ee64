import { compactReply } from "#app/channels/compact.ts";
import { type Choice, isOutbound, type MessageContent } from "#app/channels/message.ts";
import { database } from "#app/platform/db/database.server.ts";
import { foldText } from "./local/fold-text.ts";
import { activeCases, type Turn } from "./turn.ts";

/** Where digits are what is asked for, they are no place in a list. */
const digitsAsked = ["quantity", "code", "contact", "address"];

/** "2", when the last answer on this channel had a second choice: mails invite to answer so, and chats number what their buttons cut off. */
export async function numberedChoice(turn: Turn, written: string): Promise<Choice | undefined> {
  const number = numberAlone(written, turn.channel === "email");
  if (!number || digitsAsked.includes(activeCases(turn)[0]?.expecting ?? "")) return undefined;
  const last = await database().prisma.message.findFirst({
    where: { shopId: turn.context.shop.id, identityId: turn.identity.id, channel: turn.channel, author: "assistant", deletedAt: null },
    orderBy: { seq: "desc" },
    select: { content: true },
  });
  const content = last?.content as MessageContent | undefined;
  return content && isOutbound(content) ? compactReply(content.blocks).choices[Number(number) - 1] : undefined;
}

/** Said behind an answer, and no part of it. Folded. */
const courtesies = new Set(
  (
    "thanks thank you many so much very best kind kindest warm regards wishes cheers sincerely yours greetings all the in advance " +
    "danke vielen dank schon schonen besten herzlichen mit freundlichen liebe viele beste schone herzliche freundliche grusse gruße gruss gruß grussen grußen lg mfg vg im voraus " +
    "merci beaucoup bien cordialement a vous avance d bonne journee salutations sinceres " +
    "gracias muchas un saludo saludos cordial cordiales atentamente grazie mille cordiali distinti saluti saluto " +
    "obrigado obrigada muito cumprimentos atenciosamente melhores abraco bedankt alvast je u wel met vriendelijke groet groeten hartelijke mvg"
  ).split(" "),
);
const longestCourtesy = 4;
const signatureLines = 4;
const name = /^\s*\p{Lu}[\p{L}\p{M}.'’-]*(?:[ \t]+\p{Lu}[\p{L}\p{M}.'’-]*){0,2}\s*$/u;

function isCourtesy(line: string): boolean {
  const words = foldText(line).match(/\p{L}+/gu) ?? [];
  return !/[\d?]/.test(line) && words.length > 0 && words.length <= longestCourtesy && words.every((word) => courtesies.has(word));
}

/**
 * "2.", with nothing else than thanks, or in a mail who sends it: below thanks or a greeting a name may stand. "1" and then "no wait" is
 * no choice.
 */
function numberAlone(written: string, isMail: boolean): string | undefined {
  const [first = "", ...below] = written.split("\n").filter((line) => line.trim());
  const [closing, ...names] = below;
  const isSigned = below.length <= signatureLines && (closing === undefined || isCourtesy(closing));
  const isNamed = names.every((line) => isCourtesy(line) || (isMail && name.test(line)));
  return isSigned && isNamed ? /^\s*(\d{1,2})\s*[.)]?\s*$/.exec(first)?.[1] : undefined;
}
