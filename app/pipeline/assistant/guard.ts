import { languages } from "#app/channels/message.ts";
import { isNumberWord, isPromise } from "./fact-words.ts";

/** What a model made of the template, the template itself, and the hosts a link may lead to. */
export type GuardInput = { sentences: string[]; template: string[]; allowedHosts: string[] };

/**
 * A model's wording, when every fact of the template stands in it in the same sentence and order and no other fact does;
 * the template itself otherwise. Order counts, so that "1 of 3" cannot become "3 of 1".
 */
export function guardReply({ sentences, template, allowedHosts }: GuardInput): string[] {
  if (sentences.length !== template.length || !isShort(sentences.join(""), template.join(""))) return template;
  const faithful = sentences.every((sentence, index) => {
    const original = template[index] ?? "";
    return (
      isShort(sentence, original) && isPlain(sentence, original) && linksAreAllowed(sentence, allowedHosts) && sameFacts(sentence, original)
    );
  });
  return faithful ? sentences : template;
}

/** A model may be a little wordier than we are, not much: as a whole and in each sentence. */
function isShort(sentence: string, original: string): boolean {
  return sentence.length <= 1.6 * original.length + 80;
}

/** Format and control characters, blanks that look like nothing, variation selectors, private use, lone surrogates. */
const invisible = /[\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]|[^\P{Cc}\n]/u;
const markup = /!\[|\]\s*[([]|<\s*[a-z/!?]|&(?:#|[a-z]+;)|```/i;
const otherScheme = /\b(?:javascript|vbscript|data|file|blob|mailto|tel|sms|ftp|whatsapp|intent):\S/i;

/** Without markup, other schemes, or signs that nobody sees. */
export function isPlain(sentence: string, original: string): boolean {
  const breaks = (text: string) => text.split("\n").length;
  if (sentence.trim() === "" || breaks(sentence) > breaks(original)) return false;
  return !invisible.test(sentence) && !markup.test(sentence) && !otherScheme.test(sentence);
}

const link = /(?:[a-z][a-z0-9+.-]*:)?\/\/[^\s<>"]+|\bwww\.[^\s<>"]+/giu;
const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu;
/** A host without a scheme: chat apps turn it into a link all the same. */
const bareHost = /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:\/[^\s<>"]*)?/gu;
const trailing = /[.,;:!?)\]}'"»”’]+$/u;

export function linksAreAllowed(sentence: string, allowedHosts: string[]): boolean {
  return [...sentence.matchAll(link)].every(([found]) => {
    const address = found.replace(trailing, "");
    const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address.replace(/^\/\//, "")}`);
    const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
    return isWeb && !url.username && allowedHosts.some((host) => host.toLowerCase() === url.host);
  });
}

/** Ends of names that people write without more around them; chat apps turn them into links. */
const bareName =
  /(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)+(?:com|net|org|info|biz|io|co|app|dev|shop|store|online|site|xyz|link|click|top|example|eu|de|at|ch|fr|es|pt|it|nl|be|uk|us|ru|cn)(?![\p{L}\p{N}-])/giu;
const foreign =
  /(?:[a-z][a-z0-9+.-]*:)?\/\/[^\s<>"]+|\bwww\.[^\s<>"]+|(?<![\p{L}\p{N}@.-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}\/[^\s<>"]*/giu;

/**
 * A text of the shop's without the links and mail addresses in it that lead elsewhere: whoever could write there must not send
 * shoppers away. `ownMail`: the hosts of the shop's own addresses, lower case.
 */
export function withoutForeignLinks(text: string, allowedHosts: string[], ownMail: string[]): string {
  const keep = (address: string) => {
    const whole = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(address) ? address : `https://${address}`;
    return linksAreAllowed(whole, allowedHosts) ? address : "…";
  };
  const mails = text.replaceAll(email, (address) => (ownMail.includes(address.split("@")[1]?.toLowerCase() ?? "") ? address : "…"));
  return mails.replaceAll(foreign, keep).replaceAll(bareName, keep);
}

function sameFacts(sentence: string, original: string): boolean {
  const found = factsIn(sentence);
  const wanted = factsIn(original);
  if (found.length !== wanted.length || found.some((fact, index) => fact !== wanted[index])) return false;
  return isNegated(sentence) === isNegated(original);
}

const orderName = /#[\p{L}\p{N}][\p{L}\p{N}_-]*/gu;
/** With the letters that belong to it: a tracking number or size is one fact. */
const number = /\p{L}*\p{N}(?:[\p{L}\p{N}]|[.,:/'’–-](?=\p{N}))*/gu;
const sign = /[\p{Sc}%‰]|[-−](?=\s?[\p{Sc}\p{N}])/gu;
const word = /\p{L}[\p{L}\p{M}]*/gu;

/** Everything in a sentence that can be true or false, in its order: addresses, links, names, numbers, signs, days, months. */
export function factsIn(sentence: string): string[] {
  // Browsers read the ideographic full stops in a host as dots.
  let rest = sentence.normalize("NFC").replaceAll(/[。．｡]/gu, ".");
  const facts: { at: number; fact: string }[] = [];
  for (const pattern of [link, email, bareHost, orderName, number, sign]) {
    rest = rest.replace(pattern, (match: string, at: number) => {
      const fact = match.replace(trailing, "");
      facts.push({ at, fact });
      // A numeral leaves its digits, so that a day or month beside it is known as one.
      return pattern === number ? "0".repeat(match.length) : " ".repeat(fact.length) + match.slice(fact.length);
    });
  }
  for (const match of rest.matchAll(word)) {
    const fact = match[0].toLowerCase();
    if (isFactWord(match[0], rest, match.index)) facts.push({ at: match.index, fact });
  }
  return facts.sort((one, other) => one.at - other.at).map(({ fact }) => fact);
}

function isFactWord(written: string, text: string, at: number): boolean {
  const folded = written.toLowerCase();
  if (currencies.has(written) || isNumberWord(folded) || isPromise(folded) || relativeDays().has(folded)) return true;
  if (!calendarWords().has(folded)) return false;
  // "may", "do", "set", "mar" are words as well: those count beside a number, the long ones also with a capital.
  if (folded.length > 3 && folded !== "march") return true;
  if (folded === "may" || folded === "march") {
    const opensSentence = /(?:^|[.!?]\s+)$/u.test(text.slice(0, at));
    if (/^[A-Z]/.test(written) && !opensSentence) return true;
  }
  const before = text.slice(0, at);
  const after = text.slice(at + written.length);
  return /0(?:\.|st|nd|rd|th)?\s*(?:of\s+|de\s+)?$/u.test(before) || /^\.?,?\s*0/u.test(after);
}

const months = Array.from({ length: 12 }, (_, index) => Date.UTC(2024, index, 1));
const weekdays = Array.from({ length: 7 }, (_, index) => Date.UTC(2024, 0, index + 1));
/** Made when first needed: asking for all these forms takes longer than anything else in the start of the process. */
const calendarWords = once(() =>
  languages
    .flatMap((language) =>
      (["long", "short"] as const).flatMap((width) => {
        const month = new Intl.DateTimeFormat(language, { month: width, timeZone: "UTC" });
        const weekday = new Intl.DateTimeFormat(language, { weekday: width, timeZone: "UTC" });
        // Months also in the form they take inside a date.
        const dayAndMonth = new Intl.DateTimeFormat(language, { day: "numeric", month: width, timeZone: "UTC" });
        // The first of each month and, in January, a whole week.
        const dates = [...months, ...weekdays];
        return dates.flatMap((date) => [
          month.format(date),
          weekday.format(date),
          dayAndMonth.formatToParts(date).find((part) => part.type === "month")?.value ?? "",
        ]);
      }),
    )
    .flatMap(wordsOf),
);

/** "today", "morgen", "ieri", "übermorgen"… without the German "hier" (here), which French means as yesterday, and without "after" alone. */
const everydayWords = new Set("hier in ago day days de l altro pasado avant après depois".split(" "));
const relativeDays = once(() =>
  languages
    .flatMap((language) => {
      const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
      return [-2, -1, 0, 1, 2].map((days) => format.format(days, "day"));
    })
    .flatMap(wordsOf)
    .filter((one) => !everydayWords.has(one)),
);

const currencies = new Set(Intl.supportedValuesOf("currency"));

/** "€", "EUR", "%": what stands beside a figure. */
export const isCurrency = (fact: string): boolean => /[\p{Sc}%‰]/u.test(fact) || currencies.has(fact.toUpperCase());

const negations = new Set(
  wordsOf(
    "not no never cannot without nicht kein keine keinen keiner keinem nie niemals ohne pas aucun aucune jamais sans nunca ningún ninguna sin não nenhum nenhuma sem non nessun nessuna senza niet geen nooit zonder",
  ),
);

/** A lost or added "not" turns a true sentence into a false one without touching a number. */
export function isNegated(sentence: string): boolean {
  return /n['’]t\b/i.test(sentence) || wordsOf(sentence).some((one) => negations.has(one));
}

function once(make: () => string[]): () => Set<string> {
  let made: Set<string> | undefined;
  return () => {
    made ??= new Set(make());
    return made;
  };
}

function wordsOf(text: string): string[] {
  return text.normalize("NFC").toLowerCase().match(word) ?? [];
}
