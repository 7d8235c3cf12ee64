import type { Block, Choice } from "#app/channels/message.ts";
import { choiceId } from "../engine.ts";
import { isPositive, negated, sameMoney, sayMoney } from "../money.ts";
import { giftQuote } from "./gift/yes.ts";
import type { Scene } from "./lines.ts";
import { offeredOutcomes, settledOutcome } from "./outcome/offer.ts";
import { outcomeText } from "./outcome/texts/index.ts";
import { isQuote, opensAtOnce, paysAtOnce, presentQuote } from "./quote.ts";
import { quoteBlock } from "./receipt.ts";
import { showItems, showOutcome, showReason } from "./show.ts";
import { isExchange } from "./state.ts";
import { text } from "./texts/index.ts";

/** Shows the exact money and asks for the yes; or asks what to change, when the shopper said no. */
export function askQuote(scene: Scene): { blocks: Block[]; expecting: string } {
  const quote = presentQuote(scene);
  if (!isQuote(quote)) return { blocks: [], expecting: "yes-no" };
  if (scene.state.choosingChange) return { blocks: [askChange(scene)], expecting: "change" };
  if (scene.state.gift) return { blocks: [giftQuote(scene, quote)], expecting: "yes-no" };
  return { blocks: [{ kind: "text", text: leadIn(scene) }, quoteBlock(scene, quote)], expecting: "yes-no" };
}

function leadIn(scene: Scene): string {
  const { language } = scene.context;
  if (scene.state.reason === "damaged" && !scene.state.photosShown) return text(language, "nextDamaged");
  const outcome = settledOutcome(scene);
  const isOpen = opensAtOnce(scene);
  if (isExchange(outcome) || outcome === "keep-item") {
    if (!isOpen) return outcomeText(language, "nextHeld");
    if (outcome === "keep-item") return outcomeText(language, "nextKeep");
    const quote = presentQuote(scene);
    return outcomeText(language, isQuote(quote) && isPositive(negated(quote.total)) ? "nextExchangePay" : "nextExchange");
  }
  if (outcome === "store-credit") return outcomeText(language, isOpen ? "nextCreditOpen" : "nextCreditRequest");
  if (paysAtOnce(scene)) return text(language, "nextInstant");
  return text(language, isOpen ? "nextOpen" : "nextRequest");
}

/** What has changed since the quote the shopper saw; undefined when it is the first, or the same. */
export function sayQuoteChange(scene: Scene): string | undefined {
  const quote = presentQuote(scene);
  const before = scene.state.shownQuote;
  if (!isQuote(quote) || !before?.total || before.hash === quote.hash) return undefined;
  const { language } = scene.context;
  if (sameMoney(before.total, quote.total)) return text(language, "quoteRecalculated");
  return text(language, "quoteChanged", { before: sayMoney(before.total, language), now: sayMoney(quote.total, language) });
}

/** What may be changed, as buttons: the order, the items, the reason, or not to return at all. */
function askChange(scene: Scene): Block {
  const { context, facts, state } = scene;
  const { language, caseId } = context;
  const choices: Choice[] = [
    { id: choiceId(caseId, "change", "items"), title: text(language, "stepItems"), description: showItems(state, language) },
    { id: choiceId(caseId, "change", "reason"), title: text(language, "stepReason"), description: showReason(state, language) },
  ];
  if (offeredOutcomes(scene).length > 1) {
    choices.push({
      id: choiceId(caseId, "change", "outcome"),
      title: text(language, "stepOutcome"),
      description: showOutcome(state, language),
    });
  }
  if (facts.orders.length > 1) {
    choices.unshift({ id: choiceId(caseId, "change", "order"), title: text(language, "stepOrder"), description: state.orderName });
  }
  choices.push({ id: choiceId(caseId, "command", "stop"), title: text(language, "stop") });
  return { kind: "choices", prompt: text(language, "askChange"), choices };
}
