import { isReturnDeed } from "#app/domain/returns/back-office.ts";
import { effectLine } from "#app/ui/words.ts";
import type { DeedView } from "./deeds.tsx";
import { deedProblem } from "./words.ts";

type Row = {
  id: string;
  kind: string;
  state: string;
  actor: string | null;
  dueAt: Date | null;
  error: string | null;
  updatedAt: Date;
};

const openStates = new Set(["planned", "running", "unknown"]);

/** What is being done about a case, and what staff wanted last and was not done. What the assistant could not do its own words tell. */
export function deedViews(effects: Row[], now: Date): DeedView[] {
  const newest = [...effects].sort((one, other) => other.updatedAt.getTime() - one.updatedAt.getTime());
  const failed = newest[0]?.state === "failed" && (isReturnDeed(newest[0].kind) || newest[0].kind === "gift-card") ? [newest[0]] : [];
  return [...newest.filter((one) => openStates.has(one.state)), ...failed].map((one) => {
    const isOpen = openStates.has(one.state);
    return {
      id: one.id,
      state: one.state,
      isOpen,
      mayStop: one.state === "planned",
      words: effectLine(one.kind, one.state),
      by: one.actor ?? "The assistant, as the shopper said yes to",
      problem: isOpen ? null : deedProblem(one.error ?? ""),
      secondsLeft: one.dueAt ? Math.max(0, Math.ceil((one.dueAt.getTime() - now.getTime()) / 1000)) : 0,
    };
  });
}
