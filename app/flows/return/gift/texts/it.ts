export const it = {
  step: "Regalo",
  shown: "il numero e il CAP del pacco corrispondono",
  notShown: "non ancora mostrato",
  byPerson: "Di qualcosa che ti è stato regalato qui si occupa una persona. Ha già quello che mi hai detto.",
  askBoth:
    "Un regalo torna senza la persona che l’ha comprato: non viene a sapere nulla, e non mostro prezzi. Qual è il numero dell’ordine e qual è il CAP dell’indirizzo a cui è arrivato il pacco? Ci sono entrambi sul pacco o sul suo foglio.",
  askNumber: "E qual è il numero dell’ordine? È sul pacco o sul suo foglio.",
  askPostcode: "E qual è il CAP dell’indirizzo a cui è arrivato il pacco?",
  noMatch: "Numero e CAP non corrispondono, o non li trovo. Guarda ancora una volta il pacco, per favore, e dimmeli entrambi.",
  locked: "Così non lo trovo, perciò lo guarda una persona.",
  fits: "Grazie, corrisponde.",
  chooseCard: "Una carta regalo",
  nextExchange:
    "Questo è il cambio: {items} con {item}, niente da pagare. Il nuovo articolo va all’indirizzo del pacco, appena il negozio ha registrato quello che rimandi.",
  nextCard:
    "Questo torna: {items}. Appena è al negozio, ricevi qui, in questa conversazione, una carta regalo per quanto è stato pagato. L’importo è sulla carta.",
  byTeam: "Se dici di sì, prima lo guarda il team e decide.",
  confirmExchange: "Sì, cambialo",
  confirmCard: "Sì, carta regalo",
  notEven: "Quello non costa lo stesso, quindi non si può cambiare senza denaro.",
  held: "Ora è al team. Lo guarda prima.",
  registered: "La tua carta regalo arriva appena il negozio ha registrato quello che rimandi.",
  booked: "Il negozio ha registrato quello che hai rimandato con {name}.",
  dropped: "Il team ha tolto il nuovo articolo da {name}. Prosegue come reso per una carta regalo.",
  card: "La tua carta regalo di {shop} vale {amount}. Il codice è {code}; inseriscilo al pagamento. Conservalo come contante.",
};
