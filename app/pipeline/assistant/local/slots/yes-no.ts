import type { Language } from "#app/channels/message.ts";
import { phrases, type SlotText } from "./text.ts";

/** Sound like a no and mean yes. */
const negatedYes = phrases(
  "no problem|no problemo|no worries|why not|kein problem|warum nicht|wieso nicht|pas de probleme|pas de souci|aucun probleme|pourquoi pas|sin problema|no hay problema|por que no|como no|ningun problema|sem problema|nao ha problema|por que nao|porque nao|nessun problema|non c'e problema|perche no|geen probleem|waarom niet",
);
/** A yes that may carry more words behind it. */
const strongYes =
  "y|ye|ye+s+|yse|yas+|yep+|yup+|yea+h*|yeh|ya|yess?ir|sure|of course|absolutely|definitely|certainly|correct|exactly|please do|go ahead|do it|sounds good|that's right|thats right|that is right|i agree|agreed|confirm|confirmed|" +
  "ja+|jo+|jap|jep|jup|jawohl|jaa|klar|na klar|klaro|genau|gerne?|sicher|naturlich|selbstverstandlich|stimmt|richtig|passt|passt so|einverstanden|in ordnung|mach das|machen sie das|mach mal|bitte machen|auf jeden fall|unbedingt|bestatige|" +
  "oui+|ouais|ouep|si+|d'accord|dac|daccord|bien sur|volontiers|parfait|exact|exactement|c'est ca|c'est bon|allez-y|vas-y|allez y|vas y|entendu|tout a fait|absolument|je confirme|" +
  "si por favor|vale|claro|claro que si|por supuesto|de acuerdo|perfecto|adelante|exacto|correcto|desde luego|confirmo|hazlo|dale|" +
  "sim+|isso|isso mesmo|com certeza|pode ser|pode|podes|podem|esta bem|ta bom|tudo bem|perfeito|de acordo|combinado|certo|concordo|beleza|faca isso|" +
  "certo|certamente|va bene|d'accordo|esatto|perfetto|procedi|proceda|volentieri|confermo|giusto|fallo pure|assolutamente|sicuro|" +
  "jazeker|zeker|graag|klopt|prima|akkoord|doe maar|natuurlijk|goed|precies|tuurlijk|is goed|uiteraard|jep";
/** A nod that also opens any other sentence; alone it is a yes. */
const weakYes =
  "ok+|okay+|okey+|oki|okeydokey|k|kk|alright|all right|fine|great|perfect|good|gut|super|alles klar|bien|bueno|bom|bene|oke|right|cool|top|doch";
const fillers =
  "please|pls|plz|thanks|thank you|thx|so|then|now|do|it|that|this|is|fine|good|with me|for me|go ahead|of|course|i|do|want|want to|would|like|the|one|looks|sounds|correct|right|bitte|danke|mach|das|dann|so|mal|sehr|es|ist|gut|ich|will|mochte|gerne?|stimmt|passt|s'il te plait|s'il vous plait|stp|svp|merci|c'est|bon|je|veux|bien|le|por favor|porfa|gracias|esta|quiero|eso|es|favor|obrigad[oa]|quero|per favore|grazie|lo|voglio|va|alsjeblieft|alstublieft|aub|dank|dank je|dat|is|dan|wel|graag|doe|maar|hoor|lets go|let's|go|und|and|los|jetzt|maintenant|ahora|agora|adesso|nu";
const startsYes = new RegExp(`^(?:${strongYes})(?![\\p{L}\\p{N}'])`, "u");
const onlyYes = new RegExp(`^(?:(?:${strongYes}|${weakYes}|${fillers})(?![\\p{L}\\p{N}])[\\s,.!:;)-]*)+$`, "u");
const hasYes = phrases(`${strongYes}|${weakYes}`);

const noWords =
  "no+|nope+|nah+|nay|no thanks|no thank you|not really|rather not|better not|don't|do not|dont|not now|not yet|never|nein+|ne+|noe|nop|lieber nicht|eher nicht|besser nicht|auf keinen fall|bitte nicht|nicht|keineswegs|noch nicht|jetzt nicht|niemals|non+|nan|pas du tout|surtout pas|plutot pas|pas maintenant|jamais|mejor no|para nada|ahora no|de ninguna manera|nunca|nao+|nem pensar|melhor nao|agora nao|claro que nao|meglio di no|assolutamente no|per niente|mai|nee+|liever niet|beter niet|absoluut niet|zeker niet|niet|nooit|negative";
const startsNo = new RegExp(`^(?:${noWords})(?![\\p{L}\\p{N}'])`, "u");
/** Spanish, Portuguese and Italian put the same word before any verb: "no me queda bien" is a reason, not an answer. */
const noBeforeVerb: Partial<Record<Language, RegExp>> = {
  es: /^no\s+(?!gracias|por favor|quiero|lo|hagas)\p{L}/u,
  pt: /^(?:nao|no)\s+(?!obrigad|quero|por favor|faca)\p{L}/u,
  it: /^non\s+(?!grazie|voglio|farlo)\p{L}/u,
  nl: /^niet\s+(?!nu|doen)\p{L}/u,
  de: /^(?:nicht|noch nicht)\s+(?!jetzt|machen)\p{L}/u,
  en: /^(?:don't|dont|do not|never|not)\s+(?!now|yet|do|really|want)\p{L}/u,
};
const negation = phrases(
  "no|not|nope|nah|never|don't|dont|doesn't|won't|can't|cannot|isn't|nein|nicht|nichts|kein\\w*|nie|niemals|non|pas|jamais|aucune?|nunca|tampoco|nao|nem|niente|mai|nessun\\w*|nee|niet|geen|nooit",
);
const negationPt = phrases("not|nao|nunca|nem|nada disso");
/** A yes with a condition is not a yes to what was shown. */
const hedge = phrases(
  "but|maybe|perhaps|wait|hold on|later|unless|if|except|instead|actually|aber|vielleicht|warte|moment|spater|wenn|falls|ausser|sondern|stattdessen|erst|mais|peut-etre|attends|attendez|plus tard|si jamais|sauf|pero|quizas?|tal vez|espera|despues|excepto|mas|talvez|espere|depois|exceto|ma|forse|aspetta|dopo|tranne|maar eerst|maar niet|maar wel|misschien|wacht|straks|behalve|eventuell|evtl",
);
const unsure = phrases(
  "not sure|no idea|don't know|dont know|nicht sicher|weiss nicht|keine ahnung|je ne sais pas|pas sure?|aucune idee|no se|no lo se|ni idea|no estoy segur[oa]|nao sei|nao tenho certeza|non so|non lo so|non sono sicur[oa]|boh|weet niet|weet ik niet|niet zeker|geen idee|yes and no|ja und nein|jein",
);

/** A yes or a no to what was asked. Never a yes when the words also negate, put a condition, or ask something back. */
export function yesNoIn({ original, folded, expecting }: SlotText, language: Language): "yes" | "no" | undefined {
  if (/^[\s!]*(?:👍|✅|👌|🙏|💯)/u.test(original) && !/[\p{L}]/u.test(original)) return "yes";
  if (/^[\s!]*(?:👎|❌|🚫)/u.test(original) && !/[\p{L}]/u.test(original)) return "no";
  const said = folded
    .replace(negatedYes, "ok")
    .replace(/^(?:oh|ah|uh|um|hm+|ehm|ahm?|well|na|ach|eh|hey|hi|hallo|hello|bueno pues|pues|also|ben|bah|beh)[\s,]+(?=\p{L})/u, "");
  if (unsure.test(said)) return undefined;
  const opens = startsYes.test(said);
  const only = onlyYes.test(said.replace(/\?+$/, "")) && hasYes.test(said);
  if (opens || only) {
    const negates = (language === "pt" ? negationPt : negation).test(said) || startsNo.test(said);
    const asksBack = said.includes("?") && !only;
    const long = said.split(/\s+/).length > (expecting === "yes-no" ? 16 : 8);
    if (!negates) return hedge.test(said) || asksBack || long ? undefined : "yes";
    return opens && startsYes.test(said) && !isPlainNo(said) ? undefined : "no";
  }
  if (!startsNo.test(said)) return expecting === "yes-no" && isPlainNo(said) ? "no" : undefined;
  return noBeforeVerb[language]?.test(said) && !isPlainNo(said) ? undefined : "no";
}

const plainNo = phrases(
  "rather not|better not|no thanks|no thank you|not really|not now|i don't want (?:that|this|it|to)|don't do (?:it|that)|lieber nicht|eher nicht|besser nicht|auf keinen fall|bitte nicht|will ich nicht|ich will (?:das )?nicht|mochte ich nicht|plutot pas|surtout pas|je (?:ne )?(?:veux|prefere) pas|mejor no|ahora no|no quiero|para nada|melhor nao|agora nao|nao quero|claro que nao|meglio di no|non voglio|assolutamente no|liever niet|beter niet|zeker niet|wil ik niet|natuurlich nicht|bien sur que non|claro que no|certo che no|of course not|absolutely not|definitely not",
);

function isPlainNo(folded: string): boolean {
  return plainNo.test(folded);
}
