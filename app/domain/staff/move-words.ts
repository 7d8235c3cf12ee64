import type { ChannelName, Language } from "#app/channels/message.ts";
import { places } from "./pointer-words.ts";

type Words = { ask(place: string): string; yes: string; no: string; moved(place: string): string; stays: string };

const words: Record<Language, Words> = {
  en: {
    ask: (place) => `May we go on ${place}? Without a yes we stay here.`,
    yes: "Yes",
    no: "No, stay here",
    moved: (place) => `Thank you. We go on ${place}.`,
    stays: "All right, we stay here.",
  },
  de: {
    ask: (place) => `Dürfen wir ${place} weiterschreiben? Ohne Dein Ja bleiben wir hier.`,
    yes: "Ja",
    no: "Nein, hier bleiben",
    moved: (place) => `Danke. Wir schreiben Dir ${place} weiter.`,
    stays: "Gut, wir bleiben hier.",
  },
  fr: {
    ask: (place) => `Pouvons-nous continuer ${place} ? Sans votre accord, nous restons ici.`,
    yes: "Oui",
    no: "Non, rester ici",
    moved: (place) => `Merci. Nous continuons ${place}.`,
    stays: "D’accord, nous restons ici.",
  },
  es: {
    ask: (place) => `¿Podemos seguir ${place}? Sin tu sí nos quedamos aquí.`,
    yes: "Sí",
    no: "No, seguir aquí",
    moved: (place) => `Gracias. Seguimos ${place}.`,
    stays: "De acuerdo, seguimos aquí.",
  },
  it: {
    ask: (place) => `Possiamo continuare ${place}? Senza il tuo sì restiamo qui.`,
    yes: "Sì",
    no: "No, restiamo qui",
    moved: (place) => `Grazie. Continuiamo ${place}.`,
    stays: "Va bene, restiamo qui.",
  },
  pt: {
    ask: (place) => `Podemos continuar ${place}? Sem o seu sim, ficamos por aqui.`,
    yes: "Sim",
    no: "Não, ficar aqui",
    moved: (place) => `Obrigado. Continuamos ${place}.`,
    stays: "Tudo bem, ficamos por aqui.",
  },
  nl: {
    ask: (place) => `Mogen we ${place} verdergaan? Zonder je ja blijven we hier.`,
    yes: "Ja",
    no: "Nee, hier blijven",
    moved: (place) => `Bedankt. We gaan ${place} verder.`,
    stays: "Goed, we blijven hier.",
  },
};

/** The question, with the address as far as it may be told. */
export function moveQuestion(language: Language, channel: ChannelName, address: string | null) {
  const { ask, yes, no } = words[language];
  const place = places[language][channel];
  return { text: ask(address ? `${place} (${address})` : place), yes, no };
}

export const movedText = (language: Language, channel: ChannelName): string => words[language].moved(places[language][channel]);
export const staysText = (language: Language): string => words[language].stays;

/**
 * An address as it may stand on another channel: whoever owns it knows it again, nobody else learns it. Null where the channel's
 * id says nothing to anybody.
 */
export function maskedAddress(identity: { kind: string; externalId: string }): string | null {
  const { kind, externalId } = identity;
  if (kind === "email") {
    const [name = "", domain = ""] = externalId.split("@");
    return `${name.slice(0, 1)}•••@${domain.slice(0, 1)}•••${domain.slice(domain.lastIndexOf("."))}`;
  }
  // A business-scoped id is no number.
  return kind === "whatsapp" && /^\+?\d{6,}$/.test(externalId) ? `•••${externalId.slice(-2)}` : null;
}
