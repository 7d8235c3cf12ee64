/** How long to wait before try number `failures` + 1: half a second doubling to 30 s, spread so that a crowd does not return at once. */
export function backoff(failures: number, random: () => number = Math.random): number {
  return Math.min(30_000, 250 * 2 ** failures) * (0.75 + random() / 2);
}

/** A pause that can be cut short. */
export function createPause() {
  let wake = () => {};
  return {
    wait: (milliseconds: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    wake: () => wake(),
  };
}
