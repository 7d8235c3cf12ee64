import { z } from "zod";
import { languages } from "#app/channels/message.ts";
import { details, intents, policyPoints, returnReasons } from "#app/pipeline/assistant/model.ts";

const allDetails = [...new Set(Object.values(details).flat())];

/** What Gemini must answer to "understand". Structured output is no guarantee, so every answer is parsed with this again. */
export const understandingSchema = z.object({
  intents: z
    .array(z.object({ intent: z.enum(intents), detail: z.enum(allDetails).optional(), confidence: z.number().min(0).max(1) }))
    .max(4)
    .describe("What the shopper wants, best first. Empty when the message only answers the question that was asked."),
  language: z.enum([...languages, "other"]).describe("Language of the newest message"),
  foreignLanguage: z.string().optional().describe("ISO 639-1 code, only when language is other"),
  mood: z
    .enum(["calm", "annoyed", "angry", "threatening"])
    .describe("threatening: to sue, to tell authorities or the press, to charge back"),
  slots: z
    .object({
      orderName: z.string().optional().describe("Order number exactly as written in the message"),
      email: z.string().optional(),
      phone: z.string().optional(),
      trackingNumber: z.string().optional(),
      yesNo: z.enum(["yes", "no"]).optional(),
      quantity: z.number().int().min(1).max(99).optional(),
      position: z.number().int().min(1).max(99).optional().describe("Which entry of a shown list, from 1"),
      reason: z.enum(returnReasons).optional().describe("Why an item comes back"),
      command: z.enum(["back", "start-over", "stop"]).optional(),
      correction: z.boolean().optional(),
      toldElsewhere: z.boolean().optional(),
      item: z.string().optional().describe("The words that name a product, as written, without article"),
      variant: z
        .object({
          size: z.string().optional().describe("As written"),
          sizeStep: z.number().int().optional().describe("1 for one size larger, -1 for one smaller, where no size is named"),
          colour: z.string().optional().describe("In English"),
        })
        .optional()
        .describe("What is wished for, not what was bought"),
      date: z.string().optional().describe("YYYY-MM-DD, the first day that is named"),
      address: z
        .object({
          line1: z.string().optional().describe("Street and number"),
          postcode: z.string().optional(),
          city: z.string().optional(),
          country: z.string().optional().describe("ISO 3166-1 alpha-2"),
          province: z.string().optional(),
        })
        .optional(),
    })
    .describe("Only what the message really says"),
});

export const compositionSchema = z.object({ sentences: z.array(z.string()).min(1).max(40) });
export const answerSchema = z.object({
  answered: z.boolean().describe("Whether the passages answer the question"),
  sentences: z.array(z.string()).max(6).describe("The answer, one sentence each; empty when they do not"),
});
export const translationSchema = z.object({ translations: z.array(z.string()).max(40) });
export const summarySchema = z.object({ summary: z.string().min(1) });

/** The shape of every answer of generateContent, as far as we read it; the SDK hands on whatever came. */
export const envelopeSchema = z.object({
  promptFeedback: z.object({ blockReason: z.string().nullish() }).nullish(),
  candidates: z
    .array(
      z.object({
        finishReason: z.string().nullish(),
        content: z.object({ parts: z.array(z.object({ text: z.string().nullish(), thought: z.boolean().nullish() })).nullish() }).nullish(),
      }),
    )
    .nullish(),
});

const yesNoOrUnclear = z.enum(["yes", "no", "unclear"]);
export const imageSchema = z.object({
  showsProduct: yesNoOrUnclear.describe("Whether the picture shows one of the items"),
  damageVisible: yesNoOrUnclear.describe("Whether damage or a defect can be seen"),
  fitsReason: yesNoOrUnclear.describe("Whether what can be seen agrees with the stated reason"),
  words: z.string().max(1_000).describe("What can be seen, in at most 40 words"),
});

export const policySchema = z.object({
  points: z
    .array(
      z.object({
        point: z.enum(policyPoints),
        value: z.string().max(40),
        quote: z.string().max(1_000).describe("The sentence of the text that says so, copied letter by letter"),
      }),
    )
    .max(40),
});

/** The JSON schema in the subset that the API takes (it refuses `$schema`). */
export function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema);
  return rest;
}
