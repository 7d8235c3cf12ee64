import type { Block } from "#app/channels/message.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { longestCounted } from "./rhythm.ts";

/** What a template's variables may be filled with; which of them it takes, and in which order, the merchant says. */
export type TemplateWords = { order: string; news: string };

/** What came of what staff have done themselves: told while they have the case, and while the assistant is paused. */
export const staffDidKind = "staff-did";

export type ToBegin = {
  /**
   * Makes it once: of two messages of a shop with the same key the second is never said, whoever plans it, however often.
   * Name the thing and what is told of it, "label-reminder:<return id>".
   */
  key: string;
  /** What it is, for the log and for staff: "label-reminder". */
  kind: string;
  /** In the shopper's language. It may be said hours later: name days by their date, not as "tomorrow". */
  blocks: Block[];
  /** What the merchant's WhatsApp template says of it where free text may not be sent; null: no template is used. */
  template: TemplateWords | null;
  /** Needs the shopper now: neither quiet hours nor the cap hold it back. */
  urgent: boolean;
  /** Counts towards the cap of what is begun; what continues something the shopper asked for does not. */
  counted: boolean;
  /** The case it is about. While staff have a case of this shopper it is not said. */
  ofCase?: string;
  /** Read again when it is said: an order that is gone or was cancelled since is not spoken of. */
  orderId?: string;
  /** The earliest moment; now where absent. */
  at?: Date;
  /**
   * Where no way leads to the shopper: "staff" puts it into the thread as not delivered, with the reason, and marks the
   * conversation as unread; "wait" says it with the shopper's next message; "drop" forgets it.
   */
  ifUnreachable: "staff" | "wait" | "drop";
  /** Only where free text may be sent, unless the shopper has asked for messages that we begin. */
  onlyInWindow: boolean;
  /** Through which identity of the conversation it was thought of; the one heard last where absent. */
  identityId?: string;
};

/**
 * The one door for everything that we begin. Gives back the writes that plan it, for the caller's own commit; the job
 * `proactive.say` then looks at what stands against it (consent, staff, pause, cap, quiet hours, the order), chooses the way
 * (the channel the shopper prefers, else the one they wrote on last; free text in its window, else the template, else mail)
 * and says it. Nothing is written when nobody of the conversation can be written to.
 */
export async function planProactive(shopId: string, conversationId: string, message: ToBegin): Promise<Write[]> {
  const identityId = message.identityId ?? (await heardLast(shopId, conversationId));
  if (!identityId || message.blocks.length === 0) return [];
  const id = newId();
  const { key, kind, blocks, template, urgent, counted, ofCase, orderId, ifUnreachable, onlyInWindow } = message;
  const row = {
    id,
    shopId,
    key,
    identityId,
    kind,
    blocks,
    ...(template && { template }),
    urgent,
    counted,
    caseId: ofCase,
    orderId,
    ifUnreachable,
    onlyInWindow,
    state: "planned",
    createdAt: now(),
  };
  return [insert("Begun", row, { ifAbsent: true }), sayJob(shopId, id, conversationId, message.at ?? now())];
}

/** One at a time with the turns of the conversation, so that two cannot both find the cap free. */
export function sayJob(shopId: string, begunId: string, conversationId: string, runAt: Date): Write {
  return enqueue(shopId, "proactive.say", { begunId }, { runAt, queue: `conversation:${conversationId}` });
}

/** The shopper has written: what waited for that is said now. */
export async function sayWhatWaited(shopId: string, conversationId: string, identityIds: string[]): Promise<Write[]> {
  const waiting = await database().prisma.begun.findMany({
    where: { shopId, identityId: { in: identityIds }, state: "waiting" },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return waiting.map(({ id }) => sayJob(shopId, id, conversationId, now()));
}

/** When messages that count were begun to these identities lately; `before`: only those planned before this one. */
export async function begunLately(shopId: string, identityIds: string[], before?: string): Promise<Date[]> {
  const since = new Date(now().getTime() - longestCounted);
  const rows = await database().prisma.begun.findMany({
    where: {
      shopId,
      identityId: { in: identityIds },
      counted: true,
      createdAt: { gt: new Date(since.getTime() - longestCounted) },
      OR: [{ state: "said" }, { state: "planned", ...(before && { id: { lt: before } }) }],
    },
    select: { id: true, createdAt: true, saidAt: true },
  });
  return rows.filter((row) => row.id !== before).map((row) => row.saidAt ?? row.createdAt);
}

/** Whether something of this key was begun before, or is about to be. */
export async function wasBegun(shopId: string, key: string): Promise<boolean> {
  return (await database().prisma.begun.findFirst({ where: { shopId, key }, select: { id: true } })) !== null;
}

async function heardLast(shopId: string, conversationId: string): Promise<string | undefined> {
  const identities = await database().prisma.identity.findMany({ where: { shopId, conversationId } });
  const time = (at: Date | null) => at?.getTime() ?? 0;
  return [...identities].sort((one, other) => time(other.lastInboundAt) - time(one.lastInboundAt))[0]?.id;
}
