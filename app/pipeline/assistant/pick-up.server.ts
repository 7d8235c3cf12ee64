import { applyResult, flowOf, missingLevel, tryCase } from "./advance-case.ts";
import type { CaseRow } from "./context.server.ts";
import { passPhotosOn } from "./photo-turn.server.ts";
import { sentence } from "./texts/catalogue.ts";
import { activeCases, changeCase, sayText, type Turn } from "./turn.ts";
import { understand } from "./understand.server.ts";
import { verificationOf, verify } from "./verify.server.ts";

/** The channel on which this case was last talked about, when that is another one than now. */
export function movedFrom(turn: Turn, row: CaseRow): string | undefined {
  const opener = turn.context.members.find((member) => member.id === row.identityId);
  const last = turn.context.caseChannels.get(row.id) ?? opener?.kind;
  return last && last !== turn.channel ? last : undefined;
}

/**
 * After a proof the shopper's other cases have come into view. The one that was begun first is taken on from where it
 * stopped; a placeholder that only held the same wish gives way to it. Who came with a code goes on with the case it names.
 * `beside`: what was written together with the code.
 */
export async function pickUp(turn: Turn, caseId: string | null = null, beside = ""): Promise<void> {
  const cases = activeCases(turn);
  const placeholder = cases.find((one) => one.id === caseId) ?? cases.find((one) => verificationOf(one) !== null) ?? cases[0];
  if (!placeholder) return;
  const older = cases.findLast((one) => one.id !== placeholder.id && one.flow === placeholder.flow);
  const row = older ?? placeholder;
  if (older) {
    changeCase(turn, placeholder, { status: "superseded", closedAt: turn.now, verification: null });
    passPhotosOn(turn, placeholder, older);
  }
  if (row.owner === "staff") {
    sayText(turn, sentence(turn.language, "withStaff"));
    return;
  }
  const opening = verificationOf(row)?.opening;
  if (missingLevel(turn, row)) {
    await verify(turn, row, {}, opening ?? "");
    return;
  }
  await takeOn(turn, row, beside);
  // The proof may have been for a short question in the midst of something else, which goes on now.
  const next = activeCases(turn).find((one) => one.owner === "assistant" && flowOf(one) && !missingLevel(turn, one));
  if (isOver(row) && next) await takeOn(turn, next);
}

const isOver = ({ status }: CaseRow): boolean => status === "done";

async function takeOn(turn: Turn, row: CaseRow, beside = ""): Promise<void> {
  if (!flowOf(row)) return;
  const opening = verificationOf(row)?.opening;
  // Only a case that never got further than its first wish still needs the words it began with.
  const text = opening && [opening, beside].filter(Boolean).join("\n");
  const words = text ? { text, understanding: await understand(turn, text) } : {};
  await applyResult(turn, row, await tryCase(turn, row, { kind: "resume", movedFrom: movedFrom(turn, row), ...words }));
}
