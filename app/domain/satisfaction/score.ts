import type { Language } from "#app/channels/message.ts";

/** 1 bad, 2 okay, 3 good: what is stored and averaged. */
export type Score = 1 | 2 | 3;
export const scoreNames = { good: 3, okay: 2, bad: 1 } as const satisfies Record<string, Score>;
export type ScoreName = keyof typeof scoreNames;

export const scoreOf = (name: string | null | undefined): Score | null =>
  name && Object.hasOwn(scoreNames, name) ? scoreNames[name as ScoreName] : null;
export const nameOf = (score: number): ScoreName => (score >= 3 ? "good" : score === 2 ? "okay" : "bad");

/** Typed answers in the languages we speak, folded: no accents, lower case. A longer one wins over what it begins with. */
const words: Record<ScoreName, Record<Language, string>> = {
  good: {
    en: "very good|really good|good|great|excellent|perfect|amazing|awesome|fantastic|brilliant|super|wonderful|all good|very happy|happy|satisfied|very satisfied|love it|top",
    de: "sehr gut|gut|super|toll|klasse|prima|perfekt|ausgezeichnet|hervorragend|spitze|bestens|alles gut|sehr zufrieden|zufrieden",
    fr: "tres bien|bien|super|parfait|excellent|genial|tres satisfaite?|satisfaite?|tres bon|bon|nickel|impeccable",
    es: "muy bien|muy buen[oa]|bien|buen[oa]|excelente|genial|perfecto|estupendo|fenomenal|muy satisfech[oa]|satisfech[oa]",
    pt: "muito bom|muito boa|muito bem|bom|boa|bem|otim[oa]|excelente|perfeito|maravilhos[oa]|satisfeit[oa]|muito satisfeit[oa]",
    it: "molto bene|molto buon[oa]|bene|buon[oa]|ottim[oa]|eccellente|perfetto|fantastico|molto soddisfatt[oa]|soddisfatt[oa]",
    nl: "heel goed|erg goed|zeer goed|goed|geweldig|prima|uitstekend|perfect|fantastisch|super|top|heel tevreden|tevreden",
  },
  okay: {
    en: "okay|ok|not bad|so so|so-so|average|fine|alright|all right|meh|mediocre|acceptable",
    de: "okay|ok|in ordnung|geht so|geht|naja|na ja|mittel|mittelmassig|so lala|ganz okay|ganz ok",
    fr: "correct|moyen|ca va|passable|bof|pas mal|okay|ok",
    es: "regular|normal|asi asi|aceptable|no esta mal|okay|ok",
    pt: "regular|mais ou menos|razoavel|normal|ok|okay",
    it: "cosi cosi|discret[oa]|normale|nella media|accettabile|non male|ok|okay",
    nl: "redelijk|gaat wel|matig|oke|ok|okay|gemiddeld|voldoende|niet slecht",
  },
  bad: {
    en: "very bad|really bad|bad|not good|terrible|awful|horrible|poor|very poor|worst|disappointing|disappointed|unhappy|useless|not happy",
    de: "sehr schlecht|schlecht|nicht gut|furchtbar|schrecklich|miserabel|mies|katastrophe|katastrophal|enttauschend|enttauscht|unzufrieden",
    fr: "tres mauvais|mauvais|pas bien|pas bon|nul|horrible|terrible|decevant|decue?|mal|tres mal|catastrophique|insatisfaite?",
    es: "muy mal|mal|muy mal[oa]|mal[oa]|no bien|terrible|horrible|pesim[oa]|fatal|decepcionad[oa]|decepcionante|insatisfech[oa]",
    pt: "muito ruim|ruim|muito mal|mal|muito mau|mau|pessim[oa]|horrivel|terrivel|decepcionante|decepcionad[oa]|insatisfeit[oa]",
    it: "molto male|male|pessim[oa]|cattiv[oa]|scars[oa]|terribile|orribile|deludente|delus[oa]|insoddisfatt[oa]",
    nl: "heel slecht|erg slecht|zeer slecht|slecht|niet goed|verschrikkelijk|vreselijk|teleurstellend|teleurgesteld|ontevreden|waardeloos",
  },
};

const intro =
  "(?:(?:it was|it's|its|that was|was|i am|i'm|i would say|es war|das war|war|ich bin|c'etait|cetait|c'est|fue|estuvo|foi|e stato|era|het was|was het|hi|hello|hallo|bonjour|hola|ola|ciao)[\\s,:!]+)*";
const alternatives = (name: ScoreName) => Object.values(words[name]).join("|");
/** Bad before good: "not good" begins with no word of praise, but "not bad" must not be read as bad. */
const typed: [RegExp, Score][] = (["okay", "bad", "good"] as const).map((name) => [
  new RegExp(`^${intro}(?:${alternatives(name)})(?![\\p{L}\\d'-])`, "u"),
  scoreNames[name],
]);

const faces: [RegExp, Score][] = [
  [/^(?:👍|😀|😃|😄|😁|😊|🙂|😍|🥰|❤️?|💯|🎉|🙌|👏)/u, 3],
  [/^(?:😐|😑|🤷|😕)/u, 2],
  [/^(?:👎|🙁|☹️?|😞|😟|😠|😡|🤬|😢|😭|💩)/u, 1],
];

/** At most so much of a comment is kept. */
export const longestComment = 1_000;

/**
 * What a typed answer to the question says, and what else was written with it. Null where the message does not begin with an
 * answer. Numbers go from 1 to 5, also "4/5" and stars; a question is no answer, however it begins.
 */
export function readRating(text: string): { score: Score; comment: string | null } | null {
  const whole = text.trim();
  if (whole === "" || whole.length > longestComment) return null;
  const stars = /^((?:⭐️?\s*|★\s*){1,5})(?:☆\s*)*/u.exec(whole);
  if (stars?.[1]) return rated(bySteps([...stars[1].matchAll(/⭐|★/gu)].length), whole.slice(stars[0].length));
  const face = faces.find(([pattern]) => pattern.test(whole));
  if (face) return rated(face[1], whole.replace(/^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D)+/u, ""));
  const number =
    /^([1-5])\s*(?:(?:\/|of|out of|von|sur|de|di|van|su|out)\s*5)?(?:\s*(?:stars?|sterne?|etoiles?|étoiles?|estrellas?|estrelas?|stelle?|sterren))?(?![\p{L}\d%.,:#/-]*\d)(?!\s*(?:x|days?|tage?|jours?|dias?|giorni|dagen)\b)/iu.exec(
      whole,
    );
  if (number?.[1]) {
    const rest = whole.slice(number[1].length);
    // "2 dresses please" counts things.
    const counts = number[0].trim() === number[1] && /^\s+\p{L}/u.test(rest);
    const after = whole.slice(number[0].length);
    return counts && !pleasantries.test(after.trim()) && !reasons.test(after.trim()) ? null : rated(bySteps(Number(number[1])), after);
  }
  const folded = fold(whole);
  if (greeting.test(folded)) return null;
  const word = typed.map(([pattern, score]) => ({ found: pattern.exec(folded)?.[0], score })).filter((one) => one.found !== undefined);
  const [best] = word.sort((one, other) => (other.found?.length ?? 0) - (one.found?.length ?? 0));
  return best?.found === undefined ? null : rated(best.score, whole.slice(best.found.length));
}

/** "Good morning" praises nothing. */
const greeting =
  /^(?:(?:hi|hello|hallo|hola|ola|ciao|bonjour)[\s,!]+)*(?:good|gut\w*|bon|bonne|buen[oa]s?|bo[am]|buon[oa]?|goede?n?) ?(?:morning|afternoon|evening|day|night|morgen|tag|abend|nacht|jour|soir|soiree|nuit|dias?|tardes?|noches?|noite|giorno|sera|notte|dag|middag|avond)\b/;

const bySteps = (steps: number): Score => (steps >= 4 ? 3 : steps === 3 ? 2 : 1);

/** The same length as what was written, so that the rest can be cut off it. */
function fold(text: string): string {
  return [...text.normalize("NFC")]
    .map((sign) => sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().slice(0, sign.length) || sign)
    .join("")
    .replaceAll("’", "'");
}

const reasons = /^(?:because|since|but|as|it|you|weil|da|aber|denn|car|parce|mais|porque|pero|perche|perché|ma|mas|omdat|want|maar)\b/iu;
const pleasantries =
  /^(?:(?:thanks?|thank you|thx|danke(?: schon| schön)?|vielen dank|merci(?: beaucoup)?|gracias|muchas gracias|obrigad[oa]|grazie|dank je|bedankt|so much|a lot|very much|everyone|all|again)[\s,.!]*)*$/iu;

function rated(score: Score, rest: string): { score: Score; comment: string | null } | null {
  if (/[?？]/.test(rest)) return null;
  const words = rest.replace(/^[\s,.;:!–—-]+/u, "").trim();
  return { score, comment: words === "" || pleasantries.test(words) ? null : words };
}
