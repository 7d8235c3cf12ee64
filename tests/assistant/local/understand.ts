import type { Language } from "#app/channels/message.ts";
import { createLocalModel } from "#app/pipeline/assistant/local/local-model.ts";
import type { Understanding } from "#app/pipeline/assistant/model.ts";

const model = createLocalModel();
/** A Thursday. */
export const now = new Date("2026-11-26T12:00:00Z");

/** What the local model makes of a message in the middle of a conversation (or at its start, without a language). */
export async function understand(text: string, language?: Language, expecting?: string): Promise<Understanding> {
  const transcript = language ? [{ author: "assistant" as const, channel: "widget", text: "…" }] : [];
  const shopLanguage = language ?? ("en" as const);
  const input = { text, expecting, previousLanguage: language, transcript, shopLanguage, now, timeZone: "Europe/Berlin" };
  return (await model.understand(input, AbortSignal.timeout(5_000))).value;
}
