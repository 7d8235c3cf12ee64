import type { Block, Language } from "#app/channels/message.ts";
import type { GiftCardFacts } from "#app/domain/gift-cards/facts.ts";
import { atLeast } from "#app/domain/identity/levels.ts";
import { calendarDay, dayToDate } from "#app/domain/returns/calendar.ts";
import { choiceId, type Flow, type FlowContext, type FlowFacts, type FlowInput, type FlowResult, type StepView } from "../engine.ts";
import { isPositive, sayMoney } from "../money.ts";
import { text } from "./texts/index.ts";

/** Nothing of a card is kept: each question is answered anew. */
export type GiftCardState = { version: 1 };
type GiftCardResult = FlowResult<GiftCardState>;

/** More than these in one message nobody reads. */
const mostShown = 8;

/** What is left on the shopper's gift cards. One question, whose answer needs proof; who finds none may name another address. */
export const giftCardFlow: Flow<GiftCardState> = {
  name: "gift-card",
  start: () => ({ version: 1 }),
  requires: () => "verified",
  advance,
  steps,
};

function advance(state: GiftCardState, input: FlowInput, facts: FlowFacts, context: FlowContext): GiftCardResult {
  const say = (...blocks: Block[]): GiftCardResult => ({ state, blocks, status: "done", understood: true });
  if (input.kind === "choice" && input.slot === "person")
    return { ...say(line(context, "gladly")), status: "escalate", escalation: "asked" };
  // Where nobody may look, nobody needs to prove anything.
  if (facts.giftCards === null) return say(line(context, "unavailable"), person(context));
  if (!facts.level || !atLeast(facts.level, "verified")) return { ...say(), status: "waiting" };
  if (!facts.giftCards) return { ...say(), status: "waiting", needs: [{ fact: "gift-cards" }] };
  if (facts.giftCards.length > 0) return say({ kind: "text", text: cardsInWords(facts.giftCards, context) });
  const elsewhere = facts.mayProveMore ? [line(context, "elsewhere")] : [];
  return { ...say(line(context, "none"), ...elsewhere, person(context)), expecting: facts.mayProveMore ? "contact" : undefined };
}

/** Those that can be spent stand first. */
function cardsInWords(cards: GiftCardFacts[], context: FlowContext): string {
  const today = calendarDay(context.now, context.timeZone);
  const isOver = ({ lastDay }: GiftCardFacts) => lastDay !== null && lastDay < today;
  const canBeSpent = (card: GiftCardFacts) => !card.deactivated && !isOver(card) && isPositive(card.balance);
  const ordered = [...cards.filter(canBeSpent), ...cards.filter((card) => !canBeSpent(card))];
  const rest = ordered.length - mostShown;
  return [
    text(context.language, "intro", { count: cards.length, shop: context.shopName }),
    ...ordered.slice(0, mostShown).map((card) => cardInWords(card, isOver(card), context)),
    ...(rest > 0 ? [text(context.language, "more", { count: rest })] : []),
  ].join("\n");
}

function cardInWords({ ending, balance, lastDay, deactivated }: GiftCardFacts, over: boolean, { language }: FlowContext): string {
  const key = deactivated ? "off" : over ? "expired" : !isPositive(balance) ? "empty" : lastDay === null ? "open" : "until";
  const day = lastDay === null ? "" : dayInWords(lastDay, language);
  return text(language, key, { card: `…${ending}`, amount: sayMoney(balance, language), day });
}

function dayInWords(day: number, language: Language): string {
  const locale = { en: "en-GB", pt: "pt-BR" }[language as string] ?? language;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(dayToDate(day));
}

function person({ language, caseId }: FlowContext): Block {
  return { kind: "choices", choices: [{ id: choiceId(caseId, "person", "yes"), title: text(language, "person") }] };
}

function line({ language, shopName }: FlowContext, key: Parameters<typeof text>[1]): Block {
  return { kind: "text", text: text(language, key, { shop: shopName }) };
}

function steps(_state: GiftCardState, language: Language): StepView[] {
  return [{ slot: "card", label: text(language, "stepLabel"), done: false }];
}
