import type { Intent, ReturnReasonKey } from "#app/pipeline/assistant/model.ts";
import { angryWords, annoyedWords, germanWords, noWords, reasonWords, wishes, yesWords } from "./keywords.ts";

type Wish = { intent: Intent; confidence: number };

/**
 * The double's own reading of a message, by keywords that forgive a typo. Written apart from the app's local model, so that
 * agreement between the two means something.
 */
export function readMessage(text: string, expecting: string): Record<string, unknown> {
  const words = wordsOf(text);
  const german = words.filter((word) => germanWords.includes(word) || /[äöüß]/.test(word)).length;
  const reason = reasonIn(words);
  const slots = { ...literalSlots(text), ...yesNoIn(words, expecting), ...(reason && { reason }) };
  const shouted = text.length > 12 && text === text.toUpperCase() && /\p{Lu}{4}/u.test(text);
  const loud = shouted || angryWords.some((word) => holds(words, word));
  return {
    intents: intentsOf(wishesIn(words), slots, expecting),
    language: german > 0 ? "de" : "en",
    mood: loud ? "angry" : annoyedWords.some((word) => words.includes(word)) ? "annoyed" : "calm",
    slots,
  };
}

/** Asked for a reason, "too small" is no new wish; nor is anything else that only fills a slot after a question. */
function intentsOf(found: Wish[], slots: { reason?: ReturnReasonKey }, expecting: string): Wish[] {
  const answers = expecting !== "" && Object.keys(slots).length > 0;
  if (answers && (found.length === 0 || (expecting === "reason" && slots.reason))) return [];
  if (found.length > 0) return found.slice(0, 3);
  return [slots.reason ? { intent: "return_start", confidence: 0.7 } : { intent: "out_of_scope", confidence: 0.4 }];
}

function wishesIn(words: string[]): Wish[] {
  const scored = (Object.entries(wishes) as [Intent, string[]][]).flatMap(([intent, phrases]) => {
    const weights = phrases.filter((phrase) => holds(words, phrase)).map((phrase) => phrase.split(" ").length);
    return weights.length === 0 ? [] : [{ intent, weight: Math.max(...weights) + weights.length / 10 }];
  });
  // A greeting in front of a wish is not a wish.
  const wanted = scored.length > 1 ? scored.filter(({ intent }) => intent !== "smalltalk") : scored;
  return wanted
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ intent }, place) => ({ intent, confidence: place === 0 ? 0.93 : 0.55 }));
}

function reasonIn(words: string[]): ReturnReasonKey | undefined {
  const entries = Object.entries(reasonWords) as [ReturnReasonKey, string[]][];
  return entries.find(([, phrases]) => phrases.some((phrase) => holds(words, phrase)))?.[0];
}

function yesNoIn(words: string[], expecting: string): { yesNo?: "yes" | "no" } {
  if (expecting !== "yes-no" && words.length > 3) return {};
  if (words.some((word) => noWords.includes(word))) return { yesNo: "no" };
  return words.some((word) => yesWords.includes(word)) ? { yesNo: "yes" } : {};
}

function literalSlots(text: string): Record<string, string> {
  const order = /#\s?(\d{3,})/.exec(text)?.[1];
  const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(text)?.[0];
  const code = /(?<![\d#])\d{6}(?!\d)/.exec(text)?.[0];
  return { ...(order && { orderName: `#${order}` }), ...(email && { email }), ...(code && { code }) };
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll(/['’]/g, "")
      .match(/\p{L}+/gu) ?? []
  );
}

/** Whether all words of a phrase are there in their order, each perhaps with a slip of the finger. */
function holds(words: string[], phrase: string): boolean {
  let from = 0;
  return phrase.split(" ").every((wanted) => {
    const at = words.findIndex((word, index) => index >= from && alike(word, wanted));
    from = at + 1;
    return at >= 0;
  });
}

function alike(word: string, wanted: string): boolean {
  if (word === wanted) return true;
  if (wanted.length < 5) return false;
  return distance(word, wanted) <= (wanted.length < 9 ? 1 : 2);
}

/** Edits between two words; two letters that changed places count as one. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  const rows = Array.from({ length: one.length + 1 }, (_, row) => [row, ...Array<number>(other.length).fill(0)]);
  const at = (row: number, column: number) => (row === 0 ? column : (rows[row]?.[column] ?? 0));
  for (let row = 1; row <= one.length; row++) {
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const best = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (same ? 0 : 1));
      const current = rows[row];
      if (current) current[column] = swapped ? Math.min(best, at(row - 2, column - 2) + 1) : best;
    }
  }
  return at(one.length, other.length);
}
