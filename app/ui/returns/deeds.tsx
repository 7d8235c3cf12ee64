import { Button } from "@shopify/polaris";
import { useEffect, useState } from "react";

/** Something that is being done in the store, by staff or by the assistant, or that was not done. */
export type DeedView = {
  id: string;
  state: string;
  isOpen: boolean;
  /** It may still be stopped. */
  mayStop: boolean;
  words: string;
  by: string;
  /** Why it was not done. */
  problem: string | null;
  secondsLeft: number;
};

/** What is under way, each with a way to stop it while there is one. */
export function Deeds({ deeds, onStop }: { deeds: DeedView[]; onStop: (effectId: string) => void }) {
  return (
    <ul className="ot-deeds" aria-live="polite">
      {deeds.map((one) => (
        <li key={one.id} data-effect={one.id} data-failed={one.problem !== null}>
          <span>
            {one.words}
            <small>{one.problem ?? one.by}</small>
          </span>
          {one.mayStop && (
            <>
              <Seconds key={one.id} from={one.secondsLeft} />
              <Button onClick={() => onStop(one.id)} accessibilityLabel={`Stop: ${one.words}`}>
                Stop
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Counted here, so that nobody's clock has to agree with the server's. Not read out every second. */
function Seconds({ from }: { from: number }) {
  const [left, setLeft] = useState(from);
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1_000);
    return () => clearInterval(timer);
  }, []);
  return left > 0 ? (
    <span className="ot-muted" aria-hidden="true">
      in {left} s
    </span>
  ) : null;
}
