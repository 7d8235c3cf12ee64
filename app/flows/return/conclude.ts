import type { Block } from "#app/channels/message.ts";
import type { Quote } from "#app/domain/orders/facts.ts";
import { choiceId, type EscalationReason, type FlowContext, type FlowResult } from "../engine.ts";
import { sayPlace } from "../places.ts";
import { says } from "../texts.ts";
import { sayQuoteChange } from "./ask-quote.ts";
import { giftText } from "./gift/texts/index.ts";
import { isClaim, type Scene } from "./lines.ts";
import { outcomeText } from "./outcome/texts/index.ts";
import { claimFor, isForPerson } from "./photos.ts";
import { isQuote, paysAtOnce, plannedReturn, presentQuote } from "./quote.ts";
import { isShown, nextMissing, slots, stepNumber } from "./slots.ts";
import { type AgreedMoney, type Framing, isExchange, type ReturnState } from "./state.ts";
import { text } from "./texts/index.ts";

type Result = FlowResult<ReturnState>;

/** Turns the new state into what is said and done: an end, a hand-over, the one effect, or the next question. */
export function conclude(scene: Scene, notices: string[], framing: Framing, escalation?: EscalationReason): Result {
  const { state, context } = scene;
  if (state.phase === "finished") return result(state, says(notices), "done");
  if (state.phase === "handed-over") return { ...result(state, says(notices), "escalate"), escalation: escalation ?? "policy-exception" };
  if (isForPerson(scene)) {
    const words = isClaim(scene)
      ? text(context.language, "claimTakeOver")
      : text(context.language, "photosTakeOver", { count: state.photos ?? 0 });
    return handOver({ ...state, photosShown: true }, [...notices, words], claimFor(state));
  }
  const quote = presentQuote(scene);
  if (quote && !isQuote(quote)) return handOver(state, [...notices, text(context.language, "quoteFailed")], "tool-failure");
  if (state.confirmedHash && isQuote(quote)) {
    const planned = plannedReturn(scene, quote);
    if (!planned) return handOver(state, [...notices, text(context.language, "failed")], "tool-failure");
    const { effect, isHeld } = planned;
    const agreed = state.gift
      ? state
      : { ...state, money: { ...agreedMoney(state, quote), ...(paysAtOnce(scene) && { instant: true as const }) } };
    const isKept = state.outcome === "keep-item";
    if (isHeld) {
      const words = state.gift ? giftText(context.language, "held") : outcomeText(context.language, isKept ? "heldKeep" : "held");
      return handOver({ ...agreed, held: effect }, [...notices, words], "policy-exception");
    }
    const words = isKept ? outcomeText(context.language, "keepRegistering") : text(context.language, "registering");
    return { ...result({ ...agreed, phase: "registering" }, says([...notices, words]), "working"), effects: [effect] };
  }
  return askNext(scene, notices, framing);
}

/** What the yes was to, for whoever books the return when it has come back. */
function agreedMoney({ outcome }: ReturnState, { total, credit }: Quote): AgreedMoney {
  if (isExchange(outcome)) return { to: "exchange", amount: total };
  if (outcome !== "store-credit") return { to: "original-payment", amount: total };
  return { to: "store-credit", amount: total, ...(credit && { bonus: credit.bonus, expiresOn: credit.expiresOn }) };
}

export function handOver(state: ReturnState, notices: string[], escalation: EscalationReason): Result {
  return { ...result({ ...state, phase: "handed-over" }, says(notices), "escalate"), escalation };
}

export function result(state: ReturnState, blocks: Block[], status: Result["status"]): Result {
  return { state, blocks, status, understood: true, orderId: state.orderId, orderName: state.orderName };
}

/** What the case's status is for a state nothing was done to. */
export function statusOf(state: ReturnState): Result["status"] {
  if (state.phase === "registering") return "working";
  if (state.phase === "handed-over") return "escalate";
  return state.phase === "finished" ? "done" : "waiting";
}

function askNext(scene: Scene, notices: string[], framing: Framing): Result {
  const slot = nextMissing(scene.state);
  if (!slot) return handOver(scene.state, [...notices, text(scene.context.language, "failed")], "tool-failure");
  const change = sayQuoteChange(scene);
  const asked = slot.ask(scene);
  const lead = says([...leadIn(framing, scene.context), ...notices, ...(change ? [change] : [])]);
  const isFirst = slot.name === "order" && framing.kind === "step";
  const blocks = [...lead, ...(isFirst ? [] : [progress(scene, stepNumber(slot))]), ...asked.blocks];
  return { ...result(remember(scene), blocks, "waiting"), expecting: asked.expecting };
}

/** Keeps what was shown: the quote a yes may be bound to, and that the picker has been seen. */
function remember(scene: Scene): ReturnState {
  const { state } = scene;
  const quote = presentQuote(scene);
  if (isQuote(quote))
    return state.choosingChange ? state : { ...state, shownQuote: { hash: quote.hash, ...(!state.gift && { total: quote.total }) } };
  return state.orderId && state.picks.length === 0 ? { ...state, itemsAsked: true } : state;
}

function leadIn(framing: Framing, { language }: FlowContext): string[] {
  if (framing.kind !== "resume") return [];
  const channel = sayPlace(language, framing.movedFrom);
  return [channel ? text(language, "resumeFrom", { channel }) : text(language, "resume")];
}

/** "3 of 5" with what is saved, each with a way to change it. */
function progress({ state, context }: Scene, step: number): Block {
  const saved = slots.flatMap((slot) => {
    const value = isShown(slot, state) && slot.show(state, context.language);
    const label = text(context.language, slot.label);
    return value ? [{ label, value, change: { id: choiceId(context.caseId, "change", slot.name), title: `${label}: ${value}` } }] : [];
  });
  const label = text(context.language, slots[step - 1]?.label ?? "stepOrder");
  return { kind: "progress", step, of: slots.length, label, saved };
}
