import { caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import { appendInbound } from "#app/domain/conversations/messages.server.ts";
import { ensureIdentity } from "#app/domain/identity/identity.server.ts";
import { findPersonFor } from "#app/domain/routing/staff.server.ts";
import { channelAccount } from "#app/domain/shops/channels.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import type { Statement } from "./statement.ts";
import { withdrawalWrites } from "./withdrawal.server.ts";

export type PageStatement = Omit<Statement, "channel"> & { orderName: string; contact: string; language: string };

/**
 * Takes down what was stated on the page, as a case of its own for a person. It stands with an address that nobody has proven, so
 * whoever owns that mailbox sees nothing of it in their conversation but the receipt. Stated before: the earlier reference.
 */
export async function stateOnPage(shopId: string, given: PageStatement): Promise<{ reference: string }> {
  const identity = await ensureIdentity(shopId, "email", `unverified:${given.contact}`);
  const account = await channelAccount(shopId, "email");
  for (let tries = 0; ; tries += 1) {
    const caseId = newId();
    const statement = { ...given, channel: "page", caseId, identityId: identity.id, proven: false };
    const { writes, isRepeat, reference } = await withdrawalWrites(shopId, statement);
    if (writes.length === 0) return { reference };
    const text = [`Withdrawal from order ${given.orderName}, stated on the shop’s page. Reference: ${reference}.`, `Name: ${given.name}`]
      .concat(`Items: ${given.items || "the whole order"}`)
      .join("\n");
    const externalId = `withdrawal:${caseId}`;
    const inbound = {
      channel: "email" as const,
      account: account?.externalId ?? "page",
      externalId,
      at: now(),
      content: { text, attachments: [] },
    };
    const message = appendInbound(identity, { ...inbound, answeredBy: "withdrawal" });
    const opened = isRepeat ? [] : await openCase(shopId, identity.id, caseId, reference, given);
    try {
      fault("withdrawal.page.before-commit");
      await database().commit([...writes, ...message.writes, ...opened]);
      fault("withdrawal.page.after-commit");
      return { reference };
    } catch (error) {
      // The same statement in the same moment, by a second press of the button: it belongs to the first.
      if (tries > 2) throw error;
    }
  }
}

async function openCase(shopId: string, identityId: string, id: string, reference: string, given: PageStatement): Promise<Write[]> {
  const { orderName, contact, at } = given;
  const state = { version: 1, phase: "stated", orderName, contact, stated: { at, reference } };
  const summary = `Withdrawal stated on the shop’s page. Not proven: whoever stated it only gave the order number and the address.`;
  const who = { status: "escalated", owner: "staff", escalation: "withdrawal", summary };
  const when = { openedAt: now(), updatedAt: now() };
  const row = {
    id,
    shopId,
    identityId,
    flow: "withdraw",
    intent: "withdrawal",
    state,
    version: 0,
    doubts: 0,
    orderName,
    ...who,
    ...when,
  };
  return [insert("Case", row), findPersonFor(shopId, id), ...(await caseEventWrites(shopId, [{ before: null, after: row }]))];
}
