import { readReplyTimes } from "#app/domain/staff/reply-times.ts";
import { liveStatuses } from "#app/domain/staff/staff-cases.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import type { Staff } from "./choose.ts";
import { readMember } from "./members.ts";
import { type Routing, readRouting } from "./settings.ts";

/** A shop's people with how much each has now, its teams and rules, and its clock. Null for a shop that is gone. */
export async function loadStaff(shopId: string): Promise<(Staff & { routing: Routing }) | null> {
  const { prisma } = database();
  const shop = await prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } });
  if (!shop) return null;
  const rows = await prisma.staffMember.findMany({ where: { shopId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const routing = readRouting(shop.routing);
  const { hours } = readReplyTimes(shop.replyTimes);
  const open = rows.length > 0 ? await openCounts(shopId) : new Map<string, number>();
  const members = rows.map((row) => readMember(row, open.get(row.name) ?? 0));
  return { routing, members, teams: routing.teams, clock: { at: now(), timeZone: shop.timeZone, ...(hours && { hours }) } };
}

/** By name, how many cases that are not over each person has. */
async function openCounts(shopId: string): Promise<Map<string, number>> {
  const where = { shopId, owner: "staff", status: { in: [...liveStatuses] }, assignee: { not: null } };
  const groups = await database().prisma.case.groupBy({ by: ["assignee"], where, _count: true });
  return new Map(groups.map((group) => [group.assignee ?? "", group._count]));
}

/** By team, how many cases wait for somebody of it. */
export async function waitingForTeams(shopId: string): Promise<Map<string, number>> {
  const where = { shopId, owner: "staff", status: { in: [...liveStatuses] }, assignee: null, teamId: { not: null } };
  const groups = await database().prisma.case.groupBy({ by: ["teamId"], where, _count: true });
  return new Map(groups.map((group) => [group.teamId ?? "", group._count]));
}

const queueOf = (shopId: string) => `routing:${shopId}`;

/** Finds a person for a case, after what is committed with it. One case of a shop after the other, so that turns are kept. */
export function findPersonFor(shopId: string, caseId: string): Write {
  return enqueue(shopId, "routing.assign", { caseId }, { runAt: now(), key: `routing:${caseId}`, queue: queueOf(shopId) });
}

/** Goes through all that waits for a person: now, or at a later time, to the minute. */
export function lookAtQueue(shopId: string, later?: Date): Write {
  const minute = later && new Date(Math.ceil(later.getTime() / 60_000) * 60_000);
  const key = `routing-queue:${shopId}:${minute?.toISOString() ?? "now"}`;
  return enqueue(shopId, "routing.queue", {}, { runAt: minute ?? now(), key, queue: queueOf(shopId) });
}
