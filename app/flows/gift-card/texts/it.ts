import type { en } from "./en.ts";

export const it: Record<keyof typeof en, string> = {
  intro: "{count, plural, one {La tua carta regalo} other {Le tue carte regalo}} da {shop}:",
  until: "{card}: {amount}, valida fino al {day}",
  open: "{card}: {amount}, senza scadenza",
  empty: "{card}: esaurita",
  expired: "{card}: scaduta il {day}",
  off: "{card}: disattivata dal negozio, non si può più usare",
  more: "{count, plural, one {e un’altra} other {e altre #}}",
  none: "Non trovo nessuna carta regalo da {shop} a un indirizzo che so essere tuo.",
  elsewhere: "Se appartiene a un altro indirizzo e-mail, scrivilo qui e lì arriverà un codice.",
  unavailable: "Non posso consultare le carte regalo di {shop}. Un collega può dirti quanto resta sulla tua.",
  secret: "Tieni per te il codice di una carta regalo: chi ce l’ha può spenderla. Non mi serve e non l’ho conservato.",
  askContact:
    "Per essere sicuro che la carta sia tua, scrivi l’indirizzo e-mail a cui appartiene, come nel tuo account o nel tuo ordine. Lì arriveranno sei cifre.",
  codeSent:
    "Se {shop} conosce un cliente con questo dato, un codice di sei cifre è in arrivo al suo indirizzo e-mail. Scrivilo qui entro {minutes} minuti.",
  gladly: "Volentieri.",
  person: "Parla con qualcuno",
  stepLabel: "Saldo di una carta regalo",
};
