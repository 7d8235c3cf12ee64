import { type Intent, type Model, ModelError, type Slots, type UnderstandInput, type Understanding, type Usage } from "./model.ts";
import { slotsFromText } from "./slots-from-text.ts";

/** `threshold`: how sure one must be of an intent, between 0 and 1. */
export type CascadeModels = { local: Model; gemini?: Model; threshold: (intent: Intent) => number };
export type CascadeResult = {
  understanding: Understanding;
  /** What the second model cost, when it was asked and answered. */
  usage?: Usage;
  /** Nobody is sure: neither of the two, or the second could not be asked or did not answer. */
  doubtful: boolean;
};

/** In characters, about 4,000 tokens: longer than anything a shopper needs to say, and money when somebody floods us. */
const longestText = 16_000;

/**
 * The local model where it is sure or where its parsers found what we asked for, Gemini otherwise, at most once.
 * Gemini may say what is meant; what was written is only taken from the text.
 */
export async function understandWithCascade(
  { local, gemini, threshold }: CascadeModels,
  input: UnderstandInput,
  signal: AbortSignal,
): Promise<CascadeResult> {
  const { value: understood } = await local.understand(input, signal);
  if (isSure(understood, threshold) || answersQuestion(understood, input.expecting)) return { understanding: understood, doubtful: false };
  if (!gemini || input.text.length > longestText) return { understanding: understood, doubtful: true };
  try {
    const { value: asked, usage } = await gemini.understand(input, signal);
    const slots = { ...slotsFromText(asked.slots, input), ...understood.slots };
    const understanding: Understanding = { ...asked, slots, decidedBy: "gemini" };
    const doubtful = !isSure(asked, threshold) && !answersQuestion(understanding, input.expecting);
    if (doubtful && confidenceOf(asked) <= confidenceOf(understood)) return { understanding: understood, usage, doubtful };
    return { understanding, usage, doubtful };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { understanding: understood, doubtful: true };
  }
}

function isSure({ intents }: Understanding, threshold: CascadeModels["threshold"]): boolean {
  return intents.some(({ intent, confidence }) => confidence >= threshold(intent));
}

function confidenceOf({ intents }: Understanding): number {
  return Math.max(0, ...intents.map(({ confidence }) => confidence));
}

/** Which slots settle each of the questions our flows ask. */
const answers: Record<string, (keyof Slots)[]> = {
  code: ["code"],
  contact: ["email", "phone"],
  order: ["orderName", "trackingNumber", "position"],
  "yes-no": ["yesNo"],
  reason: ["reason"],
  quantity: ["quantity"],
  items: ["position"],
};

/** Words that carry no wish but a slot are an answer too, whatever was asked. */
export function answersQuestion({ intents, slots }: Understanding, expecting: string | undefined): boolean {
  if (slots.command !== undefined) return true;
  if (intents.length === 0) return Object.keys(slots).length > 0;
  return expecting !== undefined && (answers[expecting] ?? []).some((slot) => slots[slot] !== undefined);
}
