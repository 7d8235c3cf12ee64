/** What the page is told of translations; `from` and `to` are names of languages, "Portuguese". */
export type TranslationView = {
  /** Null when only older messages are in another language. */
  from: string | null;
  to: string;
  /** Messages that have none yet. */
  missing: number;
  /** Why there are none to be had, in words. */
  problem: string | null;
};

/** `of`: what staff wrote; `text`: what the shopper would get. */
export type TranslationAnswer = { ok: true; of?: string; text?: string; doubtful?: boolean } | { ok: false; problem: string };

export const noTranslationWords: Record<"no-model" | "off" | "budget" | "failed", string> = {
  "no-model": "Translations need a language model. Whoever runs the app can add a Gemini key.",
  off: "There are no translations, because Privacy says that nothing leaves for a language model.",
  budget: "Today’s allowance for the language model is used up. Translations come back tomorrow.",
  failed: "The language model did not answer. Try again in a moment.",
};
