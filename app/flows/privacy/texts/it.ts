import type { en } from "./en.ts";

export const it: Record<keyof typeof en, string> = {
  summary:
    "Ecco che cosa conservo di te: {messages, plural, one {un messaggio} other {# messaggi}} su {channels}{day, select, other { dal {day}}}, {cases, plural, =0 {nessuna richiesta} one {una richiesta} other {# richieste}} e {notes, plural, =0 {nessuna nota del team} one {una nota del team} other {# note del team}}.",
  addresses: "Collegati: {list}.",
  remembered: "Ricordo per te: {list}. Scrivi «dimentica le mie preferenze» per cancellarlo.",
  scope: "I tuoi ordini e il tuo account sono conservati dal negozio stesso, in Shopify.",
  scopeUnproven: "Non so con certezza chi sei, quindi questo riguarda solo questa conversazione.",
  buttonExport: "Inviami tutto",
  buttonForget: "Cancella i dati",
  exportSent: "Un link a tutto è in arrivo a {address}. Si può aprire una volta.",
  exportUnderWay: "Il link è già stato inviato. Guarda nella tua casella.",
  noMailbox: "Non conosco una casella che sia sicuramente tua, quindi non posso inviarlo da solo.",
  explain:
    "Cancellerei le nostre conversazioni su tutti i canali, i tuoi indirizzi qui, le richieste e le note. Ciò che {shop} deve tenere resta: ordini, fatture e il tuo account in Shopify. Non si può annullare.",
  ask: "Devo cancellare?",
  buttonYes: "Sì, cancella",
  buttonNo: "No, tieni tutto",
  erasing:
    "Cancello adesso, anche questo messaggio. Tra pochi minuti qui non resta nulla. Quando scriverai di nuovo, ricominceremo da capo.",
  kept: "Va bene, resta tutto com’è.",
  stepLabel: "Propri dati",
};
