import { type DraftRow, draftFor, dropDraft, markOffered } from "#app/domain/conversations/draft.server.ts";
import { parseChoiceId } from "#app/flows/engine.ts";
import { applyResult, flowOf, missingLevel, tryCase } from "./advance-case.ts";
import type { CaseRow } from "./context.server.ts";
import { choiceJustShown } from "./just-shown.server.ts";
import type { Slots } from "./model.ts";
import { remindOfQuestion, textTurn } from "./text-turn.server.ts";
import { sentence } from "./texts/catalogue.ts";
import { activeCases, sayText, type Turn } from "./turn.ts";
import { understand } from "./understand.server.ts";

/** In characters, how much of unsent words is shown elsewhere; all of it is used. */
const mostShown = 300;

/** What the shopper began in the widget and did not send is shown once where they go on, to be taken or left with one tap. */
export async function offerDraft(turn: Turn): Promise<void> {
  const row = waitingCase(turn);
  if (!row || turn.blocks.length === 0 || turn.proactive || turn.channel === "widget") return;
  const draft = await findDraft(turn, row, false);
  if (!draft) return;
  const words = draft.text.length > mostShown ? `${draft.text.slice(0, mostShown)}…` : draft.text;
  const begun = [...draft.items.map((item) => `${item.quantity} × ${item.title}`), ...(words ? [`“${words}”`] : [])];
  const choice = (slot: "use" | "leave") => ({
    id: `draft|${slot}|${row.id}`,
    title: sentence(turn.language, slot === "use" ? "draftUse" : "draftLeave"),
  });
  const prompt = `${sentence(turn.language, "draftOffer")}\n${begun.join("\n")}`;
  turn.blocks.push({ kind: "choices", prompt, choices: [choice("use"), choice("leave")] });
  turn.writes.push(markOffered(draft, turn.now));
}

/** "Use it" or "leave it", tapped. */
export async function draftTap(turn: Turn, slot: string, caseId: string): Promise<void> {
  const row = waitingCase(turn);
  const draft = row?.id === caseId ? await findDraft(turn, row, true) : null;
  if (!row || !draft) return goOn(turn);
  turn.writes.push(dropDraft(draft));
  return slot === "use" ? takeDraft(turn, row, draft) : remindOfQuestion(turn);
}

/** The same in words, right after it was offered; false when they are about something else. */
export async function draftInWords(turn: Turn, { yesNo }: Slots): Promise<boolean> {
  const caseId = yesNo && (await choiceJustShown(turn, "draft"));
  if (!caseId) return false;
  await draftTap(turn, yesNo === "yes" ? "use" : "leave", caseId);
  return true;
}

async function takeDraft(turn: Turn, row: CaseRow, { items, choiceId, text }: DraftRow): Promise<void> {
  const picker = choiceId ? parseChoiceId(choiceId) : null;
  if (picker && items.length > 0) {
    const picked = items.map(({ id, quantity }) => ({ id, quantity }));
    await applyResult(turn, row, await tryCase(turn, row, { kind: "items", slot: picker.slot, items: picked }));
  }
  if (!text) return;
  // The question after the items is asked again, or answered, by what the words come to.
  turn.blocks.length = 0;
  await textTurn(turn, text, await understand(turn, text));
}

/** Nothing of it is there any more: how it stands is said. */
async function goOn(turn: Turn): Promise<void> {
  await remindOfQuestion(turn);
  if (turn.blocks.length === 0) sayText(turn, sentence(turn.language, "unclear"));
}

/** The case whose question is open. A yes is always said, never carried over. */
function waitingCase(turn: Turn): CaseRow | undefined {
  const row = activeCases(turn)[0];
  const waits = row?.owner === "assistant" && row.status === "open" && flowOf(row) && row.expecting && row.expecting !== "yes-no";
  return waits && !missingLevel(turn, row) ? row : undefined;
}

function findDraft(turn: Turn, row: CaseRow, offered: boolean): Promise<DraftRow | null> {
  const identityIds = turn.context.members.filter((member) => member.kind === "widget").map((member) => member.id);
  return draftFor(turn.context.shop.id, row.id, { identityIds, expecting: row.expecting ?? "", offered });
}
