/** Set by a crash test before the app is loaded; absent in production. */
declare global {
  var onethreadFault: ((name: string) => void) | undefined;
}

/**
 * A named point at a commit or call boundary where a test may kill the process. Synchronous on purpose:
 * an await here would open a gap that production does not have.
 */
export function fault(name: string): void {
  globalThis.onethreadFault?.(name);
}
