import { audit } from "#app/domain/staff/conversation.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { remove, update, type Write } from "#app/platform/db/writes.ts";
import { lanes, type Tasks } from "#app/platform/jobs/tasks.ts";

/** A job that was given up after its last attempt. */
export type StuckWork = {
  id: number;
  task: string;
  attempts: number;
  lastTriedAt: Date;
  /** The name of the error, for whoever looks after the installation. */
  error: string | null;
  /** Whose conversation waits for it; null when it is nobody's. */
  conversationId: string | null;
};

const pageSize = 50;
const dead = (shopId: string) => ({ shopId, state: "dead" });

export function countStuckWork(shopId: string): Promise<number> {
  return database().prisma.job.count({ where: dead(shopId) });
}

/** The newest first, at most 50. */
export async function readStuckWork(shopId: string): Promise<StuckWork[]> {
  const jobs = await database().prisma.job.findMany({ where: dead(shopId), orderBy: { id: "desc" }, take: pageSize });
  return Promise.all(
    jobs.map(async ({ id, task, attempts, runAt, lastError, payload }) => ({
      id,
      task,
      attempts,
      lastTriedAt: runAt,
      error: lastError,
      conversationId: await conversationBehind(shopId, payload as Partial<AnyPayload>),
    })),
  );
}

/** Puts one piece of stuck work, or all of it, back into the queue with all its attempts. Returns how many. */
export async function retryStuckWork(shopId: string, by: string, id?: number): Promise<number> {
  const put = update("Job", { ...dead(shopId), ...(id === undefined ? {} : { id }) }, { state: "waiting", attempts: 0, runAt: now() });
  const committed = database().commit([put, audit(shopId, by, "stuck-work.retried", id === undefined ? "all" : String(id))]);
  database().jobsEnqueued(lanes.map((lane) => ({ shopId, lane, runAt: now() })));
  const [count = 0] = await committed;
  return count;
}

/** Gives one piece of stuck work up for good. */
export async function dismissStuckWork(shopId: string, by: string, id: number): Promise<number> {
  const writes: Write[] = [remove("Job", { ...dead(shopId), id }), audit(shopId, by, "stuck-work.dismissed", String(id))];
  const [count = 0] = await database().commit(writes);
  return count;
}

type AnyPayload = Tasks["turn"] & Tasks["delivery.plan"] & Tasks["delivery.send"] & Tasks["effect.run"];

async function conversationBehind(shopId: string, payload: Partial<AnyPayload>): Promise<string | null> {
  const { prisma } = database();
  const identityId =
    payload.identityId ??
    (payload.messageId && (await prisma.message.findFirst({ where: { shopId, id: payload.messageId } }))?.identityId) ??
    (payload.deliveryId && (await prisma.delivery.findFirst({ where: { shopId, id: payload.deliveryId } }))?.identityId) ??
    (payload.effectId && (await identityOfEffect(shopId, payload.effectId)));
  if (!identityId) return null;
  return (await prisma.identity.findFirst({ where: { shopId, id: identityId } }))?.conversationId ?? null;
}

async function identityOfEffect(shopId: string, effectId: string): Promise<string | undefined> {
  const { prisma } = database();
  const effect = await prisma.effect.findFirst({ where: { shopId, id: effectId } });
  return effect ? (await prisma.case.findFirst({ where: { shopId, id: effect.caseId } }))?.identityId : undefined;
}
