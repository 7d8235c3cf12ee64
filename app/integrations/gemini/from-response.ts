import type { GenerateContentResponse } from "@google/genai";
import type { z } from "zod";
import { type Language, languages } from "#app/channels/message.ts";
import { ModelError, type Slots, type Understanding, type UnderstandInput, type Usage } from "#app/pipeline/assistant/model.ts";
import { summarySchema, understandingSchema, wordingSchema } from "./answer-schemas.ts";

/** The part of Gemini's answer that is read; recorded answers in tests are of this shape. */
export type GeminiAnswer = Pick<GenerateContentResponse, "candidates" | "promptFeedback" | "usageMetadata" | "modelVersion">;

const refusals = ["SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE"];
const summaryWords = 80;

export function understandingFrom(answer: GeminiAnswer, input: UnderstandInput): Understanding {
  const { intents, language: written, mood, slots } = parseAnswer(answer, understandingSchema);
  const ours = languages.find((one): one is Language => one === written);
  return {
    intents: intents.toSorted((one, other) => other.confidence - one.confidence),
    language: ours ?? input.previousLanguage ?? input.shopLanguage,
    ...(ours === undefined && { foreignLanguage: written }),
    mood,
    slots: tidySlots(slots),
    decidedBy: "gemini",
  };
}

/** As many sentences as were asked for, or it does not count as an answer. */
export function sentencesFrom(answer: GeminiAnswer, expected: number): string[] {
  const { sentences } = parseAnswer(answer, wordingSchema);
  if (sentences.length !== expected)
    throw new ModelError("malformed", `Gemini gave ${sentences.length} sentences in place of ${expected}.`, false);
  return sentences.map((sentence) => sentence.trim());
}

export function summaryFrom(answer: GeminiAnswer): string {
  const words = parseAnswer(answer, summarySchema).summary.trim().split(/\s+/);
  return words.length <= summaryWords ? words.join(" ") : `${words.slice(0, summaryWords).join(" ")}…`;
}

/** Thinking is billed as output, so it counts as output. */
export function usageFrom({ usageMetadata, modelVersion }: GeminiAnswer, model: string, milliseconds: number): Usage {
  return {
    inputTokens: usageMetadata?.promptTokenCount ?? 0,
    outputTokens: (usageMetadata?.candidatesTokenCount ?? 0) + (usageMetadata?.thoughtsTokenCount ?? 0),
    milliseconds,
    model: modelVersion ?? model,
  };
}

function parseAnswer<Schema extends z.ZodType>(answer: GeminiAnswer, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(parseJson(textOf(answer)));
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => issue.path.join(".") || "the whole").join(", ");
  throw new ModelError("malformed", `Gemini's answer does not fit the schema: ${places}.`, false);
}

function textOf({ candidates, promptFeedback }: GeminiAnswer): string {
  if (promptFeedback?.blockReason) throw new ModelError("blocked", `Gemini refused the request: ${promptFeedback.blockReason}.`, false);
  const [candidate] = candidates ?? [];
  if (!candidate) throw new ModelError("empty", "Gemini answered without a candidate.", true);
  const reason: string = candidate.finishReason ?? "STOP";
  if (reason === "MAX_TOKENS") throw new ModelError("cap", "Gemini's answer was cut off at its length limit.", false);
  if (refusals.includes(reason)) throw new ModelError("blocked", `Gemini stopped: ${reason}.`, false);
  const text = (candidate.content?.parts ?? []).map((part) => (part.thought ? "" : (part.text ?? ""))).join("");
  if (text.trim() === "") throw new ModelError("empty", "Gemini answered without text.", true);
  if (reason !== "STOP") throw new ModelError("malformed", `Gemini stopped: ${reason}.`, true);
  return text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ModelError("malformed", "Gemini's answer is not JSON.", false);
  }
}

/** Our own spelling of what the model copied; empty ones are left out. */
function tidySlots(raw: z.infer<typeof understandingSchema>["slots"]): Slots {
  const digits = raw.orderName?.replace(/^#/, "").trim();
  const code = raw.code?.replaceAll(/\D/g, "");
  const phone = raw.phone?.replaceAll(/[^\d+]/g, "");
  return {
    ...(digits && { orderName: `#${digits.toUpperCase()}` }),
    ...(raw.email?.includes("@") && { email: raw.email.trim().toLowerCase() }),
    ...(phone && /^\+\d{7,15}$/.test(phone) && { phone }),
    ...(code?.length === 6 && { code }),
    ...(raw.trackingNumber?.trim() && { trackingNumber: raw.trackingNumber.trim() }),
    ...(raw.yesNo && { yesNo: raw.yesNo }),
    ...(raw.quantity && { quantity: raw.quantity }),
    ...(raw.position && { position: raw.position }),
    ...(raw.reason && { reason: raw.reason }),
    ...(raw.command && { command: raw.command }),
    ...(raw.correction && { correction: true }),
    ...(raw.toldElsewhere && { toldElsewhere: true }),
  };
}
