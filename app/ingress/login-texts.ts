import type { Language } from "#app/channels/message.ts";

export type LoginKey =
  | "title"
  | "question"
  | "yes"
  | "no"
  | "done"
  | "left"
  | "denied"
  | "over"
  | "otherBrowser"
  | "onInstagram"
  | "onWhatsApp"
  | "onWidget"
  | "onEmail";

/** The pages around signing in to the customer account. */
export const loginTexts: Record<Language, Record<LoginKey, string>> = {
  en: {
    title: "Connect your account",
    question:
      "You are signed in as {account}. Connect this account with the conversation with {shop} {where}? Only do so if you are writing there yourself right now: your orders can be seen there from then on.",
    yes: "Connect them",
    no: "Do not connect",
    done: "It is connected. It goes on where you wrote; this page can be closed.",
    left: "Nothing was connected. This page can be closed.",
    denied: "The sign-in was not completed, and nothing was connected. Open the link in your conversation again to try once more.",
    over: "This link was used already or is too old. Write in your conversation again for a new one.",
    otherBrowser:
      "This sign-in was begun in another browser or is over. Open the link in your conversation again, and stay in the same browser.",
    onInstagram: "on Instagram",
    onWhatsApp: "on WhatsApp",
    onWidget: "in the chat on our site",
    onEmail: "by email",
  },
  de: {
    title: "Dein Konto verbinden",
    question:
      "Du bist angemeldet als {account}. Soll dieses Konto mit dem Gespräch mit {shop} {where} verbunden werden? Nur, wenn Du dort gerade selbst schreibst: Deine Bestellungen sind dann dort zu sehen.",
    yes: "Verbinden",
    no: "Nicht verbinden",
    done: "Verbunden. Es geht dort weiter, wo Du geschrieben hast; diese Seite kannst Du schließen.",
    left: "Es wurde nichts verbunden. Diese Seite kannst Du schließen.",
    denied: "Die Anmeldung wurde nicht abgeschlossen, und nichts wurde verbunden. Öffne den Link in Deinem Gespräch noch einmal.",
    over: "Dieser Link wurde schon benutzt oder ist zu alt. Schreib in Deinem Gespräch noch einmal, dann kommt ein neuer.",
    otherBrowser:
      "Diese Anmeldung begann in einem anderen Browser oder ist vorbei. Öffne den Link in Deinem Gespräch noch einmal und bleib im selben Browser.",
    onInstagram: "auf Instagram",
    onWhatsApp: "auf WhatsApp",
    onWidget: "im Chat auf unserer Seite",
    onEmail: "per E-Mail",
  },
  fr: {
    title: "Relier votre compte",
    question:
      "Vous êtes connecté en tant que {account}. Relier ce compte à la conversation avec {shop} {where} ? Seulement si c’est vous qui y écrivez en ce moment : vos commandes y seront visibles.",
    yes: "Relier",
    no: "Ne pas relier",
    done: "C’est relié. La suite se passe là où vous écriviez ; vous pouvez fermer cette page.",
    left: "Rien n’a été relié. Vous pouvez fermer cette page.",
    denied: "La connexion n’a pas abouti et rien n’a été relié. Rouvrez le lien dans votre conversation pour réessayer.",
    over: "Ce lien a déjà servi ou est trop ancien. Écrivez de nouveau dans votre conversation pour en recevoir un autre.",
    otherBrowser:
      "Cette connexion a commencé dans un autre navigateur ou est terminée. Rouvrez le lien dans votre conversation et restez dans le même navigateur.",
    onInstagram: "sur Instagram",
    onWhatsApp: "sur WhatsApp",
    onWidget: "dans le chat de notre site",
    onEmail: "par e-mail",
  },
  es: {
    title: "Conectar tu cuenta",
    question:
      "Has iniciado sesión como {account}. ¿Conectar esta cuenta con la conversación con {shop} {where}? Solo si eres tú quien escribe allí ahora: tus pedidos se verán allí.",
    yes: "Conectar",
    no: "No conectar",
    done: "Está conectada. Sigue donde escribías; puedes cerrar esta página.",
    left: "No se ha conectado nada. Puedes cerrar esta página.",
    denied: "No se completó el inicio de sesión y no se ha conectado nada. Abre otra vez el enlace de tu conversación.",
    over: "Este enlace ya se usó o es demasiado antiguo. Escribe de nuevo en tu conversación para recibir otro.",
    otherBrowser:
      "Este inicio de sesión empezó en otro navegador o ya terminó. Abre otra vez el enlace de tu conversación y sigue en el mismo navegador.",
    onInstagram: "en Instagram",
    onWhatsApp: "en WhatsApp",
    onWidget: "en el chat de nuestra web",
    onEmail: "por correo",
  },
  pt: {
    title: "Conectar a sua conta",
    question:
      "Você entrou como {account}. Conectar esta conta com a conversa com {shop} {where}? Só se for você quem escreve lá agora: os seus pedidos poderão ser vistos lá.",
    yes: "Conectar",
    no: "Não conectar",
    done: "Está conectada. Continua onde você escreveu; esta página pode ser fechada.",
    left: "Nada foi conectado. Esta página pode ser fechada.",
    denied: "O acesso não foi concluído e nada foi conectado. Abra de novo o link da sua conversa.",
    over: "Este link já foi usado ou é antigo demais. Escreva de novo na sua conversa para receber outro.",
    otherBrowser: "Este acesso começou em outro navegador ou já terminou. Abra de novo o link da sua conversa e fique no mesmo navegador.",
    onInstagram: "no Instagram",
    onWhatsApp: "no WhatsApp",
    onWidget: "no chat do nosso site",
    onEmail: "por e-mail",
  },
  it: {
    title: "Collega il tuo account",
    question:
      "Hai effettuato l’accesso come {account}. Collegare questo account alla conversazione con {shop} {where}? Solo se sei tu a scrivere lì adesso: i tuoi ordini si vedranno lì.",
    yes: "Collega",
    no: "Non collegare",
    done: "È collegato. Si continua dove scrivevi; puoi chiudere questa pagina.",
    left: "Non è stato collegato nulla. Puoi chiudere questa pagina.",
    denied: "L’accesso non è stato completato e nulla è stato collegato. Riapri il link nella tua conversazione.",
    over: "Questo link è già stato usato o è troppo vecchio. Scrivi di nuovo nella tua conversazione per averne un altro.",
    otherBrowser:
      "Questo accesso è iniziato in un altro browser o è finito. Riapri il link nella tua conversazione e resta nello stesso browser.",
    onInstagram: "su Instagram",
    onWhatsApp: "su WhatsApp",
    onWidget: "nella chat del nostro sito",
    onEmail: "via e-mail",
  },
  nl: {
    title: "Je account verbinden",
    question:
      "Je bent ingelogd als {account}. Dit account verbinden met het gesprek met {shop} {where}? Doe dat alleen als je daar nu zelf schrijft: je bestellingen zijn daar dan te zien.",
    yes: "Verbinden",
    no: "Niet verbinden",
    done: "Het is verbonden. Het gaat verder waar je schreef; deze pagina kan dicht.",
    left: "Er is niets verbonden. Deze pagina kan dicht.",
    denied: "Het inloggen is niet afgerond en er is niets verbonden. Open de link in je gesprek opnieuw.",
    over: "Deze link is al gebruikt of te oud. Schrijf opnieuw in je gesprek voor een nieuwe.",
    otherBrowser:
      "Dit inloggen begon in een andere browser of is voorbij. Open de link in je gesprek opnieuw en blijf in dezelfde browser.",
    onInstagram: "op Instagram",
    onWhatsApp: "op WhatsApp",
    onWidget: "in de chat op onze site",
    onEmail: "per e-mail",
  },
};
