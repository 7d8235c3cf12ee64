import { createGeminiEmbedder } from "#app/integrations/gemini/gemini-embedder.server.ts";
import { createGeminiModel } from "#app/integrations/gemini/gemini-model.server.ts";
import { likeEnough } from "#app/pipeline/knowledge/likeness.ts";
import { likeness } from "#app/pipeline/knowledge/nearest.ts";
import type { VendorSuite } from "../verify.ts";

const embeddingModel = process.env.GEMINI_EMBEDDING_MODEL ?? "gemini-embedding-001";
/** Each with a passage that answers it in other words; the passages of the others are strangers to it. */
const pairs = [
  [
    "Will the material aggravate dermatitis?",
    "Our yarns are spun without anything that troubles you. People who itch easily live in them.",
  ],
  ["Can I bring my Labrador when I visit?", "The studio in Berlin may be seen from Tuesday to Friday. Pets are welcome on a lead."],
  [
    "Wie lange habe ich Anspruch, wenn eine Naht aufgeht?",
    "We give three years of guarantee on seams, zips and buttons, beyond what the law requires.",
  ],
] as const;

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
      {
        name: "embeds so that answers lie on one side of the line and strangers on the other",
        run: async () => {
          const embedder = createGeminiEmbedder({ apiKey: value("GEMINI_API_KEY"), model: embeddingModel });
          const { value: passages } = await embedder.embed(
            "passage",
            pairs.map(([, passage]) => passage),
          );
          const answers: number[] = [];
          const strangers: number[] = [];
          let milliseconds = 0;
          for (const [at, [question]] of pairs.entries()) {
            const asked = await embedder.embed("question", [question]);
            milliseconds = Math.max(milliseconds, asked.usage.milliseconds);
            const [vector = new Float32Array()] = asked.value;
            for (const [other, passage] of passages.entries()) (other === at ? answers : strangers).push(likeness(vector, passage));
          }
          const [least, most] = [Math.min(...answers), Math.max(...strangers)];
          const { quoted } = likeEnough(embeddingModel);
          const figures = `answers from ${least.toFixed(3)}, strangers to ${most.toFixed(3)}, line at ${quoted}, slowest ${Math.round(milliseconds)} ms`;
          if (most >= quoted || least <= most) throw new Error(`${embeddingModel}: ${figures}`);
          return figures;
        },
      },
    ];
  },
};
