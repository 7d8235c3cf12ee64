import { stemmer as stemDutch } from "@orama/stemmers/dutch";
import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemFrench } from "@orama/stemmers/french";
import { stemmer as stemGerman } from "@orama/stemmers/german";
import { stemmer as stemItalian } from "@orama/stemmers/italian";
import { stemmer as stemPortuguese } from "@orama/stemmers/portuguese";
import { stemmer as stemSpanish } from "@orama/stemmers/spanish";
import { stopwords as dutch } from "@orama/stopwords/dutch";
import { stopwords as english } from "@orama/stopwords/english";
import { stopwords as french } from "@orama/stopwords/french";
import { stopwords as german } from "@orama/stopwords/german";
import { stopwords as italian } from "@orama/stopwords/italian";
import { stopwords as portuguese } from "@orama/stopwords/portuguese";
import { stopwords as spanish } from "@orama/stopwords/spanish";
import { type Language, languages } from "#app/channels/message.ts";
import { meaningOf, partsOf } from "#app/flows/item-words.ts";
import { conceptNames, conceptsIn } from "#app/pipeline/assistant/local/concepts.ts";
import { foldText, wordsOf } from "#app/pipeline/assistant/local/fold-text.ts";
import { localModels } from "#app/pipeline/assistant/local/models.ts";
import { wishesIn } from "#app/pipeline/assistant/local/wishes.ts";
import { meaningsOf } from "./meanings.ts";

/** A word that carries meaning, and all that it can be found by: its stem, and what it means in any of the seven languages.
 * `guessed`: nobody wrote it, it is what the classifier takes the words for. */
export type Term = { stem: string; units: string[]; guessed?: true };

const reading: Record<Language, { stem: (word: string) => string; silent: string[] }> = {
  en: { stem: stemEnglish, silent: english },
  de: { stem: stemGerman, silent: german },
  fr: { stem: stemFrench, silent: french },
  es: { stem: stemSpanish, silent: spanish },
  pt: { stem: stemPortuguese, silent: portuguese },
  it: { stem: stemItalian, silent: italian },
  nl: { stem: stemDutch, silent: dutch },
};

/** Words of asking and of politeness: everybody uses them, whatever it is about. Folded. */
const courtesies =
  "hi hello hey please thanks thank want wanna know tell wonder wondering question ask asking possible able need like get got let guys someone anyone anything something quick just really maybe actually still also much many long often soon way thing things dont method methods option options accept accepts accepted doesnt isnt cant im ive id youre theres whats hows sure yes certainly gladly course says said " +
  "hallo bitte danke welche welcher welches hoch akzeptiert nehmt mochte mochten wissen sagen frage fragen kann konnen konnte gibt gibts habt haben brauche gerne gern eigentlich mal etwas viel lange oft schon noch denn eure euren euer ihr euch " +
  "bonjour salut merci quel quelle quels quelles proposez comment chez moyen moyens mode modes methode methodes acceptez voudrais savoir dire question peux pouvez peut puis faut besoin svp plait est-ce combien longtemps quelque chose avez vos votre " +
  "hola gracias cual cuales como forma formas metodo metodos aceptan aceptais quiero quisiera saber pregunta puedo puede pueden podeis necesito favor cuanto cuanta cuantos teneis tienen vuestro vuestra hay " +
  "ola obrigado obrigada qual quais como aceitam aceita queria gostaria saber pergunta posso pode podem preciso quanto quantos voces tem vosso vossa ha " +
  "ciao salve grazie quale quali metodi accettate vorrei sapere domanda posso puo potete serve quanto quanti avete vostro vostra " +
  "hoi bedankt welk welke manier manieren accepteren graag weten vraag kan kunnen mag heb hebben jullie hoeveel lang help helps hilft aide ayuda ajuda aiuta happen happens";
const silentWords = new Map(
  languages.map((language) => [language, new Set([...reading[language].silent.map(foldText), ...courtesies.split(" ")])]),
);

/** How people begin, and what says nothing of what they ask. */
const openings =
  /(?<!\p{L})(?:by the way|good (?:morning|afternoon|evening|day)|guten (?:tag|morgen|abend)|übrigens|bonne journée|au fait|buen(?:os|as) (?:días|tardes|noches)|por cierto|bo[am] (?:dia|tarde|noite)|já agora|buon giorno|a proposito|goede? ?(?:morgen|middag|avond|dag)|trouwens)(?!\p{L})/giu;

/** What a question is after, by how it begins; answered by amounts and by spans of time. Folded. */
const asksPrice =
  /how much|what does .*cost|\bcosts?\b|charge for|was kost|kostet|wie ?viel|combien (?:coute|ca)|\bprix\b|cuanto (?:cuesta|vale|es|cobr)|quanto (?:custa|costa|e)\b|\bcustos?\b|hoeveel kost|wat kost|\bkost\b|wie hoch|kosten\b/;
const asksTime =
  /how (?:long|many days|soon|quick|fast)|\bwhen\b|wie (?:lange|schnell)|\bwann\b|dauert|combien de (?:temps|jours)|\bquand\b|cuanto (?:tarda|tiempo)|\bcuando\b|quanto tempo|\bquando\b|demora|hoe (?:lang|snel)|\bwanneer\b|duurt/;
const amount = /(?:[€$£]|\b(?:eur|usd|gbp|chf))\s?\d|\d\s?(?:[€$£]|(?:eur|usd|gbp|chf|euro|euros)\b)|free of charge|costs? nothing/i;

/** A telephone number or an address of mail. */
const reach = /\+\d[\d\s().-]{6,}\d|\S@\S+\.\w/;

/** Names of ways to pay. A text with two of them says how one can, whatever it calls that. */
const waysToPay =
  /\b(?:visa|mastercard|american express|amex|paypal|klarna|apple pay|google pay|shop pay|ideal|bancontact|twint|sepa|multibanco|bizum|pix)\b/gi;
const waysUnit = "zzways";

/** What the classifier tells apart and a page does not. */
const alike: Record<string, string> = { deliver: "ship", parcel: "ship", arrive: "ship", label: "return" };

/** Concepts that nearly every question holds, so that they tell no passage from another. */
const everywhere = new Set(
  "where when how howMuch can want ask still you greet thanks instead like tooMuch delivered bad weird order".split(" "),
);
/** A text names a country in its own language, a shopper in theirs. */
const countries = countryNames();

/** The words of a text that carry meaning, in their order. */
export function termsOf(text: string, language: Language): Term[] {
  const { stem } = reading[language];
  const silent = silentWords.get(language);
  const words = text
    .normalize("NFC")
    .replace(/t-shirt/gi, "tshirt")
    .replace(/['’]s\b/g, "");
  const terms: Term[] = [];
  for (const written of words.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const pieces = wordsOf(foldText(written));
    for (const folded of pieces) {
      const country = countryCodes.get(written) ?? countries.get(folded);
      if (country) {
        terms.push({ stem: folded, units: [folded, `zzr${country}`] });
        continue;
      }
      if (silent?.has(folded) || (folded.length < 2 && !/\d/.test(folded) && !sizes.has(folded))) continue;
      // Stems of accented words differ; a word without gaps was split and has none.
      const root = foldText(stem(pieces.length > 1 ? folded : written.toLowerCase())) || folded;
      terms.push({ stem: root, units: [...new Set([root, ...meaningsFor(folded)])] });
    }
  }
  return terms;
}

/** As people write them, in capitals only: "us" is a word. */
const countryCodes = new Map(Object.entries({ US: "us", USA: "us", UK: "gb", GB: "gb", EU: "eu", UAE: "ae" }));
const sizes = new Set(["s", "m", "l"]);

function meaningsFor(folded: string): string[] {
  const parts = [folded, ...partsOf(folded), ...tailOf(folded)];
  return [
    ...conceptsIn(parts).flatMap((concept) => conceptUnit(conceptNames[concept] ?? "")),
    ...parts.flatMap(meaningsOf).map((meaning) => `zzm${meaning}`),
    ...parts.flatMap((part) => meaningOf(part) ?? []).map((thing) => `zzt${thing}`),
  ];
}

/** Who asks of one country is answered by what is said of countries, too; a text on one country says nothing of others. */
const someCountry = meaningsOf("countries").map((meaning) => `zzm${meaning}`);
const isCountry = (term: Term): boolean => term.units.some((unit) => unit.startsWith("zzr"));

function conceptUnit(name: string): string[] {
  return everywhere.has(name) ? [] : [`zzc${conceptNames.indexOf(alike[name] ?? name)}`];
}

/** The last part of a compound, where it means something: "kreditkarte" → karte. */
function tailOf(folded: string): string[] {
  for (let cut = 3; cut <= folded.length - 4; cut += 1) {
    const tail = folded.slice(cut);
    if (meaningsOf(tail).length > 0 || meaningOf(tail) !== undefined) return [tail];
  }
  return [];
}

/** "norwegen" → "no", in all seven languages; names of several words by their longest, the last of those. */
function countryNames(): Map<string, string> {
  const known = new Map<string, string>();
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((one) => letters.map((other) => one + other));
  for (const language of languages) {
    const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    // Codes of countries that are no more stand for others.
    for (const code of codes.filter((one) => Intl.getCanonicalLocales(`und-${one}`)[0] === `und-${one}`)) {
      const words = wordsOf(foldText(names.of(code) ?? ""));
      const longest = words.findLast((word) => word.length === Math.max(...words.map((one) => one.length)));
      if (longest && longest.length > 3 && !known.has(longest)) known.set(longest, code.toLowerCase());
    }
  }
  return known;
}

/** Wishes that are no matter for a text of the shop. */
const wordless: ReadonlySet<string> = new Set(["smalltalk", "out_of_scope", "speak_to_human", "complaint", "order_status", "cancel_order"]);
/** How sure the classifier must be of a question, and of a sentence that was not written by a shopper. */
const clear = { question: 0.5, text: 0.7 };

/** What the classifier takes the words for: the detail, where there is one, before the intent. */
function wishUnits(text: string, least: number): string[][] {
  return wishesIn(localModels(), text)
    .filter(({ intent, confidence }) => confidence >= least && !wordless.has(intent))
    .map(({ intent, detail }) => [...(detail ? [`zzd${intent}${detail}`] : []), `zzi${intent}`].map((unit) => unit.replaceAll("_", "")));
}

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/** The terms of a question, with what kind of answer it is after. */
export function questionTerms(written: string, language: Language): Term[] {
  const text = written.replace(openings, " ");
  const folded = foldText(text);
  const terms = termsOf(text, language).map((term) => (isCountry(term) ? { ...term, units: [...term.units, ...someCountry] } : term));
  const said = new Set(terms.flatMap((term) => term.units));
  const kinds = [...(asksPrice.test(folded) ? conceptUnit("cost") : []), ...(asksTime.test(folded) ? conceptUnit("days") : [])];
  const wishes = wishUnits(text, clear.question).slice(0, 1);
  const all: Term[] = [
    ...terms,
    ...kinds.filter((unit) => !said.has(unit)).map((unit) => ({ stem: unit, units: [unit] })),
    ...wishes.map((units) => ({ stem: units[0] ?? "", units, guessed: true as const })),
    ...(wishes.flat().includes("zzdpaymentmethods") ? [{ stem: waysUnit, units: [waysUnit], guessed: true as const }] : []),
  ];
  return [...new Map(all.map((term) => [term.stem, term])).values()];
}

/** What the index keeps of a text: every unit of every term, and whether it names an amount. */
export function indexed(text: string, language: Language): string {
  const units = termsOf(text, language).flatMap((term) => term.units);
  const wishes = [...sentences.segment(text)].flatMap(({ segment }) => wishUnits(segment, clear.text).flat());
  const held = [
    ...(amount.test(text) ? conceptUnit("cost") : []),
    ...(reach.test(text) ? conceptUnit("contact") : []),
    ...((text.match(waysToPay) ?? []).length > 1 ? [waysUnit] : []),
  ];
  return [...units, ...wishes, ...held].join(" ");
}
