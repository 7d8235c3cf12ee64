import type { InboundContent } from "#app/channels/message.ts";
import { isLive } from "#app/domain/staff/staff-cases.ts";
import { type FlowName, flowNames, parseChoiceId } from "#app/flows/engine.ts";
import { privacyFlow } from "#app/flows/privacy/flow.ts";
import { wishOf } from "#app/flows/registry.ts";
import { withdrawFlow } from "#app/flows/withdraw/flow.ts";
import { applyResult, flowOf, missingLevel, tryCase } from "./advance-case.ts";
import { isForPeople } from "./approval.server.ts";
import type { CaseRow } from "./context.server.ts";
import { draftTap } from "./drafts.server.ts";
import { escalate } from "./escalate.ts";
import { menu } from "./side-answers.ts";
import { straightToPeople } from "./straight.server.ts";
import { openNext, startFlow } from "./text-turn.server.ts";
import { sentence } from "./texts/catalogue.ts";
import { activeCases, openCase, sayText, type Turn } from "./turn.ts";
import { verify } from "./verify.server.ts";

/** A tapped button or a sent form: it names its case and slot, so nothing has to be understood. */
export async function tapTurn(turn: Turn, content: InboundContent): Promise<void> {
  const tapped = content.choice ? parseChoiceId(content.choice.id) : null;
  if (tapped?.caseId === "draft") return draftTap(turn, tapped.slot, tapped.value);
  if (tapped?.caseId === "menu") return menuTap(turn, tapped.value, content.choice?.title ?? "");
  const row = tapped ? turn.cases.find((one) => one.id === tapped.caseId) : activeCases(turn)[0];
  if (!row || !flowOf(row)) {
    sayText(turn, sentence(turn.language, "unclear"));
    turn.blocks.push(menu(turn));
    return;
  }
  turn.tapped = row.intent;
  // As in words: no setting holds up a withdrawal, or what is kept about the shopper.
  const mayBeForPeople = row.flow !== withdrawFlow.name && row.flow !== privacyFlow.name;
  if (isLive(row.status) && mayBeForPeople && isForPeople(turn, row.intent)) return escalate(turn, row, "left-to-people");
  if (missingLevel(turn, row)) {
    await verify(turn, row, {}, content.choice?.title ?? "");
    return;
  }
  const result = await tryCase(turn, row, inputFor(row, tapped, content));
  await applyResult(turn, row, result);
  // The tap may have asked for something that needs more proof than there is.
  if (result.status === "waiting" && missingLevel(turn, row)) await verify(turn, row, {}, content.choice?.title ?? "");
  if (!result.next) return;
  turn.tapped = wishOf[result.next.flow];
  if (mayBeForPeople && isForPeople(turn, turn.tapped)) await escalate(turn, openCase(turn, "question", turn.tapped, {}), "left-to-people");
  else await openNext(turn, result.next);
}

function inputFor(row: CaseRow, tapped: ReturnType<typeof parseChoiceId>, content: InboundContent) {
  // A button of a case that is over shows how it stands now.
  if (row.status === "superseded" || row.status === "abandoned") return { kind: "resume" } as const;
  if (content.items) return { kind: "items", slot: tapped?.slot ?? "items", items: content.items } as const;
  return tapped ? ({ kind: "choice", slot: tapped.slot, value: tapped.value } as const) : ({ kind: "resume" } as const);
}

async function menuTap(turn: Turn, value: string, title: string): Promise<void> {
  const flow = flowNames.find((name): name is FlowName => name === value);
  turn.tapped = flow ? wishOf[flow] : "speak_to_human";
  if (flow && (await straightToPeople(turn, { wish: { intent: wishOf[flow] } }))) return;
  if (flow && isForPeople(turn, wishOf[flow])) {
    return escalate(turn, activeCases(turn)[0] ?? openCase(turn, "question", wishOf[flow], {}), "left-to-people");
  }
  if (flow) await startFlow(turn, flow, wishOf[flow], title);
  else await escalate(turn, activeCases(turn)[0] ?? openCase(turn, "question", "speak_to_human", {}), "asked");
}
