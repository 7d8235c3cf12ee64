import type { Language } from "#app/channels/message.ts";

/** Where somebody stopped, as it stands in "where you stopped on Instagram". */
const places: Record<string, Record<Language, string>> = {
  instagram: {
    en: "on Instagram",
    de: "auf Instagram",
    fr: "sur Instagram",
    es: "en Instagram",
    pt: "no Instagram",
    it: "su Instagram",
    nl: "op Instagram",
  },
  whatsapp: {
    en: "on WhatsApp",
    de: "auf WhatsApp",
    fr: "sur WhatsApp",
    es: "en WhatsApp",
    pt: "no WhatsApp",
    it: "su WhatsApp",
    nl: "op WhatsApp",
  },
  widget: {
    en: "in the chat on our site",
    de: "im Chat auf unserer Seite",
    fr: "dans le chat de notre site",
    es: "en el chat de nuestra web",
    pt: "no chat do nosso site",
    it: "nella chat del nostro sito",
    nl: "in de chat op onze site",
  },
  email: {
    en: "by email",
    de: "per E-Mail",
    fr: "par e-mail",
    es: "por correo",
    pt: "por e-mail",
    it: "via e-mail",
    nl: "per e-mail",
  },
};

/** "on Instagram"; undefined for a channel that has no such words. */
export function sayPlace(language: Language, channel: string | undefined): string | undefined {
  return channel === undefined ? undefined : places[channel]?.[language];
}
