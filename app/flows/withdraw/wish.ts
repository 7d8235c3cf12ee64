/**
 * What states, or asks to state, the withdrawal that the law gives, in seven languages, on folded text. The law's own words count, and
 * they are few: "I want to return this", "refund please" and "cancel my order" are other wishes and must stay outside.
 */
const contract = {
  en: "(?:contract|purchase|order|sale|agreement)\\w*",
  de: "(?:\\w*vertrag\\w*|\\w*kauf\\w*|\\w*bestellung\\w*)",
  fr: "(?:contrat|achat|commande|vente)\\w*",
  es: "(?:contrato|compra|pedido)\\w*",
  pt: "(?:contrato|compra)\\w*",
  it: "(?:contratto|acquisto|ordine)\\w*",
  nl: "(?:\\w*overeenkomst\\w*|contract\\w*|\\w*aankoop\\w*|\\w*bestelling\\w*|koop)",
};
const wishes = [
  // English
  `\\bwithdraw(?:ing|al)?\\b.{0,15}\\bfrom\\b.{0,25}\\b${contract.en}\\b|\\bwithdraw(?:ing)? (?:my|the|this) (?:contract|purchase)\\b|\\b${contract.en}.{0,12}\\b(?:withdrawal)\\b`,
  "\\b(?:exercis\\w+|use|using|invoke|make use of)\\b.{0,20}\\bright (?:of withdrawal|to withdraw|of cancellation)\\b",
  "\\bnotice of withdrawal\\b|\\bstatutory withdrawal\\b|\\brevoke (?:my|the|this) (?:contract|purchase|order)\\b|^\\W*(?:i |i'd like to |i want to |please )?(?:hereby )?withdraw\\W*$|^\\W*withdrawal\\W*$",
  // German
  `\\bwiderruf\\w*\\b.{0,40}\\b${contract.de}\\b|\\b${contract.de}\\b.{0,40}\\bwiderruf\\w*\\b|\\bwiderrufe(?:n)? (?:ich )?hiermit\\b|\\bhiermit widerrufe\\b|\\bich widerrufe\\b|\\bwiderrufe ich\\b`,
  "^\\W*(?:mein |den |bitte |einen |ich mochte |ich will |ich mochte gerne? )*(?:widerruf(?:en|sformular|srecht ausuben)?)(?: (?:erklaren|einreichen|bitte|machen|senden|einlegen))?\\W*$",
  "\\bwiderrufsrecht\\b.{0,20}\\b(?:gebrauch|ausuben|ube|nutzen|wahrnehmen)|\\b(?:gebrauch|ausube\\w*|ube|nutze\\w*|nehme)\\b.{0,30}\\bwiderrufsrecht",
  `\\b(?:trete|zurucktreten|rucktritt)\\b.{0,20}\\b(?:vom|von dem|von meinem|von der|von meiner|vom) ?${contract.de}|\\b(?:vom|von dem|von meinem|von der|von meiner) ${contract.de}.{0,20}\\b(?:zurucktreten|zuruck(?:zu)?treten|zurucktrete|rucktritt)\\b`,
  // French
  "\\b(?:me|m'|se) ?retracter?\\b|\\bje (?:me )?retracte\\b|\\b(?:exerc\\w+|utiliser|user de|faire valoir)\\b.{0,25}\\b(?:droit de |ma )?retractation\\b|^\\W*(?:ma |demande de |formulaire de )?retractation\\W*$",
  `\\bretractation\\b.{0,25}\\b${contract.fr}\\b|\\b(?:renonce\\w*)\\b.{0,15}\\bcontrat\\b`,
  // Spanish
  `\\bdesist(?:ir|o|iendo|imiento)\\b.{0,20}\\b${contract.es}\\b|\\b(?:ejerc\\w+|ejerz\\w+|usar)\\b.{0,25}\\bdesistimiento\\b|^\\W*(?:quiero |mi |formulario de )?(?:desistir|desistimiento|desisto)\\W*$`,
  // Portuguese
  `\\b(?:desist(?:ir|o|encia)|arrepend(?:er|imento|i)\\w*|retrat(?:ar|acao)\\w*)\\b.{0,20}\\b${contract.pt}\\b|\\b(?:exerc\\w+|usar)\\b.{0,30}\\b(?:direito de )?(?:arrependimento|desistencia|retratacao|livre resolucao)\\b|\\bresolver o contrato\\b`,
  // Italian
  `\\b(?:reced(?:ere|o|endo)|recesso)\\b.{0,20}\\b${contract.it}\\b|\\b(?:esercit\\w+|avvaler\\w*|usare)\\b.{0,25}\\brecesso\\b|^\\W*(?:voglio |vorrei |il mio |modulo di )?(?:recesso|recedere|recedo)\\W*$`,
  // Dutch
  `\\bherroep\\w*\\b.{0,25}\\b${contract.nl}\\b|\\b${contract.nl}\\b.{0,25}\\b(?:herroep\\w*|ontbind\\w*)\\b|\\bontbind\\w*\\b.{0,20}\\b(?:overeenkomst|koop|koopovereenkomst)\\b|\\bik herroep\\b|\\bherroepingsrecht\\b.{0,25}\\bgebruik|\\bgebruik\\w*\\b.{0,25}\\bherroepingsrecht|^\\W*(?:mijn |ik wil )?(?:herroeping|herroepen)\\W*$`,
].map((pattern) => new RegExp(pattern));

/** Asks about the right and states nothing: what the shop's texts say answers that. */
const questions =
  /\b(?:policy|polic(?:ies)|how long|period|deadline|until when|frist\w*|widerrufsfrist|widerrufsbelehrung|wie lange|bis wann|delai|combien de temps|politique|conditions|plazo|cuanto tiempo|hasta cuando|politica|prazo|quanto tempo|ate quando|termine\w*|termini|quanto tempo|entro quando|termijn\w*|bedenktijd|hoe lang|tot wanneer)\b|\b(?:do i have|habe ich|gibt es|ai je|ai-je|tengo|tenho|ho|heb ik)\b.{0,15}\b(?:right|recht|widerrufsrecht|droit|derecho|direito|diritto|herroepingsrecht)\b|\bwas ist\b|\bwhat is\b|\bqu'est-ce\b|\bque es\b|\bo que e\b|\bche cos'e\b|\bwat is\b/;
/** Other things that are withdrawn: consent, a return, a request, a newsletter; and an order before it is sent, which is cancelled. */
const others =
  /\b(?:consent|newsletter|einwilligung|zustimmung|consentement|consentimiento|consentimento|consenso|toestemming|complaint|review|return request|my request|my return|wire|lastschrift|cancell?ation|stornierung|before (?:it|you) ships?|bevor ihr|vor (?:dem )?versand|avant l'(?:expedition|envoi)|antes del envio|antes do envio|money|cash|fund|funds|balance|account|bank)\b/;

/** Whether these words state or ask to state a withdrawal from a contract. */
export function asksWithdrawal(text: string): boolean {
  const folded = text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").replaceAll("ß", "ss").toLowerCase().trim();
  if (folded.length === 0 || folded.length > 2_000) return false;
  if (!wishes.some((one) => one.test(folded))) return false;
  return !others.test(folded) && !questions.test(folded);
}
