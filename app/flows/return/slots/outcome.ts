import { isPositive, sayMoney } from "../../money.ts";
import { askQuote } from "../ask-quote.ts";
import type { Slot } from "../slot.ts";
import { isQuoteDue } from "../state.ts";
import { text } from "../texts/index.ts";

/** Money back or another item. The quote asks for it, and its button answers this and the last step in one tap. */
export const outcomeSlot: Slot = {
  name: "outcome",
  label: "stepOutcome",
  isFilled: (state) => state.outcome !== undefined,
  show(state, language) {
    if (state.outcome === "exchange") return text(language, "outcomeExchange");
    const total = state.shownQuote?.total;
    return total && isPositive(total)
      ? text(language, "outcomeRefundOf", { amount: sayMoney(total, language) })
      : text(language, "outcomeRefund");
  },
  ask: askQuote,
  choose(scene, part, value) {
    if (part !== "outcome" || !isQuoteDue(scene.state)) return null;
    if (value === "exchange") return { state: { ...scene.state, outcome: "exchange" }, notices: [] };
    return value === "refund" ? { state: { ...scene.state, outcome: "refund" }, notices: [] } : null;
  },
  parse(scene, words) {
    if (words.understanding.intents[0]?.intent !== "exchange" || scene.state.outcome === "exchange") return null;
    return { state: { ...scene.state, outcome: "exchange" }, notices: [] };
  },
};
