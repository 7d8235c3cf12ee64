export type ConsentWord = { state: "out" | "in" /** Means nothing else, whatever is being talked about. */; plain: boolean };

/** Whole messages only. "Stop" alone may also end what is being talked about. */
const words: [RegExp, ConsentWord][] = [
  [
    /^(?:unsubscribe(?: me)?|opt[ -]?out|stop (?:all )?(?:messages|messaging me)|no more messages|abmelden|abbestellen|keine nachrichten mehr|desabonner|se desabonner|desinscription|plus de messages|darme de baja|baja|no mas mensajes|cancelar (?:inscricao|subscricao)|sem mais mensagens|disiscrivi(?:mi)?|annulla iscrizione|basta messaggi|uitschrijven|afmelden|geen berichten meer)$/,
    { state: "out", plain: true },
  ],
  [/^(?:stop|stopp|stop all|arret|alto|parar?|ferma)$/, { state: "out", plain: false }],
  [
    /^(?:start|unstop|subscribe|opt[ -]?in|anmelden|abonner|s'abonner|alta|suscribir(?:me)?|subscrever|iscrivi(?:mi)?|aanmelden)$/,
    { state: "in", plain: true },
  ],
];

/** Whether a message says that the shopper wants no messages that we begin, or wants them again. */
export function consentWord(text: string): ConsentWord | null {
  const folded = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("’", "'")
    .toLowerCase()
    .replace(/^[\s"'.!¡]+|[\s"'.!]+$/g, "");
  return words.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}
