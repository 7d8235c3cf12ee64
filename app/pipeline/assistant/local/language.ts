import { detectAll } from "tinyld";
import { type Language, languages } from "#app/channels/message.ts";
import { foldText, wordsOf } from "./fold-text.ts";

/** Small words that people cannot write a sentence without, folded. Words that two languages share count for both. */
const smallWords: Record<Language, string> = {
  en: "the is my i it you to and of for not have has do does did can when where what how please thanks thank yes would want need with this that your are be on in was were its im i'm hello hey order return refund back still will get from help",
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
const sets = languages.map((language) => ({ language, words: new Set(smallWords[language].split(" ")) }));

const shortText = 3;
const foreignShare = 0.35;
const foreignCertainty = 0.4;

export type DetectedLanguage = { language: Language; foreignLanguage?: string };

/**
 * In which language to answer. The language of the conversation holds for one or two words and whenever the new text is not
 * clearly another; a language that is not ours is named, and answered in the shop's own.
 */
export function detectLanguage(text: string, previous: Language | undefined, shopLanguage: Language): DetectedLanguage {
  const words = wordsOf(foldText(text)).filter((word) => /\p{L}/u.test(word));
  const scores = scoreSmallWords(text, words);
  const [best, second] = scores;
  const usual = previous ?? shopLanguage;
  if (!best || words.length === 0) return { language: usual };
  const isClear = best.score >= 1 && best.score > (second?.score ?? 0);
  if (words.length < shortText) return { language: previous ?? (isClear ? best.language : tinyOrUsual(text, usual)) };

  const [tiny] = detectAll(text);
  const isOurs = tiny && languages.some((language) => language === tiny.lang);
  if (tiny && !isOurs && best.score / words.length < foreignShare && (tiny.accuracy >= foreignCertainty || hasForeignScript(text))) {
    return { language: usual, foreignLanguage: tiny.lang };
  }
  if (isClear && best.score - (second?.score ?? 0) >= 1.5) return { language: best.language };
  const combined = scores.map((one) => ({ ...one, score: one.score + (one.language === tiny?.lang ? 1 : 0) + (one.language === usual ? 0.6 : 0) }));
  combined.sort((a, b) => b.score - a.score);
  return { language: combined[0]?.language ?? usual };
}

function scoreSmallWords(text: string, words: readonly string[]): { language: Language; score: number }[] {
  const marked = letters.flatMap(([pattern, owners]) => (pattern.test(text) ? owners : []));
  return sets
    .map((set) => ({
      language: set.language,
      score: words.filter((word) => set.words.has(word)).length + marked.filter((one) => one === set.language).length,
    }))
    .sort((a, b) => b.score - a.score);
}

function tinyOrUsual(text: string, usual: Language): Language {
  const [tiny] = detectAll(text, { only: [...languages] });
  const found = languages.find((language) => language === tiny?.lang);
  return found && (tiny?.accuracy ?? 0) >= 0.7 ? found : usual;
}

function hasForeignScript(text: string): boolean {
  return /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}\p{C}]/u.test(text);
}
