import { createHmac } from "node:crypto";
import { caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import type { WithdrawalTerm } from "#app/domain/returns/statute.ts";
import { now } from "#app/platform/clock.ts";
import { signingKey } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { canonicalOrder, isStated, referenceOf, type Statement } from "./statement.ts";

/** So many statements of one order from one address are taken down; what differs in a sixth is in the thread. */
const mostStatements = 5;

/** What code found at the store. `fits`: the address given is the one on the order. */
export type WithdrawalFacts = {
  order: "found" | "unknown";
  /** As the store names it. */
  name?: string;
  fits: boolean;
  left: boolean;
  cancelled: boolean;
  term?: WithdrawalTerm;
};

export type NewWithdrawal = Statement & {
  caseId: string;
  identityId: string;
  orderName: string;
  orderId?: string;
  contact: string;
  language: string;
  proven: boolean;
};

export type Stated = { reference: string; at: string };

/** What was stated of this order from this address before; null when nothing was. */
export async function findStated(shopId: string, orderName: string, contact: string): Promise<Stated | null> {
  const row = await findWithdrawal(shopId, orderName, contact);
  return row && { reference: row.reference, at: row.statedAt.toISOString() };
}

function findWithdrawal(shopId: string, orderName: string, contact: string) {
  return database().prisma.withdrawal.findUnique({ where: { shopId_key: { shopId, key: keyOf(shopId, orderName, contact) } } });
}

/** Keyed for each shop, so that the table tells nobody whose statement it was once the rest is blanked. */
function orderHash(shopId: string, orderName: string): string {
  return keyOf(shopId, orderName, "");
}

function keyOf(shopId: string, orderName: string, contact: string): string {
  return createHmac("sha256", signingKey(`withdrawal:${shopId}`))
    .update(`${canonicalOrder(orderName)}\n${contact}`)
    .digest("base64url");
}

/**
 * Takes a statement down, with its receipt on its way in the same commit. Stated before, it belongs to the earlier one: word for word
 * the same changes nothing, anything else is added and acknowledged too. Two at the same moment meet at the unique key. `reference`: under
 * which it stands then.
 */
export async function withdrawalWrites(
  shopId: string,
  given: NewWithdrawal,
): Promise<{ isRepeat: boolean; reference: string; writes: Write[] }> {
  const { at, channel, name, items, caseId, identityId, orderName, orderId, contact, language, proven } = given;
  const statement: Statement = { at, channel, name, items };
  const earlier = await findWithdrawal(shopId, orderName, contact);
  if (!earlier) {
    const id = newId();
    const row = { caseId, identityId, orderName, contact, channel, language, proven, statements: [statement], statedAt: new Date(at) };
    const key = keyOf(shopId, orderName, contact);
    const reference = referenceOf(caseId);
    return {
      isRepeat: false,
      reference,
      writes: [
        insert("Withdrawal", { id, shopId, key, reference, ...row, ...(orderId && { orderId }) }),
        ...sendReceipt(shopId, id, 1),
        // One at a time of one order, so that its address hears of it once.
        enqueue(
          shopId,
          "withdrawal.check",
          { withdrawalId: id },
          { runAt: now(), queue: `withdrawal-order:${orderHash(shopId, orderName)}` },
        ),
      ],
    };
  }
  const before = earlier.statements as Statement[];
  const adds = !isStated(before, statement) && before.length < mostStatements;
  const proves = proven && !earlier.proven;
  const { id, stated } = earlier;
  const change = {
    ...(adds && { statements: [...before, statement], stated: stated + 1 }),
    ...(proves && { proven, caseId, identityId, ...(orderId && { orderId }) }),
  };
  return {
    isRepeat: true,
    reference: earlier.reference,
    writes: [
      ...(adds || proves ? [update("Withdrawal", { id, shopId, stated }, change, 1)] : []),
      ...(adds ? sendReceipt(shopId, id, stated + 1) : []),
      ...(proves ? await leaveTo(shopId, earlier.caseId, caseId) : []),
    ],
  };
}

/** Whoever states it again with a proof goes on in their own case; the unproven one that nobody has taken up ends. */
async function leaveTo(shopId: string, earlier: string | null, caseId: string): Promise<Write[]> {
  if (!earlier || earlier === caseId) return [];
  const left = await database().prisma.case.findFirst({ where: { id: earlier, shopId, assignee: null, status: "escalated" } });
  const told = left ? await caseEventWrites(shopId, [{ before: left, after: { ...left, status: "superseded" } }]) : [];
  return [update("Case", { id: earlier, shopId, assignee: null, status: "escalated" }, { status: "superseded", closedAt: now() }), ...told];
}

function sendReceipt(shopId: string, withdrawalId: string, number: number): Write[] {
  const options = { runAt: now(), key: `withdrawal-receipt:${withdrawalId}:${number}`, queue: `withdrawal:${withdrawalId}` };
  return [enqueue(shopId, "withdrawal.receipt", { withdrawalId, number }, options)];
}
