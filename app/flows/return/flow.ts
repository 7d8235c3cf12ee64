import type { Flow, FlowContext, FlowFacts, FlowInput, FlowResult } from "../engine.ts";
import { isGivenBack } from "../reading.ts";
import { says } from "../texts.ts";
import { afterRegistration, settleEffect } from "./after.ts";
import { conclude, handOver, result } from "./conclude.ts";
import { openReturns, sayReturnStatus, sayReturnsAndRefunds } from "./existing.ts";
import { mustShowParcel, showParcel } from "./gift/prove.ts";
import { type Scene, setScene, withState } from "./lines.ts";
import { awaitFacts, missingFacts } from "./needs.ts";
import { takeExchange } from "./outcome/exchange.ts";
import { reopened } from "./outcome/told.ts";
import { countPhotos } from "./photos.ts";
import { readInput } from "./read.ts";
import type { Answer } from "./slot.ts";
import { takeOnlyItem } from "./slots/items.ts";
import { resolveWanted } from "./slots/named-items.ts";
import { takeObviousOrder } from "./slots/order.ts";
import { takeOnlyOutcome } from "./slots/outcome.ts";
import { nextMissing, slots, viewSteps } from "./slots.ts";
import { type Framing, isFresh, type ReturnState, startReturn } from "./state.ts";
import { text } from "./texts/index.ts";

type Result = FlowResult<ReturnState>;

/** A return in five steps: order, items, reason, outcome with exact money, and the yes to it. */
export const returnFlow: Flow<ReturnState> = {
  name: "return",
  start: startReturn,
  // Who was given a thing shows its parcel instead, in this very case and for nothing else.
  requires: (state) => (state.gift ? "anonymous" : "verified"),
  advance,
  steps: viewSteps,
};

function advance(saved: ReturnState, given: FlowInput, facts: FlowFacts, context: FlowContext): Result {
  const opened = handedBack(saved, given);
  if (!mustShowParcel(opened) || given.kind === "store-event") return goThrough(saved, given, facts, context);
  const shown = showParcel(opened, given, facts, context);
  if (!("notice" in shown)) return shown;
  const first = { ...shown.state, pending: { notices: [shown.notice], framing, asked: "parcel" } };
  return goThrough(first, { kind: "continue" }, facts, context);
}

function goThrough(saved: ReturnState, given: FlowInput, facts: FlowFacts, context: FlowContext): Result {
  const { pending, ...kept } = saved;
  const state = handedBack(kept, given);
  const waiting = given.kind === "continue" ? pending : undefined;
  const input = waiting?.input ?? given;
  if (input.kind === "effect-settled") {
    const open = reopened(state, facts, context);
    return open ? goOn(setScene(open.state, facts, context), open, undefined) : settleEffect(state, facts, context);
  }
  if (state.phase !== "collecting" || isByStaff(input)) return afterRegistration(state, input, facts, context);
  const asksForRefund = isRefundQuestion(state, input);
  const known = asksForRefund ? sayReturnsAndRefunds(facts, context) : [];
  if (known.length > 0) return result({ ...state, phase: "finished" }, says(known), "done");

  const scene = counted(setScene(state, facts, context));
  const isRead = waiting !== undefined && waiting.input === undefined;
  const needed = isRead ? [] : missingFacts(scene);
  // Nothing was read yet, so nothing counts as understood: that is said when the facts are there.
  if (needed.length > 0) return { ...fetchFirst(scene, needed, { input, notices: [], framing }, waiting?.asked), understood: false };

  const checked = checkSaved(scene);
  const now = withState(scene, checked.state);
  if (checked.state.phase !== "collecting") return conclude(now, checked.notices, framing, checked.escalation);
  if (input.kind === "store-event") return silently(scene);

  const read = isRead ? { state: now.state, notices: waiting.notices, framing: waiting.framing } : readInput(now, input);
  if (!read) return { ...silently(now), understood: false };
  const opening = asksForRefund ? [text(context.language, "noReturnsYet")] : [];
  return goOn(now, { ...read, notices: [...opening, ...checked.notices, ...read.notices] }, waiting?.asked);
}

const framing: Framing = { kind: "step" };

/** With the pictures as they are now: they come by any channel, and count wherever they came from. */
function counted(scene: Scene): Scene {
  const answer = scene.state.phase === "collecting" ? countPhotos(scene) : null;
  return answer ? withState(scene, answer.state) : scene;
}

/** A person had the case and gave it back: it goes on where it was, unless its one change was already tried. */
function handedBack(state: ReturnState, input: FlowInput): ReturnState {
  return isGivenBack(state, input) ? { ...state, phase: "collecting" } : state;
}

/** Staff have done something to a return that did not come about by this case's own steps. */
const isByStaff = (input: FlowInput): boolean => input.kind === "store-event" && input.byStaff === true;

/** Nothing to say: the case waits for what it waited for. */
function silently(scene: Scene): Result {
  return { ...result(scene.state, [], "waiting"), expecting: nextMissing(scene.state)?.ask(scene).expecting };
}

/** Takes what needs no question, fetches what the next question needs, and asks it. */
function goOn(scene: Scene, answer: Answer, askedBefore: string | undefined): Result {
  let taken = answer;
  for (const take of [
    countPhotos,
    takeObviousOrder,
    checkSaved,
    resolveWanted,
    takeOnlyItem,
    takeOnlyOutcome,
    takeExchange,
    closeWhenReturning,
  ]) {
    if (taken.state.phase !== "collecting") break;
    const next = take(withState(scene, taken.state), taken.notices);
    if (next) taken = { ...next, notices: [...taken.notices, ...next.notices], framing: taken.framing };
  }
  const next = withState(scene, taken.state);
  const rest = { notices: taken.notices, framing: taken.framing ?? framing };
  const needed = missingFacts(next);
  if (needed.length > 0) return fetchFirst(next, needed, rest, askedBefore);
  return conclude(next, rest.notices, rest.framing, taken.escalation);
}

/** Nothing is left to return because all of it is on its way back already: tells that return's status and ends. */
function closeWhenReturning(scene: Scene, notices: string[]): Answer | null {
  const { state, order, lines, context } = scene;
  if (!order || !lines || lines.length > 0) return null;
  const running = openReturns(order);
  if (running.length === 0) return null;
  const words = running.map((existing) => sayReturnStatus(existing, context));
  return {
    state: { ...state, phase: "finished" },
    notices: notices.some((notice) => running.some((one) => notice.includes(one.name))) ? [] : words,
  };
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
function isRefundQuestion(state: ReturnState, input: FlowInput): boolean {
  return isFresh(state) && input.kind === "resume" && input.understanding?.intents[0]?.intent === "refund_status";
}
