import { fold } from "../item-words.ts";

const confirmation =
  /\b(?:order confirmation|confirmation (?:e ?mail|mail)|bestatigung\w*|bestell ?bestatigung\w*|auftragsbestatigung\w*|confirmation (?:de )?(?:la |ma )?commande|(?:e ?mail|mail) de confirmation|confirmacion|correo de confirmacion|confirmacao|e ?mail de confirmacao|conferma (?:d ell? |dell? ?)?ordine|conferma|bevestiging\w*|bestelbevestiging|orderbevestiging|confirmation)\b/;
const invoice =
  /\b(?:invoice\w*|receipt|bill|rechnung\w*|beleg|quittung|facture\w*|recu|factura\w*|recibo|fatura\w*|nota fiscal|fattura\w*|ricevuta|factuur|facturen|bon)\b/;
const wants =
  /\b(?:again|resend|re send|never (?:got|received|came)|didn t (?:get|receive)|did not (?:get|receive)|haven t (?:got|received)|not (?:got|received|arrived)|missing|lost|send|nochmal\w*|noch mal|noch einmal|erneut|nicht (?:bekommen|erhalten|angekommen|gekommen|da)|nie (?:bekommen|erhalten)|keine|schick\w*|renvo\w*|pas (?:recu|eu)|jamais recu|envoy\w*|no (?:he recibido|recibi|me (?:ha )?llego|me ha llegado|tengo)|reenvi\w*|envi\w*|nao (?:recebi|chegou)|nunca (?:recebi|chegou)|mand\w*|non ho (?:mai )?ricevuto|non (?:e )?(?:mai )?(?:arrivat\w+)|rimand\w*|invi\w*|niet (?:gekregen|ontvangen|aangekomen)|geen|nooit|stuur\w*|opnieuw|encore|otra vez|de novo|di nuovo)\b/;

export type MailKind = "confirmation" | "invoice";

/** Which of the mails about an order is spoken of; null where it is neither. */
export function mailNamed(text: string): MailKind | null {
  const folded = fold(text);
  if (invoice.test(folded)) return "invoice";
  return confirmation.test(folded) ? "confirmation" : null;
}

/** Whether these words ask for a mail about an order that is missing, in seven languages. A shop's own texts know nothing of that. */
export function asksForMail(text: string): boolean {
  const folded = fold(text);
  return folded.length <= 300 && mailNamed(text) !== null && wants.test(folded);
}
