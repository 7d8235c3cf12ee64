/**
 * How far an inbox was read. UIDs grow within one UIDVALIDITY; when the server changes that, it has numbered its mails
 * anew and all of them are looked through again.
 */
export type MailPosition = {
  uidValidity: string;
  lastUid: number;
  /** ISO 8601: when the inbox was connected. Older mail was never ours to answer. */
  since: string;
  /** Mails below this UID are part of a rescan and taken only when they came after `since`. */
  rescanBelow: number;
};

/** Clocks of two machines differ; mail that came this long before the connection still counts as new in a rescan. */
const clockDifference = 10 * 60_000;

/** Where to go on: behind the last mail handed over, at the present end on first sight, at the start after renumbering. */
export function positionOf(stored: MailPosition | null, mailbox: { uidValidity: string; uidNext: number }, now: Date): MailPosition {
  const { uidValidity, uidNext } = mailbox;
  if (!stored) {
    const since = new Date(now.getTime() - clockDifference).toISOString();
    return { uidValidity, lastUid: Math.max(0, uidNext - 1), since, rescanBelow: 0 };
  }
  if (stored.uidValidity === uidValidity) return stored;
  return { uidValidity, lastUid: 0, since: stored.since, rescanBelow: uidNext };
}

export function nextPosition(position: MailPosition, uid: number): MailPosition {
  return { ...position, lastUid: Math.max(position.lastUid, uid) };
}
