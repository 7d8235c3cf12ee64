/**
 * Everyday names of what shops sell, one line per thing in our seven languages, so that "das Leinenkleid" finds
 * the "Linen dress". Folded: lower case, no accents. A word not listed here is still matched against the title itself.
 */
/** Things as such. What they are made of and look like stands below. */
const kinds = [
  "dress kleid robe vestido vestito jurk",
  "scarf scarves schal tuch halstuch echarpe foulard bufanda panuelo cachecol lenco sciarpa sjaal",
  "shirt hemd chemise camisa camicia overhemd",
  "blouse bluse chemisier blusa",
  "tshirt tee shirt camiseta maglietta",
  "trousers pants hose pantalon pantalones calca calcas pantaloni broek",
  "jeans jean vaqueros",
  "skirt rock jupe falda saia gonna rok",
  "jacket jacke veste chaqueta jaqueta casaco giacca jas",
  "coat mantel manteau abrigo sobretudo cappotto mantel",
  "sweater jumper pullover pulli pull jersey sueter maglione trui",
  "cardigan strickjacke gilet rebeca vest",
  "shoes shoe schuhe schuh chaussures zapatos sapatos scarpe schoenen",
  "boots boot stiefel bottes botas stivali laarzen",
  "socks socken chaussettes calcetines meias calzini sokken",
  "hat hut chapeau sombrero chapeu cappello hoed",
  "cap beanie mutze bonnet gorro gorra berretto muts",
  "gloves handschuhe gants guantes luvas guanti handschoenen",
  "belt gurtel ceinture cinturon cinto cintura riem",
  "bag tasche sac bolso bolsa borsa tas",
  "backpack rucksack mochila zaino rugzak",
  "blanket throw decke couverture plaid manta cobertor coperta deken",
  "pillow cushion kissen coussin cojin almofada cuscino kussen",
  "towel handtuch serviette toalla toalha asciugamano handdoek",
  "mug cup tasse becher taza caneca tazza mok kop",
  "bowl schale schussel bol cuenco tigela ciotola kom",
  "lamp lampe lampara lampada",
  "apron schurze tablier delantal avental grembiule schort",
  "candle kerze bougie vela candela kaars",
  "ring anillo anel anello",
  "necklace kette collier collar colar collana ketting",
];
const looks = [
  "linen leinen lin lino linho linnen",
  "wool woollen wolle woll laine lana wol wollen",
  "cotton baumwolle baumwoll coton algodon algodao cotone katoen",
  "silk seide seiden soie seda seta zijde",
  "leather leder cuir cuero couro cuoio pelle leer",
  "red rot rouge rojo roja vermelho rosso rossa rood",
  "blue blau bleu azul blu blauw",
  "green grun vert verte verde groen",
  "black schwarz noir noire negro negra preto nero nera zwart",
  "white weiss blanc blanche blanco blanca branco bianco bianca wit",
  "grey gray grau gris cinza grigio grijs",
  "yellow gelb jaune amarillo amarelo giallo geel",
  "brown braun marron marrom marrone bruin",
  "pink rosa rose roze",
  "small klein petit petite pequeno pequena piccolo kleine",
  "large gross grande grand groot grote",
];

const meanings = new Map<string, number>();
[...kinds, ...looks].forEach((line, index) => {
  for (const word of line.split(" ")) if (!meanings.has(word)) meanings.set(word, index);
});

/** Every word above that names a thing, in all languages together. */
export const kindWords: string[] = kinds.flatMap((line) => line.split(" "));

/** What a word means in any of the languages; undefined when it is no everyday name. */
export function meaningOf(word: string): number | undefined {
  return meanings.get(word) ?? meanings.get(word.replace(/(es|s|e|n|en)$/, ""));
}

/** Taken apart where it is made of two everyday names, as German and Dutch do: "leinenkleid" → leinen, kleid. */
export function partsOf(word: string): string[] {
  for (let cut = 3; cut <= word.length - 3; cut++) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)];
    if (meanings.has(head) && meanings.has(tail)) return [head, tail];
  }
  return [];
}

/** Words that carry no name of a thing, in all languages together. */
export const fillerWords = new Set(
  (
    "the this that these those one ones my mine and or of for from with in on to at it its is was a an no not want return send back order please " +
    "der die das den dem des ein eine einen einem und oder von aus mit im am zu es ist war mein meine meinen nicht nein bitte will mochte zuruck zuruckgeben " +
    "le la les l un une des de du d et ou avec dans ce cette ces mon ma mes non pas je veux voudrais retourner renvoyer commande " +
    "el los las uno una unos unas y o con en este esta ese esa mi mis quiero devolver pedido por " +
    "os as um uma e do da dos das no na com em meu minha quero nao " +
    "il lo gli i del della dei e con mio mia voglio restituire reso ordine non " +
    "het een en van met mijn niet nee wil graag terug terugsturen bestelling"
  ).split(" "),
);

const numberWords: Record<number, string> = {
  2: "two zwei deux dos dois duas due twee",
  3: "three drei trois tres tre drie",
  4: "four vier quatre cuatro quatro quattro",
  5: "five funf cinq cinco cinque vijf",
  6: "six sechs seis sei zes",
};
const numbers = new Map(
  Object.entries(numberWords).flatMap(([value, words]) => words.split(" ").map((word) => [word, Number(value)] as const)),
);

/** A count that is written out or in digits. "One" is left out: in most languages it is only the article. */
export function countIn(words: string[]): number | undefined {
  for (const word of words) {
    const count = /^\d{1,3}$/.test(word) ? Number(word) : numbers.get(word);
    if (count !== undefined) return count;
  }
  return undefined;
}

const allWords = new Set(
  "all everything alles alle tout tous toutes todo todos toda todas tudo tutto tutti tutte alle allemaal".split(" "),
);
const bothWords = new Set("both beide beides ambos ambas entrambi entrambe allebei".split(" "));
const bothPhrases = /\b(les deux|los dos|las dos|os dois|as duas|tutti e due|tutte e due)\b/;

export function saysBoth(folded: string): boolean {
  return bothPhrases.test(folded) || wordsOf(folded).some((word) => bothWords.has(word));
}

/** "That's all" ends a list; it does not ask for all of it. Folded: apostrophes are gone. */
const closingPhrases =
  /\b(that ?s all|thats it|that is all|(das|dat) (ist|is|war|wars) ?(alles|es)?|c est tout|(eso )?es todo|(isso )?e tudo|e tutto)\b/g;

export function saysAll(folded: string): boolean {
  return !saysBoth(folded) && wordsOf(folded.replace(closingPhrases, " ")).some((word) => allWords.has(word));
}

const addingWords = new Set("too also plus additionally auch ausserdem zusatzlich aussi tambien tambem anche pure ook".split(" "));

/** "the scarf too": one more, not instead. */
export function saysAlso(folded: string): boolean {
  return wordsOf(folded).some((word) => addingWords.has(word));
}

const otherWords = new Set(
  "another other else second more noch weiteres weitere weiteren anderes andere anderen zweites zweite zweiten autre autres encore deuxieme otro otra otros otras segundo segunda outro outra outros outras altro altra altri altre secondo seconda ander andere nog tweede".split(
    " ",
  ),
);

/** "another one", "noch etwas": a further thing beside the one that is settled. */
export function saysAnother(folded: string): boolean {
  return saysAlso(folded) || wordsOf(folded).some((word) => otherWords.has(word));
}

/** Lower case, accents and punctuation gone: what is compared is only letters and digits. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/t-shirt/g, "tshirt")
    .replace(/[^\p{L}\p{N}#,&+]+/gu, " ")
    .trim();
}

export function wordsOf(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
