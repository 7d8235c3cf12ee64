import { caseEventWrites, waitingNotice } from "#app/domain/cases/case-events.server.ts";
import { audit, bumpRevision } from "#app/domain/staff/conversation.server.ts";
import { now } from "#app/platform/clock.ts";
import { increment, notify, update, type Write } from "#app/platform/db/writes.ts";
import type { Case } from "../../../prisma/generated/client.ts";
import { type CaseRouting, readCaseRouting } from "./case-routing.ts";
import type { Chosen } from "./choose.ts";
import { sayWhy } from "./say-why.ts";

/**
 * Gives a case to the chosen person, or puts it into its queue; with why. The case's version is the fence: had anybody taken it
 * meanwhile, nothing of this would stand. `order`: of several that are given in one commit, so that turns are kept.
 */
export async function giveCase(
  shopId: string,
  row: Case,
  conversationId: string,
  chosen: Chosen,
  known: CaseRouting,
  order = 0,
): Promise<Write[]> {
  const { id, version } = row;
  const { member, teamId, urgent } = chosen;
  const at = new Date(now().getTime() + order);
  const routing: CaseRouting = { ...readCaseRouting(row.routing), ...known, to: member?.name ?? null, why: sayWhy(chosen.why) };
  const change = { teamId, urgent, routing, ...(member && { owner: "staff", assignee: member.name }) };
  const told = member ? await caseEventWrites(shopId, [{ before: row, after: { ...row, ...change }, assigned: true }]) : [];
  return [
    update("Case", { id, shopId, version }, { ...change, version: increment() }, 1),
    ...(member ? [update("StaffMember", { id: member.id, shopId }, { lastAssignedAt: at })] : []),
    ...(member ? [audit(shopId, member.name, "was-given", conversationId, { caseId: id })] : []),
    ...told,
    waitingNotice(shopId, row, conversationId, member?.name ?? null),
    // Who has it is another one than open tabs have seen; where it only waits, a turn under way need not think again.
    ...(member ? bumpRevision({ id: conversationId, shopId }) : [notify({ topic: "conversation", shopId, conversationId })]),
  ];
}
