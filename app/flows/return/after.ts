import type { Block } from "#app/channels/message.ts";
import type { OrderFacts, ReturnFacts } from "#app/domain/orders/facts.ts";
import { choiceId, type FlowContext, type FlowFacts, type FlowInput, type FlowResult } from "../engine.ts";
import { fold, saysAnother } from "../item-words.ts";
import { isPositive, sayMoney } from "../money.ts";
import { says } from "../texts.ts";
import { handOver, result, statusOf } from "./conclude.ts";
import { sayRefund, sayReturnStatus } from "./existing.ts";
import { giftText } from "./gift/texts/index.ts";
import { instantEffect, settleInstant } from "./instant.ts";
import { outcomeText } from "./outcome/texts/index.ts";
import { awaitOwed, owedNeeds, sayCreditComing, sayDeclined, sayHeld, tellExchange } from "./outcome/told.ts";
import { ownNumberIn } from "./own-parcel.ts";
import { isSideQuestion } from "./side-question.ts";
import { isExchange, type ReturnState, withoutQuote } from "./state.ts";
import { text } from "./texts/index.ts";
import { tellUpdate } from "./updates.ts";

type Result = FlowResult<ReturnState>;

/** The registration has ended. Success is told only now, with the name Shopify gave it. */
export function settleEffect(state: ReturnState, facts: FlowFacts, context: FlowContext): Result {
  const { effect } = facts;
  if (state.declined && state.phase === "handed-over")
    return result({ ...state, phase: "finished", held: undefined }, says([sayDeclined(state, context)]), "done");
  if (effect?.kind === "instant-refund") return settleInstant(state, facts, context);
  if (!effect || state.phase !== "registering") return silent(state);
  switch (effect.state) {
    case "planned":
    case "running":
      return silent(state);
    case "unknown":
      return result(state, says([text(context.language, "takesLonger")]), "working");
    case "failed":
      // Nothing was begun: given back, the case asks for the yes again.
      if (effect.error === "stopped") return handOver(withoutQuote(state), [], "stopped");
      if (effect.error === "daily-cap") return handOver(state, [text(context.language, "handedOver")], "daily-cap");
      return handOver(state, [text(context.language, effect.error === "outcome-unknown" ? "outcomeUnknown" : "failed")], "tool-failure");
    case "done":
      if (state.outcome === "keep-item") return kept(state, facts, context);
      if (owedNeeds(state, facts).length > 0)
        return { ...result(awaitOwed(state, { kind: "effect-settled" }), [], "working"), needs: owedNeeds(state, facts) };
      return registered(state, facts, context);
  }
}

function registered(state: ReturnState, facts: FlowFacts, context: FlowContext): Result {
  const given = facts.effect?.result;
  const existing = findReturn(facts, state.orderId, given?.id);
  const name = given?.name ?? existing?.name ?? "";
  const open = (given?.status ?? existing?.status) === "OPEN" || (!given?.status && !existing && facts.effect?.kind === "return-create");
  const next: ReturnState = {
    ...state,
    phase: "registered",
    returnId: given?.id ?? existing?.id,
    returnName: name,
    told: [open ? "OPEN" : "REQUESTED"],
  };
  if (isExchange(state.outcome)) {
    const { blocks, told } = tellExchange(state, name, facts, context);
    return result({ ...next, told: [...next.told, ...told] }, blocks, "waiting");
  }
  const credit = state.gift ? giftText(context.language, "registered") : sayCreditComing(state, context);
  const words = says([text(context.language, open ? "registeredOpen" : "registeredRequest", { name }), ...(credit ? [credit] : [])]);
  const refund = instantEffect(next, open, facts);
  return { ...result(next, words, "waiting"), ...(refund && { effects: [refund] }) };
}

/** The money is on its way and nothing comes back: there is no return to follow. */
function kept(state: ReturnState, { effect }: FlowFacts, context: FlowContext): Result {
  const refund = effect?.result?.id;
  const words = outcomeText(context.language, "keepDone", { amount: state.money ? sayMoney(state.money.amount, context.language) : "" });
  const told = [...state.told, ...(refund ? [`refund:${refund}`] : [])];
  return result({ ...state, phase: "finished", told }, says([words]), "done");
}

/** Everything that comes after the yes: questions about it, taps on old buttons, moves in the store. */
export function afterRegistration(state: ReturnState, input: FlowInput, facts: FlowFacts, context: FlowContext): Result {
  if (input.kind === "store-event") return tellUpdate(state, input, facts, context);
  if (input.kind === "choice" && input.slot === "another")
    return { ...silent(state), next: { flow: "return", orderName: state.orderName, anew: true } };
  if (input.kind === "text" && wantsAnother(state, input)) {
    const { orderName } = input.understanding.slots;
    return { ...silent(state), next: { flow: "return", orderName, anew: true } };
  }
  const number = input.kind === "text" && state.phase === "registered" ? ownNumberIn(input.text) : null;
  if (number) {
    const words = text(context.language, "ownNumber", { number, name: state.returnName ?? "" });
    return result({ ...state, ownParcel: { number } }, says([words]), statusOf(state));
  }
  if (input.kind === "text" && !isAboutReturn(input)) return { ...silent(state), understood: false };
  const stops = input.kind === "text" && input.understanding.slots.command === "stop";
  if (stops && (state.phase === "registered" || state.phase === "registering")) {
    return handOver(
      state,
      [text(context.language, "stopTooLate", { name: state.returnName ?? state.orderName ?? "" })],
      "policy-exception",
    );
  }
  return result(state, [...says(sayWhereItIs(state, facts, context)), ...offerAnother(state, input, facts, context)], statusOf(state));
}

/** "I want to return something from #1001", of which a part goes back already: perhaps something else is meant. */
function offerAnother(state: ReturnState, input: FlowInput, facts: FlowFacts, { language, caseId }: FlowContext): Block[] {
  if (input.kind !== "text" || state.phase !== "registered" || state.gift || input.understanding.intents[0]?.intent !== "return_start")
    return [];
  const order = facts.orders.find((one) => one.id === state.orderId);
  if (!order || order.cancelledAt || piecesLeft(order) === 0) return [];
  const choice = { id: choiceId(caseId, "another", "item"), title: text(language, "returnAnother") };
  return [{ kind: "choices", prompt: text(language, "returnAnotherAsk"), choices: [choice] }];
}

/** How many pieces of an order are in no return. */
function piecesLeft({ items, returns }: OrderFacts): number {
  const standing = returns.filter((one) => one.status !== "DECLINED" && one.status !== "CANCELED");
  const sum = (ones: { quantity: number }[]) => ones.reduce((total, one) => total + one.quantity, 0);
  return sum(items) - sum(standing.flatMap((one) => one.items));
}

/** A return of something else beside this one: of another order, or in so many words. */
function wantsAnother(state: ReturnState, { text: words, understanding }: Extract<FlowInput, { kind: "text" }>): boolean {
  if (understanding.intents[0]?.intent !== "return_start" || understanding.slots.command) return false;
  const digits = (name: string | undefined) => name?.replace(/\D/g, "");
  const named = digits(understanding.slots.orderName);
  return (named !== undefined && named !== digits(state.orderName)) || saysAnother(fold(words));
}

function isAboutReturn({ text: words, understanding }: Extract<FlowInput, { kind: "text" }>): boolean {
  const [best] = understanding.intents;
  if (understanding.slots.command) return true;
  if (isSideQuestion({ understanding })) return false;
  return (
    best?.intent === "refund_status" || best?.intent === "return_start" || (fold(words) !== "" && understanding.slots.yesNo !== undefined)
  );
}

function sayWhereItIs(state: ReturnState, facts: FlowFacts, context: FlowContext): string[] {
  const { language } = context;
  if (state.phase === "registering") return [text(language, "stillRegistering")];
  if (state.phase === "handed-over") return [sayHeld(state, context) ?? text(language, "handedOver")];
  const order = facts.orders.find((one) => one.id === state.orderId);
  const existing = findReturn(facts, state.orderId, state.returnId);
  const refunds = order?.refunds.filter((refund) => refund.returnId === state.returnId && isPositive(refund.total)) ?? [];
  if (order && refunds.length > 0) return refunds.map((refund) => sayRefund(refund, order, context));
  if (existing && state.returnId) return [sayReturnStatus(existing, context)];
  return [text(language, state.phase === "registered" ? "statusRegistered" : "nothingRunning", { name: state.returnName ?? "" })];
}

function findReturn(facts: FlowFacts, orderId: string | undefined, returnId: string | undefined): ReturnFacts | undefined {
  const returns = facts.orders.find((order) => order.id === orderId)?.returns ?? [];
  const newest = [...returns].sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime())[0];
  return returnId ? returns.find((one) => one.id === returnId) : newest;
}

function silent(state: ReturnState): Result {
  return result(state, [], statusOf(state));
}
