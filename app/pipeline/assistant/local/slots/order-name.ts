import { foldText } from "../fold-text.ts";

const named = /#\s?((?:[a-z]{1,6}-?)?\d{3,10}(?:-?[a-z]{1,4})?)(?![\p{L}\p{N}])/iu;
const cue =
  /(?:^|[^\p{L}\p{N}])(?:(?:my |meine |meiner |ma |mi |minha |mio |mijn )?(?:order|oder|purchase|bestell(?:ung|nummer|nr)?|bestelung|auftrag(?:snummer)?|commande|comande|pedido|compra|encomenda|ordine|acquisto|bestelling|bestelnummer|ordernummer)(?:[\s.:]*(?:number|nummer|nr|no|num|numero|n[o°º]?|id))?|(?:nr|no|numero|nummer|number|num|n[o°º])[.:]?)(?:\s+(?:is|ist|est|es|e|is:|lautet|war|was|mit der|der))*\s*[.:]?\s*((?:[a-z]{1,4}-)?\d{3,8})(?![\p{L}\p{N}])/iu;
const bare = /(?<![\p{L}\p{N}+#.,-])\d{3,8}(?![\p{L}\p{N}]|[.,]\d)/gu;

/**
 * The order a shopper names, as Shopify writes it ("#1001"). A number alone counts only behind a word like "order",
 * or when an order was asked for; what reads like money, a size or a code stays out.
 */
export function parseOrderName(text: string, expecting?: string): string | undefined {
  const written = named.exec(text)?.[1] ?? cue.exec(foldText(text))?.[1];
  if (written) return `#${written.toUpperCase()}`;
  if (expecting !== "order" && expecting !== "contact") return undefined;
  const numbers = withoutMoney(text).match(bare) ?? [];
  return numbers.length === 1 ? `#${numbers[0]}` : undefined;
}

function withoutMoney(text: string): string {
  return text.replace(/[€$£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|\$|£|euro?s?\b|usd\b|chf\b|cm\b|kg\b|%)/giu, " ");
}
