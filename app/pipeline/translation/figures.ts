/** "12.50" and "12,50" are the same figure, and so are "1,000", "1.000" and "1 000". */
const figure = /\d+(?:[.,'’:]\d+|[ \u00a0\u202f]\d{3}(?!\d))*/g;

/** Whether two texts hold the same figures, however a language writes them and whatever their order. */
export function sameFigures(one: string, other: string): boolean {
  const [mine, theirs] = [figuresIn(one), figuresIn(other)];
  return mine.length === theirs.length && mine.every((value, index) => value === theirs[index]);
}

function figuresIn(text: string): string[] {
  return [...text.normalize("NFKC").matchAll(figure)].map(([found]) => found.replace(/\D/g, "")).sort();
}
