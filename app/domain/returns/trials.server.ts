import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import type { ReturnPolicy } from "./policy-types.ts";
import { type Decision, type TrialKind, type TrialLine, trialDays } from "./trial.ts";

/** How many differences a trial keeps; all are counted. */
const mostLines = 5_000;
const linesOfPage = 50;

export type Trial = {
  id: string;
  state: "running" | "done" | "failed";
  draft: ReturnPolicy;
  present: ReturnPolicy;
  version: number;
  by: string;
  since: Date;
  cursor: string | null;
  oldest: Date | null;
  reached: Date | null;
  orders: number;
  items: number;
  counts: Partial<Record<TrialKind, number>>;
  problem: string | null;
  startedAt: Date;
};

/** Puts a draft of the rules into the queue to be run over past orders; one that was running is given up. Null: no such shop. */
export async function beginTrial(shopId: string, draft: ReturnPolicy, by: string): Promise<string | null> {
  const shop = await database().prisma.shop.findFirst({ where: { id: shopId } });
  if (!shop) return null;
  const [id, at] = [newId(), now()];
  const since = new Date(at.getTime() - trialDays * 86_400_000);
  const row = {
    id,
    shopId,
    state: "running",
    draft,
    present: shop.returnPolicy ?? {},
    version: shop.policyVersion,
    by,
    since,
    startedAt: at,
  };
  await database().commit([
    update("PolicyTrial", { shopId, state: "running" }, { state: "failed", problem: "A newer trial was started.", finishedAt: at }),
    insert("PolicyTrial", row),
    nextPart(shopId, id),
  ]);
  return id;
}

export function nextPart(shopId: string, trialId: string): Write {
  return enqueue(shopId, "policy.trial", { trialId }, { key: `trial:${trialId}`, queue: `trial:${shopId}`, runAt: now() });
}

/** One trial of the shop, or its newest. */
export async function findTrial(shopId: string, id?: string): Promise<Trial | null> {
  const row = await database().prisma.policyTrial.findFirst({ where: { shopId, ...(id && { id }) }, orderBy: { startedAt: "desc" } });
  return row && ({ ...row, draft: row.draft, present: row.present, counts: row.counts } as unknown as Trial);
}

export type TrialPart = {
  lines: TrialLine[];
  orders: number;
  items: number;
  cursor: string | null;
  oldest: Date | null;
  reached: Date | null;
};

/** What one part of a trial found; without a cursor it was the last. */
export function trialWrites(shopId: string, trial: Trial, part: TrialPart): Write[] {
  const counts = { ...trial.counts };
  for (const { kind } of part.lines) counts[kind] = (counts[kind] ?? 0) + 1;
  const kept = Object.values(trial.counts).reduce((sum, count) => sum + count, 0);
  const at = now();
  const progress = {
    counts,
    cursor: part.cursor,
    orders: trial.orders + part.orders,
    items: trial.items + part.items,
    oldest: trial.oldest ?? part.oldest,
    reached: part.reached ?? trial.reached,
    ...(part.cursor === null && { state: "done", finishedAt: at }),
  };
  const lines = part.lines.slice(0, Math.max(0, mostLines - kept)).map((line, index) => {
    const values = { ...line, place: kept + index, before: line.before as object, after: line.after as object, createdAt: at };
    return insert("PolicyTrialLine", { id: newId(), shopId, trialId: trial.id, ...values });
  });
  return [update("PolicyTrial", { id: trial.id, shopId, state: "running", orders: trial.orders }, progress, 1), ...lines];
}

export function trialFailed(shopId: string, trialId: string, problem: string): Write {
  return update("PolicyTrial", { id: trialId, shopId, state: "running" }, { state: "failed", problem, finishedAt: now() });
}

export type StoredLine = {
  id: string;
  kind: TrialKind;
  orderName: string;
  item: string;
  before: Decision;
  after: Decision;
  askedAt: Date;
  hasReturn: boolean;
};

/** A page of a trial's differences, counted from 0, of one kind or of all. */
export async function trialLines(
  shopId: string,
  trialId: string,
  kind: string | null,
  page: number,
): Promise<{ lines: StoredLine[]; more: boolean }> {
  const rows = await database().prisma.policyTrialLine.findMany({
    where: { shopId, trialId, ...(kind && { kind }) },
    orderBy: { place: "asc" },
    skip: page * linesOfPage,
    take: linesOfPage + 1,
  });
  return { lines: rows.slice(0, linesOfPage) as unknown as StoredLine[], more: rows.length > linesOfPage };
}
