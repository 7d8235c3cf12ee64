import { type Block, itemLabel, type Money } from "#app/channels/message.ts";
import type { ReturnFacts } from "#app/domain/orders/facts.ts";
import type { FactRequest, FlowContext, FlowFacts, FlowInput } from "../../engine.ts";
import { addMoney, isPositive, negated, sayMoney } from "../../money.ts";
import { says } from "../../texts.ts";
import { isExchange, type ReturnState, withoutQuote } from "../state.ts";
import { outcomeText } from "./texts/index.ts";

/** What is told of an exchange, a credit or a kept item after the yes. */

/** What the shopper said they would pay; undefined where nothing is owed. */
function owedOf({ money }: ReturnState): Money | undefined {
  return money?.to === "exchange" && isPositive(negated(money.amount)) ? negated(money.amount) : undefined;
}

/** What is still to be paid is Shopify's to say. It is asked until the payment was seen. */
export function owedNeeds(state: ReturnState, facts: FlowFacts): FactRequest[] {
  const asks = owedOf(state) && state.orderId && !state.told.includes("paid") && facts.owed?.orderId !== state.orderId;
  return asks && state.orderId ? [{ fact: "owed", orderId: state.orderId }] : [];
}

/** The state that waits for what is owed, to read the same input with it. */
export function awaitOwed(state: ReturnState, input: FlowInput): ReturnState {
  return { ...state, pending: { input, notices: [], framing: { kind: "step" }, asked: "owed" } };
}

type Told = { blocks: Block[]; told: string[] };

/** The payment link, as soon as Shopify has one; and that the payment has arrived. */
export function tellOwed(state: ReturnState, facts: FlowFacts, { language }: FlowContext): Told {
  const { result } = facts.owed ?? {};
  if (!owedOf(state) || !result) return { blocks: [], told: [] };
  const isOpen = isPositive(result.outstanding);
  if (state.told.includes("owed")) {
    const isPaid = !isOpen && !state.told.includes("paid");
    return isPaid ? { blocks: says([outcomeText(language, "paid")]), told: ["paid"] } : { blocks: [], told: [] };
  }
  if (!isOpen || !result.url) return { blocks: [], told: [] };
  const amount = sayMoney(result.outstanding, language);
  const link: Block = { kind: "link", label: outcomeText(language, "payLink", { amount }), url: result.url };
  return { blocks: [...says([outcomeText(language, "payHere", { amount })]), link], told: ["owed"] };
}

/** That an exchange exists, what is sent, and what is to be paid where. */
export function tellExchange(state: ReturnState, name: string, facts: FlowFacts, context: FlowContext): Told {
  const { language } = context;
  const words = [outcomeText(language, "exchangeOpen", { name, item: exchangeLabel(state) })];
  const owed = owedOf(state);
  const now = tellOwed(state, facts, context);
  if (owed && now.blocks.length === 0) words.push(outcomeText(language, "payLater", { amount: sayMoney(owed, language) }));
  return { blocks: [...says(words), ...now.blocks], told: now.told };
}

export function exchangeLabel({ exchange, picks }: ReturnState): string {
  const label = exchange?.label ?? "";
  const quantity = picks[0]?.quantity ?? 1;
  return quantity > 1 ? `${quantity} × ${label}` : label;
}

type Lines = Pick<ReturnFacts, "exchange">;
const listed = (lines: [string, number][]): string => lines.map(([label, count]) => (count > 1 ? `${count} × ${label}` : label)).join(", ");

/** All new items of a return, as Shopify has them. */
export const newItems = ({ exchange }: Lines): string => listed((exchange ?? []).map(({ label, quantity }) => [label, quantity]));

/** Those that the shop has put onto the order. */
export const sentLabel = ({ exchange }: Lines): string =>
  listed((exchange ?? []).filter(({ processed }) => processed > 0).map(({ label, processed }) => [label, processed]));

/** "Your credit of €96.00 comes…", bonus included; undefined where none was agreed on. */
export function sayCreditComing({ money }: ReturnState, { language }: FlowContext): string | undefined {
  if (money?.to !== "store-credit") return undefined;
  const amount = money.bonus ? addMoney(money.amount, money.bonus) : money.amount;
  return outcomeText(language, "creditRegistered", { amount: sayMoney(amount, language) });
}

/** What was said yes to could not be had when it was tried: the case is open again at the kind or at the sum. Null for any other end. */
export function reopened(
  state: ReturnState,
  facts: FlowFacts,
  { language }: FlowContext,
): { state: ReturnState; notices: string[] } | null {
  const { effect } = facts;
  const isOver = state.phase === "registering" && effect?.state === "failed";
  if (!isOver || (effect.error !== "sold-out" && effect.error !== "changed")) return null;
  const { held: _held, money: _money, ...kept } = withoutQuote(state);
  const open: ReturnState = { ...kept, phase: "collecting", round: (state.round ?? 0) + 1 };
  if (effect.error === "changed") return { state: open, notices: [outcomeText(language, "changedMeanwhile")] };
  const item = state.exchange?.label ?? state.picks.map(itemLabel).join(", ");
  const exchange = { ...state.exchange, variantId: undefined, label: undefined };
  return { state: { ...open, exchange }, notices: [outcomeText(language, "soldOutMeanwhile", { item })] };
}

/** Staff have said no to what was held for them. */
export function sayDeclined(state: ReturnState, { language }: FlowContext): string {
  const note = state.declined?.note?.trim() || "none";
  return outcomeText(language, isExchange(state.outcome) ? "declined" : "declinedKeep", { note });
}

export function sayHeld(state: ReturnState, { language }: FlowContext): string | undefined {
  return state.held && outcomeText(language, isExchange(state.outcome) ? "held" : "heldKeep");
}
