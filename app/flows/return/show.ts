import type { Language } from "#app/channels/message.ts";
import { itemLabel } from "#app/channels/message.ts";
import { isPositive, sayMoney } from "../money.ts";
import { sayList } from "../texts.ts";
import { giftText } from "./gift/texts/index.ts";
import { outcomeText } from "./outcome/texts/index.ts";
import type { Pick, ReturnState } from "./state.ts";
import { isExchange } from "./state.ts";
import { text } from "./texts/index.ts";

/** "2 × Linen dress, Sage" */
function pickLabel(pick: Pick): string {
  return pick.quantity > 1 ? `${pick.quantity} × ${itemLabel(pick)}` : itemLabel(pick);
}

export function showItems(state: ReturnState, language: Language): string {
  return sayList(language, state.picks.map(pickLabel));
}

export function showReason(state: ReturnState, language: Language): string | undefined {
  return state.reason && text(language, `reason_${state.reason}`);
}

/** How it ends, with the sum that was shown. */
export function showOutcome(state: ReturnState, language: Language): string {
  const { outcome, exchange, shownQuote } = state;
  if (isExchange(outcome))
    return exchange?.label ? outcomeText(language, "exchangeFor", { item: exchange.label }) : text(language, "outcomeExchange");
  if (outcome === "gift-card") return giftText(language, "chooseCard");
  if (outcome === "store-credit") return outcomeText(language, "choose_store_credit");
  if (outcome === "keep-item") return outcomeText(language, "choose_keep_item");
  const total = shownQuote?.total;
  return total && isPositive(total)
    ? text(language, "outcomeRefundOf", { amount: sayMoney(total, language) })
    : text(language, "outcomeRefund");
}
