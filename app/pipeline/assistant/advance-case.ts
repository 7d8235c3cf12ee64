import { atLeast, type GuardedAction, isFresh, type ProofLevel, requiredLevel } from "#app/domain/identity/levels.ts";
import { bestLevel } from "#app/domain/identity/standing.ts";
import { noteOrderOf } from "#app/domain/identity/traits.server.ts";
import { countDifferent } from "#app/domain/photos/photos.server.ts";
import { freePlaces } from "#app/domain/returns/allowance.server.ts";
import { readAddress } from "#app/domain/withdrawals/statement.ts";
import { findStated, withdrawalWrites } from "#app/domain/withdrawals/withdrawal.server.ts";
import { cancelOrderFlow } from "#app/flows/cancel-order/flow.ts";
import type { CancelState } from "#app/flows/cancel-order/state.ts";
import type { Flow, FlowFacts, FlowInput, FlowName, FlowResult, WithdrawalStatement } from "#app/flows/engine.ts";
import { flows } from "#app/flows/registry.ts";
import { withdrawFlow } from "#app/flows/withdraw/flow.ts";
import { catalogueProducts } from "./catalogue.server.ts";
import type { CaseRow } from "./context.server.ts";
import { escalate, leaveToStaff } from "./escalate.ts";
import { giftRun, isGiftReturn } from "./gift-return.server.ts";
import { keptFacts, ownDataRequest } from "./kept-facts.server.ts";
import { ownGiftCards } from "./own-gift-cards.ts";
import { runFlow } from "./run-flow.ts";
import { changeCase, flowContext, type Turn } from "./turn.ts";

/** The flow of a case; undefined for a plain question. */
export function flowOf(row: CaseRow): Flow<unknown> | undefined {
  return (flows as unknown as Record<string, Flow<unknown> | undefined>)[row.flow];
}

/** What of a flow a merchant may ask more proof for. */
const guarded: Partial<Record<FlowName, GuardedAction>> = {
  "track-order": "order-status",
  return: "start-return",
  // Money: what a merchant asks for before a return is asked for here.
  "gift-card": "start-return",
  "cancel-order": "cancel-order",
  // Money moves as it does when a whole order is cancelled.
  "edit-order": "cancel-order",
};

/** What the flow asks for by itself, or what the merchant asks for where that is more. */
function neededLevel(turn: Turn, row: CaseRow): ProofLevel {
  const flow = flowOf(row);
  if (!flow) return "anonymous";
  const [own, action] = [flow.requires(row.state), guarded[flow.name]];
  // Of what somebody was given the parcel is shown, and nothing of the buyer's is.
  if (isGiftReturn(row)) return own;
  const wanted = action ? requiredLevel(action, turn.context.shop.proofRules) : own;
  return atLeast(own, wanted) ? own : wanted;
}

/** The level this case needs now and the shopper does not have; null when all is well. */
export function missingLevel(turn: Turn, row: CaseRow): ProofLevel | null {
  const { standing, provenAt } = turn.context;
  const needed = neededLevel(turn, row);
  const best = bestLevel(standing);
  return atLeast(best === "verified" && isFresh(provenAt, turn.now) ? "fresh" : best, needed) ? null : needed;
}

/** A case that is about to cancel its order, or has done so, tells of it: the others about that order need not. */
function tellsOfCancelling(row: CaseRow): boolean {
  if (row.flow !== cancelOrderFlow.name || row.owner !== "assistant" || row.status === "superseded") return false;
  return (row.state as CancelState | null)?.phase !== "finished";
}

/** Runs the case's flow by one input without taking anything over yet. */
export async function tryCase(turn: Turn, row: CaseRow, input: FlowInput, effect?: FlowFacts["effect"]): Promise<FlowResult<unknown>> {
  const flow = flowOf(row);
  if (!flow) throw new Error(`The case has no flow ${row.flow}.`);
  const mayProveMore = turn.identity.kind !== "email";
  const photos = countDifferent(turn.context.photos.filter((one) => one.caseId === row.id || one.caseId === null));
  const toldElsewhere = turn.cases.flatMap((other) => (other.id !== row.id && tellsOfCancelling(other) ? (other.orderId ?? []) : []));
  const own = {
    best: bestLevel(turn.context.standing),
    photos,
    mayProveMore,
    toldElsewhere,
    kept: () => keptFacts(turn),
    giftCards: () => ownGiftCards(turn),
    stated: (orderName: string, contact: string) => findStated(turn.context.shop.id, orderName, contact),
    ...(flow.name === withdrawFlow.name && { ...ownMailbox(turn), mayChange: await changeable(turn) }),
    catalogue: (words: string) => catalogueProducts(turn, words),
  };
  const needed = neededLevel(turn, row);
  // Freshness belongs to who asks, not to an order: the orders are those whose contacts are verified.
  const level: ProofLevel = needed === "fresh" ? "verified" : needed;
  const gift = isGiftReturn(row) ? await giftRun(turn, row, effect) : undefined;
  if (!gift) await includeSpokenOf(turn, row, input);
  const run = { ...(gift && { gift }), store: turn.store, orders: turn.orders, level, effect, ...own };
  return runFlow(flow, row.state, input, run, flowContext(turn, row.id));
}

/** The orders that the shopper has proven enough for to begin a return or a cancellation, as the merchant asks. */
async function changeable(turn: Turn): Promise<string[]> {
  const { proofRules } = turn.context.shop;
  const wanted = [requiredLevel("start-return", proofRules), requiredLevel("cancel-order", proofRules)];
  if (wanted.includes("fresh") && !isFresh(turn.context.provenAt, turn.now)) return [];
  return (await turn.orders.at("verified")).map((order) => order.id);
}

/** Mail that nobody vouches for goes back to where it says it came from, too: a receipt of a stranger's statement harms nobody. */
function ownMailbox({ identity }: Turn): { mailbox?: string } {
  const mailbox = identity.kind === "email" ? readAddress(identity.externalId.replace(/^unverified:/, "")) : null;
  return mailbox ? { mailbox } : {};
}

/** The order that the case is about and the one that is named now may be older than those that the store lists. */
async function includeSpokenOf(turn: Turn, row: CaseRow, input: FlowInput): Promise<void> {
  if (row.orderId) await turn.orders.include({ id: row.orderId });
  if (input.kind === "choice" && input.slot === "order") await turn.orders.include({ id: input.value });
  if (input.kind !== "text" && input.kind !== "resume") return;
  const names = [input.understanding?.slots.orderName, input.kind === "resume" ? input.orderName : undefined];
  for (const name of names) if (name) await turn.orders.include({ name });
}

/** Looked at here so that nobody is told that something begins which will not; what counts is the look when it is tried. */
async function goesBeyondAllowance(turn: Turn, { effects = [] }: FlowResult<unknown>): Promise<boolean> {
  const [planned] = effects;
  return (
    planned !== undefined && (await freePlaces(turn.context.shop, planned.input.customer ?? planned.input.orderId, planned.kind)) === null
  );
}

/**
 * Takes over what a flow decided: its state, its words, its effects, and a person where it asked for one. A flow that the
 * shopper leaves for another one (`next`) ends here; the caller opens the other.
 */
export async function applyResult(turn: Turn, row: CaseRow, result: FlowResult<unknown>): Promise<void> {
  const { statement } = result;
  if (statement) await takeStatement(turn, row, statement);
  if (await goesBeyondAllowance(turn, result)) {
    if (statement) changeCase(turn, row, { state: result.state as CaseRow["state"], ...orderOf(result, row) });
    return escalate(turn, row, "daily-cap");
  }
  turn.blocks.push(...result.blocks);
  for (const planned of result.effects ?? []) turn.effects.push({ caseId: row.id, planned });
  await noteOrder(turn, result.orderId, row.orderId);
  if (result.request) turn.writes.push(...ownDataRequest(turn, result.request));
  const over = result.status === "done";
  changeCase(turn, row, {
    state: result.state as CaseRow["state"],
    status: over ? "done" : result.status === "working" ? "working" : "open",
    closedAt: over ? turn.now : null,
    expecting: result.expecting ?? null,
    doubts: result.understood ? 0 : row.doubts,
    ...orderOf(result, row),
    verification: null,
  });
  if (result.status !== "escalate") return;
  // The flow has told the shopper why in its own words; the hand-over sentence follows.
  if (result.blocks.length > 0 || statement) await escalate(turn, row, result.escalation ?? "policy-exception");
  else await leaveToStaff(turn, row, result.escalation ?? "policy-exception");
}

const orderOf = (result: FlowResult<unknown>, row: CaseRow) => ({
  orderId: result.orderId ?? row.orderId,
  orderName: result.orderName ?? row.orderName,
});

/** A withdrawal counts from the moment it was confirmed, so it is taken down and acknowledged before anything is made of it. */
async function takeStatement(turn: Turn, row: CaseRow, { said, ...statement }: WithdrawalStatement): Promise<void> {
  turn.blocks.push(...said);
  const given = { ...statement, channel: turn.channel, language: turn.language, caseId: row.id, identityId: turn.identity.id };
  turn.writes.push(...(await withdrawalWrites(turn.context.shop.id, given)).writes);
}

/** What stands on the order the case is now about may tell staff who else this is. */
async function noteOrder(turn: Turn, orderId: string | null | undefined, before: string | null): Promise<void> {
  if (!orderId || orderId === before) return;
  const order = (await turn.orders.at("channel")).find((one) => one.id === orderId);
  if (order) turn.writes.push(...noteOrderOf(turn.context.shop.id, turn.identity.id, order));
}
