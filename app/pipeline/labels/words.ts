import type { Language } from "#app/channels/message.ts";
import { type Catalogue, say, type TextParams } from "#app/flows/texts.ts";

const en = {
  label: "Here is the label for your return {return}. Print it and stick it on the parcel.",
  codeLink: "Here is the code for your return {return}. You need no printer: show it where you hand in the parcel.",
  code: "The code for your return {return} is {code}. You need no printer: show it where you hand in the parcel.",
  openLabel: "Open the label",
  openCode: "Open the code",
  tracking: "Its tracking number is {number}.",
  dropOff: "Where to hand it in: {place}",
  until: "Please hand it in by {day}.",
  news: "The label for return {return} is ready.",
  subject: "Your label for return {return}",
  reminder: "A reminder of your return {return}: as far as we can see, it has not been sent yet. If it is on its way, please ignore this.",
  cancelAhead: "If we see nothing of it by {day}, the return is cancelled and you keep the items.",
  ownRecorded: "Your tracking number {number} is now on return {return}. Thank you.",
  ownRefused: "I could not write the tracking number {number} to return {return}. The team has it and sees to it.",
};
export type LabelTextKey = keyof typeof en;

const texts: Catalogue<LabelTextKey> = {
  en,
  de: {
    label: "Hier ist das Etikett für Deine Retoure {return}. Druck es aus und kleb es auf das Paket.",
    codeLink: "Hier ist der Code für Deine Retoure {return}. Du brauchst keinen Drucker: Zeig ihn dort, wo Du das Paket abgibst.",
    code: "Der Code für Deine Retoure {return} ist {code}. Du brauchst keinen Drucker: Zeig ihn dort, wo Du das Paket abgibst.",
    openLabel: "Etikett öffnen",
    openCode: "Code öffnen",
    tracking: "Die Sendungsnummer ist {number}.",
    dropOff: "Hier gibst Du es ab: {place}",
    until: "Bitte gib es bis zum {day} ab.",
    news: "Das Etikett für Retoure {return} ist da.",
    subject: "Dein Etikett für Retoure {return}",
    reminder:
      "Eine Erinnerung an Deine Retoure {return}: Soweit wir sehen, ist sie noch nicht unterwegs. Falls doch, ist diese Nachricht hinfällig.",
    cancelAhead: "Wenn wir bis zum {day} nichts davon sehen, wird die Retoure storniert und Du behältst die Artikel.",
    ownRecorded: "Deine Sendungsnummer {number} steht jetzt bei Retoure {return}. Danke Dir.",
    ownRefused: "Ich konnte die Sendungsnummer {number} nicht bei Retoure {return} eintragen. Das Team hat sie und kümmert sich darum.",
  },
  fr: {
    label: "Voici l'étiquette pour votre retour {return}. Imprimez-la et collez-la sur le colis.",
    codeLink: "Voici le code pour votre retour {return}. Pas besoin d'imprimante : montrez-le là où vous déposez le colis.",
    code: "Le code pour votre retour {return} est {code}. Pas besoin d'imprimante : montrez-le là où vous déposez le colis.",
    openLabel: "Ouvrir l'étiquette",
    openCode: "Ouvrir le code",
    tracking: "Son numéro de suivi est {number}.",
    dropOff: "Où le déposer : {place}",
    until: "Merci de le déposer avant la fin du {day}.",
    news: "L'étiquette pour le retour {return} est prête.",
    subject: "Votre étiquette pour le retour {return}",
    reminder: "Un rappel pour votre retour {return} : il ne semble pas encore parti. S'il est en route, ne tenez pas compte de ce message.",
    cancelAhead: "Si nous ne voyons rien d'ici le {day}, le retour sera annulé et vous garderez les articles.",
    ownRecorded: "Votre numéro de suivi {number} est maintenant noté sur le retour {return}. Merci.",
    ownRefused: "Je n'ai pas pu noter le numéro de suivi {number} sur le retour {return}. L'équipe l'a reçu et s'en occupe.",
  },
  es: {
    label: "Aquí tienes la etiqueta para tu devolución {return}. Imprímela y pégala en el paquete.",
    codeLink: "Aquí tienes el código para tu devolución {return}. No necesitas impresora: enséñalo donde entregues el paquete.",
    code: "El código para tu devolución {return} es {code}. No necesitas impresora: enséñalo donde entregues el paquete.",
    openLabel: "Abrir la etiqueta",
    openCode: "Abrir el código",
    tracking: "Su número de seguimiento es {number}.",
    dropOff: "Dónde entregarlo: {place}",
    until: "Entrégalo antes de que acabe el {day}.",
    news: "La etiqueta para la devolución {return} está lista.",
    subject: "Tu etiqueta para la devolución {return}",
    reminder:
      "Un recordatorio de tu devolución {return}: parece que aún no ha salido. Si ya está en camino, no hagas caso de este mensaje.",
    cancelAhead: "Si no vemos nada hasta el {day}, la devolución se cancela y te quedas con los artículos.",
    ownRecorded: "Tu número de seguimiento {number} ya consta en la devolución {return}. Gracias.",
    ownRefused: "No he podido anotar el número de seguimiento {number} en la devolución {return}. El equipo lo tiene y se ocupa de ello.",
  },
  it: {
    label: "Ecco l'etichetta per il tuo reso {return}. Stampala e attaccala sul pacco.",
    codeLink: "Ecco il codice per il tuo reso {return}. Non serve una stampante: mostralo dove consegni il pacco.",
    code: "Il codice per il tuo reso {return} è {code}. Non serve una stampante: mostralo dove consegni il pacco.",
    openLabel: "Apri l'etichetta",
    openCode: "Apri il codice",
    tracking: "Il numero di tracciamento è {number}.",
    dropOff: "Dove consegnarlo: {place}",
    until: "Consegnalo entro il {day}.",
    news: "L'etichetta per il reso {return} è pronta.",
    subject: "La tua etichetta per il reso {return}",
    reminder: "Un promemoria per il tuo reso {return}: sembra che non sia ancora partito. Se è già in viaggio, ignora questo messaggio.",
    cancelAhead: "Se non vediamo nulla entro il {day}, il reso viene annullato e tieni gli articoli.",
    ownRecorded: "Il tuo numero di tracciamento {number} ora è nel reso {return}. Grazie.",
    ownRefused: "Non sono riuscito a scrivere il numero di tracciamento {number} nel reso {return}. Il team ce l'ha e se ne occupa.",
  },
  nl: {
    label: "Hier is het label voor je retour {return}. Print het en plak het op het pakket.",
    codeLink: "Hier is de code voor je retour {return}. Je hebt geen printer nodig: laat hem zien waar je het pakket afgeeft.",
    code: "De code voor je retour {return} is {code}. Je hebt geen printer nodig: laat hem zien waar je het pakket afgeeft.",
    openLabel: "Label openen",
    openCode: "Code openen",
    tracking: "Het trackingnummer is {number}.",
    dropOff: "Hier geef je het af: {place}",
    until: "Geef het uiterlijk {day} af.",
    news: "Het label voor retour {return} is klaar.",
    subject: "Je label voor retour {return}",
    reminder:
      "Een herinnering aan je retour {return}: voor zover we zien is hij nog niet verstuurd. Is hij onderweg, negeer dit bericht dan.",
    cancelAhead: "Zien we er tot {day} niets van, dan wordt de retour geannuleerd en houd je de artikelen.",
    ownRecorded: "Je trackingnummer {number} staat nu bij retour {return}. Dank je wel.",
    ownRefused: "Ik kon het trackingnummer {number} niet bij retour {return} zetten. Het team heeft het en zorgt ervoor.",
  },
  pt: {
    label: "Aqui está a etiqueta da sua devolução {return}. Imprima e cole no pacote.",
    codeLink: "Aqui está o código da sua devolução {return}. Não precisa de impressora: mostre-o onde entregar o pacote.",
    code: "O código da sua devolução {return} é {code}. Não precisa de impressora: mostre-o onde entregar o pacote.",
    openLabel: "Abrir a etiqueta",
    openCode: "Abrir o código",
    tracking: "O código de rastreio é {number}.",
    dropOff: "Onde entregar: {place}",
    until: "Entregue até {day}.",
    news: "A etiqueta da devolução {return} está pronta.",
    subject: "Sua etiqueta da devolução {return}",
    reminder:
      "Um lembrete da sua devolução {return}: pelo que vemos, ela ainda não foi enviada. Se já está a caminho, desconsidere esta mensagem.",
    cancelAhead: "Se não virmos nada até {day}, a devolução será cancelada e você fica com os itens.",
    ownRecorded: "Seu código de rastreio {number} já está na devolução {return}. Obrigado.",
    ownRefused: "Não consegui registrar o código de rastreio {number} na devolução {return}. A equipe já o tem e cuida disso.",
  },
};

/** One sentence about a label, in the shopper's language. */
export function labelText(language: Language, key: LabelTextKey, params?: TextParams): string {
  return say(language, texts, key, params);
}

/** "11 December": a day that is still right when it is read later. */
export function dayInFull(at: Date, language: Language, timeZone: string): string {
  const locale = { en: "en-GB", pt: "pt-BR" }[language as string] ?? language;
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone }).format(at);
}
