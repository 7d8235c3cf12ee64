import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { StaleWrite, type Write } from "#app/platform/db/writes.ts";
import { type JobContext, RunAgain } from "#app/platform/jobs/runner.server.ts";
import type { TurnTrigger } from "#app/platform/jobs/tasks.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { escalate, leaveToStaff } from "./escalate.ts";
import { phrase } from "./phrases.ts";
import { beginTurn, finish } from "./run-turn.server.ts";
import type { TurnServices } from "./services.ts";
import { sentence } from "./texts/catalogue.ts";
import { activeCases, openCase, sayText, type Turn } from "./turn.ts";

/** After this many failed tries the shopper hears that a person takes over, instead of waiting for more of them. */
const triesBeforeTrouble = 3;
/** News of the store can wait for the store; milliseconds. */
const storeOutage = 10 * 60_000;

type FailedTurn = { shopId: string; identityId: string; trigger: TurnTrigger; services: TurnServices };

/**
 * A turn has failed: a vendor does not answer, or a case holds what this version cannot read. Tried a few times, then a
 * person gets the case, and a shopper who waits for an answer hears so. Rethrows where another try is the right answer.
 */
export async function afterFailedTurn(error: unknown, failed: FailedTurn, job: JobContext): Promise<Write[]> {
  const { trigger } = failed;
  if (error instanceof StaleWrite || error instanceof RunAgain) throw error;
  const isOutage = error instanceof Error && error.name === "VendorError";
  if (isOutage && (trigger.kind === "store-event" || trigger.kind === "effect-settled")) {
    if (!job.lastAttempt) throw error;
    if (!(await isInstalled(failed.shopId))) return [];
    throw new RunAgain(new Date(now().getTime() + storeOutage));
  }
  // Nobody waits for what we begin: it is tried for as long as a job is, and then left.
  if (isOutage && (trigger.kind === "parcel-trouble" || trigger.kind === "remind") && !job.lastAttempt) throw error;
  if (job.attempt < triesBeforeTrouble) throw error;
  log.error("turn-handed-over", { shopId: failed.shopId, jobId: job.jobId, attempts: job.attempt, ...errorFields(error) });
  return giveToPerson(failed, isOutage);
}

async function isInstalled(shopId: string): Promise<boolean> {
  return (await database().prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } })) !== null;
}

async function giveToPerson({ shopId, identityId, trigger, services }: FailedTurn, isOutage: boolean): Promise<Write[]> {
  const turn = await beginTurn(shopId, identityId, services);
  if (!turn) return [];
  if (trigger.kind === "messages" || trigger.kind === "proven" || trigger.kind === "arrived") {
    if (trigger.kind === "messages" && turn.context.waiting.length === 0) return [];
    if (isOutage) sayText(turn, sentence(turn.language, "troubleStore", { apology: phrase(turn, "apology") }));
    await escalate(turn, activeCases(turn)[0] ?? openCase(turn, "question", "order_status", {}), "tool-failure");
    return finish(turn);
  }
  turn.context.waiting = [];
  // It lies with the conversation, where staff see it.
  if (trigger.kind === "photo" || trigger.kind === "parcel-trouble" || trigger.kind === "remind") return [];
  const row = turn.cases.find((one) => one.id === trigger.caseId && one.owner === "assistant");
  if (row) await leaveToPerson(turn, row, trigger.kind);
  return finish(turn);
}

/** A shopper who was told that we are at it hears that a person goes on; of mere news that we cannot read, staff only. */
async function leaveToPerson(turn: Turn, row: Turn["cases"][number], kind: TurnTrigger["kind"]): Promise<void> {
  if (kind === "effect-settled") await escalate(turn, row, "tool-failure");
  else await leaveToStaff(turn, row, "tool-failure");
}
