/** The usual one: among the first few of a list a place more or less matters little, being in both lists much. */
const flatness = 60;

/** Reciprocal rank fusion: of several lists, each the best first, one. Equals stay in the order of the lists. */
export function fuse(lists: number[][]): number[] {
  const sums = new Map<number, number>();
  for (const list of lists) for (const [place, one] of list.entries()) sums.set(one, (sums.get(one) ?? 0) + 1 / (flatness + place + 1));
  return [...sums].sort(([, one], [, other]) => other - one).map(([one]) => one);
}
