import type { Language } from "#app/channels/message.ts";
import { anyOf, caught, clauses, languageNames, nameOf } from "./words.ts";

const L = `(${anyOf(languageNames)})`;
const me = "(?:(?:to|with) me |me |us |back |only )*";
const mir = "(?:(?:mit mir|mir|uns|mit uns|bitte|doch|lieber|kunftig|ab jetzt|immer|nur) )*";

/** Somebody is told to do it, or says what they would like; asked whether we could it is as clear, where "please" or "me" is in it. */
const wishes = clauses([
  `(?:write|answer|reply|respond|speak|talk|chat|message|text) ${me}in ${L}`,
  `speak ${L} (?:with|to) me`,
  `(?:can|could|would|will) you (?:please )?(?:write|answer|reply|respond|speak|talk|text) ${me}in ${L}`,
  `(?:i'd|i would) (?:prefer|rather) (?:to )?(?:(?:write|speak|talk|chat|be answered) )?(?:(?:answers|replies|messages) )?(?:in )?${L}`,
  `(?:i'd|i would) like (?:to (?:write|speak|talk|chat|be answered) )?(?:(?:answers|replies|messages) )?in ${L}`,
  `i prefer (?:to (?:write|speak|talk|chat) )?(?:(?:answers|replies|messages) )?(?:in )?${L}`,
  `(?:let's|lets|can we|could we) (?:speak|talk|write|chat|switch to|continue in|go on in) (?:in )?${L}`,
  `my (?:preferred )?language is ${L}`,
  `(?:schreib(?:e|t|en sie)?|antworte(?:t|n sie)?|rede(?:t|n sie)?|sprich|sprecht|sprechen sie) ${mir}(?:auf|in) ${L}`,
  `(?:sprich|sprecht|sprechen sie) ${mir}${L} mit mir`,
  `(?:konnt ihr|konnen sie|kannst du|konntet ihr|konnten sie|konntest du|wurdet ihr|wurden sie) ${mir}(?:auf|in) ${L} ${mir}(?:schreiben|antworten|reden|sprechen)`,
  `ich (?:mochte|(?:hatte|wurde) (?:lieber|gern|gerne)) (?:(?:lieber|gern|gerne|bitte) )*(?:antworten )?auf ${L}(?: (?:schreiben|sprechen|reden|haben))?`,
  `ich (?:mochte|hatte|wurde) (?:lieber|gern|gerne) ${L}(?: (?:schreiben|sprechen|reden))?`,
  `ich bevorzuge (?:antworten auf )?${L}`,
  `meine sprache ist ${L}`,
  `(?:ecrivez|repondez|parlez|ecris|reponds|parle)(?:[- ]moi)? (?:(?:plutot|toujours|desormais|s'il vous plait|svp) )*en ${L}`,
  `(?:pouvez|pourriez)[- ]vous (?:me |m')?(?:ecrire|repondre|parler) (?:plutot )?en ${L}`,
  `(?:peux|pourrais)[- ]tu (?:me |m')?(?:ecrire|repondre|parler) (?:plutot )?en ${L}`,
  `je (?:prefere|prefererais|voudrais) (?:(?:ecrire|parler|echanger|une reponse|des reponses|que vous (?:m'|me )?(?:ecriviez|repondiez|parliez)) )?(?:en |le |l')?${L}`,
  `ma langue est (?:le |l')?${L}`,
  `(?:escrib|respond|contest)(?:e|a|an|id|ed|en|ad)(?:me|nos)? (?:solo )?en ${L}`,
  `habl(?:a|e|en|ad)(?:me|nos) en ${L}`,
  `(?:puedes|puede|podeis|pueden|podrias|podria|podriais|podrian) (?:escribirme|responderme|contestarme|hablarme) en ${L}`,
  `prefiero (?:(?:que me (?:escribas|escribais|escriban|escriba|respondas|respondan)|hablar|escribir|que hablemos|respuestas) )?(?:en |el )?${L}`,
  `mi idioma es el ${L}`,
  `(?:me )?(?:escrev(?:a|am|e)|respond(?:a|am|e)|fal(?:e|em))(?:[- ]me)?(?: comigo)? (?:so )?em ${L}`,
  `(?:(?:voces?|voce) )?(?:pode|podem|poderia|poderiam) (?:me )?(?:escrever|responder|falar)(?:[- ]me)?(?: comigo)? em ${L}`,
  `(?:eu )?(?:prefiro|preferiria) (?:(?:falar|escrever|respostas|que (?:me )?(?:escrevam|respondam|escreva|responda)) )?(?:em |o )?${L}`,
  `(?:o )?meu idioma e (?:o )?${L}`,
  `(?:mi )?(?:scriv(?:i|imi|ete|etemi|a|ami)|rispond(?:i|imi|ete|etemi|a)|parl(?:ami|atemi|i)) (?:solo )?in ${L}`,
  `(?:puoi|potete|puo|potresti|potreste|potrebbe) (?:scrivermi|rispondermi|parlarmi) in ${L}`,
  `(?:preferisco|preferirei|vorrei) (?:(?:scrivere|parlare|risposte|una risposta|che mi (?:scriviate|rispondiate)) )?(?:in |l'|il )?${L}`,
  `la mia lingua e (?:l'|il )?${L}`,
  `(?:schrijf|antwoord|praat|reageer|spreek) (?:(?:met mij|met me|mij|me|alsjeblieft|graag|voortaan|maar|alleen) )*in het ${L}`,
  `spreek ${L} met (?:mij|me)`,
  `(?:kun je|kan je|kunt u|kunnen jullie|zou je|zou u|zouden jullie) (?:(?:met mij|met me|mij|me|alsjeblieft|graag) )*in het ${L} (?:schrijven|antwoorden|praten|reageren)`,
  `ik (?:wil|heb|praat|schrijf) (?:(?:liever|graag) )+(?:in het )?${L}(?: (?:schrijven|praten))?`,
  `mijn taal is (?:het )?${L}`,
]);

/** "In French please": hardly anything but a wish, once it is said politely. */
const bareWish = clauses([`(?:in|auf|en|em|in het) ${L}`]);
const polite =
  /\b(?:please|pls|bitte|plait|svp|stp|favor|favore|alsjeblieft|alstublieft|aub|graag|lieber|plutot|mejor|meglio|liever|rather)\b/;

/** The language that one clause asks us to write in. */
export function languageIn(bare: string, folded: string): Language | undefined {
  const name = caught(wishes, bare) ?? (polite.test(folded) ? caught(bareWish, bare) : undefined);
  return name ? nameOf(languageNames, name) : undefined;
}

/** Asked as a question it is a wish all the same: "could you write to me in French?" */
export const politelyAsked = (folded: string): boolean =>
  /\b(?:(?:can|could|would|will) you|(?:can|could) we|konnt ihr|konnen sie|kannst du|konntet ihr|konnten sie|konntest du|wurdet ihr|wurden sie|(?:pouvez|pourriez)[- ]vous|(?:peux|pourrais)[- ]tu|puedes|puede|podeis|pueden|podrias|podria|podriais|podrian|pode|podem|poderia|poderiam|puoi|potete|puo|potresti|potreste|potrebbe|kun je|kan je|kunt u|kunnen jullie|zou je|zou u|zouden jullie)\b/.test(
    folded,
  );
