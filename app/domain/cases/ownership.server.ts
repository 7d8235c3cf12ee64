import { dropDraftOf } from "#app/domain/reply-drafts/draft.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, insert, notify, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { caseEventWrites } from "./case-events.server.ts";

/** A person has begun to answer: the assistant is silent in the open cases of this conversation from now on. */
export async function takeCasesOver(shopId: string, conversationId: string, by: string): Promise<Write[]> {
  const members = await database().prisma.identity.findMany({ where: { shopId, conversationId }, select: { id: true } });
  const open = await openCases(shopId, members);
  const taken = open.filter((one) => one.owner !== "staff");
  const change = { owner: "staff", assignee: by };
  return [
    ...open.map((one) => dropDraftOf(shopId, one.id)),
    ...open.map((one) =>
      update("Case", { id: one.id, shopId }, { ...(one.owner === "staff" ? {} : { ...change, updatedAt: now() }), dueAt: null }),
    ),
    ...(await caseEventWrites(
      shopId,
      taken.map((one) => ({ before: one, after: { ...one, ...change } })),
    )),
    update("Conversation", { id: conversationId, shopId }, { revision: increment() }),
    insert("Audit", {
      id: newId(),
      shopId,
      at: now(),
      actor: by,
      action: "took-over",
      subject: conversationId,
      detail: { cases: open.length },
    }),
    notify({ topic: "conversation", shopId, conversationId }),
  ];
}

/** Cases of these identities that are not over, newest change first. */
export async function openCases(shopId: string, identities: { id: string }[]) {
  return database().prisma.case.findMany({
    where: { shopId, identityId: { in: identities.map((identity) => identity.id) }, status: { in: ["open", "working", "escalated"] } },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
  });
}
