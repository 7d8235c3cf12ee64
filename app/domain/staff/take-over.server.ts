import { type CaseChange, caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import { type CaseOutcome, wasWorkedOn } from "#app/domain/cases/outcome.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { gapWrites } from "#app/domain/knowledge/lessons.server.ts";
import { dropPromises } from "#app/domain/promises/ledger.server.ts";
import { draftsOf, dropDraftOf } from "#app/domain/reply-drafts/draft.server.ts";
import { draftReason } from "#app/domain/reply-drafts/waiting.ts";
import { askSatisfaction } from "#app/domain/satisfaction/ask.server.ts";
import { readAfterCases } from "#app/domain/satisfaction/settings.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, insert, StaleWrite, update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import type { Case } from "../../../prisma/generated/client.ts";
import { audit, bumpRevision, findOpenConversation, introduceAgain, type OpenConversation } from "./conversation.server.ts";
import { heldOf } from "./held-exchange.ts";
import { questionFlow } from "./staff-cases.ts";

/** A person answers from here on: the assistant is silent in the open cases on every channel. False for another shop's. */
export async function takeOver(shopId: string, conversationId: string, by: string): Promise<boolean> {
  const open = await findOpenConversation(shopId, conversationId);
  if (!open) return false;
  const { writes, changes } = assignToStaff(open, by);
  const told = await caseEventWrites(shopId, changes);
  fault("staff.take-over.before-commit");
  await database().commit([...writes, ...told, ...bumpRevision(open.conversation), audit(shopId, by, "took-over", open.conversation.id)]);
  fault("staff.take-over.after-commit");
  return true;
}

/** The writes that put a person in charge; `answers`: nobody waits any more. Where nothing was going on a case is opened, so that the silence has an owner. */
export function assignToStaff(
  open: OpenConversation,
  by: string,
  { answers = false } = {},
): { writes: Write[]; changes: CaseChange[]; caseId: string | undefined } {
  const { shopId } = open.conversation;
  const at = now();
  if (open.cases.length > 0) {
    const change = { owner: "staff", assignee: by };
    const writes = open.cases.flatMap((one) => [
      caseUpdate(one, { ...change, updatedAt: at, ...(answers && { dueAt: null }) }),
      ...(answers ? [dropDraftOf(shopId, one.id)] : []),
    ]);
    const changes = open.cases.map((one) => ({ before: one, after: { ...one, ...change } }));
    return { writes, changes, caseId: open.cases.at(-1)?.id };
  }
  const identity = newestWriter(open);
  if (!identity) return { writes: [], changes: [], caseId: undefined };
  const id = newId();
  const row = {
    id,
    shopId,
    identityId: identity.id,
    flow: questionFlow,
    intent: "speak_to_human",
    state: {},
    version: 0,
    doubts: 0,
    status: "open",
    owner: "staff",
    assignee: by,
    openedAt: at,
    updatedAt: at,
  };
  return { writes: [insert("Case", row)], changes: [{ before: null, after: row }], caseId: id };
}

/**
 * The assistant goes on where the cases stand, and says first that it is one. What waits for a person's yes or no, a draft or a
 * change that is held, goes on waiting for it.
 */
export async function handBack(shopId: string, conversationId: string, by: string): Promise<boolean> {
  const open = await findOpenConversation(shopId, conversationId);
  if (!open) return false;
  const at = now();
  // The reason is taken off with it, or the assistant would read it and hand over again; the audit row keeps it.
  const back = { owner: "assistant", assignee: null, escalation: null, status: "open", dueAt: null, updatedAt: at };
  const over = { owner: "assistant", assignee: null, status: "done", dueAt: null, updatedAt: at, closedAt: at };
  const waits = { owner: "assistant", assignee: null, status: "escalated", updatedAt: at };
  const ids = open.cases.map((one) => one.id);
  const drafted = new Set((await draftsOf(shopId, ids)).map((draft) => draft.caseId));
  const isUndecided = (one: Case) => (one.escalation === draftReason && drafted.has(one.id)) || heldOf(one.flow, one.state) !== undefined;
  const theirs = open.cases
    .filter((one) => one.owner === "staff" || (one.status === "escalated" && !isUndecided(one)))
    .map((before) => ({ before, change: isUndecided(before) ? waits : before.flow === questionFlow ? over : back }));
  const told = await caseEventWrites(
    shopId,
    // The reason of the escalation is told once more, since it is taken off here.
    theirs.map(({ before, change }) => ({ before, after: { ...before, ...change, escalation: before.escalation } })),
  );
  fault("staff.hand-back.before-commit");
  await database().commit([
    ...theirs.map(({ before, change }) => caseUpdate(before, change)),
    // What was suggested to whoever had it is nobody's any more.
    ...theirs.filter(({ change }) => change !== waits).map(({ before }) => dropDraftOf(shopId, before.id)),
    ...told,
    ...introduceAgain(open.identities),
    ...bumpRevision(open.conversation, { unread: false, awake: true }),
    audit(shopId, by, "handed-back", open.conversation.id, { reasons: theirs.flatMap(({ before }) => before.escalation ?? []) }),
  ]);
  fault("staff.hand-back.after-commit");
  return true;
}

/**
 * The case is over, as `outcome` says. The next message finds the assistant again, which says that it is one; what it says about this
 * case finds who had it. Who was helped is asked how it went, where the shop wants that. False for another shop's. `seen`: the
 * version that whoever closes it looked at; StaleWrite where it has changed since, also in this very moment.
 */
export async function closeCase(
  shopId: string,
  caseId: string,
  by: string,
  outcome: CaseOutcome | null = null,
  seen?: number,
): Promise<boolean> {
  const row = await database().prisma.case.findFirst({ where: { id: caseId, shopId } });
  const identity = row && (await database().prisma.identity.findFirst({ where: { id: row.identityId, shopId } }));
  const open = identity && (await findOpenConversation(shopId, identity.conversationId));
  const live = open?.cases.find((one) => one.id === caseId);
  if (!row || !open) return false;
  if (!live) return true;
  if (seen !== undefined && seen !== live.version) throw new StaleWrite("Case");
  const writes = await closeWrites(shopId, open, live, by, outcome);
  fault("staff.close.before-commit");
  await database().commit(writes);
  fault("staff.close.after-commit");
  return true;
}

/** The writes that end a case as it was read: whatever changed it since undoes them. */
export async function closeWrites(
  shopId: string,
  open: OpenConversation,
  live: Case,
  by: string,
  outcome: CaseOutcome | null = null,
): Promise<Write[]> {
  const { id: caseId, version } = live;
  const at = now();
  const heldBy = live.owner === "staff" ? (live.assignee ?? by) : null;
  const change = { status: "done", owner: "assistant", assignee: null, outcome, heldBy };
  const over = { ...change, dueAt: null, closedAt: at, updatedAt: at, version: increment() };
  const asked = wasWorkedOn(outcome) ? await askWhereWanted(shopId, live) : [];
  const learnt = outcome === "no-matter" ? [] : await gapWrites(shopId, live);
  const told = await caseEventWrites(shopId, [{ before: live, after: { ...live, ...change } }]);
  return [
    update("Case", { id: caseId, shopId, version }, over, 1),
    dropPromises(shopId, caseId),
    dropDraftOf(shopId, caseId),
    ...told,
    ...(live.owner === "staff" ? introduceAgain(open.identities) : []),
    ...bumpRevision(open.conversation, { unread: false, awake: true }),
    ...asked,
    ...learnt,
    audit(shopId, by, "closed-case", open.conversation.id, { caseId, ...(outcome && { outcome }) }),
  ];
}

async function askWhereWanted(shopId: string, row: Case): Promise<Write[]> {
  const { prisma } = database();
  const shop = await prisma.shop.findFirst({ where: { id: shopId } });
  const opener = await prisma.identity.findFirst({ where: { id: row.identityId, shopId } });
  if (!shop || !opener || readAfterCases(shop.afterCases).ask === "never") return [];
  return askSatisfaction(shop, { caseId: row.id, about: row.orderName, members: await membersToTell(opener) });
}

/** The version grows too: whoever writes the case's state meanwhile has to read it again. */
function caseUpdate(row: Case, changes: Parameters<typeof update<"Case">>[2]): Write {
  return update("Case", { id: row.id, shopId: row.shopId }, { ...changes, version: increment() }, 1);
}

function newestWriter(open: OpenConversation) {
  const time = (at: Date | null) => at?.getTime() ?? 0;
  return [...open.identities].sort((one, other) => time(other.lastInboundAt) - time(one.lastInboundAt))[0];
}
