import type { Slots, VariantWish } from "#app/pipeline/assistant/model.ts";
import { fold } from "../item-words.ts";

/** How a thing is to be, as far as it was said; kept with the case as JSON. */
export type ItemWish = {
  kind?: "variant" | "quantity" | "remove";
  /** The words, for names of kinds that only the shop has. */
  words: string;
  variant?: VariantWish;
  /** A number of pieces, or so many more. */
  quantity?: number;
  more?: number;
  /** A kind that was picked from a list. */
  variantId?: string;
};

const removes =
  /\b(?:remove\w*|delete|drop|take .{0,40}\b(?:out|off)|leave .{0,30}\bout|without|entfern\w*|(?:raus|heraus|weg)(?:nehmen|lassen)|nehm\w* .{0,40}\b(?:raus|heraus|weg)|nimm .{0,40}\b(?:raus|heraus|weg)|streich\w*|lasst? .{0,40}\bweg|retir\w*|enlev\w*|supprim\w*|quit(?:a|ar|en|e)\b|elimin\w*|borr(?:a|ar)\b|sac(?:a|ar)\b|remov\w*|tir(?:a|ar|em|e)\b|exclu(?:a|ir)\b|togli\w*|rimuov\w*|rimuover\w*|verwijder\w*|haal .{0,40}\b(?:uit|weg|eruit)|weglaten)\b/;
const oneMore =
  /\b(?:one more|another one|a second one|one extra|noch (?:eine?[nsmr]?|mal eine?[nsmr]?)|eine?n? mehr|ein zweite[snr]|encore une?|un[e]? (?:autre|de plus)|otr[oa] mas|un[oa]? mas|mais um[a]?|mais outr[oa]|un altr[oa]|uno in piu|una in piu|nog een|eentje meer|een extra)\b/;
/** "Two instead of one": the second number is what there was. */
const insteadOfNumber =
  /\b(?:instead of|rather than|statt|anstatt|anstelle von|au lieu d[eu']?|en (?:vez|lugar) de|em vez de|ao inves de|invece di|al posto di|in plaats van)\s*\S+/g;
const onlyOne =
  /\b(?:just|only|nur|bloss|seulement|solo|solamente|apenas|somente|soltanto|alleen|maar) (?:one|1|eine?[nsmr]?|une?|una?|uno|uma?|een)\b/;
const numbers: Record<string, number> = Object.fromEntries(
  Object.entries({
    2: "two zwei deux dos dois duas due twee",
    3: "three drei trois tres tre drie",
    4: "four vier quatre cuatro quatro quattro",
    5: "five funf cinq cinco cinque vijf",
    6: "six sechs seis sei zes",
  }).flatMap(([count, words]) => words.split(" ").map((word) => [word, Number(count)])),
);
const quantityWord =
  /\b(?:quantity|amount|pieces?|anzahl|menge|stuck|quantite|cantidad|quantidade|quantita|aantal|of them|of these|davon|de ellos|deles|di essi|ervan|x|mal|stk)\b/;

/** What these words wish for a thing on an order; undefined where they hold no such wish. */
export function itemWish(text: string, slots: Slots, asked?: string): ItemWish | undefined {
  const words = text.replaceAll(/#\d+/g, " ");
  const folded = fold(words);
  const base = { words, ...(slots.variant && { variant: slots.variant }) };
  if (removes.test(folded)) return { ...base, kind: "remove" };
  if (slots.variant) return { ...base, kind: "variant" };
  if (oneMore.test(folded)) return { ...base, kind: "quantity", more: 1 };
  // "9 bar / 1 l", where the kinds are shown, is one of them and no number of pieces.
  const quantity = asked === "variant" ? undefined : quantityIn(folded, slots, asked === "quantity");
  if (quantity !== undefined) return { ...base, kind: "quantity", quantity };
  return asked === undefined || asked === "variant" ? base : undefined;
}

function quantityIn(folded: string, { quantity }: Slots, isAnswer: boolean): number | undefined {
  const plain = folded.replaceAll(insteadOfNumber, " ");
  if (onlyOne.test(plain)) return 1;
  const written = plain.split(/\W+/).flatMap((word) => numbers[word] ?? []);
  if (written[0] !== undefined) return written[0];
  const digits = /(?<![\w#.,/-])(\d{1,2})(?![\w%/-]|[.,]\d)/.exec(plain)?.[1];
  if (digits && (isAnswer || quantity !== undefined || quantityWord.test(plain))) return Number(digits);
  return isAnswer ? quantity : undefined;
}
