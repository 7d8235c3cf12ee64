import type { ChannelName, Language } from "#app/channels/message.ts";

/** Where an answer stands, as it is said on another channel. */
export const places: Record<Language, Record<ChannelName, string>> = {
  en: { widget: "in the chat on our website", instagram: "on Instagram", whatsapp: "on WhatsApp", email: "by email" },
  de: { widget: "im Chat auf unserer Website", instagram: "auf Instagram", whatsapp: "auf WhatsApp", email: "per E-Mail" },
  fr: { widget: "dans le chat de notre site", instagram: "sur Instagram", whatsapp: "sur WhatsApp", email: "par e-mail" },
  es: { widget: "en el chat de nuestra web", instagram: "en Instagram", whatsapp: "en WhatsApp", email: "por correo electrónico" },
  it: { widget: "nella chat del nostro sito", instagram: "su Instagram", whatsapp: "su WhatsApp", email: "per e-mail" },
  pt: { widget: "no chat do nosso site", instagram: "no Instagram", whatsapp: "no WhatsApp", email: "por e-mail" },
  nl: { widget: "in de chat op onze website", instagram: "op Instagram", whatsapp: "op WhatsApp", email: "per e-mail" },
};

const sentences: Record<Language, (place: string) => string> = {
  en: (place) => `We have answered you ${place}. You can write wherever you like: it all comes together here.`,
  de: (place) => `Wir haben Dir ${place} geantwortet. Schreib uns, wo Du magst: Bei uns kommt alles zusammen.`,
  fr: (place) => `Nous vous avons répondu ${place}. Écrivez-nous où vous voulez : tout arrive au même endroit.`,
  es: (place) => `Te hemos respondido ${place}. Escríbenos donde quieras: aquí lo vemos todo junto.`,
  it: (place) => `Ti abbiamo risposto ${place}. Scrivici dove preferisci: da noi arriva tutto insieme.`,
  pt: (place) => `Respondemos a você ${place}. Escreva por onde preferir: aqui chega tudo junto.`,
  nl: (place) => `We hebben je ${place} geantwoord. Schrijf waar je wilt: bij ons komt alles samen.`,
};

/** Says on one channel that the answer stands on another. */
export const pointerText = (language: Language, channel: ChannelName): string => sentences[language](places[language][channel]);
