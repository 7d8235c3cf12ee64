import type { FlowContext, FlowFacts, FlowInput, FlowResult } from "../../engine.ts";
import { fold } from "../../item-words.ts";
import { says } from "../../texts.ts";
import { runCommand } from "../commands.ts";
import { conclude, handOver, result } from "../conclude.ts";
import { setScene } from "../lines.ts";
import type { Words } from "../slot.ts";
import { outcomeSlot } from "../slots/outcome.ts";
import { reasonSlot } from "../slots/reason.ts";
import { type Gift, type ReturnState, startReturn, withOrder } from "../state.ts";
import { text } from "../texts/index.ts";
import { readParcel } from "./parcel.ts";
import { giftText } from "./texts/index.ts";

type Result = FlowResult<ReturnState>;

/** So often number and postcode may not fit in one case; the app counts over all of them besides. */
const mostMisses = 3;

/** A return of something that somebody else has bought. `orderId`: once number and postcode of its parcel have been named. */
export function startGiftReturn(): ReturnState {
  return { ...startReturn(), gift: {} };
}

/** Nothing of an order is seen or said before this is over. */
export function mustShowParcel(state: ReturnState): boolean {
  return state.gift !== undefined && state.gift.orderId === undefined && state.phase === "collecting";
}

/**
 * Asks the recipient of a thing for number and postcode of its parcel and has them compared. Returns the state that goes on once they fit.
 * Whatever is wrong about them is answered alike.
 */
export function showParcel(
  state: ReturnState,
  input: FlowInput,
  facts: FlowFacts,
  context: FlowContext,
): Result | { state: ReturnState; notice: string } {
  const { language, policy } = context;
  const { pending, ...kept } = state;
  const noted = noteWish(kept, input, facts, context);
  if (!policy.giftReturns) return handOver(noted, [giftText(language, "byPerson")], "policy-exception");
  const { gift = {} } = kept;
  const known = facts.gift;
  if (known && pending?.asked === asked && known.orderName === gift.orderName && known.postcode === gift.postcode)
    return afterLook(kept, known.result, context);
  if (input.kind === "text" && input.understanding.slots.command) {
    const { state: next, notices } = runCommand(setScene(kept, facts, context), input.understanding.slots.command);
    return next.phase === "collecting" ? ask(next, notices, context) : conclude(setScene(next, facts, context), notices, { kind: "step" });
  }
  if (input.kind !== "text" && input.kind !== "resume")
    return ask(noted, input.kind === "choice" ? [text(language, "oldButton")] : [], context);
  const read = readParcel(input.text ?? "", input.understanding?.slots ?? {}, gift);
  const isSaid = read.orderName !== undefined || read.postcode !== undefined;
  if (!isSaid && input.kind === "text") return { ...ask(noted, [], context), understood: false };
  const next: Gift = { ...gift, ...read };
  const claimed = { ...noted, gift: next };
  const { orderName, postcode } = next;
  if (!orderName || !postcode) return ask(claimed, [], context);
  const waiting = { ...claimed, pending: { notices: [], framing: { kind: "step" as const }, asked } };
  return { ...result(waiting, [], "waiting"), needs: [{ fact: "gift-order", orderName, postcode }] };
}

const asked = "gift";

function afterLook(
  state: ReturnState,
  found: NonNullable<FlowFacts["gift"]>["result"],
  { language, ...context }: FlowContext,
): Result | { state: ReturnState; notice: string } {
  const misses = (state.gift?.misses ?? 0) + 1;
  if (found === "locked" || (found === "no-match" && misses >= mostMisses))
    return handOver({ ...state, gift: { misses } }, [giftText(language, "locked")], "high-risk");
  if (found === "no-match")
    return ask({ ...state, gift: { misses } }, [giftText(language, "noMatch")], { language, ...context }, { again: true });
  const { wanted } = state;
  return { state: { ...withOrder({ ...state, gift: { orderId: found.id } }, found), wanted }, notice: giftText(language, "fits") };
}

/** What was said of the thing before anybody knows which order it is of. */
function noteWish(state: ReturnState, input: FlowInput, facts: FlowFacts, context: FlowContext): ReturnState {
  if ((input.kind !== "resume" && input.kind !== "text") || !input.understanding || !input.text) return state;
  const words: Words = { text: input.text, folded: fold(input.text), understanding: input.understanding };
  const scene = setScene(state, facts, context);
  const withReason = reasonSlot.parse(scene, words)?.state ?? state;
  const withEnd = outcomeSlot.parse({ ...scene, state: withReason }, words)?.state ?? withReason;
  const said = input.text.split("\n").at(-1) ?? "";
  return state.wanted || /^[\W\d]*$/.test(said) ? withEnd : { ...withEnd, wanted: { words: said } };
}

function ask(state: ReturnState, notices: string[], { language }: FlowContext, { again = false } = {}): Result {
  const { orderName, postcode } = state.gift ?? {};
  const question = orderName ? "askPostcode" : postcode ? "askNumber" : "askBoth";
  // The words that say it did not fit ask for both by themselves.
  const words = again ? notices : [...notices, giftText(language, question)];
  return { ...result(state, says(words), "waiting"), expecting: orderName ? "postcode" : "order" };
}
