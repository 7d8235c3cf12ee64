import { foldText } from "./fold-text.ts";

/** What shops are asked to do, by verb and by noun, in folded words; those beside a negation are what somebody does not want. */
const things: Record<string, { verbs: string; nouns: string }> = {
  en: {
    verbs: "return|send(?: (?:it|them|this|that|anything|everything))? back|give(?: (?:it|them))? back|cancel|exchange|swap",
    nouns: "return|refund|exchange|cancell?ation|replacement|voucher|store credit|money back",
  },
  de: {
    verbs: "zuruckgeben|zuruckschicken|zurucksenden|retournieren|stornieren|umtauschen|widerrufen",
    nouns: "ruckgabe|retoure|rucksendung|stornierung|umtausch|erstattung|ruckerstattung|gutschein|geld zuruck",
  },
  fr: {
    verbs: "retourner|renvoyer|rendre|annuler|echanger",
    nouns: "retour|remboursement|annulation|echange|avoir|bon d'achat",
  },
  es: {
    verbs: "devolver(?:l[oa]s?)?|cancelar(?:l[oa]s?)?|anular(?:l[oa]s?)?|cambiar(?:l[oa]s?)?",
    nouns: "devolucion|reembolso|cancelacion|anulacion|cambio|vale",
  },
  it: {
    verbs: "restituir(?:e|l[oaie])|render(?:e|l[oaie])|annullar(?:e|l[oaie])|disdire|cambiar(?:e|l[oaie])",
    nouns: "reso|rimborso|annullamento|cambio|buono",
  },
  nl: {
    verbs: "retourneren|terugsturen|terug te sturen|annuleren|ruilen|omruilen",
    nouns: "retour|terugbetaling|annulering|ruil|tegoedbon|geld terug",
  },
  pt: {
    verbs: "devolve(?:r|-l[oa]s?)|cancela(?:r|-l[oa]s?)|troca(?:r|-l[oa]s?)",
    nouns: "devolucao|reembolso|cancelamento|troca|estorno|vale",
  },
};
const verbs = (language: string) => `(?:${things[language]?.verbs})`;
const nouns = (language: string) => `(?:${things[language]?.nouns})`;
const both = (language: string) => `(?:${verbs(language)}|${nouns(language)})`;

/** A clause that says only what is not to be done. The negation stands at its verb: "meine nicht passende Jacke zurückgeben" is none. */
const refusals = [
  `(?:don't|dont|do not|never|no longer) (?:really )?(?:want|wish|need|intend|mean|plan)(?: to| an?| any| my| the)? ${both("en")}`,
  `(?:(?:i'm|im|i am|we're|we are) not|(?:i|we) (?:won't|wont|will not)) (?:(?:trying|going|looking|asking|here) (?:to|for) (?:an? )?)?${both("en")}`,
  `^(?:please |pls |no |but )*(?:don't|dont|do not) ${verbs("en")}`,
  `^no ${nouns("en")}s? (?:is |are )?(?:needed|necessary|wanted|required|please|thanks)`,
  `(?:will|mochte|wollte|wollen|mochten) (?:\\S+ ){0,5}?(?:nicht|nichts)(?: mehr)? (?:(?:die|den|das|meinen?|diesen?|dieses|alles) (?:\\S+ )?)?${verbs("de")}`,
  `(?:will|mochte|wollte|wollen|mochten|brauche|brauchen) (?:\\S+ ){0,3}?(?:keinen?|kein) ${nouns("de")}`,
  `^(?:bitte |aber |nein )*(?:nicht|nichts) ${verbs("de")}`,
  `storniere?(?:n sie|t)? (?:\\S+ ){0,3}?nicht$`,
  `(?:veux|voudrais|souhaite|desire|vais|voulons) (?:surtout )?(?:pas|plus|rien) (?:(?:l[ae]s?|en) |l')?${verbs("fr")}`,
  `(?:veux|voudrais|souhaite|desire|voulons) pas (?:d'|de |une? )${nouns("fr")}`,
  `(?:ne |n')(?:pas annuler|(?:annulez|annule|retournez|remboursez) (?:surtout )?pas)`,
  `no (?:quiero|queremos|quisiera|deseo|voy a|necesito) (?:(?:una?|ninguna?|ningun|el|la) )?${both("es")}`,
  `no (?:la |lo )?(?:canceles?|cancelen|anules?|anulen)`,
  `non (?:voglio|vogliamo|vorrei|desidero|intendo) (?:(?:il|un|una|nessun|alcun) )?${both("it")}`,
  `non (?:annullate|annulli|annullare|annullatelo)`,
  `(?:wil|willen|wou|hoef|ga) (?:\\S+ ){0,5}?(?:niet|niets)(?: meer)? (?:te )?${verbs("nl")}`,
  `(?:wil|willen|hoef) (?:\\S+ ){0,3}?geen ${nouns("nl")}`,
  `^(?:graag |alsjeblieft |aub |nee )*niet ${verbs("nl")}`,
  `nao (?:quero|queremos|queria|desejo|vou|pretendo|preciso) (?:(?:uma?|nenhuma?|nenhum|o|a) )?${both("pt")}`,
  `nao (?:cancele|cancelem|cancela)`,
];
const refusal = new RegExp(`(?<![\\p{L}\\p{N}])(?:${refusals.join("|")})(?![\\p{L}\\p{N}])`, "u");
/** Most messages hold none of these, and need no closer look. */
const negation = /(?<!\p{L})(?:not|don't|dont|never|no|won't|wont|nicht|nichts|keinen?|pas|plus|rien|non|niet|niets|geen|nao)(?!\p{L})/u;

const clauseEnds =
  /[.,;:!?\n]+\s*|\s+(?=(?:but|just|only|rather|instead|sondern|aber|nur|mais|juste|seulement|plutot|plutôt|sino|pero|solo|sólo|ma (?:un|il|la|lo|vorrei|voglio|solo|cambiare|sapere)|soltanto|maar|alleen|mas|apenas|só)\s)/iu;

/**
 * A message without the clauses that say what is not wanted ("I don't want to return it, just another size"), or as it is where
 * there are none. Empty when it says nothing else.
 */
export function withoutRefusals(text: string): string {
  if (!negation.test(foldText(text))) return text;
  const clauses = text.split(clauseEnds);
  const kept = clauses.filter((clause) => !refusal.test(foldText(clause).trim()));
  return kept.length === clauses.length ? text : kept.filter((clause) => clause.trim() !== "").join(". ");
}

/** What is wanted, for whoever reads the words themselves; all of them where nothing is. */
export const wantedIn = (text: string): string => withoutRefusals(text) || text;
