import type { Preference } from "#app/domain/identity/preferences.ts";
import { caught, clauses } from "./words.ts";

const letter = "xxs|xs|s|m|l|x{1,4}l|[2-6]xl|small|medium|large|extra[ -]?small|extra[ -]?large|pp|p|g|gg|xg";
const number = "\\d{1,2}(?:[.,]5)?";
/** A bare number is a size only where sizes are. */
const plain = `((?:eu )?(?:${letter}|[345]\\d(?:[.,]5)?))`;
const any = `((?:eu |uk |us )?(?:${letter}|${number}))`;
const shoe = `((?:eu |uk |us )?${number})`;

const always: Record<string, string> = {
  en: "(?:(?:usually|normally|always|generally|mostly|now) )?",
  de: "(?:(?:normalerweise|meistens|immer|jetzt|eigentlich|sonst|ubrigens|bei euch) )*",
  fr: "(?:(?:d'habitude|habituellement|normalement|generalement|toujours|en general|plutot) )?",
  es: "(?:(?:normalmente|siempre|habitualmente|generalmente) )?",
  pt: "(?:(?:normalmente|sempre|geralmente) )?",
  it: "(?:(?:di solito|normalmente|sempre|generalmente) )?",
  nl: "(?:(?:meestal|altijd|normaal|gewoonlijk) )?",
};
const clothes =
  "(?:in (?:clothes|clothing|everything|most things)|bei kleidung|in kleidung|en vetements|en ropa|de ropa|em roupas?|nei vestiti|in kleding)";
const shoes =
  "(?:in shoes|in sneakers|shoes?|bei schuhen|in schuhen|en chaussures|pour les chaussures|de pied|en zapatos|de zapatos?|de calzado|de pie|de sapatos?|de calcados?|de scarpe|di scarpe|di piede|nelle scarpe|in schoenen|voor schoenen)";

const sizes = clauses(
  [
    `i ${always.en}wear (?:an? |the )?(?:size )?${plain}`,
    `i ${always.en}wear (?:an? |the )?size ${any}`,
    `(?:i'm|im|i am) ${always.en}(?:an? )?size ${any}`,
    `(?:i'm|im|i am) ${always.en}an? ${plain}`,
    `my (?:usual |normal |clothing |clothes |dress )?size(?: is|:| =) (?:an? )?(?:size )?${any}`,
    `ich (?:trage|trag) ${always.de}(?:eine? |die )?${plain}`,
    `ich (?:trage|trag|habe|hab) ${always.de}(?:die |eine )?(?:konfektions|kleider)?gro(?:ss|sz|ess)e ${any}`,
    `(?:meine|die) (?:konfektions|kleider)?grosse(?: ist|:) (?:die |eine )?${any}`,
    `(?:je|j') (?:fais|porte|mets|prends toujours) ${always.fr}(?:du |un |le |la |une )?(?:taille )?${plain}`,
    `je (?:fais|porte|mets|suis(?: en)?) ${always.fr}(?:une |la |en |de la |du )?taille ${any}`,
    `ma taille(?: est| c'est| :|:)(?: (?:le|la|du|un|une))? ${any}`,
    `(?:yo )?${always.es}(?:uso|llevo|visto|gasto) ${always.es}(?:la |una |un |el )?${plain}`,
    `(?:yo )?${always.es}(?:uso|llevo|visto|gasto|tengo|soy) ${always.es}(?:de )?(?:la |una )?talla ${any}`,
    `mi talla(?: es|:) (?:la |una |el )?${any}`,
    `(?:eu )?${always.pt}(?:uso|visto) ${always.pt}(?:o |a |um |uma )?${plain}`,
    `(?:eu )?${always.pt}(?:uso|visto|sou) ${always.pt}(?:o |um )?(?:tamanho|manequim) ${any}`,
    `(?:o )?meu (?:tamanho|manequim)(?: e|:) (?:o )?${any}`,
    `(?:io )?${always.it}(?:porto|vesto|indosso) ${always.it}(?:la |una |il |un )?${plain}`,
    `(?:io )?${always.it}(?:porto|vesto|indosso|ho) ${always.it}(?:la |una )?taglia ${any}`,
    `la mia taglia(?: e| e'|:) (?:la |una )?${any}`,
    `ik draag ${always.nl}(?:een )?${plain}`,
    `ik (?:draag|heb|ben) ${always.nl}(?:een )?(?:kleding)?maat ${any}`,
    `mijn (?:kleding)?maat(?: is|:) (?:een )?${any}`,
  ],
  `(?: ${clothes})?`,
);

const shoeSizes = clauses([
  `(?:i ${always.en}(?:wear|have|take)|(?:i'm|im|i am)) (?:a )?shoe ?size ${shoe}`,
  `i ${always.en}wear (?:an? )?(?:size )?${shoe} ${shoes}`,
  `my (?:usual |normal )?(?:shoe ?size|foot size|size in shoes)(?: is|:| =) (?:an? )?${shoe}`,
  `ich (?:trage|trag|habe|hab) ${always.de}(?:die )?schuhgro(?:ss|sz|ess)e ${shoe}`,
  `ich (?:trage|trag|habe|hab) ${always.de}${shoes} (?:die )?(?:grosse )?${shoe}`,
  `meine schuhgro(?:ss|sz|ess)e(?: ist|:) (?:die )?${shoe}`,
  `je chausse ${always.fr}(?:du |un |le )?${shoe}`,
  `je (?:fais|porte|mets) ${always.fr}(?:du |un |le )?${shoe} ${shoes}`,
  `ma pointure(?: est| c'est| :|:)(?: (?:le|du|un))? ${shoe}`,
  `(?:yo )?${always.es}calzo ${always.es}(?:un |el |la |una )?(?:talla |numero )?${shoe}`,
  `(?:yo )?(?:uso|llevo|gasto|tengo) ${always.es}(?:un |el |la )?${shoe} ${shoes}`,
  `mi (?:numero|talla) ${shoes}(?: es|:) (?:el |la )?${shoe}`,
  `(?:eu )?${always.pt}calco ${always.pt}(?:o |um )?(?:numero |tamanho )?${shoe}`,
  `(?:eu )?(?:uso|tenho) (?:o |um )?(?:sapato|calcado)s? (?:numero |tamanho )?${shoe}`,
  `(?:o )?meu (?:numero|tamanho) ${shoes}(?: e|:) (?:o )?${shoe}`,
  `(?:io )?${always.it}calzo ${always.it}(?:il |un )?(?:numero )?${shoe}`,
  `(?:io )?(?:porto|ho) ${always.it}(?:il |un )?${shoe} ${shoes}`,
  `il mio numero ${shoes}(?: e| e'|:) (?:il )?${shoe}`,
  `ik (?:draag|heb) ${always.nl}(?:een )?schoenmaat ${shoe}`,
  `mijn schoenmaat(?: is|:) (?:een )?${shoe}`,
]);

/** The size that one clause says the shopper wears. */
export function sizeIn(bare: string): Preference | undefined {
  const worn = caught(shoeSizes, bare);
  if (worn) return { kind: "shoe-size", value: written(worn) };
  const value = caught(sizes, bare);
  return value ? { kind: "size", value: written(value) } : undefined;
}

const inLetters: [RegExp, string][] = [
  [/^extra[ -]?small$/, "XS"],
  [/^small$/, "S"],
  [/^medium$/, "M"],
  [/^extra[ -]?large$/, "XL"],
  [/^large$/, "L"],
];

/** As it stands on the label: "M", "42.5". */
function written(value: string): string {
  const plainValue = value
    .replace(/^eu\s+/, "")
    .replace(",", ".")
    .trim();
  return inLetters.find(([pattern]) => pattern.test(plainValue))?.[1] ?? plainValue.toUpperCase();
}
