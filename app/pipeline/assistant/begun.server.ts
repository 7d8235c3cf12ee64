import { adapters } from "#app/channels/registry.ts";
import { optedIn, optedOut } from "#app/domain/privacy/consent.server.ts";
import { begunLately, planProactive, type ToBegin, wasBegun } from "#app/domain/proactive/begin.server.ts";
import { hoursToRemind, reminderKey } from "#app/domain/proactive/remind.ts";
import { mayBeginAt } from "#app/domain/proactive/rhythm.ts";
import { readProactive } from "#app/domain/proactive/settings.ts";
import { isLive } from "#app/domain/staff/staff-cases.ts";
import type { FlowResult } from "#app/flows/engine.ts";
import { returnFlow } from "#app/flows/return/flow.ts";
import { isLeft } from "#app/flows/return/state.ts";
import { trackOrderFlow } from "#app/flows/track-order/flow.ts";
import { hasTrouble } from "#app/flows/track-order/situation.ts";
import { startFollowing } from "#app/flows/track-order/updates.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { enqueue, type TurnTrigger } from "#app/platform/jobs/tasks.ts";
import { applyResult, missingLevel, tryCase } from "./advance-case.ts";
import type { CaseRow } from "./context.server.ts";
import { sentence } from "./texts/catalogue.ts";
import { openCase, type Turn } from "./turn.ts";

/** How a turn's words are begun; absent fields are as for news of what the shopper has asked for. */
export type Beginning = Partial<Pick<ToBegin, "key" | "kind" | "urgent" | "counted" | "ifUnreachable" | "onlyInWindow" | "orderId">>;

/**
 * Takes over what a flow has to tell unasked, or holds it back: then nothing of this turn stands, and the same turn comes
 * again when it may be told, with facts of that time. Delivered meanwhile, there is no delay to tell.
 */
export async function tellOrHold(turn: Turn, row: CaseRow, result: FlowResult<unknown>, trigger: TurnTrigger): Promise<void> {
  const { news } = result;
  if (!news || result.blocks.length === 0) return applyResult(turn, row, result);
  const at = news.urgent ? turn.now : await mayBegin(turn);
  if (at > turn.now) {
    const { shop, conversation } = turn.context;
    const key = `held:${conversation.id}:${"caseId" in trigger ? trigger.caseId : row.orderId}`;
    turn.writes.push(
      enqueue(shop.id, "turn", { identityId: turn.identity.id, trigger }, { runAt: at, key, queue: `conversation:${conversation.id}` }),
    );
    forget(turn, row);
    return;
  }
  turn.beginning = { ...turn.beginning, kind: news.kind, urgent: news.urgent, counted: true, orderId: result.orderId ?? undefined };
  await applyResult(turn, row, result);
}

/** When the shopper may hear of something that can wait. */
async function mayBegin(turn: Turn): Promise<Date> {
  const { shop, members } = turn.context;
  const lately = await begunLately(
    shop.id,
    members.map((one) => one.id),
  );
  return mayBeginAt(lately, readProactive(shop.proactive).quiet, shop.timeZone, turn.now);
}

/**
 * A parcel of the shopper's is in trouble and they have not asked. They are told when something of theirs is open here or they
 * want such messages, the order is theirs by what they have proven, and no case about it tells them anyway.
 */
export async function troubleTurn(turn: Turn, trigger: Extract<TurnTrigger, { kind: "parcel-trouble" }>): Promise<void> {
  const { shop, members } = turn.context;
  const { orderId } = trigger;
  if (turn.cases.some((row) => row.flow === trackOrderFlow.name && row.orderId === orderId && row.status !== "superseded")) return;
  const ids = members.map((one) => one.id);
  const isOpen = turn.cases.some((row) => isLive(row.status));
  if (!isOpen && !(await optedIn(shop.id, ids))) return;
  if ((await optedOut(shop.id, [turn.identity.id])).size > 0) return;
  await turn.orders.include({ id: orderId });
  const order = (await turn.orders.at("channel")).find((one) => one.id === orderId);
  if (!order || !hasTrouble(order, turn.now)) return;
  const row = openCase(turn, trackOrderFlow.name, "order_status", startFollowing(order, turn.now));
  Object.assign(row, { orderId, orderName: order.name });
  const result = missingLevel(turn, row) ? null : await tryCase(turn, row, { kind: "store-event", topic: "fulfillment_events/create" });
  if (!result || result.blocks.length === 0) return forget(turn, row);
  await tellOrHold(turn, row, result, trigger);
}

/** A case that was opened in this turn and has nothing to say is none. */
function forget(turn: Turn, row: CaseRow): void {
  if (!turn.opened.has(row.id)) return;
  turn.opened.delete(row.id);
  turn.cases.splice(turn.cases.indexOf(row), 1);
}

/** Recalls a return that was left at a step, once, with what is saved of it. What would end or change it meanwhile is not said. */
export async function remindTurn(turn: Turn, trigger: Extract<TurnTrigger, { kind: "remind" }>): Promise<void> {
  const row = turn.cases.find((one) => one.id === trigger.caseId);
  const key = reminderKey(trigger.caseId);
  if (!row || !isWaitingReturn(row) || missingLevel(turn, row) || (await wasBegun(row.shopId, key))) return;
  const result = await tryCase(turn, row, { kind: "resume" });
  if (result.status !== "waiting" || result.blocks.length === 0 || result.effects?.length) return;
  turn.beginning = { key, ifUnreachable: "drop", onlyInWindow: true };
  const lead = { kind: "text" as const, text: sentence(turn.language, "stillOpen", { order: row.orderName ?? result.orderName ?? "" }) };
  await tellOrHold(turn, row, { ...result, blocks: [lead, ...result.blocks], news: { kind: "return-reminder", urgent: false } }, trigger);
}

function isWaitingReturn(row: CaseRow): boolean {
  return row.flow === returnFlow.name && row.status === "open" && row.owner === "assistant" && isLeft(row.state);
}

/** A return that now waits for the shopper is recalled later, if they leave it. */
export function remindLater(turn: Turn): Write[] {
  const { shop } = turn.context;
  const set = readProactive(shop.proactive).reminderHours;
  if (set === null || turn.proactive) return [];
  const hours = hoursToRemind(set, adapters[turn.channel].capabilities.freeTextWindowHours);
  const runAt = new Date(turn.now.getTime() + hours * 3_600_000);
  return turn.cases
    .filter((row) => (turn.changed.has(row.id) || turn.opened.has(row.id)) && isWaitingReturn(row))
    .map((row) => enqueue(shop.id, "proactive.remind", { caseId: row.id }, { runAt, key: `remind:${row.id}` }));
}

/** Puts what a turn says unasked on its way; see domain/proactive. */
export function beginWords(turn: Turn, blocks: ToBegin["blocks"], plain: string, row: CaseRow | undefined): Promise<Write[]> {
  const { shop, conversation } = turn.context;
  return planProactive(shop.id, conversation.id, {
    key: row ? `case:${row.id}:${turn.opened.has(row.id) ? "first" : row.version}` : `turn:${conversation.id}:${conversation.revision}`,
    kind: "update",
    blocks,
    template: plain ? { order: row?.orderName ?? "", news: plain } : null,
    urgent: true,
    counted: false,
    ofCase: row?.id,
    ifUnreachable: "staff",
    onlyInWindow: false,
    identityId: turn.identity.id,
    ...turn.beginning,
  });
}
