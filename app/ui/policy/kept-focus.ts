import { useCallback, useEffect, useRef, useState } from "react";

/** Moving something by keyboard must not lose the keyboard's place: after the next render the element of this id has it. */
export function useKeptFocus(): { keep: (id: string) => void; place: React.RefObject<HTMLFieldSetElement> } {
  const place = useRef<HTMLFieldSetElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    document.getElementById(wanted)?.focus();
    setWanted(null);
  }, [wanted]);
  return { keep: useCallback((id: string) => setWanted(id), []), place };
}
