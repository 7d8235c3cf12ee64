import type { Block, Language } from "#app/channels/message.ts";
import { choiceId, type FlowContext, type FlowFacts, type FlowInput } from "../engine.ts";
import { ownNumberIn } from "../return/own-parcel.ts";
import { type ReturnState, startReturn } from "../return/state.ts";
import { text as returnText } from "../return/texts/index.ts";
import { tellUpdate } from "../return/updates.ts";
import { says } from "../texts.ts";
import { orderInWords } from "../track-order/slots.ts";
import { handOver, result, type WithdrawResult, type WithdrawState } from "./state.ts";
import { text } from "./texts/index.ts";
import { asksWithdrawal } from "./wish.ts";

const locales: Partial<Record<Language, string>> = { en: "en-GB", pt: "pt-BR" };

/** "27 November 2026 at 14:03 CET": the law wants the day and the time. */
export function sayWhen(at: string, { language, timeZone }: Pick<FlowContext, "language" | "timeZone">): string {
  const parts = { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short" } as const;
  return new Intl.DateTimeFormat(locales[language] ?? language, { ...parts, timeZone }).format(new Date(at));
}

/** The change has ended. What is told is what was seen at Shopify; where it failed, a person carries the withdrawal out. */
export function settleEffect(state: WithdrawState, { effect }: FlowFacts, { language }: FlowContext): WithdrawResult {
  if (!effect || state.phase !== "acting") return result(state, []);
  if (effect.state === "planned" || effect.state === "running") return result(state, []);
  if (effect.state === "unknown") return result(state, says([text(language, "working")]));
  if (effect.state === "failed") {
    return handOver(state, [text(language, "failed")], effect.error === "daily-cap" ? "daily-cap" : "withdrawal");
  }
  const done: WithdrawState = { ...state, phase: "carried-out" };
  if (effect.kind !== "order-cancel") {
    const { id, name = "", status } = effect.result ?? {};
    const isOpen = status === "OPEN" || (!status && effect.kind === "return-create");
    const next = { ...done, ...(id && { returnId: id }), returnName: name, told: [isOpen ? "OPEN" : "REQUESTED"] };
    return result(next, says([text(language, "registered", { name })]));
  }
  if (effect.result?.refund === "open") return handOver(state, [text(language, "failed")], "tool-failure");
  return result(done, says([text(language, "cancelled", { order: state.orderName ?? "" })]));
}

/** Everything that comes after the statement, or after the shopper has left it. */
export function afterwards(state: WithdrawState, input: FlowInput, facts: FlowFacts, context: FlowContext): WithdrawResult {
  const silent = result(state, []);
  if (input.kind === "store-event" && state.returnId) return followReturn(state, input, facts, context);
  if (input.kind === "store-event" || input.kind === "continue") return silent;
  if (input.kind === "choice" && input.slot === "another") return { ...silent, next: { flow: "withdraw", anew: true } };
  if (input.kind === "text") {
    const number = state.returnId ? ownNumberIn(input.text) : null;
    if (number) {
      const words = returnText(context.language, "ownNumber", { number, name: state.returnName ?? "" });
      return result({ ...state, ownParcel: { number } }, says([words]));
    }
    if (!asksWithdrawal(input.text)) return { ...silent, understood: false };
    const other = orderInWords(facts.orders, {}, input.text, input.understanding)?.name ?? input.understanding.slots.orderName;
    if (state.phase === "kept" || (other && other !== state.orderName)) {
      return { ...silent, next: { flow: "withdraw", anew: true, ...(other && { orderName: other }) } };
    }
  }
  return result(state, [...says(whereItIs(state, context)), ...another(state, context)]);
}

/** What becomes of the return is told as of any other. */
function followReturn(
  state: WithdrawState,
  input: Extract<FlowInput, { kind: "store-event" }>,
  facts: FlowFacts,
  context: FlowContext,
): WithdrawResult {
  const { orderId, orderName, returnId, returnName, told = [] } = state;
  const followed: ReturnState = { ...startReturn(), phase: "registered", orderId, orderName, returnId, returnName, told };
  const { blocks, state: after } = tellUpdate(followed, input, facts, context);
  return result({ ...state, told: after.told, ...(after.phase === "finished" && { over: true as const }) }, blocks);
}

function whereItIs(state: WithdrawState, context: FlowContext): string[] {
  const { language } = context;
  if (!state.stated) return [text(language, "kept")];
  const { at, reference } = state.stated;
  const received = text(language, "receivedBefore", { order: state.orderName ?? "", reference, when: sayWhen(at, context) });
  return state.phase === "acting" ? [received, text(language, "working")] : [received];
}

function another(state: WithdrawState, { language, caseId }: FlowContext): Block[] {
  if (state.phase === "acting") return [];
  return [{ kind: "choices", choices: [{ id: choiceId(caseId, "another", "order"), title: text(language, "another") }] }];
}
