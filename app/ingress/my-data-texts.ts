import type { Language } from "#app/channels/message.ts";

type MyDataKey = "title" | "body" | "button" | "over";

/** The page behind the link in an export's mail. */
export const myDataTexts: Record<Language, Record<MyDataKey, string>> = {
  en: {
    title: "Your data",
    body: "The file opens in any browser. The link works once, so keep the file.",
    button: "Download",
    over: "This link was used already or is too old. Write to us again for a new one.",
  },
  de: {
    title: "Deine Daten",
    body: "Die Datei öffnet sich in jedem Browser. Der Link funktioniert einmal, bewahr die Datei also auf.",
    button: "Herunterladen",
    over: "Dieser Link wurde schon benutzt oder ist zu alt. Schreib uns noch einmal, dann kommt ein neuer.",
  },
  fr: {
    title: "Vos données",
    body: "Le fichier s’ouvre dans tout navigateur. Le lien ne sert qu’une fois : gardez le fichier.",
    button: "Télécharger",
    over: "Ce lien a déjà servi ou est trop ancien. Écrivez-nous de nouveau pour en recevoir un autre.",
  },
  es: {
    title: "Tus datos",
    body: "El archivo se abre en cualquier navegador. El enlace sirve una vez, así que guarda el archivo.",
    button: "Descargar",
    over: "Este enlace ya se usó o es demasiado antiguo. Escríbenos de nuevo y recibirás otro.",
  },
  pt: {
    title: "Os seus dados",
    body: "O ficheiro abre em qualquer navegador. A ligação funciona uma vez, por isso guarde o ficheiro.",
    button: "Descarregar",
    over: "Esta ligação já foi usada ou é demasiado antiga. Escreva-nos de novo para receber outra.",
  },
  it: {
    title: "I tuoi dati",
    body: "Il file si apre in qualsiasi browser. Il link funziona una volta sola: conserva il file.",
    button: "Scarica",
    over: "Questo link è già stato usato o è troppo vecchio. Scrivici di nuovo per riceverne un altro.",
  },
  nl: {
    title: "Je gegevens",
    body: "Het bestand opent in elke browser. De link werkt één keer, dus bewaar het bestand.",
    button: "Downloaden",
    over: "Deze link is al gebruikt of te oud. Schrijf ons opnieuw voor een nieuwe.",
  },
};
