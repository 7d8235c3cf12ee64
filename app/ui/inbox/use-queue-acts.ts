import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { type QueueAnswer, type SaidAnswer, sayAnswer, sayBusy } from "./queue-answer.ts";

/** A conversation as it was seen, on a row of the queue or on its own page. */
export type ActTarget = { conversationId: string; revision: number; caseId: string | null; name: string };
export type QueueDeed =
  | { act: "take" | "reopen" | "wake" }
  | { act: "close"; outcome?: string }
  | { act: "assign"; to: string }
  | { act: "snooze"; until: string };

/** Success is said for so long; what went wrong stays until it is put away. Milliseconds. */
const saidFor = 10_000;

/** Sends what keys and buttons want done to conversations, as the member of staff of this `name`, and says what came of it. */
export function useQueueActs(name: string) {
  const fetcher = useFetcher<QueueAnswer>();
  const [said, setSaid] = useState<SaidAnswer | null>(null);
  const names = useRef(new Map<string, string>());
  const missed = useRef<string[]>([]);
  // Two keys may come before the page has drawn the first of them. What is under way, and with which rows.
  const underWay = useRef<string | null>(null);
  const { state, data } = fetcher;
  useEffect(() => {
    if (state !== "idle") return;
    underWay.current = null;
    if (!data) return;
    const answer = sayAnswer(data, (id) => names.current.get(id) ?? "A conversation");
    const problems = [...answer.problems, ...sayBusy(missed.current)];
    missed.current = [];
    setSaid({ ...answer, problems });
    if (!data.ok || problems.length > 0) return;
    const timer = setTimeout(() => setSaid(null), saidFor);
    return () => clearTimeout(timer);
  }, [state, data]);
  return {
    busy: state !== "idle",
    answer: state === "idle" ? data : undefined,
    said,
    dismiss: () => setSaid(null),
    run(targets: ActTarget[], deed: QueueDeed) {
      if (targets.length === 0) return;
      const rows = targets.map((one) => `${one.conversationId} ${one.revision} ${one.caseId ?? ""}`).join("\n");
      const wanted = JSON.stringify([deed, rows]);
      // Pressed twice it is being done already.
      if (underWay.current === wanted) return;
      // Not kept for later: what was seen of the row may be over by then. It is said, and once more when the answer is there.
      if (underWay.current !== null) {
        missed.current = [...new Set([...missed.current, ...targets.map((one) => one.name)])];
        setSaid({ text: "Still under way.", problems: sayBusy(missed.current) });
        return;
      }
      underWay.current = wanted;
      setSaid(null);
      names.current = new Map(targets.map((one) => [one.conversationId, one.name]));
      fetcher.submit({ ...deed, rows, name }, { method: "post", action: "/app/inbox" });
    },
  };
}
