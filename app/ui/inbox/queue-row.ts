import { withoutMarks } from "#app/channels/whatsapp/marks.ts";
import type { InboxEntry } from "#app/domain/conversations/inbox.server.ts";
import { type Timer, timerOf } from "#app/domain/staff/reply-times.ts";
import { sayBack, sayDuration, sayWhen } from "#app/ui/when.ts";
import { caseStatus, caseTopic, nextStep, shopperName } from "#app/ui/words.ts";
import type { QueueRow } from "./queue.tsx";

/** How long the shopper may still wait, or waits too long. */
function sayDue({ state, minutes }: Timer): QueueRow["due"] {
  const long = sayDuration(minutes * 60_000);
  return { state, text: state === "late" ? `${long} late` : `${long} left` };
}

/** How it ended; a case of which nobody said so was the assistant's, or closed without a word. */
const sayClosed = (row: NonNullable<InboxEntry["closed"]>) =>
  [row.outcome ? caseStatus(row) : "Closed", row.heldBy && `was with ${row.heldBy}`].filter(Boolean).join(", ");

/** One conversation in the three lines of the queue; `warn`: so many minutes before its time is over. */
export function queueRow(entry: InboxEntry, now: Date, timeZone: string, warn?: number): QueueRow {
  const { mention, closed } = entry;
  const about = entry.focus ?? closed ?? null;
  const words = entry.lastChannel === "whatsapp" ? withoutMarks(entry.lastMessage) : entry.lastMessage;
  const preview = words.replace(/\s+/g, " ").trim() || "Sent something without words";
  return {
    conversationId: entry.conversationId,
    revision: entry.revision,
    caseId: about?.id ?? null,
    name: shopperName(entry.identities),
    channel: entry.lastChannel,
    when: sayWhen(mention?.at ?? closed?.closedAt ?? entry.lastMessageAt, now, timeZone),
    // Whom a note names wants to read the note.
    topic: about && !mention ? caseTopic(about) : "",
    preview: mention
      ? `${mention.by}: ${mention.text.replace(/\s+/g, " ")}`
      : entry.lastAuthor === "shopper"
        ? preview
        : `${entry.lastAuthor === "staff" ? "Staff" : "Assistant"}: ${preview}`,
    next: closed ? sayClosed(closed) : entry.focus?.urgent ? `Urgent: ${nextStep(entry)}` : nextStep(entry),
    unread: mention?.unread ?? entry.unread,
    snoozed: entry.snoozedUntil && entry.snoozedUntil > now ? `Back ${sayBack(entry.snoozedUntil, now, timeZone)}` : null,
    due: entry.focus?.dueAt ? sayDue(timerOf(entry.focus.dueAt, now, warn)) : null,
    waiting: entry.focus !== null && (entry.focus.owner === "staff" || entry.focus.status === "escalated") && entry.lastAuthor !== "staff",
  };
}
