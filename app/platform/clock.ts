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

/** Moves the clock to real time + `milliseconds`. */
export function setClockOffset(milliseconds: number): void {
  offset = milliseconds;
  for (const listener of listeners) listener();
}

export function onClockMoved(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
