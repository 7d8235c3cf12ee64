/** A sentence as it should have been, and as a lying model said it; what was hidden from it stands as "[ORDER_1]". */
export type Invention = { instead: string; said: string };

const placeholder = /\[[A-Z]+_\d+\]/;
const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim();

/**
 * Tells which of a model's inventions stand in a text that a shopper was shown. What differs only in what was hidden from the
 * model is left out, since nobody can tell it from what is true of somebody else.
 */
export function inventionFinder(inventions: Invention[]): (shown: string) => string[] {
  const parts = (sentence: string) => oneLine(sentence).split(placeholder);
  const told = new Map(
    inventions
      .filter(({ instead, said }) => parts(instead).join("…") !== parts(said).join("…"))
      .map(({ said }) => [parts(said).join("…"), parts(said)] as const),
  );
  return (shown) => {
    const text = oneLine(shown);
    return [...told].filter(([, literal]) => standsIn(text, literal)).map(([sentence]) => sentence);
  };
}

/** Whether the parts stand there one after the other, with at most a line's worth of something between them. */
function standsIn(text: string, literal: string[]): boolean {
  const apart = 120;
  const goesOn = (from: number, index: number): boolean => {
    const part = literal[index];
    if (part === undefined) return true;
    for (let at = text.indexOf(part, from); at >= 0; at = text.indexOf(part, at + 1)) {
      if (index > 0 && at - from > apart) return false;
      if (goesOn(at + part.length, index + 1)) return true;
      if (part === "") return false;
    }
    return false;
  };
  return goesOn(0, 0);
}
