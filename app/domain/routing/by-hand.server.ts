import { caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import { audit, bumpRevision, findOpenConversation, type OpenConversation } from "#app/domain/staff/conversation.server.ts";
import { assignToStaff } from "#app/domain/staff/take-over.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import { readCaseRouting } from "./case-routing.ts";

/** Gives all open cases of a conversation to a member, whoever has them and wherever they wait. False where either is not of this shop. */
export async function assignByHand(shopId: string, conversationId: string, memberId: string, by: string): Promise<boolean> {
  const member = await database().prisma.staffMember.findFirst({ where: { id: memberId, shopId } });
  const open = member && (await findOpenConversation(shopId, conversationId));
  if (!member || !open) return false;
  await database().commit(await giveWrites(shopId, open, member.name, by));
  return true;
}

/** The writes that give a conversation's open cases to the person of this name; whoever gives them to themselves has taken them. */
export async function giveWrites(shopId: string, open: OpenConversation, to: string, by: string): Promise<Write[]> {
  const { id } = open.conversation;
  const { writes, changes } = assignToStaff(open, to);
  const given = to !== by;
  const told = await caseEventWrites(
    shopId,
    changes.map((change) => ({ ...change, assigned: given })),
  );
  const why = [`${by} gave it to ${to} by hand.`];
  const routed = open.cases.map((row) =>
    update("Case", { id: row.id, shopId }, { routing: { ...readCaseRouting(row.routing), to, why } as never }),
  );
  return [
    ...writes,
    ...(given ? routed : []),
    ...told,
    ...bumpRevision(open.conversation),
    ...(given ? [audit(shopId, by, "passed-on", id), audit(shopId, to, "was-given", id)] : [audit(shopId, by, "took-over", id)]),
  ];
}
