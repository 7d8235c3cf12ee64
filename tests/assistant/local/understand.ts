import type { Language } from "#app/channels/message.ts";
import { createLocalModel } from "#app/pipeline/assistant/local/local-model.ts";
import type { Understanding } from "#app/pipeline/assistant/model.ts";

const model = createLocalModel();

/** What the local model makes of a message in the middle of a conversation (or at its start, without a language). */
export async function understand(text: string, language?: Language, expecting?: string): Promise<Understanding> {
  const transcript = language ? [{ author: "assistant" as const, channel: "widget", text: "…" }] : [];
  const input = { text, expecting, previousLanguage: language, transcript, shopLanguage: language ?? ("en" as const) };
  return (await model.understand(input, AbortSignal.timeout(5_000))).value;
}
