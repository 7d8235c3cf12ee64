import { clausesOf, courtesy, isMadeOf, singleLetters, wordSet } from "./clauses.ts";

const plainYes = wordSet("yes yess yeah yea yep yup ye yse ja jaa jo joa jap jep jup oui ouii ouais ui sim simm");
const yes = wordSet(
  `${[...plainYes].join(" ")} y ya si sip sii sure ok okay okey okee okej oki k alright absolutely definitely certainly exactly correct right confirm confirmed agreed ` +
    "go ahead do it that's that s thats fine good great perfect sounds of course i guess think so works for me deal indeed confirmo confirme confirmer " +
    "klar natürlich naturlich genau stimmt passt gerne richtig sicher selbstverstandlich einverstanden freilich jawohl logo mach das denke schon geht klaro doch auf jeden fall jawoll bestätige bestatige " +
    "d'accord d accord bien sur volontiers exact exactement parfait carrement evidemment certainement allez y vas ca me va c'est c est bon tout a fait je confirme pense que oue " +
    "claro vale dale correcto exacto supuesto por cierto perfecto bueno de acuerdo adelante esta asi es eso venga hecho creo que " +
    "isso certo pode ser exato perfeito combinado tudo bem está beleza com certeza isso mesmo faz favor acho " +
    "certo va bene esatto perfetto certamente d'accordo accordo volentieri giusto confermo come no procedi " +
    "hoor jawel zeker prima natuurlijk tuurlijk klopt akkoord goed is doe maar jazeker top yes please lekker",
);
const no = wordSet(
  "no nope nah na nop noo nein ne noe noo nee neee neen non nan nao nein danke niet nicht not never nie nunca jamais mai nej " +
    "lieber rather really prefer i'd i d rather don't dont do auf keinen fall keineswegs bloss eher way thanks absolutely " +
    "plutot pas du tout merci surtout mejor prefiero que claro de ninguna manera melhor prefiro di meglio preferisco assolutamente liever doe maar helemaal zeker toch wel now jetzt maintenant ahora agora ora nu " +
    "still cancel nichts mag ich will want het ik wil",
);
const firmNo = wordSet("no nope nah nop nein ne nee neen non nan nao niet nicht not never nie nunca jamais pas dont don't");
const negation = wordSet(
  "no nope nah nein nee neen non nao not never nicht kein keine keinen keins nie niemals pas jamais aucun nunca ningun ninguna nada nenhum mai nessun nessuna niente niet geen nooit " +
    "dont don't doesnt isnt wont cant cannot t without ohne sans sin sem senza zonder except ausser nothing nichts rien niets ni",
);
/** What makes a yes depend on something, puts it off, or asks back. */
const reserve = wordSet(
  "but aber mais pero mas ma maar if wenn falls se als unless only nur seulement solo solamente alleen later spater wait warte attends attendez espera espere aspetta aspetti wacht moment momento minute plus tard luego despues depois dopo straks instead first erst d'abord avant perhaps maybe vielleicht peut forse talvez quiza quizas misschien depends kommt drauf " +
    "how what when why which who where wie was wann warum welche wer wo comment quand pourquoi combien quel quelle cuanto cuando quien cual donde quanto quando qual quem onde perche quale chi dove hoe wat wanneer waarom hoeveel welke waar",
);
const yesSigns = /[👍✅👌]/u;
const noSigns = /[👎❌🚫]/u;
const idioms =
  /\b(?:no problem|no worries|kein problem|pas de (?:probleme|souci)|sin problema|sem problema|nessun problema|geen probleem|why not|warum nicht|pourquoi pas|por que no|porque nao|perche no|waarom niet|come no)\b/;
const longestAnswer = 8;

/**
 * Whether the message agrees or refuses. Money hangs on a yes, so anything with a negation, a condition or a question in it
 * is no yes; what cannot be told apart stays undefined and is asked again.
 */
export function parseYesNo(text: string, folded: string, expecting?: string): "yes" | "no" | undefined {
  const clauses = clausesOf(text);
  const words = clauses.flat().map(singleLetters);
  if (words.length === 0) return yesSigns.test(text) === noSigns.test(text) ? undefined : yesSigns.test(text) ? "yes" : "no";
  if (idioms.test(folded)) return undefined;
  const [first = [], ...others] = clauses;
  const agrees = clauses.some((clause) => isMadeOf(clause, yes));
  const hasYes = plainYes.has(words[0] ?? "") || agrees;
  const negates = words.some((word) => negation.has(word)) || noSigns.test(text);
  if (negates) {
    if (plainYes.has(words[0] ?? "") || (others.length > 0 && agrees)) return undefined;
    return refuses(first, words, expecting) ? "no" : undefined;
  }
  if (isMadeOf(first, no) && first.some((word) => firmNo.has(singleLetters(word)))) return "no";
  const isCertain = !text.includes("?") && !words.some((word) => reserve.has(word));
  if (!hasYes || !isCertain || words.length > longestAnswer) return undefined;
  if (agrees) return "yes";
  return expecting === "yes-no" || courtesyOnly(words.slice(1)) ? "yes" : undefined;
}

function refuses(first: readonly string[], words: readonly string[], expecting?: string): boolean {
  const isFirm = first.some((word) => firmNo.has(singleLetters(word)));
  if (isFirm && (isMadeOf(first, no) || isMadeOf(first, disagreement))) return true;
  return expecting === "yes-no" && firmNo.has(words[0] ?? "") && words.length <= longestAnswer;
}

/** "That's not right", "stimmt nicht", "pas d'accord": agreement turned round. */
const disagreement = new Set([...yes, ...no, ...wordSet("it is das ist ce est lo es e o dat het das ok pas")]);

function courtesyOnly(words: readonly string[]): boolean {
  return words.every((word) => courtesy.has(word));
}
