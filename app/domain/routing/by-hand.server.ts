import { caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import { audit, bumpRevision, findOpenConversation } from "#app/domain/staff/conversation.server.ts";
import { assignToStaff } from "#app/domain/staff/take-over.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update } from "#app/platform/db/writes.ts";
import { readCaseRouting } from "./case-routing.ts";

/** Gives all open cases of a conversation to a member, whoever has them and wherever they wait. False where either is not of this shop. */
export async function assignByHand(shopId: string, conversationId: string, memberId: string, by: string): Promise<boolean> {
  const member = await database().prisma.staffMember.findFirst({ where: { id: memberId, shopId } });
  const open = member && (await findOpenConversation(shopId, conversationId));
  if (!member || !open) return false;
  const { writes, changes } = assignToStaff(open, member.name);
  const told = await caseEventWrites(
    shopId,
    changes.map((change) => ({ ...change, assigned: true })),
  );
  const why = [`${by} gave it to ${member.name} by hand.`];
  await database().commit([
    ...writes,
    ...open.cases.map((row) =>
      update("Case", { id: row.id, shopId }, { routing: { ...readCaseRouting(row.routing), to: member.name, why } as never }),
    ),
    ...told,
    ...bumpRevision(open.conversation),
    audit(shopId, by, "passed-on", conversationId),
    audit(shopId, member.name, "was-given", conversationId),
  ]);
  return true;
}
