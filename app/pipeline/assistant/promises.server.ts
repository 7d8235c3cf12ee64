import { type Block, plainText } from "#app/channels/message.ts";
import { dayOf } from "#app/domain/promises/days.ts";
import { clockFor, promiseWrites } from "#app/domain/promises/ledger.server.ts";
import { type Promised, readPromises } from "#app/domain/promises/read.ts";
import { expectationOf, readReplyTimes } from "#app/domain/staff/reply-times.ts";
import type { Write } from "#app/platform/db/writes.ts";
import type { CaseRow } from "./context.server.ts";
import { sayExpectation } from "./expectation.ts";
import { dueFrom, type Turn } from "./turn.ts";

/** `plain`: our own sentences, before a model words them. `about`: the case that the answer belongs to. */
export type SaidInTurn = { plain: string; blocks: Block[]; about: CaseRow | undefined };

/**
 * What an answer of the assistant's promises. When a person answers is known without reading it; anything else is read in its
 * words, where they are about somebody's order: of the shop's rules, which also name days, nothing is promised to anybody.
 */
export function promisesOfTurn(turn: Turn, messageId: string, { plain, blocks, about }: SaidInTurn): Write[] {
  const { shop, conversation } = turn.context;
  const clock = clockFor(shop, turn.now);
  const read = about?.orderId ? readPromises(plainText({ blocks }), clock) : [];
  const answer = expected(turn, plain);
  const made = [...read.filter((one) => !(answer && one.about === "answer")), ...(answer ? [answer] : [])];
  const said = { messageId, identityId: turn.identity.id, conversationId: conversation.id, caseId: about?.id, orderId: about?.orderId };
  return promiseWrites(shop.id, said, made, "assistant", clock);
}

/** "Usually within 30 minutes", "Our team is back on Monday at 09:00": by the shop's reply time, or on the day that was named. */
function expected(turn: Turn, plain: string): Promised | null {
  const words = sayExpectation(turn);
  if (!words || !plain.includes(words)) return null;
  const { shop } = turn.context;
  const dueAt = dueFrom(turn);
  if (dueAt) return { about: "answer", dueAt, wholeDay: false };
  const when = expectationOf(readReplyTimes(shop.replyTimes), turn.channel, turn.now, shop.timeZone);
  return when?.kind === "closed" ? { about: "answer", ...dayOf(when.opens, shop.timeZone) } : null;
}
