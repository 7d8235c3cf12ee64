import { adapters } from "#app/channels/registry.ts";
import { channelOf } from "#app/domain/conversations/messages.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { wasBegun } from "#app/domain/proactive/begin.server.ts";
import { hoursToRemind, reminderKey } from "#app/domain/proactive/remind.ts";
import { readProactive } from "#app/domain/proactive/settings.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";

/** A little less than was planned is enough: the clock of the channel is not ours. Milliseconds. */
const slack = 60_000;

/**
 * The hour at which a return that was left at a step is recalled. Looked at anew: who has gone on, or has written since, is left
 * alone until then; a case that is over, or in the hands of staff, is never recalled.
 */
export async function remindOfCase(shopId: string, caseId: string): Promise<Write[]> {
  const { prisma } = database();
  const shop = await prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } });
  const row = await prisma.case.findFirst({ where: { shopId, id: caseId, status: "open", owner: "assistant" } });
  const identity = row && (await prisma.identity.findFirst({ where: { shopId, id: row.identityId } }));
  const hours = shop && readProactive(shop.proactive).reminderHours;
  if (!identity || !row || !hours || (await wasBegun(shopId, reminderKey(caseId)))) return [];
  const members = await membersToTell(identity);
  const last = [...members].sort((one, other) => heard(other) - heard(one))[0] ?? identity;
  const channel = channelOf(last);
  const window = channel ? adapters[channel].capabilities.freeTextWindowHours : null;
  const due = Math.max(row.updatedAt.getTime(), heard(last)) + hoursToRemind(hours, window) * 3_600_000;
  if (due > now().getTime() + slack) return [remindAt(shopId, caseId, new Date(due))];
  const trigger = { kind: "remind" as const, caseId };
  return [enqueue(shopId, "turn", { identityId: last.id, trigger }, { runAt: now(), queue: `conversation:${identity.conversationId}` })];
}

const heard = ({ lastInboundAt }: { lastInboundAt: Date | null }): number => lastInboundAt?.getTime() ?? 0;

function remindAt(shopId: string, caseId: string, runAt: Date): Write {
  return enqueue(shopId, "proactive.remind", { caseId }, { runAt, key: `remind:${caseId}` });
}
