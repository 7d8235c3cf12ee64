import { useEffect, useRef, useState } from "react";
import type { Mode } from "./draft-card.tsx";

const acts: Record<string, Mode> = { a: "accept", e: "edit", r: "reject" };

/**
 * Which draft of a queue is shown, and what a key wants done with it. When the one that is shown leaves, the next takes its
 * place; others that come or go do not move it.
 */
export function useDraftKeys(ids: string[]) {
  const [shown, setShown] = useState<string>();
  const [wanted, setWanted] = useState<{ mode: Mode; times: number; of: string }>();
  const last = useRef(0);
  const found = shown === undefined ? 0 : ids.indexOf(shown);
  const place = found >= 0 ? found : Math.max(0, Math.min(last.current, ids.length - 1));
  last.current = place;
  const id = ids[place];
  useEffect(() => {
    if (id !== shown) setShown(id);
  }, [id, shown]);
  const go = (to: number) => {
    // A key was pressed once: who comes back to a draft does not press it again.
    setWanted(undefined);
    setShown(ids[Math.max(0, Math.min(to, ids.length - 1))]);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.repeat || isTyping(event.target)) return;
      if (event.key === "j") go(place + 1);
      else if (event.key === "k") go(place - 1);
      const mode = acts[event.key];
      if (!mode || !id) return;
      event.preventDefault();
      setWanted((before) => ({ mode, times: (before?.times ?? 0) + 1, of: id }));
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
  return { place, go, wanted: wanted?.of === id ? wanted : undefined };
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
