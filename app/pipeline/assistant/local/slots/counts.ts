import { phrases, type SlotText } from "./text.ts";

const numberWords: Record<number, string> = {
  1: "one|ein|eins|eine|einen|un|une|uno|una|um|uma|een|eentje",
  2: "two|zwei|zwo|deux|dos|dois|duas|due|twee|both|beide|beides|ambos|ambas|entrambi|entrambe|allebei|les deux|los dos|las dos|os dois|as duas|tutti e due|tutte e due|a couple|a pair|ein paar davon",
  3: "three|drei|trois|tres|tre|drie",
  4: "four|vier|quatre|cuatro|quatro|quattro",
  5: "five|funf|cinq|cinco|cinque|vijf",
  6: "six|sechs|seis|sei|zes",
};
const patterns = Object.entries(numberWords).map(([count, words]) => ({ count: Number(count), pattern: phrases(words) }));

/** "One" is mostly an article or a pronoun ("the red one"); it counts only beside a word like "just" or as the whole answer. */
const onlyOne = phrases(
  "(?:just|only|nur|bloss|seulement|juste|solo|solamente|apenas|so|somente|soltanto|alleen|slechts|maar) (?:one|1|ein\\w*|une?|una?|uno|uma?|een|eentje)|one of (?:them|the|these|those)|eine?s? davon|un seul|une seule|uno de ellos|una de ellas|um deles|uma delas|uno di (?:essi|questi)|een van de",
);
/** Digits that count things: not a size, an order, a date, a price, a place in a list. */
const digits =
  /(?<![\p{L}\p{N}#.,+/-])(\d{1,2})(?:\s?(?:x|×|mal|pcs|pieces|stuck|stk|stuks|pieces?|pezzi|unidades?|piezas?|pecas?))?(?![\p{L}\p{N}%€$£@]|[.,:/-]\d|\.(?=\s|$)|\s?(?:days?|tage?n?|jours?|dias?|giorn\w+|dag\w*|weeks?|wochen?|semain\w+|seman\w+|settiman\w+|we[ek]+en?|months?|monate?n?|mois|mes\w*|maand\w*|hours?|stunden?|heures?|horas?|or[ea]|uur|cm|mm|kg|euros?|eur|€|\$|£|%))/u;
const notBefore =
  /(?:size|sizes|grosse|groesse|taille|talla|tamanho|taglia|misura|maat|number|nummer|nr\.?|numero|no\.?|order|bestellung|commande|pedido|ordine|bestelling|option|opcion|opcao|opzione|optie)\s*$/u;

/** How many pieces. "All" is no number: the flows know how many there are. */
export function quantityIn(text: SlotText): number | undefined {
  const { folded, words, expecting } = text;
  if (onlyOne.test(folded)) return 1;
  const isAnswer = expecting === "quantity" && words.length <= 4;
  const alone = words.length === 1;
  const found = digits.exec(folded);
  if (found?.[1] && !notBefore.test(folded.slice(0, found.index)) && (!alone || isAnswer)) return Number(found[1]) || undefined;
  for (const { count, pattern } of patterns) {
    if ((count > 1 || isAnswer || alone) && pattern.test(folded)) return count;
  }
  return undefined;
}

const ordinals = [
  "first|1st|erste[rnsm]?|premier|premiere|1er|1ere|primer|primero|primera|primeir[oa]|prim[oa]|eerste|1e",
  "second|2nd|zweite[rnsm]?|deuxieme|second|seconde|2e|2eme|segund[oa]|second[oa]|tweede",
  "third|3rd|dritte[rnsm]?|troisieme|3e|3eme|tercer|tercer[oa]|terceir[oa]|terz[oa]|derde",
  "fourth|4th|vierte[rnsm]?|quatrieme|4e|4eme|cuart[oa]|quart[oa]|vierde",
  "fifth|5th|funfte[rnsm]?|cinquieme|5e|5eme|quint[oa]|vijfde",
].map(phrases);
const notAPlace = phrases(
  "first time|first of all|first order|zum ersten mal|erste bestellung|premiere fois|primera vez|primeira vez|prima volta|eerste keer|first name|second hand|a second|one second|un second[oa]|um segundo|un segundo|prima di|prima che|prima",
);
const numbered =
  /^(?:number|nummer|nr\.?|numero|option|opcion|opcao|opzione|optie|no\.?|the|das|die|der|le|la|el|o|a|il|de|het)?\s*(\d{1,2})\s*[.)]?$/u;

/** Which of a list, from 1. A bare number is a place unless a count was asked for. */
export function positionIn({ folded, words, expecting }: SlotText): number | undefined {
  const place = numbered.exec(folded)?.[1];
  if (place && !(expecting === "quantity" && /\d$/.test(folded))) return Number(place) || undefined;
  if (words.length > 8 || (notAPlace.test(folded) && words.length > 1 && !/(?:^|\s)la prima$/.test(folded))) return undefined;
  const at = ordinals.findIndex((pattern) => pattern.test(folded));
  return at === -1 ? undefined : at + 1;
}
