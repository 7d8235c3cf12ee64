/** One automatic answer that went to a correspondent, with the mail it answered. */
export type AutomaticAnswer = { at: Date; received: string; sent: string };

export type LoopVerdict = { allowed: true } | { allowed: false; because: "automatic" | "hourly-cap" | "daily-cap" | "repeated-body" };

/** `perHourProven`: no machine presses the button that proves a mailbox, and a return by mail with a correction takes more than five answers. */
export const automaticAnswerCaps = { perHour: 5, perHourProven: 15, perDay: 20, sameBody: 2 } as const;
/** Below this a repeated text is a person who says "yes" at each step. */
const wordyLength = 40;
const hour = 3_600_000;

/**
 * Whether the assistant may answer a mail by itself. `recent` holds its answers to this correspondent of the last day.
 * When the same words came in, or would go out, for the third time, two machines are talking to each other.
 */
export function mayAnswerAutomatically(
  mail: { automatic: boolean; received: string; answer: string; proven?: boolean },
  recent: AutomaticAnswer[],
  now: Date,
): LoopVerdict {
  if (mail.automatic) return { allowed: false, because: "automatic" };
  const within = (span: number) => recent.filter((one) => now.getTime() - one.at.getTime() < span);
  const today = within(24 * hour);
  const perHour = mail.proven ? automaticAnswerCaps.perHourProven : automaticAnswerCaps.perHour;
  if (within(hour).length >= perHour) return { allowed: false, because: "hourly-cap" };
  if (today.length >= automaticAnswerCaps.perDay) return { allowed: false, because: "daily-cap" };
  const received = essence(mail.received);
  const answer = essence(mail.answer);
  const sameIn = (one: AutomaticAnswer) => received.length >= wordyLength && essence(one.received) === received;
  const same = today.filter((one) => sameIn(one) || (answer && essence(one.sent) === answer));
  return same.length >= automaticAnswerCaps.sameBody ? { allowed: false, because: "repeated-body" } : { allowed: true };
}

/** Ticket numbers, dates and spacing change from one machine's mail to its next; the words do not. */
export function essence(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\p{N}\p{P}\p{S}\s]+/gu, " ")
    .trim();
}
