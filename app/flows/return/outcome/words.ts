import { giftCardWord } from "#app/domain/gift-cards/code.ts";
import type { Scene } from "../lines.ts";
import { isSideQuestion } from "../side-question.ts";
import type { Answer, Words } from "../slot.ts";
import { type Ending, isExchange, isQuoteDue, withoutOutcome } from "../state.ts";
import { exchangeProduct, takeWish, withProduct } from "./exchange.ts";
import { offeredOutcomes } from "./offer.ts";
import { outcomeText } from "./texts/index.ts";

const pattern = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "u");

/** Folded: lower case, no accents, apostrophes gone. */
const credit = pattern(
  "(?:store |shop )?credit|gutschrift|(?:store|shop)guthaben|guthaben|gutschein|avoir|bon d achat|credit(?:o)? (?:en|na|de) (?:la )?(?:tienda|loja)|credito|vale(?: de compra)?|saldo|buono(?: acquisto)?|tegoed|winkeltegoed|shoptegoed",
);
const card = new RegExp(
  `${credit.source}|(?<![a-z])${giftCardWord}(?![a-z])|(?<![\\p{L}])(?:card|karte|carte|tarjeta|cartao|vale|carta|kaart)(?![\\p{L}])`,
  "u",
);
const keep = pattern(
  "keep (?:it|them|the item)|behalte(?:n)?|je (?:le |la |les )?garde\\p{L}*|garder|me (?:lo|la|los|las) quedo|quedarme\\p{L}*|quedarmel[oa]|ficar com|fico com|tenerl[oaie]|l[oa] tengo|tengo l articolo|houden|ik hou (?:het|hem|ze)",
);
const money = pattern(
  "money back|refund(?:ed)?|geld zuruck|erstattung|ruckerstattung|erstatten|remboursement|rembours\\p{L}*|reembolso|dinero|dinheiro|rimborso|soldi indietro|geld terug|terugbetaling",
);
const swap = pattern(
  "instead|rather|swap\\p{L}*|exchang\\p{L}*|lieber|stattdessen|(?:um)?tausch\\p{L}*|umgetauscht|plutot|a la place|echang\\p{L}*|mejor|en lugar|cambi\\p{L}*|em vez|troc\\p{L}*|prefiro|prefiero|preferisco|invece|piuttosto|scambi\\p{L}*|liever|in plaats|ruil\\p{L}*|omruil\\p{L}*",
);
const not = pattern("not|no|dont|nicht|kein\\p{L}*|pas|non|niet|geen|nao|nunca");
const otherProduct = pattern(
  "(?:another|a different|some other) (?:product|item|article)|something else|(?:ein )?ander(?:es|en) (?:produkt|artikel)|etwas anderes|was anderes|(?:un )?autre (?:produit|article)|autre chose|otro (?:producto|articulo)|otra cosa|outro (?:produto|artigo)|outra coisa|(?:un )?altro (?:prodotto|articolo)|qualcos altro|ander (?:product|artikel)|iets anders",
);

/** What words say about how the return ends, once that is asked or shown; null when they say nothing about it. */
export function parseOutcome(scene: Scene, words: Words): Answer | null {
  const { state } = scene;
  if (!isQuoteDue(state) || state.choosingChange) return null;
  const [best] = words.understanding.intents;
  // "I wanted to exchange something", on another channel: it is this exchange, and says nothing new of it.
  const isThisOne = words.moved && isExchange(state.outcome) && best?.intent === "exchange";
  if (isThisOne && !words.understanding.slots.variant && !otherProduct.test(words.folded)) return null;
  // "The wool scarf" sounds like a question about it, and answers which product it shall be.
  const names = isExchange(state.outcome) && best?.intent === "product_question" && !words.text.includes("?");
  // "A gift card" sounds like a question about one, and answers what it shall be.
  const isCard = state.gift !== undefined && card.test(words.folded) && !words.text.includes("?");
  const isAside = isSideQuestion(words) && !swap.test(words.folded) && !names && !isCard;
  const named = isAside ? undefined : namedOutcome(scene, words);
  if (named && named !== state.outcome) return takeOutcome(scene, named, words);
  if (isAside || words.understanding.slots.command) return null;
  if (isExchange(state.outcome)) return parseInExchange(scene, words);
  const wish = words.understanding.slots.variant;
  // "I'd rather have it in ink": no kind that everybody knows, and no other wish in it.
  const ratherThat = !best && words.understanding.slots.yesNo === undefined && !not.test(words.folded) && !words.text.includes("?");
  const asksFor = best?.intent === "exchange" || ((wish !== undefined || ratherThat) && swap.test(words.folded));
  return asksFor ? takeOutcome(scene, "exchange-variant", words) : null;
}

/** The end that is named in so many words. */
function namedOutcome(scene: Scene, { folded, understanding }: Words): Ending | undefined {
  const offered = offeredOutcomes(scene);
  if (offered.includes("keep-item") && keep.test(folded)) return "keep-item";
  if (scene.state.gift && card.test(folded)) return "gift-card";
  if (credit.test(folded)) return "store-credit";
  if (otherProduct.test(folded) || understanding.intents[0]?.detail === "other_product") return "exchange-product";
  return understanding.slots.yesNo === undefined && money.test(folded) ? "refund" : undefined;
}

/** Takes an end where it is offered; otherwise says what is. */
export function takeOutcome(scene: Scene, outcome: Ending, words?: Words): Answer {
  const { state, context } = scene;
  const offered = offeredOutcomes(scene);
  const possible = isExchange(outcome) && !offered.includes(outcome) ? offered.find(isExchange) : outcome;
  const cleared = withoutOutcome(state);
  if (!possible || !offered.includes(possible)) {
    const isOneOfMany = isExchange(outcome) && state.picks.length > 1;
    return { state: cleared, notices: [outcomeText(context.language, isOneOfMany ? "oneItemPerExchange" : "notOffered")] };
  }
  if (!isExchange(possible)) return { state: { ...cleared, outcome: possible }, notices: [] };
  const wish = words && wishOf(words);
  // A kind is looked for in the same product first; whoever names another product says more than a size.
  return { state: { ...cleared, outcome: possible, exchange: wish ? { wish } : {} }, notices: [] };
}

export function wishOf({ text, understanding }: Words): { words: string; variant?: Words["understanding"]["slots"]["variant"] } {
  const { variant } = understanding.slots;
  return { words: text, ...(variant && { variant }) };
}

/** While an exchange is being put together: the product's name, a kind of it, or one of several that were found. */
function parseInExchange(scene: Scene, words: Words): Answer | null {
  const { state } = scene;
  const { yesNo, position } = words.understanding.slots;
  const found = state.exchange?.found;
  if (found) {
    const one = position ? found[position - 1] : found.find(({ title }) => words.text.toLowerCase().includes(title.toLowerCase()));
    return one ? { state: withProduct(state, one), notices: [] } : searchFor(scene, words);
  }
  const product = exchangeProduct(scene);
  if (product) return takeWish(scene, wishOf(words));
  if (yesNo || state.outcome !== "exchange-product") return null;
  return searchFor(scene, words);
}

function searchFor(scene: Scene, words: Words): Answer | null {
  if (words.understanding.slots.yesNo) return null;
  const { variant } = words.understanding.slots;
  return { state: { ...scene.state, exchange: { words: words.text, ...(variant && { wish: wishOf(words) }) } }, notices: [] };
}
