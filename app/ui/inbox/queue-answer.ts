import type { CaseOutcome } from "#app/domain/cases/outcome.ts";
import type { RowOutcome } from "#app/domain/staff/row-outcome.ts";
import { caseOutcome } from "#app/ui/words.ts";

/** What became of the rows that were chosen. */
export type QueueAnswer =
  | {
      ok: true;
      act: "assign" | "close" | "reopen" | "snooze" | "wake";
      to?: string;
      until?: string;
      outcome?: CaseOutcome;
      rows: RowOutcome[];
    }
  | { ok: false; problem: string };

export type SaidAnswer = { text: string; problems: string[] };

/** The answer in sentences: what was done, and of each row that was left alone why. `nameOf`: whose conversation it is. */
export function sayAnswer(answer: QueueAnswer, nameOf: (conversationId: string) => string): SaidAnswer {
  if (!answer.ok) return { text: answer.problem, problems: [] };
  const well = answer.rows.filter((row) => row.outcome === "done" || row.outcome === "already");
  const only = answer.rows.length === 1 ? answer.rows[0] : undefined;
  const whom = only ? nameOf(only.conversationId) : well.length === 1 ? "1 conversation" : `${well.length} conversations`;
  const text = well.length === 0 ? "Nothing was changed." : `${whom}: ${didWords(answer)}.`;
  const problems = answer.rows.filter((row) => !well.includes(row)).map((row) => `${nameOf(row.conversationId)}: ${whyNot(row)}`);
  return { text, problems };
}

/** Of conversations that something was wanted of while the last thing was still under way. */
export const sayBusy = (names: string[]): string[] =>
  names.map((name) => `${name}: not done, the last thing was still under way. Do it again.`);

function didWords(answer: Extract<QueueAnswer, { ok: true }>): string {
  switch (answer.act) {
    case "assign":
      return `now with ${answer.to}`;
    case "close":
      return answer.outcome ? `closed, ${caseOutcome(answer.outcome)?.toLowerCase()}` : "closed";
    case "reopen":
      return "open again, and yours";
    case "snooze":
      return `snoozed until ${answer.until}`;
    case "wake":
      return "back in the queue";
  }
}

function whyNot({ outcome, by }: RowOutcome): string {
  if (outcome === "gone") return "not found any more.";
  if (outcome === "nothing-open") return "no case is open there.";
  if (by === "shopper") return "left as it is, the shopper has written meanwhile.";
  if (by === "assistant") return "left as it is, the assistant has answered meanwhile.";
  return `left as it is, ${by ?? "somebody"} has changed it meanwhile.`;
}
