import type { ResendTextKey } from "./index.ts";

export const it: Record<ResendTextKey, string> = {
  stepOrder: "Ordine",
  stepMail: "E-mail",
  orderUnknown: "Non trovo {order} tra gli ordini che vedo per te.",
  resume: "Riprendiamo l’e-mail sul tuo ordine.",
  sending: "La faccio partire ora e ti scrivo appena è confermato.",
  stillSending: "Sta partendo; ti scrivo appena è confermato.",
  takesLonger: "La conferma richiede più tempo del solito. Continuo a guardare e ti scrivo appena lo so.",
  sentConfirmation:
    "La conferma dell’ordine {order} è in viaggio verso {address}, l’indirizzo che risulta sull’ordine. Se non arriva entro pochi minuti, guarda anche nella posta indesiderata.",
  sentInvoice:
    "La fattura dell’ordine {order} è in viaggio verso {address}, l’indirizzo che risulta sull’ordine. Se non arriva entro pochi minuti, guarda anche nella posta indesiderata.",
  otherAddress: "Posso mandarla solo all’indirizzo che risulta sull’ordine.",
  noAddress: "Sull’ordine {order} non risulta alcun indirizzo e-mail, quindi se ne occupa il team.",
  askWhich: "Di quale delle due hai bisogno?",
  confirmation: "La conferma",
  invoice: "La fattura",
  tooOften: "Oggi è già partita alcune volte, quindi se ne occupa il team.",
  failed: "Non è stato possibile mandarla.",
  outcomeUnknown: "Non sono riuscito a confermare se è partita. Il team controlla.",
  handedOver: "La domanda è arrivata al team. Non ho nulla di più recente da dirti.",
  nothingRunning: "Non è stato mandato nulla. Dimmi quando ti serve una conferma o una fattura.",
  kept: "Va bene, non mando nulla.",
  oldButton: "Quel pulsante è di un passo precedente. Siamo qui.",
};
