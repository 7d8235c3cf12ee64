import { type Model, ModelError, type Slots, type UnderstandInput, type Understanding, type Usage } from "./model.ts";

export type Cascade = { local: Model; gemini?: Model; threshold: number };
export type CascadeResult = {
  understanding: Understanding;
  /** What the call to Gemini took, when there was one. */
  usage?: Usage;
  /** Nobody was sure: neither of the two, or the one that could have been asked did not answer. */
  doubtful: boolean;
};

/**
 * The local model where it is sure or where its parsers found what we asked for, Gemini otherwise, at most once.
 * Gemini may say what is meant; what was written is only taken from the text.
 */
export async function understandWithCascade(
  { local, gemini, threshold }: Cascade,
  input: UnderstandInput,
  signal: AbortSignal,
): Promise<CascadeResult> {
  const { value: understood } = await local.understand(input, signal);
  if (confidenceOf(understood) >= threshold || answersQuestion(understood.slots, input.expecting))
    return { understanding: understood, doubtful: false };
  if (!gemini) return { understanding: understood, doubtful: true };
  try {
    const { value: asked, usage } = await gemini.understand(input, signal);
    const doubtful = confidenceOf(asked) < threshold;
    if (doubtful && confidenceOf(asked) <= confidenceOf(understood)) return { understanding: understood, usage, doubtful };
    const slots = { ...slotsFromText(asked.slots, input), ...understood.slots };
    return { understanding: { ...asked, slots, decidedBy: "gemini" }, usage, doubtful };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { understanding: understood, doubtful: true };
  }
}

function confidenceOf({ intents }: Understanding): number {
  return Math.max(0, ...intents.map(({ confidence }) => confidence));
}

/** Which slots settle each of the questions our flows ask. */
const answers: Record<string, (keyof Slots)[]> = {
  code: ["code"],
  contact: ["email", "phone"],
  email: ["email"],
  order: ["orderName", "trackingNumber", "position"],
  "yes-no": ["yesNo"],
  reason: ["reason"],
  quantity: ["quantity"],
  items: ["position"],
};

function answersQuestion(slots: Slots, expecting: string | undefined): boolean {
  if (expecting === undefined) return false;
  return slots.command !== undefined || (answers[expecting] ?? []).some((slot) => slots[slot] !== undefined);
}

/** What a model says it found, as far as the shopper really wrote it. */
function slotsFromText(slots: Slots, { text, expecting }: UnderstandInput): Slots {
  const { orderName, email, phone, code, trackingNumber, quantity, position, yesNo, ...meanings } = slots;
  const written = text.normalize("NFKC").toLowerCase();
  const tight = written.replace(/[\s().\-/]/g, "");
  return {
    ...meanings,
    // A yes nobody was asked for must not be lying around when a question comes.
    ...(yesNo && expecting === "yes-no" && { yesNo }),
    ...(orderName && standsIn(written, orderName.replace(/^#/, "")) && { orderName }),
    ...(email && standsIn(written, email) && { email }),
    ...(phone && standsIn(tight, phone.replace(/^\+/, "")) && { phone }),
    ...(code && standsIn(written, code) && { code }),
    ...(trackingNumber && standsIn(tight, trackingNumber.replace(/[\s().\-/]/g, "")) && { trackingNumber }),
    ...(quantity !== undefined && standsIn(written, String(quantity)) && { quantity }),
    ...(position !== undefined && standsIn(written, String(position)) && { position }),
  };
}

/** Whether a value stands in a text as a whole: "100" does not stand in "#1001". */
function standsIn(text: string, value: string): boolean {
  const wanted = value.normalize("NFKC").toLowerCase();
  if (wanted === "") return false;
  const escaped = RegExp.escape ? RegExp.escape(wanted) : wanted.replace(/[.*+?^${}()|[\]\\-]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}@])${escaped}(?![\\p{L}\\p{N}@])`, "u").test(text);
}
