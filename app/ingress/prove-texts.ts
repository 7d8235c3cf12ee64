import type { Language } from "#app/channels/message.ts";

type ProveKey = "title" | "alone" | "claimed" | "yes" | "onlyMail" | "done" | "over";

/** The page behind "Yes, this is me". `claimed` is shown when somebody typed this address elsewhere before. */
export const proveTexts: Record<Language, Record<ProveKey, string>> = {
  en: {
    title: "Is this you?",
    alone: "{shop} wants to be sure that {address} is yours before it shows or changes anything.",
    claimed:
      "Somebody gave {address} in a conversation with {shop} on {channel}, {when}. Connect it only if that was you: it then shares one conversation with this address.",
    yes: "Yes, this is me",
    onlyMail: "Only this e-mail address is mine",
    done: "Thank you. It goes on where you wrote; this page can be closed.",
    over: "This link was used already or is too old. Write to us again for a new one.",
  },
  de: {
    title: "Bist Du das?",
    alone: "{shop} möchte sicher sein, dass {address} Dir gehört, bevor etwas gezeigt oder geändert wird.",
    claimed:
      "Jemand hat {address} in einem Gespräch mit {shop} über {channel} angegeben, {when}. Verbinde es nur, wenn Du das warst: Es teilt dann ein Gespräch mit dieser Adresse.",
    yes: "Ja, das bin ich",
    onlyMail: "Nur diese E-Mail-Adresse ist meine",
    done: "Danke. Es geht dort weiter, wo Du geschrieben hast; diese Seite kannst Du schließen.",
    over: "Dieser Link wurde schon benutzt oder ist zu alt. Schreib uns noch einmal, dann kommt ein neuer.",
  },
  fr: {
    title: "Est-ce bien vous ?",
    alone: "{shop} veut être sûr que {address} est à vous avant de montrer ou de changer quoi que ce soit.",
    claimed:
      "Quelqu’un a donné {address} dans une conversation avec {shop} par {channel}, {when}. Ne la reliez que si c’était vous : elle partagera alors une conversation avec cette adresse.",
    yes: "Oui, c’est moi",
    onlyMail: "Seule cette adresse e-mail est à moi",
    done: "Merci. La suite se fait là où vous avez écrit ; vous pouvez fermer cette page.",
    over: "Ce lien a déjà servi ou est trop ancien. Écrivez-nous de nouveau pour en recevoir un autre.",
  },
  es: {
    title: "¿Eres tú?",
    alone: "{shop} quiere estar seguro de que {address} es tuya antes de mostrar o cambiar nada.",
    claimed:
      "Alguien dio {address} en una conversación con {shop} por {channel}, {when}. Únela solo si fuiste tú: compartirá una conversación con esta dirección.",
    yes: "Sí, soy yo",
    onlyMail: "Solo esta dirección de correo es mía",
    done: "Gracias. Seguimos donde escribiste; puedes cerrar esta página.",
    over: "Este enlace ya se usó o es demasiado antiguo. Escríbenos otra vez y te llega uno nuevo.",
  },
  pt: {
    title: "É você?",
    alone: "{shop} quer ter certeza de que {address} é seu antes de mostrar ou mudar qualquer coisa.",
    claimed:
      "Alguém informou {address} em uma conversa com {shop} por {channel}, {when}. Ligue apenas se foi você: ela passa a dividir a conversa com este endereço.",
    yes: "Sim, sou eu",
    onlyMail: "Só este endereço de e-mail é meu",
    done: "Obrigado. Continuamos onde você escreveu; pode fechar esta página.",
    over: "Este link já foi usado ou é antigo demais. Escreva de novo para receber outro.",
  },
  it: {
    title: "Sei tu?",
    alone: "{shop} vuole essere certo che {address} sia tuo prima di mostrare o cambiare qualcosa.",
    claimed:
      "Qualcuno ha indicato {address} in una conversazione con {shop} tramite {channel}, {when}. Collegala solo se eri tu: condividerà una conversazione con questo indirizzo.",
    yes: "Sì, sono io",
    onlyMail: "Solo questo indirizzo e-mail è mio",
    done: "Grazie. Si continua dove hai scritto; puoi chiudere questa pagina.",
    over: "Questo link è già stato usato o è troppo vecchio. Scrivici di nuovo per riceverne un altro.",
  },
  nl: {
    title: "Ben jij dit?",
    alone: "{shop} wil zeker weten dat {address} van jou is voordat er iets getoond of veranderd wordt.",
    claimed:
      "Iemand gaf {address} op in een gesprek met {shop} via {channel}, {when}. Verbind het alleen als jij dat was: het deelt dan één gesprek met dit adres.",
    yes: "Ja, dat ben ik",
    onlyMail: "Alleen dit e-mailadres is van mij",
    done: "Dank je. Het gaat verder waar je schreef; deze pagina kan dicht.",
    over: "Deze link is al gebruikt of te oud. Schrijf ons nog eens voor een nieuwe.",
  },
};
