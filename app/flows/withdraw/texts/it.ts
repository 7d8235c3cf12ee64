import type { WithdrawTextKey } from "./index.ts";

export const it: Record<WithdrawTextKey, string> = {
  stepOrder: "Contratto",
  stepReceipt: "Ricevuta a",
  stepConfirm: "Confermato",
  choose: "Qui puoi recedere da un contratto senza dare un motivo. Di quale ordine si tratta? Se non c’è, scrivi il numero.",
  askBoth: "Qui puoi recedere da un contratto senza dare un motivo. Scrivi il numero d’ordine e l’e-mail per la ricevuta.",
  askOrder: "Di quale ordine si tratta? Scrivi il numero come sta nella conferma.",
  askContact: "A quale e-mail deve arrivare la ricevuta per l’ordine {order}?",
  contactUnclear: "Non ci leggo un indirizzo e-mail.",
  orderUnclear: "Non ci leggo un numero d’ordine.",
  readBack: "Ecco che cosa dichiari:\n«Recedo dal contratto relativo all’ordine {order} con {shop}.»\nLa ricevuta arriva a {address}.",
  readBackOnOrder:
    "Ecco che cosa dichiari:\n«Recedo dal contratto relativo all’ordine {order} con {shop}.»\nLa ricevuta arriva all’e-mail dell’ordine.",
  wayBackFee:
    "La merce è arrivata e la spedizione di ritorno è a tuo carico: ricevi l’etichetta del negozio e {fee} vengono detratti dal rimborso. Se preferisci spedirla per conto tuo, scrivici prima e non viene detratto nulla.",
  confirm: "Conferma recesso",
  keep: "Non ora",
  another: "Altro ordine",
  kept: "Va bene, non è stato dichiarato nulla. Puoi recedere quando vuoi finché dura il tuo diritto.",
  received: "Il tuo recesso dall’ordine {order} è stato ricevuto il {when}. Riferimento: {reference}. La ricevuta è in arrivo per e-mail.",
  receivedBefore: "Ho già il tuo recesso dall’ordine {order}. È stato ricevuto il {when}. Riferimento: {reference}.",
  cancelling: "L’ordine non è ancora partito. Lo annullo e ti scrivo appena è fatto.",
  returning: "Registro il reso e ti scrivo appena è fatto.",
  working: "È ancora in corso. Ti scrivo appena è fatto.",
  cancelled: "L’ordine {order} è annullato. Tutto quello che hai pagato torna con lo stesso mezzo.",
  registered:
    "Il tuo reso è registrato come {name}. Rispedisci gli articoli entro 14 giorni. Ti torna quanto li hai pagati e, se rendi tutto, anche la consegna standard.",
  failed: "Non è andata da sé, perciò se ne occupa una persona. Il tuo recesso vale comunque come ricevuto.",
  resume: "Riprendiamo il tuo recesso da dove ti eri fermato.",
  resumeFrom: "Riprendiamo il tuo recesso da dove ti eri fermato {place}.",
  oldButton: "Quel pulsante è di un passo precedente.",
};
