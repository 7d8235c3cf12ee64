import { useMatches } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { QueueAnswer } from "./queue-answer.ts";
import type { ActTarget } from "./use-queue-acts.ts";

/** The conversation whose page is open, as that page saw it. */
export function useOpenConversation(): ActTarget | null {
  const page = useMatches().find((match) => match.id === "routes/app.inbox.$conversationId")?.data as ActTarget | undefined;
  if (!page) return null;
  const { conversationId, revision, name, caseId } = page;
  return { conversationId, revision, name, caseId };
}

/** The rows that are chosen: those that are gone, or were dealt with, are so no more. */
export function useChosen(rows: { conversationId: string }[], answer: QueueAnswer | undefined) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!answer?.ok) return;
    const left = new Set(answer.rows.filter((row) => row.outcome === "changed").map((row) => row.conversationId));
    setChosen((before) => new Set([...before].filter((id) => left.has(id))));
  }, [answer]);
  const here = new Set(rows.map((row) => row.conversationId).filter((id) => chosen.has(id)));
  const choose = (id: string) =>
    setChosen((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])));
  return [here, choose, () => setChosen(new Set())] as const;
}
