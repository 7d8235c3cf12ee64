import type { Block, Choice, Money } from "#app/channels/message.ts";
import { itemLabel } from "#app/channels/message.ts";
import type { Quote } from "#app/domain/orders/facts.ts";
import { choiceId } from "../engine.ts";
import { addMoney, isPositive, negated, sameMoney, sayMoney } from "../money.ts";
import type { Scene } from "./lines.ts";
import { outcomeChoice } from "./outcome/ask.ts";
import { sayExpiry } from "./outcome/credit.ts";
import { offeredOutcomes, settledOutcome } from "./outcome/offer.ts";
import { outcomeText } from "./outcome/texts/index.ts";
import { hashLength } from "./quote.ts";
import { type Ending, isExchange } from "./state.ts";
import { type ReturnTextKey, text } from "./texts/index.ts";

/** How many ways out stand beside the yes; with it and "change something" they fit WhatsApp's ten rows. */
const mostOthers = 4;

/** The receipt: each item, tax, fees, what is new, and the sum on the button that accepts it. */
export function quoteBlock(scene: Scene, quote: Quote): Block {
  const { language, caseId } = scene.context;
  const outcome = settledOutcome(scene) ?? "refund";
  const hash = quote.hash.slice(0, hashLength);
  return {
    kind: "quote",
    title: titleOf(scene, outcome),
    lines: linesOf(scene, quote),
    total: totalOf(scene, quote, outcome),
    confirm: { id: choiceId(caseId, "confirm", hash), title: confirmTitle(scene, quote, outcome) },
    others: [...others(scene, outcome), { id: choiceId(caseId, "change", "menu"), title: text(language, "changeSomething") }],
  };
}

function titleOf({ state, context: { language } }: Scene, outcome: Ending): string {
  const params = { order: state.orderName ?? "" };
  if (isExchange(outcome)) return outcomeText(language, "exchangeTitle", params);
  return outcome === "keep-item" ? outcomeText(language, "keepTitle", params) : text(language, "quoteTitle", params);
}

function linesOf({ state, context: { language } }: Scene, quote: Quote): { label: string; amount: string }[] {
  const lines = quote.items.map((item) => {
    const pick = state.picks.find((one) => one.fulfillmentLineItemId === item.fulfillmentLineItemId);
    return { label: `${item.quantity} × ${pick ? itemLabel(pick) : ""}`, amount: sayMoney(item.subtotal, language) };
  });
  const { tax, taxIsExtra, restockingFee, returnShippingFee } = sumUp(quote);
  const add = (key: ReturnTextKey, money: Money) => lines.push({ label: text(language, key), amount: sayMoney(money, language) });
  if (quote.exchange) {
    const label = outcomeText(language, "newItem", { item: `${quote.exchange.quantity} × ${state.exchange?.label ?? ""}` });
    lines.push({ label, amount: sayMoney(negated(quote.exchange.subtotal), language) });
  }
  const isSome = isPositive(tax) || isPositive(negated(tax));
  if (isSome && taxIsExtra) add("quoteTax", tax);
  if (isPositive(restockingFee)) add("quoteRestocking", negated(restockingFee));
  if (isPositive(returnShippingFee)) add("quoteShipping", negated(returnShippingFee));
  if (isPositive(tax) && !taxIsExtra && !quote.exchange) add("quoteTaxIncluded", tax);
  if (quote.credit && isPositive(quote.credit.bonus))
    lines.push({ label: outcomeText(language, "creditBonusLine"), amount: sayMoney(quote.credit.bonus, language) });
  return lines;
}

function totalOf({ context: { language } }: Scene, quote: Quote, outcome: Ending): { label: string; amount: string } {
  const { total, credit } = quote;
  if (outcome === "store-credit") {
    const until = credit?.expiresOn;
    const label = until
      ? outcomeText(language, "totalCreditUntil", { date: sayExpiry(until, language) })
      : outcomeText(language, "totalCredit");
    return { label, amount: sayMoney(withBonus(quote), language) };
  }
  if (isPositive(negated(total))) return { label: outcomeText(language, "totalToPay"), amount: sayMoney(negated(total), language) };
  if (isExchange(outcome) && !isPositive(total)) return { label: outcomeText(language, "totalEven"), amount: sayMoney(total, language) };
  return { label: text(language, "quoteTotal"), amount: sayMoney(total, language) };
}

function confirmTitle({ context: { language } }: Scene, quote: Quote, outcome: Ending): string {
  if (isExchange(outcome)) return outcomeText(language, "confirmExchange");
  if (outcome === "store-credit") return outcomeText(language, "confirmCredit", { amount: sayMoney(withBonus(quote), language) });
  const amount = sayMoney(quote.total, language);
  return outcome === "keep-item" ? outcomeText(language, "confirmKeep", { amount }) : text(language, "quoteConfirm", { amount });
}

/** What a shopper gets as credit: the money and the shop's bonus. */
export function withBonus({ total, credit }: Quote): Money {
  return credit ? addMoney(total, credit.bonus) : total;
}

/** The other ends that are open; where money back stands, both kinds of exchange are one button. */
function others(scene: Scene, present: Ending): Choice[] {
  const { language, caseId } = scene.context;
  const open = offeredOutcomes(scene).filter((one) => one !== present);
  if (isExchange(present))
    return open
      .filter((one) => !isExchange(one))
      .slice(0, mostOthers)
      .map((one) => outcomeChoice(scene, one));
  const exchange = open.find(isExchange);
  const shown = open.filter((one) => !isExchange(one) || one === exchange).slice(0, mostOthers);
  return shown.map((one) =>
    one === exchange ? { id: choiceId(caseId, "outcome", one), title: text(language, "exchangeInstead") } : outcomeChoice(scene, one),
  );
}

/** The quote's sums. Where prices include tax, subtotals hold it already: it is shown, but the total does not add it. */
function sumUp(quote: Quote) {
  const nothing: Money = { amount: "0", currencyCode: quote.total.currencyCode };
  const sum = (amounts: (Money | undefined)[]) => amounts.filter((one) => one !== undefined).reduce(addMoney, nothing);
  const { exchange } = quote;
  const tax = sum([...quote.items.map((item) => item.tax), exchange && negated(exchange.tax)]);
  const restockingFee = sum(quote.items.map((item) => item.restockingFee));
  const returnShippingFee = sum([quote.returnShippingFee]);
  const subtotals = [...quote.items.map((item) => item.subtotal), exchange && negated(exchange.subtotal)];
  const beforeTax = sum([...subtotals, negated(restockingFee), negated(returnShippingFee)]);
  return { tax, taxIsExtra: !sameMoney(beforeTax, quote.total), restockingFee, returnShippingFee };
}
