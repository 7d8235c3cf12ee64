import { useEffect, useState } from "preact/hooks";

/** Milliseconds; times are said in minutes, so this is often enough. */
const tick = 15_000;

/** The world's time, moving on by itself. */
export function useNow(clockOffset: number): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tick);
    return () => clearInterval(timer);
  }, []);
  return Math.max(now, Date.now() - tick) + clockOffset;
}
