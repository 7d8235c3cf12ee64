import type { Usage } from "#app/pipeline/assistant/model.ts";

/** US dollars per million tokens, from a day (UTC) on. A model that is not listed has no known price. */
type Price = { model: string; from: string; input: number; output: number };

const prices: readonly Price[] = [
  { model: "gemini-3.8-flash", from: "2026-09-02", input: 0.75, output: 3.75 },
  { model: "gemini-3.8-flash", from: "2027-01-01", input: 1.5, output: 7.5 },
  // Google switches it off on 7 May 2027; GEMINI_SECOND_MODEL names another.
  { model: "gemini-3.1-flash-lite", from: "2026-01-01", input: 0.25, output: 1.5 },
  // For each million tokens read; vectors that come back cost nothing.
  { model: "gemini-embedding-001", from: "2025-07-14", input: 0.15, output: 0 },
  { model: "gemini-embedding-2", from: "2026-04-22", input: 0.2, output: 0 },
];
const million = 1_000_000;

/** What a call cost in US dollars at that time; undefined when we do not know the price. */
export function costOf(usage: Usage, at: Date): number | undefined {
  const valid = prices.filter(({ model, from }) => model === usage.model && Date.parse(from) <= at.getTime());
  const price = valid.at(-1);
  return price && (usage.inputTokens * price.input + usage.outputTokens * price.output) / million;
}
