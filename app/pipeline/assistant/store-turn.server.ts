import { staffDidKind } from "#app/domain/proactive/begin.server.ts";
import type { ProcessInput, ReturnDeed, StaffEffect } from "#app/domain/returns/back-office.ts";
import type { FlowFacts } from "#app/flows/engine.ts";
import { says } from "#app/flows/texts.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { TurnTrigger } from "#app/platform/jobs/tasks.ts";
import { applyResult, flowOf, tryCase } from "./advance-case.ts";
import { tellOrHold } from "./begun.server.ts";
import type { CaseRow } from "./context.server.ts";
import { escalate } from "./escalate.ts";
import { sentence } from "./texts/catalogue.ts";
import { changeCase, type Turn } from "./turn.ts";

type StoreTrigger = Extract<TurnTrigger, { kind: "effect-settled" | "store-event" | "staff-acted" }>;

/** An effect has ended or something moved in the store: the flow says what is new, if anything. */
export async function storeTurn(turn: Turn, trigger: StoreTrigger): Promise<void> {
  const row = turn.cases.find((one) => one.id === trigger.caseId);
  if (!row) return;
  if (trigger.kind === "staff-acted") {
    turn.beginning = { kind: staffDidKind };
    return tellDeed(turn, row, trigger.effectId);
  }
  // Of a flow that this version does not have: nobody else will tell how it ended.
  if (!flowOf(row)) return trigger.kind === "effect-settled" ? escalate(turn, row, "tool-failure") : undefined;
  const effect = await newestOfOwn(row);
  if (trigger.kind === "effect-settled" && effect?.state === "stopped") return tellStopped(turn, row, effect);
  const facts: FlowFacts["effect"] = effect
    ? {
        kind: effect.kind,
        state: stateForFlow(effect.state),
        result: (effect.result ?? undefined) as Record<string, string> | undefined,
        error: effect.error ?? undefined,
      }
    : undefined;
  const input =
    trigger.kind === "effect-settled"
      ? ({ kind: "effect-settled" } as const)
      : ({ kind: "store-event", topic: trigger.topic, subjectId: trigger.subjectId } as const);
  await tellOrHold(turn, row, await tryCase(turn, row, input, facts), trigger);
}

type OwnEffect = NonNullable<Awaited<ReturnType<typeof newestOfOwn>>>;
type FlowState = NonNullable<FlowFacts["effect"]>["state"];

/** What the shopper said yes to; what staff do beside it has an end of its own. */
function newestOfOwn(row: CaseRow) {
  const where = { shopId: row.shopId, caseId: row.id, actor: null };
  return database().prisma.effect.findFirst({ where, orderBy: { createdAt: "desc" } });
}

/** To a flow a stopped change is one that was not made. */
const stateForFlow = (state: string): FlowState => (state === "stopped" ? "failed" : (state as FlowState));

/** A person stopped it before it was tried: the shopper hears so, and whoever stopped it has the case. */
async function tellStopped(turn: Turn, row: CaseRow, { kind }: OwnEffect): Promise<void> {
  const result = await tryCase(turn, row, { kind: "effect-settled" }, { kind, state: "failed", error: "stopped" });
  const words = says([sentence(turn.language, "effectStopped")]);
  await applyResult(turn, row, { ...result, blocks: words, effects: [], next: undefined, status: "escalate", escalation: "stopped" });
}

const topics: Record<ReturnDeed, string> = {
  "return-approve": "returns/approve",
  "return-decline": "returns/decline",
  "return-process": "returns/process",
  "return-remove": "returns/update",
  "return-cancel": "returns/cancel",
  "return-close": "returns/close",
  "return-reopen": "returns/reopen",
};

/** What staff did, as the store's own news of it would be told, and only once of the two. A case that a person has stays theirs. */
async function tellDeed(turn: Turn, row: CaseRow, effectId: string): Promise<void> {
  const effect = await database().prisma.effect.findFirst({ where: { id: effectId, shopId: row.shopId, caseId: row.id } });
  if (!effect || !flowOf(row)) return;
  const { returnId, sent, isExchange } = effect.input as StaffEffect["input"] & Partial<Pick<ProcessInput, "sent">> & { isExchange?: true };
  const topic = topics[effect.kind as ReturnDeed];
  const more = { ...(sent?.owed && { owed: sent.owed }), ...(isExchange && { unsent: isExchange }) };
  const result = await tryCase(turn, row, { kind: "store-event", topic, subjectId: returnId, byStaff: true, ...more });
  if (row.owner === "assistant") return applyResult(turn, row, result);
  turn.blocks.push(...result.blocks);
  changeCase(turn, row, { state: result.state as CaseRow["state"] });
}
