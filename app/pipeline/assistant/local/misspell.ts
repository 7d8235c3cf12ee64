/**
 * Ways in which a hurried thumb would type the sentence: one letter left out and two letters swapped, in its longest words.
 * Deterministic, so that training is. Empty for very short texts, where a slip would change the meaning.
 */
export function misspell(text: string): string[] {
  if (text.length < 8) return [];
  const words = text.split(" ");
  const byLength = words.map((word, index) => ({ index, length: word.length })).sort((a, b) => b.length - a.length || a.index - b.index);
  const [longest, second] = byLength;
  if (!longest || longest.length < 5) return [];
  const dropped = replaceWord(words, longest.index, (word) => word.slice(0, 3) + word.slice(4));
  const other = second && second.length >= 5 ? second : longest;
  const swapped = replaceWord(words, other.index, (word) => word.slice(0, 2) + word.charAt(3) + word.charAt(2) + word.slice(4));
  return [dropped, swapped];
}

function replaceWord(words: string[], at: number, change: (word: string) => string): string {
  return words.map((word, index) => (index === at ? change(word) : word)).join(" ");
}
