import type { Language } from "#app/channels/message.ts";
import { fold } from "./item-words.ts";

/** What a question begins with, as far as no statement begins so. Folded. */
const openers: Record<Language, string> = {
  en: "how what when where which who whose why can could do does did is are will would may should have any anything",
  de: "wie was wann wo wohin woher welche welcher welches welchen wer wem warum wieso weshalb kann konnt konnen darf gibt habt haben ist sind macht bietet",
  fr: "comment quel quelle quels quelles quand ou pourquoi combien est qu qui peut peux puis pouvez pourrais avez faites y",
  es: "como que cual cuales cuando donde cuanto cuanta cuantos cuantas quien por puedo puede podria podeis hay teneis tienen haceis hacen",
  pt: "como qual quais quando onde quanto quanta quantos quantas quem por posso pode podem ha tem voces voce fazem",
  it: "come quale quali qual quando dove quanto quanta quanti quante chi perche posso puo potete potrei avete fate c",
  nl: "hoe wat wanneer waar welke welk wie waarom kan kunnen mag is zijn hebben heeft hebt doen doet",
};
const sets = new Map(Object.entries(openers).map(([language, words]) => [language, new Set(words.split(" "))]));
/** Said before a question. Folded. */
const before = /^(?:(?:and|but|also|so|hi|hello|und|aber|hallo|et|mais|bonjour|y|pero|hola|e|mas|ola|ma|ciao|en|maar|hoi)\W+)+/;

/** Asking to be told something. Folded. */
const requests =
  /\b(?:tell me|let me know|explain|like to know|want to know|need to know|wondering|sag mir|sagt mir|sagen sie mir|erklar|(?:mochte|wurde|will|wusste) (?:\p{L}+ ){0,2}(?:wissen|gern)|(?:dites|dis)[ -]moi|voudrais savoir|aimerais savoir|expliquez|dime|digame|decidme|(?:quiero|quisiera|gustaria) saber|explica|me (?:diga|digam|diz)|(?:queria|quero|gostaria de) saber|dimmi|ditemi|mi dica|vorrei sapere|voglio sapere|spiega|zeg me|vertel me|(?:wil|zou) (?:\p{L}+ ){0,2}weten|leg uit)\b/u;

/** Whether these words ask something: by a question mark, by how they begin ("how long do I have"), or as a request ("tell me …"). */
export function asksSomething(text: string, language: Language): boolean {
  const folded = fold(text.trim());
  if (text.includes("?") || requests.test(folded)) return true;
  const [first = "", second = ""] = folded.replace(before, "").match(/\p{L}+/gu) ?? [];
  // "Does not fit" tells.
  return second !== "not" && second !== "niet" && second !== "nicht" && (sets.get(language)?.has(first) ?? false);
}
