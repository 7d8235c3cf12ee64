import { singleLetters } from "./clauses.ts";

const cardinals = [
  "one ein eine einen eins einer un une uno una um uma een",
  "two zwei zwo deux dos dois duas due twee both beide les deux ambos entrambi",
  "three drei trois tres tre drie",
  "four vier quatre cuatro quatro quattro",
  "five funf cinq cinco cinque vijf",
  "six sechs seis sei zes",
  "seven sieben sept siete sete sette zeven",
  "eight acht huit ocho oito otto",
  "nine neun neuf nueve nove negen",
  "ten zehn dix diez dez dieci tien",
];
const ordinals = [
  "first 1st erste ersten erster erstes premier premiere primero primera primer primeiro primeira primo prima eerste",
  "second 2nd zweite zweiten zweiter zweites deuxieme seconde segundo segunda secondo seconda tweede",
  "third 3rd dritte dritten dritter drittes troisieme tercero tercera tercer terceiro terceira terzo terza derde",
  "fourth 4th vierte vierten vierter viertes quatrieme cuarto cuarta quarto quarta vierde",
  "fifth 5th funfte funften funfter funftes cinquieme quinto quinta vijfde",
  "sixth 6th sechste sechsten sechster sechstes sixieme sexto sexta sesto sesta zesde",
  "seventh 7th siebte siebten siebter siebtes septieme septimo setimo settimo zevende",
  "eighth 8th achte achten achter achtes huitieme octavo oitavo ottavo achtste",
  "ninth 9th neunte neunten neunter neuntes neuvieme noveno nono negende",
  "tenth 10th zehnte zehnten zehnter zehntes dixieme decimo tiende",
];

const cardinalOf = lookup(cardinals);
const ordinalOf = lookup(ordinals);

function lookup(rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, at) => row.split(" ").map((word) => [singleLetters(word), at + 1] as const)));
}

/** "two", "zwei", "deux" → 2; takes a folded word. */
export function readCardinal(word: string): number | undefined {
  return cardinalOf.get(singleLetters(word));
}

/** "second", "zweite", "deuxieme" → 2; takes a folded word. */
export function readOrdinal(word: string): number | undefined {
  return ordinalOf.get(singleLetters(word));
}
