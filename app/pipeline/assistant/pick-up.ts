import { applyResult, flowOf, missingLevel, tryCase } from "./advance-case.ts";
import type { CaseRow } from "./context.server.ts";
import type { Understanding } from "./model.ts";
import { sentence } from "./texts/catalogue.ts";
import { activeCases, changeCase, sayText, type Turn } from "./turn.ts";
import { verificationOf, verify } from "./verify.server.ts";

/** The channel on which this case was last talked about, when that is another one than now. */
export function movedFrom(turn: Turn, row: CaseRow): string | undefined {
  const opener = turn.context.members.find((member) => member.id === row.identityId);
  const last = turn.context.caseChannels.get(row.id) ?? opener?.kind;
  return last && last !== turn.channel ? last : undefined;
}

/**
 * After a proof the shopper's other cases have come into view. The one with saved steps is taken on from where it
 * stopped; a placeholder that only held the wish gives way to it.
 */
export async function pickUp(turn: Turn, understanding: Understanding | undefined): Promise<void> {
  const [first, ...others] = activeCases(turn);
  if (!first) return;
  const placeholder = turn.cases.find((row) => verificationOf(row) !== null && row.status === "open") ?? first;
  const older = [first, ...others].find((row) => row.id !== placeholder.id && row.flow === placeholder.flow);
  const row = older ?? placeholder;
  const opening = verificationOf(placeholder)?.opening;
  if (older) changeCase(turn, placeholder, { status: "superseded", closedAt: turn.now, verification: null });
  if (row.owner === "staff") {
    sayText(turn, sentence(turn.language, "withStaff"));
    return;
  }
  if (missingLevel(turn, row)) {
    await verify(turn, row, {}, opening ?? "");
    return;
  }
  if (!flowOf(row)) return;
  // A case that another channel began is resumed as it stands; only a fresh one still needs the words it began with.
  const input = older
    ? ({ kind: "resume", movedFrom: movedFrom(turn, row) } as const)
    : ({ kind: "resume", understanding, text: opening, movedFrom: movedFrom(turn, row) } as const);
  await applyResult(turn, row, await tryCase(turn, row, input));
}
