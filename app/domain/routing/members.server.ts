import { audit, bumpRevision } from "#app/domain/staff/conversation.server.ts";
import { liveStatuses } from "#app/domain/staff/staff-cases.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, insert, remove, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { StaffMember } from "../../../prisma/generated/client.ts";
import type { MemberInput } from "./member-form.ts";
import { findPersonFor, lookAtQueue } from "./staff.server.ts";

const mostMembers = 100;

type SaveMember = { outcome: "saved"; id: string } | { outcome: "not-found" } | { outcome: "name-taken" } | { outcome: "too-many" };

/** Adds somebody, or changes whom this id names; their cases go along with a new name. What waits is looked at again. */
export async function saveMember(shopId: string, memberId: string | null, input: MemberInput, by: string): Promise<SaveMember> {
  const { prisma } = database();
  const known = memberId === null ? null : await findMember(shopId, memberId);
  if (memberId !== null && !known) return { outcome: "not-found" };
  const namesake = await prisma.staffMember.findFirst({ where: { shopId, name: input.name } });
  if (namesake && namesake.id !== memberId) return { outcome: "name-taken" };
  if (!known && (await prisma.staffMember.count({ where: { shopId } })) >= mostMembers) return { outcome: "too-many" };
  const id = known?.id ?? newId();
  const { hours, ...values } = input;
  const write = known
    ? update("StaffMember", { id, shopId }, { ...values, hours: hours ?? (null as never) }, 1)
    : insert("StaffMember", { id, shopId, ...values, ...(hours && { hours }), away: false, createdAt: now() });
  const renamed = known && known.name !== input.name ? reassign(shopId, known.name, input.name) : [];
  await database().commit([write, ...renamed, lookAtQueue(shopId), log(shopId, by, known ? "member.changed" : "member.added", id)]);
  return { outcome: "saved", id };
}

/** Their open cases wait for somebody else, and where notes name them only their name is left. False for another shop's. */
export async function removeMember(shopId: string, memberId: string, by: string): Promise<boolean> {
  const known = await findMember(shopId, memberId);
  if (!known) return false;
  await database().commit([
    ...(await putBack(known, { answered: true })),
    remove("StaffMember", { id: memberId, shopId }),
    remove("Mention", { memberId, shopId }),
    log(shopId, by, "member.removed", memberId),
  ]);
  return true;
}

/** `putBack`: what nobody has answered yet goes to somebody else. Who comes back is given what waits. False for another shop's. */
export async function setAway(
  shopId: string,
  memberId: string,
  away: boolean,
  options: { putBack: boolean },
  by: string,
): Promise<boolean> {
  const known = await findMember(shopId, memberId);
  if (!known) return false;
  await database().commit([
    update("StaffMember", { id: memberId, shopId }, { away }, 1),
    ...(away && options.putBack ? await putBack(known, { answered: false }) : []),
    ...(away ? [] : [lookAtQueue(shopId)]),
    log(shopId, by, away ? "member.away" : "member.back", memberId),
  ]);
  return true;
}

function findMember(shopId: string, id: string): Promise<StaffMember | null> {
  return database().prisma.staffMember.findFirst({ where: { id, shopId } });
}

/** Takes a person's open cases from them, and has somebody else found. `answered`: also those that a person has answered last. */
async function putBack({ shopId, name }: StaffMember, { answered }: { answered: boolean }): Promise<Write[]> {
  const { prisma } = database();
  const cases = await prisma.case.findMany({
    where: { shopId, owner: "staff", status: { in: [...liveStatuses] }, assignee: name },
    orderBy: { openedAt: "asc" },
  });
  const identities = await prisma.identity.findMany({ where: { shopId, id: { in: cases.map((row) => row.identityId) } } });
  const conversations = await prisma.conversation.findMany({ where: { shopId, id: { in: identities.map((one) => one.conversationId) } } });
  return cases.flatMap((row) => {
    const identity = identities.find((one) => one.id === row.identityId);
    const conversation = conversations.find((one) => one.id === identity?.conversationId);
    if (!conversation || (!answered && conversation.lastAuthor === "staff")) return [];
    return [
      update("Case", { id: row.id, shopId, version: row.version }, { assignee: null, version: increment() }, 1),
      findPersonFor(shopId, row.id),
      audit(shopId, name, "gave-back", conversation.id, { caseId: row.id }),
      ...bumpRevision(conversation),
    ];
  });
}

/** Theirs are also those that they have closed: the shopper's next words about one find them again. */
function reassign(shopId: string, from: string, to: string): Write[] {
  return [
    update("Case", { shopId, assignee: from }, { assignee: to, version: increment() }),
    update("Case", { shopId, heldBy: from }, { heldBy: to, version: increment() }),
  ];
}

function log(shopId: string, by: string, action: string, memberId: string): Write {
  return audit(shopId, by, action, `member:${memberId}`);
}

/** To whom a case can be given by hand; with nobody named, to whoever signs. */
export function peopleToGive(shopId: string): Promise<{ id: string; name: string; away: boolean; teams: unknown }[]> {
  return database().prisma.staffMember.findMany({
    where: { shopId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true, away: true, teams: true },
  });
}
