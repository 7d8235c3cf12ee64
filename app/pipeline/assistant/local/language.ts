import { detectAll } from "tinyld";
import { type Language, languages } from "#app/channels/message.ts";
import { classify, type LinearModel } from "./classifier.ts";
import { extractFeatures } from "./features.ts";
import { foldText, wordsOf } from "./fold-text.ts";
import type { BookLanguage } from "./languages.ts";

/** Small words that people cannot write a sentence without, folded. Words that two languages share count for both. */
const smallWords: Record<Language, string> = {
  en: "the is my i it you to and of for not have has do does did can when where what how please thanks thank yes would want need with this that your are be on in was were its im i'm hello hey hi ok order return refund back still will get from help",
  de: "der die das ist mein meine meinen meiner ich es du ihr sie und fur nicht habe hab hat kann wann wo was wie bitte danke ja nein mochte will brauche mit dies dieses euch eure sind auf im war noch zu zuruck ein eine einen bestellung paket hallo geld wird wurde auch bin mir mich den dem nach von gibt kommt schon immer",
  fr: "le la les est ma mon mes je il elle vous tu et pour pas ai a que quand ou comment svp stp merci oui non veux voudrais besoin avec ce cette votre sont sur dans etait un une des du commande colis bonjour retour remboursement toujours suis me ne c'est j'ai qu'est d' l' puis peux au en",
  es: "el la los las es mi mis yo lo tu y para no he ha que cuando donde como por favor gracias si quiero necesito con este esta vuestro son en un una de del pedido paquete hola devolver dinero esta todavia aun me se puedo al llega cuanto pero muy",
  pt: "o a os as e meu minha meus eu voce tu para nao tenho que quando onde como por favor obrigado obrigada sim quero preciso com este esta vosso sao em um uma de do da no na encomenda pedido pacote ola devolver dinheiro ainda me se posso ao chega quanto mas muito foi esta voces",
  it: "il lo la gli i le e mio mia miei io tu per non ho ha che quando dove come favore grazie si voglio vorrei serve con questo questa vostro sono in un una di del della ordine pacco ciao restituire soldi ancora mi posso al arriva quanto ma molto dov'e e' l' reso rimborso",
  nl: "de het een is mijn ik je jij u jullie en voor niet heb heeft kan wanneer waar wat hoe graag aub bedankt ja nee wil nodig met dit deze zijn op in was nog te terug bestelling pakket hallo geld wordt werd ook ben mij naar van er dat om al kunnen komt",
};
/** Letters that only some of the seven write. Read before folding. */
const letters: [RegExp, Language[]][] = [
  [/[äöüß]/i, ["de"]],
  [/[ñ¿¡]/i, ["es"]],
  [/[ãõ]/i, ["pt"]],
  [/[œêûîëï]|\b[ldjcnsm]['’][aeiouéèh]/i, ["fr"]],
  [/\b(?:l|dell|all|un|dov|c|quest|quell)['’][aeiouèé]|[ìò]/i, ["it"]],
  [/ij\b|\bij|aa|oe\b|ee[nrld]\b/i, ["nl"]],
  [/ç/i, ["fr", "pt"]],
];
/** What one or two words may be all of; the first language is meant unless the shop speaks another of them. Folded. */
const greetings: [RegExp, Language[]][] = [
  [/^(?:hallo)$/, ["de", "nl"]],
  [/^(?:danke|dankeschon|moin|servus|gruezi|guten)$/, ["de"]],
  [/^(?:hoi|bedankt|dankjewel|goedemorgen|goedendag|goedenavond|doei)$/, ["nl"]],
  [/^(?:bonjour|bonsoir|salut|coucou|merci)$/, ["fr", "de"]],
  [/^(?:hola|buenas|buenos|gracias)$/, ["es"]],
  [/^(?:ola|oi|obrigado|obrigada)$/, ["pt"]],
  [/^(?:ciao|salve|buongiorno|buonasera|grazie)$/, ["it"]],
  [/^(?:hi|hello|hey|thanks|thx)$/, ["en", "de", "nl", "fr", "es", "pt", "it"]],
];
const sets = languages.map((language) => ({ language, words: new Set(smallWords[language].split(" ")) }));

const shortText = 3;
const foreignShare = 0.3;
const foreignCertainty = 0.4;
/** More of our languages' small words than this, and it is one of ours whatever the model thinks. */
const knownEnough = 0.5;
const surely = 0.7;
/** A first word that the shop's own language hardly has is somebody else's. */
const unlikely = 0.1;
const half = 0.5;
/** What another language must be ahead of the one that is spoken here: about two of its small words. */
const held = 2;
/** A few words are often names and courtesies, and names have no language. */
const fewWords = 5;
const heldByFew = 4;

/** Two and more words in a row that begin with capitals. Who writes in capitals only names nothing by it. */
const names = /\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}[\p{L}\p{M}'’-]*(?:[ \t]+\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}[\p{L}\p{M}'’-]*)+/gu;

/** A language shows in a few sentences; the library that knows the foreign ones takes the square of a text's length. */
const enough = 600;

export type DetectedLanguage = { language: Language; foreignLanguage?: string };

/**
 * In which language to answer. The language of the conversation holds for one or two words and whenever the new text is not
 * clearly another; a language that is not ours is named, and answered in the usual one.
 */
export function detectLanguage(
  written: string,
  previous: Language | undefined,
  shopLanguage: Language,
  model: LinearModel<BookLanguage>,
): DetectedLanguage {
  const usual = previous ?? shopLanguage;
  // Addresses, links, our continue-here codes and numbers belong to no language.
  const plain = written.slice(0, enough).replace(/\S+@\S+|https?:\S+|\bOT-\w{9}\b|#?\d+/gi, " ");
  // Neither do names of products and streets, where a language is spoken already.
  const text = previous ? plain.replace(names, " ") : plain;
  const words = wordsOf(foldText(text)).filter((word) => /\p{L}{2}/u.test(word));
  if (words.length === 0) return { language: usual };
  const learnt = classify(model, extractFeatures(text));
  const [likely] = learnt;
  const recognised = likely && !isSpoken(likely.label) ? likely.label : undefined;
  if (words.length < shortText && !hasForeignScript(text)) {
    const greeted = greetings.find(([pattern]) => words.some((word) => pattern.test(word)));
    if (greeted) return { language: previous ?? greeted[1].find((one) => one === usual) ?? greeted[1][0] ?? usual };
    const usualConfidence = learnt.find(({ label }) => label === usual)?.confidence ?? 0;
    const isUsual = countSmallWords(text, words)[usual] > 0;
    const isOther = likely && !isUsual && (likely.confidence >= surely || (likely.confidence >= half && usualConfidence < unlikely));
    return { language: previous ?? (isOther && isSpoken(likely.label) ? likely.label : usual) };
  }
  const small = countSmallWords(text, words);
  const knownShare = Math.max(...Object.values(small)) / words.length;
  const [tiny] = detectAll(text);
  if (recognised && (likely?.confidence ?? 0) >= surely && knownShare < knownEnough)
    return { language: usual, foreignLanguage: recognised };
  const isForeign = tiny && !isSpoken(tiny.lang) && knownShare < foreignShare;
  if (isForeign && (tiny.accuracy >= foreignCertainty || hasForeignScript(text))) {
    return { language: usual, foreignLanguage: recognised ?? tiny.lang };
  }
  const scores = languages.map((language) => ({
    language,
    score:
      4 * (learnt.find(({ label }) => label === language)?.confidence ?? 0) +
      small[language] +
      (language === tiny?.lang ? 1 : 0) +
      (language === previous ? (words.length < fewWords ? heldByFew : held) : language === usual ? 0.8 : 0),
  }));
  scores.sort((a, b) => b.score - a.score);
  return { language: scores[0]?.language ?? usual };
}

function isSpoken(language: string): language is Language {
  return languages.some((one) => one === language);
}

/** How many small words and letters of each language the text has. */
function countSmallWords(text: string, words: readonly string[]): Record<Language, number> {
  const marked = letters.flatMap(([pattern, owners]) => (pattern.test(text) ? owners : []));
  const counts = sets.map(({ language, words: known }) => [
    language,
    words.filter((word) => known.has(word)).length + marked.filter((one) => one === language).length,
  ]);
  return Object.fromEntries(counts);
}

function hasForeignScript(text: string): boolean {
  return /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}\p{C}]/u.test(text);
}
