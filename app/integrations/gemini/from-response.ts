import type { GenerateContentResponse } from "@google/genai";
import type { z } from "zod";
import {
  type ComposeInput,
  details,
  type ImageDescription,
  type Intent,
  ModelError,
  type PolicyReading,
  type SummariseInput,
  type TranslateInput,
  type UnderstandInput,
  type Understanding,
  type Usage,
  type VariantWish,
  type Wish,
} from "#app/pipeline/assistant/model.ts";
import {
  answerSchema,
  compositionSchema,
  envelopeSchema,
  imageSchema,
  policySchema,
  summarySchema,
  translationSchema,
  understandingSchema,
} from "./schemas.ts";

/** What we read of a response; the wire has more. */
export type GeminiResponse = Pick<GenerateContentResponse, "candidates" | "promptFeedback" | "usageMetadata">;

const blockedReasons: ReadonlySet<string> = new Set([
  "SAFETY",
  "RECITATION",
  "BLOCKLIST",
  "PROHIBITED_CONTENT",
  "SPII",
  "LANGUAGE",
  "IMAGE_SAFETY",
  "IMAGE_PROHIBITED_CONTENT",
  "IMAGE_RECITATION",
]);
const mostSummaryWords = 80;
const mostTokens = 10_000_000;

export function toUnderstanding(response: GeminiResponse, input: UnderstandInput): Understanding {
  const { intents, language, foreignLanguage, mood, slots } = parseAnswer(response, understandingSchema);
  const usual = input.previousLanguage ?? input.shopLanguage;
  const isForeign = language === "other";
  return {
    intents: intents.map(withOwnDetail).sort((a, b) => b.confidence - a.confidence),
    language: isForeign ? usual : language,
    ...(isForeign && foreignLanguage && /^[a-z]{2}$/.test(foreignLanguage) && { foreignLanguage }),
    mood,
    slots: tidySlots(slots),
    decidedBy: "gemini",
  };
}

/** A detail of another intent is dropped: the answer's schema cannot say which belong together. */
function withOwnDetail({ detail, ...wish }: Wish): Wish {
  const known: readonly string[] = (details as Partial<Record<Intent, readonly string[]>>)[wish.intent] ?? [];
  return detail !== undefined && known.includes(detail) ? { ...wish, detail } : wish;
}

/** The sentences as worded; whether they may be said is the guard's business. */
export function toSentences(response: GeminiResponse, _input: ComposeInput): string[] {
  return parseAnswer(response, compositionSchema).sentences.map((sentence) => sentence.trim());
}

/** What it says the passages hold; whether they do is the guard's business. */
export function toAnswer(response: GeminiResponse): string[] {
  const { answered, sentences } = parseAnswer(response, answerSchema);
  return answered ? sentences.map((sentence) => sentence.trim()).filter(Boolean) : [];
}

export function toSummary(response: GeminiResponse, _input: SummariseInput): string {
  const words = parseAnswer(response, summarySchema).summary.trim().split(/\s+/);
  return words.length > mostSummaryWords ? `${words.slice(0, mostSummaryWords).join(" ")}…` : words.join(" ");
}

/** Throws where it left one out, put one in, or made a speech of a word. */
export function toTranslations(response: GeminiResponse, { texts }: TranslateInput): string[] {
  const translations = parseAnswer(response, translationSchema).translations.map((one) => one.trim());
  const fits = translations.every((one, index) => one !== "" && one.length <= 3 * (texts[index]?.length ?? 0) + 80);
  if (translations.length !== texts.length || !fits)
    throw new ModelError("malformed", "Gemini gave back other texts than were asked.", true);
  return translations;
}

const mostImageWords = 60;

export function toImageDescription(response: GeminiResponse): ImageDescription {
  const { showsProduct, damageVisible, fitsReason, words } = parseAnswer(response, imageSchema);
  const told = (answer: "yes" | "no" | "unclear") => (answer === "unclear" ? null : answer === "yes");
  const said = words
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .split(" ")
    .slice(0, mostImageWords)
    .join(" ");
  return { showsProduct: told(showsProduct), damageVisible: told(damageVisible), fitsReason: told(fitsReason), words: said };
}

export function toPolicyReadings(response: GeminiResponse): PolicyReading[] {
  return parseAnswer(response, policySchema).points;
}

/** Thinking tokens are billed as output. */
export function toUsage(response: GeminiResponse, model: string, milliseconds: number): Usage {
  const counts = response.usageMetadata;
  return {
    inputTokens: tokens(counts?.promptTokenCount),
    outputTokens: tokens(counts?.candidatesTokenCount) + tokens(counts?.thoughtsTokenCount),
    milliseconds,
    model,
  };
}

/** A count that no model reaches is none: nobody's budget is used up by a slip of the wire. */
function tokens(count: unknown): number {
  return Number.isSafeInteger(count) && Number(count) >= 0 && Number(count) <= mostTokens ? Number(count) : 0;
}

function parseAnswer<Answer>(response: GeminiResponse, schema: z.ZodType<Answer>): Answer {
  const text = readText(response);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ModelError("malformed", "Gemini's answer is not JSON.", true);
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ModelError("malformed", `Gemini's answer does not fit the schema at ${issue?.path.join(".") || "its root"}.`, true);
  }
  return parsed.data;
}

/** The words of the first candidate, thoughts left out; every way of not answering becomes its own kind of error. */
function readText(response: GeminiResponse): string {
  const envelope = envelopeSchema.safeParse(response);
  if (!envelope.success) throw new ModelError("malformed", "Gemini's reply has not the shape of one.", true);
  const { promptFeedback, candidates } = envelope.data;
  const blockReason = promptFeedback?.blockReason;
  if (blockReason) throw new ModelError("blocked", `Gemini refused the request (${blockReason}).`, false);
  const [candidate] = candidates ?? [];
  if (!candidate) throw new ModelError("empty", "Gemini answered without a candidate.", true);
  const finish = candidate.finishReason ?? "STOP";
  if (blockedReasons.has(finish)) throw new ModelError("blocked", `Gemini stopped its answer (${finish}).`, false);
  if (finish === "MAX_TOKENS") throw new ModelError("cap", "Gemini's answer was longer than allowed.", false);
  if (finish !== "STOP") throw new ModelError("malformed", `Gemini ended its answer with ${finish}.`, true);
  const parts = candidate.content?.parts ?? [];
  const text = parts.map((part) => (part.thought ? "" : (part.text ?? ""))).join("");
  if (text.trim().length === 0) throw new ModelError("empty", "Gemini answered without words.", true);
  return text;
}

/** Our spelling of what was copied from the message; empty strings and false mean "not there". */
function tidySlots({
  orderName,
  email,
  phone,
  trackingNumber,
  item,
  variant,
  date,
  address,
  ...rest
}: z.infer<typeof understandingSchema>["slots"]): Understanding["slots"] {
  const number = orderName
    ?.trim()
    .replace(/^#?\s*/, "")
    .toUpperCase();
  const tidy = {
    ...rest,
    correction: rest.correction || undefined,
    toldElsewhere: rest.toldElsewhere || undefined,
    orderName: number ? `#${number}` : undefined,
    email: email?.trim().toLowerCase() || undefined,
    phone: phone?.replace(/[^+\d]/g, "") || undefined,
    item: item?.trim() || undefined,
    variant: variant && tidyVariant(variant),
    date: date?.trim() || undefined,
    address: address && filled(address),
    trackingNumber: trackingNumber?.replace(/\s/g, "").toUpperCase() || undefined,
  };
  return Object.fromEntries(Object.entries(tidy).filter(([, value]) => value !== undefined));
}

function tidyVariant({ size, sizeStep, colour }: { size?: string; sizeStep?: number; colour?: string }): VariantWish | undefined {
  const step = sizeStep === 1 || sizeStep === -1 ? sizeStep : undefined;
  const named = filled({ size: size?.toUpperCase(), colour: colour?.toLowerCase() });
  return named || step ? { ...named, ...(step && !named?.size && { sizeStep: step }) } : undefined;
}

/** Without what is empty; nothing when all of it is. */
function filled<Texts extends Record<string, string | undefined>>(texts: Texts): Texts | undefined {
  const kept = Object.entries(texts).flatMap(([name, text]) => (text?.trim() ? [[name, text.trim()]] : []));
  return kept.length > 0 ? (Object.fromEntries(kept) as Texts) : undefined;
}
