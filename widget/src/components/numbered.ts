/** Gives parts of something that never reorders their place as key. */
export function numbered<T>(list: readonly T[]): { at: number; part: T }[] {
  return list.map((part, at) => ({ at, part }));
}
