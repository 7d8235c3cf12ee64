import { createGeminiModel } from "#app/integrations/gemini/gemini-model.server.ts";
import type { VendorSuite } from "../verify.ts";

/** Costs a fraction of a cent. */
export const verifyGemini: VendorSuite = {
  variables: ["GEMINI_API_KEY"],
  checks: (value) => {
    const model = createGeminiModel({ apiKey: value("GEMINI_API_KEY"), model: process.env.GEMINI_MODEL ?? "gemini-3.8-flash" });
    return [
      {
        name: "understands",
        run: async () => {
          const input = {
            text: "the jumper is too tight, how do I get my money back",
            transcript: [],
            shopLanguage: "en" as const,
            now: new Date(),
            timeZone: "UTC",
          };
          const { value: understanding, usage } = await model.understand(input, AbortSignal.timeout(15_000));
          return `${understanding.intents[0]?.intent}, ${usage.inputTokens} + ${usage.outputTokens} tokens, ${usage.milliseconds} ms`;
        },
      },
    ];
  },
};
