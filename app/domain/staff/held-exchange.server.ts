import { caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import type { ReturnState } from "#app/flows/return/state.ts";
import { now } from "#app/platform/clock.ts";
import { hashToken } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, insert, update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import type { Case } from "../../../prisma/generated/client.ts";
import { audit, bumpRevision, findOpenConversation, introduceAgain, type OpenConversation } from "./conversation.server.ts";
import { allowed, heldOf, refused } from "./held-exchange.ts";
import { mayStop } from "./return-deed.server.ts";

const handedBack = { owner: "assistant", assignee: null, escalation: null, dueAt: null };

/** What a person decides about a change that waits for them. */
export type Decision = { allow: true } | { allow: false; note: string };

/**
 * Allows or declines what a case holds. Allowed, it becomes the effect that the shopper said yes to, a few seconds later unless it is
 * stopped, with price and stock looked at once more when it is made; declined, the shopper is told why. False when nothing waits there, null when it is another shop's.
 */
export async function decideHeld(shopId: string, caseId: string, decision: Decision, by: string): Promise<boolean | null> {
  const row = await database().prisma.case.findFirst({ where: { id: caseId, shopId } });
  if (!row) return null;
  const identity = await database().prisma.identity.findFirst({ where: { id: row.identityId, shopId } });
  const open = identity && (await findOpenConversation(shopId, identity.conversationId));
  const live = open?.cases.find((one) => one.id === caseId);
  if (!open || !live || !heldOf(live.flow, live.state)) return false;
  const status = decision.allow ? "working" : "open";
  const told = await caseEventWrites(shopId, [{ before: live, after: { ...live, ...handedBack, status } }]);
  fault("staff.held.before-commit");
  await database().commit([
    ...(decision.allow ? allowWrites(open, live) : declineWrites(open, live, decision.note)),
    ...told,
    ...introduceAgain(open.identities),
    ...bumpRevision(open.conversation, { unread: false }),
    audit(shopId, by, decision.allow ? "allowed-change" : "declined-change", open.conversation.id, { caseId }),
  ]);
  fault("staff.held.after-commit");
  return true;
}

function allowWrites({ conversation: { shopId } }: OpenConversation, row: Case): Write[] {
  const held = heldOf(row.flow, row.state);
  if (!held) return [];
  const at = now();
  const dueAt = new Date(at.getTime() + mayStop);
  const { state, effect } = allowed(row.state as unknown as ReturnState, held);
  const { kind, input } = effect;
  const id = newId();
  const values = { id, shopId, caseId: row.id, kind, key: `${kind}:${row.id}:${input.quoteHash}`, input: input as never };
  const owner = hashToken(input.customer ?? input.orderId);
  return [
    caseUpdate(row, { state: state as never, status: "working" }),
    insert("Effect", { ...values, state: "planned", attempts: 0, dueAt, createdAt: at, updatedAt: at }),
    enqueue(shopId, "effect.run", { effectId: id }, { runAt: dueAt, queue: `effect:${owner}` }),
  ];
}

/** The flow says it in the shopper's language, on the channel they use now. */
function declineWrites({ conversation: { shopId, id } }: OpenConversation, row: Case, note: string): Write[] {
  const state = refused(row.state as unknown as ReturnState, note);
  const trigger = { kind: "effect-settled", caseId: row.id } as const;
  return [
    caseUpdate(row, { state: state as never, status: "open" }),
    enqueue(shopId, "turn", { identityId: row.identityId, trigger }, { runAt: now(), queue: `conversation:${id}` }),
  ];
}

/** The version is the fence: of two who decide at once one finds nothing left to decide. */
function caseUpdate(row: Case, changes: Parameters<typeof update<"Case">>[2]): Write {
  const back = { ...handedBack, updatedAt: now() };
  return update("Case", { id: row.id, shopId: row.shopId, version: row.version }, { ...back, ...changes, version: increment() }, 1);
}
