import type { FlowResult } from "#app/flows/engine.ts";
import { withdrawFlow } from "#app/flows/withdraw/flow.ts";
import type { WithdrawState } from "#app/flows/withdraw/state.ts";
import { applyResult, tryCase } from "./advance-case.ts";
import type { CaseRow } from "./context.server.ts";
import type { Understanding } from "./model.ts";
import { activeCases, openCase, type Turn } from "./turn.ts";

/** Somebody withdraws from a contract, by the law's own words. The one under way goes on; one that was stated is told of. */
export async function withdrawTurn(turn: Turn, text: string, understanding: Understanding): Promise<FlowResult<unknown>["next"]> {
  const present = underWay(turn);
  const row = present ?? openCase(turn, withdrawFlow.name, "withdrawal", withdrawFlow.start());
  const input = present ? ({ kind: "text", text, understanding } as const) : ({ kind: "resume", text, understanding } as const);
  const result = await tryCase(turn, row, input);
  await applyResult(turn, row, result);
  return result.next;
}

function underWay(turn: Turn): CaseRow | undefined {
  const own = (row: CaseRow) => row.flow === withdrawFlow.name && row.owner === "assistant" && row.status !== "superseded";
  const stated = (row: CaseRow) => (row.state as WithdrawState).stated !== undefined;
  return activeCases(turn).find(own) ?? turn.cases.find((row) => own(row) && stated(row));
}
