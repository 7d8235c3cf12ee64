import type { Language } from "../message.ts";

/** The few words of our own that a mail needs around the reply. */
type MailTexts = { answer: string; stepOf: (step: number, of: number) => string; atMost: (count: number) => string };

export const mailTexts: Record<Language, MailTexts> = {
  en: {
    answer: "Just reply with the number, or in your own words.",
    stepOf: (step, of) => `${step} of ${of}`,
    atMost: (count) => `up to ${count}`,
  },
  de: {
    answer: "Antworte einfach mit der Nummer oder in Deinen eigenen Worten.",
    stepOf: (step, of) => `${step} von ${of}`,
    atMost: (count) => `bis zu ${count}`,
  },
  fr: {
    answer: "Répondez simplement avec le numéro, ou avec vos propres mots.",
    stepOf: (step, of) => `${step} sur ${of}`,
    atMost: (count) => `jusqu’à ${count}`,
  },
  es: {
    answer: "Responde con el número o con tus propias palabras.",
    stepOf: (step, of) => `${step} de ${of}`,
    atMost: (count) => `hasta ${count}`,
  },
  pt: {
    answer: "Responda com o número ou com as suas próprias palavras.",
    stepOf: (step, of) => `${step} de ${of}`,
    atMost: (count) => `até ${count}`,
  },
  it: {
    answer: "Rispondi con il numero o con parole tue.",
    stepOf: (step, of) => `${step} di ${of}`,
    atMost: (count) => `fino a ${count}`,
  },
  nl: {
    answer: "Antwoord gewoon met het nummer of in je eigen woorden.",
    stepOf: (step, of) => `${step} van ${of}`,
    atMost: (count) => `maximaal ${count}`,
  },
};
