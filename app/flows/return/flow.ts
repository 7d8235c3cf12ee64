import type { Flow, FlowContext, FlowFacts, FlowInput, FlowResult } from "../engine.ts";
import { afterRegistration, settleEffect } from "./after.ts";
import { conclude, handOver, result, says } from "./conclude.ts";
import { openReturns, sayReturnStatus, sayReturnsAndRefunds } from "./existing.ts";
import { eligibleLines, type Scene, setScene, withState } from "./lines.ts";
import { awaitFacts, missingFacts } from "./needs.ts";
import { readInput } from "./read.ts";
import type { Answer } from "./slot.ts";
import { takeOnlyItem } from "./slots/items.ts";
import { resolveWanted } from "./slots/named-items.ts";
import { takeObviousOrder } from "./slots/order.ts";
import { slots, viewSteps } from "./slots.ts";
import { type Framing, isFresh, type ReturnState, startReturn } from "./state.ts";
import { text } from "./texts/index.ts";

type Result = FlowResult<ReturnState>;

/** A return in five steps: order, items, reason, outcome with exact money, and the yes to it. */
export const returnFlow: Flow<ReturnState> = {
  name: "return",
  start: startReturn,
  requires: () => "verified",
  advance,
  steps: viewSteps,
};

function advance(saved: ReturnState, given: FlowInput, facts: FlowFacts, context: FlowContext): Result {
  const { pending, ...state } = saved;
  const continues = given.kind === "continue";
  const waiting = continues ? pending : undefined;
  const input = waiting?.input ?? given;
  if (input.kind === "effect-settled") return settleEffect(state, facts, context);
  if (state.phase !== "collecting") return afterRegistration(state, input, facts, context);
  if (asksForRefund(state, input)) {
    const told = sayReturnsAndRefunds(facts, context);
    if (told.length > 0) return result({ ...state, phase: "finished" }, says(told), "done");
  }

  const scene = setScene(state, facts, context);
  const needed = continues && !waiting?.input ? [] : missingFacts(scene);
  if (needed.length > 0) return fetchFirst(scene, needed, { input, notices: [], framing: { kind: "step" } }, waiting?.asked);

  const checked = checkSaved(scene);
  if (checked.state.phase !== "collecting")
    return conclude(withState(scene, checked.state), checked.notices, { kind: "step" }, checked.escalation);
  if (input.kind === "store-event") return { ...result(saved, [], "waiting") };

  const now = withState(scene, checked.state);
  const read = waiting && !waiting.input ? { state: now.state, notices: waiting.notices, framing: waiting.framing } : readInput(now, input);
  if (!read) return { ...result(state, [], "waiting"), understood: false };
  const answer: Answer = { ...read, notices: [...checked.notices, ...read.notices] };
  const opening = asksForRefund(state, input) ? [text(context.language, "noReturnsYet")] : [];
  return goOn(now, { ...answer, notices: [...opening, ...answer.notices] }, waiting?.asked);
}

/** Takes what needs no question, fetches what the next question needs, and asks it. */
function goOn(scene: Scene, answer: Answer, askedBefore: string | undefined): Result {
  const framing = answer.framing ?? { kind: "step" };
  let { state, notices } = answer;
  for (const take of [takeObviousOrder, checkSaved, resolveWanted, takeOnlyItem]) {
    if (state.phase !== "collecting") break;
    const taken = take(withState(scene, state));
    if (!taken) continue;
    notices = [...notices, ...taken.notices];
    state = taken.state;
    if (taken.escalation) return conclude(withState(scene, state), notices, framing, taken.escalation);
  }
  const next = withState(scene, state);
  const needed = missingFacts(next);
  if (needed.length > 0) return fetchFirst(next, needed, { notices, framing }, askedBefore);
  const running = next.lines && state.picks.length === 0 && eligibleLines(next).length === 0 ? next.order && openReturns(next.order) : [];
  if (state.phase === "collecting" && running && running.length > 0) {
    const words = notices.length > 0 ? notices : running.map((existing) => sayReturnStatus(existing, scene.context));
    return conclude({ ...next, state: { ...state, phase: "finished" } }, words, framing);
  }
  return conclude(next, notices, framing, answer.escalation);
}

function fetchFirst(
  scene: Scene,
  needs: NonNullable<Result["needs"]>,
  rest: { input?: FlowInput; notices: string[]; framing: Framing },
  askedBefore: string | undefined,
): Result {
  const waiting = awaitFacts(scene.state, needs, rest, askedBefore);
  if (!waiting) return handOver(scene.state, [...rest.notices, text(scene.context.language, "unavailable")], "tool-failure");
  return { ...result(waiting, [], "waiting"), needs };
}

/** Holds everything saved against today's facts, step by step. */
function checkSaved(scene: Scene): Answer {
  let answer: Answer = { state: scene.state, notices: [] };
  for (const slot of slots) {
    const finding = slot.check?.(withState(scene, answer.state));
    if (finding) answer = { ...finding, notices: [...answer.notices, ...finding.notices] };
    if (answer.state.phase !== "collecting") break;
  }
  return answer;
}

/** "Where is my refund?" as the first word of a case: the shopper means a return that exists already. */
function asksForRefund(state: ReturnState, input: FlowInput): boolean {
  return isFresh(state) && input.kind === "resume" && input.understanding?.intents[0]?.intent === "refund_status";
}
