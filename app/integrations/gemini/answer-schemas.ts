import { z } from "zod";
import { intents, returnReasons } from "#app/pipeline/assistant/model.ts";

const optionalText = z.string().max(200).nullish();

/** What an understanding looks like on the wire; checked again when it comes back, for a schema is only a request. */
export const understandingSchema = z.object({
  intents: z
    .array(z.object({ intent: z.enum(intents), confidence: z.number().min(0).max(1) }))
    .min(1)
    .max(4),
  language: z.string().regex(/^[a-z]{2}$/),
  mood: z.enum(["calm", "annoyed", "angry"]),
  slots: z.object({
    orderName: optionalText,
    email: optionalText,
    phone: optionalText,
    code: optionalText,
    trackingNumber: optionalText,
    yesNo: z.enum(["yes", "no"]).nullish(),
    quantity: z.int().min(1).max(999).nullish(),
    position: z.int().min(1).max(99).nullish(),
    reason: z.enum(returnReasons).nullish(),
    command: z.enum(["back", "start-over", "stop"]).nullish(),
    correction: z.boolean().nullish(),
    toldElsewhere: z.boolean().nullish(),
  }),
});

export const wordingSchema = z.object({ sentences: z.array(z.string().min(1).max(2_000)).max(40) });
export const summarySchema = z.object({ summary: z.string().min(1).max(2_000) });

/** The schema as Gemini takes it: JSON Schema without the dialect's address. */
export function toJsonSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}
