import type { Intent, ReturnReasonKey } from "#app/pipeline/assistant/model.ts";

/**
 * What shoppers write, per wish and per reason, in one language. All sentences are our own.
 * `|` or a line break ends an utterance, so that phrasings that belong together stay on one line.
 */
export type UtteranceBook = {
  intents: Record<Intent, string>;
  reasons: Record<ReturnReasonKey, string>;
};

/** The single utterances of one entry of a book. */
export function splitUtterances(entry: string): string[] {
  return entry
    .split(/[|\n]/)
    .map((one) => one.trim())
    .filter((one) => one.length > 0);
}
