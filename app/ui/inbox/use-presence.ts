import { useCallback, useEffect, useRef, useState } from "react";
import { type Other, onPresence, tabId } from "#app/ui/use-live.ts";

/** Somebody who writes says so again after so long; milliseconds. The server forgets it after twice that. */
const sayAgain = 3_000;

/**
 * Who else of the shop has this conversation open or writes in it. Tells the others the same of this page: once when it opens,
 * and while keys are pressed. Nothing is asked at intervals: who closes the page is gone with its stream.
 */
export function usePresence(conversationId: string, name: string): { others: Other[]; typed(): void } {
  const [others, setOthers] = useState<Other[]>([]);
  const lastSaid = useRef(0);
  const own = useRef(name);
  own.current = name;
  const say = useCallback(
    async (fields: Record<string, string>) => {
      const body = new URLSearchParams({ tab: tabId, name: own.current, ...fields });
      try {
        const response = await fetch(`/app/inbox/${conversationId}/desk`, { method: "POST", body, keepalive: true });
        if (response.ok && fields.intent === "here") setOthers(((await response.json()) as { others: Other[] }).others);
      } catch {
        // Presence is a courtesy: the stream says it again when it opens anew.
      }
    },
    [conversationId],
  );
  useEffect(() => {
    const forget = onPresence({ opened: () => void say({ intent: "here" }), others: setOthers });
    const leave = () => void say({ intent: "leave" });
    window.addEventListener("pagehide", leave);
    return () => {
      forget();
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [say]);
  // The name is kept in the browser, so it is known a moment after the page is.
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => void say({ intent: "here", name }), 300);
    return () => clearTimeout(timer);
  }, [name, say]);
  return {
    others,
    typed: () => {
      if (Date.now() - lastSaid.current < sayAgain) return;
      lastSaid.current = Date.now();
      void say({ intent: "here", writing: "true" });
    },
  };
}
