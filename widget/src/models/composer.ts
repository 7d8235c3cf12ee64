import { signal } from "@preact/signals";
import type { Keeper } from "./storage.ts";

/** Longest message a shopper may write, in characters. */
export const maxMessage = 4_000;

/** What is being written; survives closing, reloading and going to another page of the shop. */
export function createComposer(keeper: Keeper) {
  const text = signal(keeper.read().draft ?? "");
  function write(value: string): void {
    text.value = value.slice(0, maxMessage);
    keeper.write({ draft: text.value || undefined });
  }
  return {
    text,
    write,
    /** The words to send, with which the field is emptied; null when there is nothing. */
    take(): string | null {
      const words = text.value.trim();
      if (words) write("");
      return words || null;
    },
  };
}
