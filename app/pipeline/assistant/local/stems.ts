/**
 * Finds which of several lists of word stems the words touch. Stems are folded (no accents, lower case). A stem matches the
 * beginning of a word; with a dot behind it only the whole word. Numbers of the lists, ascending, each once.
 */
export function stemFinder(lists: Record<string, string>): (words: readonly string[]) => number[] {
  const byStem = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  let longestStem = 0;
  for (const [index, list] of Object.values(lists).entries()) {
    for (const stem of list.split(" ")) {
      const whole = stem.endsWith(".");
      const key = whole ? stem.slice(0, -1) : stem;
      const target = whole ? byWord : byStem;
      const known = target.get(key) ?? [];
      if (!known.includes(index)) target.set(key, [...known, index]);
      if (!whole) longestStem = Math.max(longestStem, key.length);
    }
  }
  return (words) => {
    const found = new Set<number>();
    for (const word of words) {
      for (const index of byWord.get(word) ?? []) found.add(index);
      const end = Math.min(word.length, longestStem);
      for (let length = 3; length <= end; length += 1) {
        for (const index of byStem.get(word.slice(0, length)) ?? []) found.add(index);
      }
    }
    return [...found].sort((a, b) => a - b);
  };
}
