/**
 * The one source of "now". Everything that waits or expires asks here, so that time can be moved as a whole
 * (a test that lets two days pass, a replay). Timers re-arm when it moves.
 */
let offset = 0;
const listeners = new Set<() => void>();

export function now(): Date {
  return new Date(Date.now() + offset);
}

/** Milliseconds from now until `date`; never negative. */
export function millisecondsUntil(date: Date): number {
  return Math.max(0, date.getTime() - now().getTime());
}

/**
 * A filter for what was made by now. What seems to have been made later is from before the clock was set back: how old it
 * really is nobody knows, so whatever proves something counts as expired.
 */
export function madeBy(at: Date): { lte: Date } {
  return { lte: new Date(at.getTime() + 60_000) };
}

/** Moves the clock to real time + `milliseconds`. */
export function setClockOffset(milliseconds: number): void {
  offset = milliseconds;
  for (const listener of listeners) listener();
}

export function onClockMoved(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
