import { atLeast, type GuardedAction, isFresh, type ProofLevel, requiredLevel } from "#app/domain/identity/levels.ts";
import { bestLevel } from "#app/domain/identity/standing.ts";
import type { Flow, FlowFacts, FlowInput, FlowName, FlowResult } from "#app/flows/engine.ts";
import { flows } from "#app/flows/registry.ts";
import type { CaseRow } from "./context.server.ts";
import { escalate } from "./escalate.ts";
import { runFlow } from "./run-flow.ts";
import { changeCase, flowContext, handOver, type Turn } from "./turn.ts";

/** The flow of a case; undefined for a plain question. */
export function flowOf(row: CaseRow): Flow<unknown> | undefined {
  return (flows as unknown as Record<string, Flow<unknown> | undefined>)[row.flow];
}

const guarded: Record<FlowName, GuardedAction> = { "track-order": "order-status", return: "start-return" };

/** What the flow asks for by itself, or what the merchant asks for where that is more. */
function neededLevel(turn: Turn, row: CaseRow): ProofLevel {
  const flow = flowOf(row);
  if (!flow) return "anonymous";
  const [own, wanted] = [flow.requires(row.state), requiredLevel(guarded[flow.name], turn.context.shop.proofRules)];
  return atLeast(own, wanted) ? own : wanted;
}

/** The level this case needs now and the shopper does not have; null when all is well. */
export function missingLevel(turn: Turn, row: CaseRow): ProofLevel | null {
  const { standing, provenAt } = turn.context;
  const needed = neededLevel(turn, row);
  const best = bestLevel(standing);
  return atLeast(best === "verified" && isFresh(provenAt, turn.now) ? "fresh" : best, needed) ? null : needed;
}

/** Runs the case's flow by one input without taking anything over yet. */
export function tryCase(turn: Turn, row: CaseRow, input: FlowInput, effect?: FlowFacts["effect"]): Promise<FlowResult<unknown>> {
  const flow = flowOf(row);
  if (!flow) throw new Error(`The case has no flow ${row.flow}.`);
  const needed = neededLevel(turn, row);
  // Freshness belongs to who asks, not to an order: the orders are those whose contacts are verified.
  const run = { store: turn.store, orders: turn.orders, level: needed === "fresh" ? "verified" : needed, effect } as const;
  return runFlow(flow, row.state, input, run, flowContext(turn, row.id));
}

/**
 * Takes over what a flow decided: its state, its words, its effects, and a person where it asked for one. A flow that the
 * shopper leaves for another one (`next`) ends here; the caller opens the other.
 */
export async function applyResult(turn: Turn, row: CaseRow, result: FlowResult<unknown>): Promise<void> {
  turn.blocks.push(...result.blocks);
  for (const planned of result.effects ?? []) turn.effects.push({ caseId: row.id, planned });
  const over = result.status === "done";
  changeCase(turn, row, {
    state: result.state as CaseRow["state"],
    status: over ? "done" : result.status === "working" ? "working" : "open",
    closedAt: over ? turn.now : null,
    expecting: result.expecting ?? null,
    doubts: result.understood ? 0 : row.doubts,
    orderId: result.orderId ?? row.orderId,
    orderName: result.orderName ?? row.orderName,
    verification: null,
  });
  if (result.status !== "escalate") return;
  // The flow has told the shopper why in its own words; the hand-over sentence follows.
  if (result.blocks.length > 0) await escalate(turn, row, result.escalation ?? "policy-exception");
  else handOver(turn, row, result.escalation ?? "policy-exception");
}
