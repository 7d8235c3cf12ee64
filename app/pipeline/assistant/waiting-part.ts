import type { InboundContent } from "#app/channels/message.ts";

type Written = { identityId: string; content: unknown };

/**
 * What one turn reads of the messages that wait, oldest first; the rest has turns of its own, at once. A tap is an answer by
 * itself, whatever is written before or behind it; the same one twice is one. While a question stands open (`asked`), words
 * on one channel may answer it, and what comes from another channel meanwhile must not bury them.
 */
export function firstPart<T extends Written>(waiting: T[], asked: boolean): T[] {
  const [first] = waiting;
  if (!first) return [];
  const end = waiting.findIndex((one) => !belongsTogether(first, one, asked));
  return end === -1 ? waiting : waiting.slice(0, end);
}

function belongsTogether(first: Written, other: Written, asked: boolean): boolean {
  if (tapOf(first) !== tapOf(other)) return false;
  return !asked || first.identityId === other.identityId;
}

/** What was tapped or sent as a form, as one text; undefined for words. */
function tapOf({ content }: Written): string | undefined {
  const { choice, items } = content as InboundContent;
  return items ? JSON.stringify(items) : choice?.id;
}
