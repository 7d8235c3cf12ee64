import { thresholdFor } from "#app/domain/shops/thresholds.ts";
import { parseChoiceId } from "#app/flows/engine.ts";
import { flowForIntent } from "#app/flows/registry.ts";
import type { TurnTrigger } from "#app/platform/jobs/tasks.ts";
import { flowOf, missingLevel, tryCase } from "./advance-case.ts";
import { answersQuestion } from "./cascade.ts";
import { type CaseRow, contentOf } from "./context.server.ts";
import { wantedIn } from "./local/refusals.ts";
import type { Understanding } from "./model.ts";
import { numberedChoice } from "./numbered-choice.server.ts";
import { movedFrom } from "./pick-up.server.ts";
import { activeCases, type Turn } from "./turn.ts";
import { understandLocally } from "./understand.server.ts";

/**
 * Whether what a turn is about has nothing to do with what a person has: a button or an answer that belongs to a case of the
 * assistant's, a clear wish about an order that none of the person's cases is about, or news of what the assistant looks after.
 * In any doubt it is the person's to read.
 */
export async function isOtherMatter(turn: Turn, trigger: TurnTrigger): Promise<boolean> {
  if (turn.context.withStaffBesides) return false;
  const beside = { ...turn, beside: true };
  if (trigger.kind === "messages") return isAboutOther(beside);
  if (trigger.kind === "photo") return activeCases(beside)[0]?.expecting === "photos";
  if (trigger.kind === "parcel-trouble") return theirCases(turn).every((row) => row.orderId !== null && row.orderId !== trigger.orderId);
  if (trigger.kind !== "effect-settled" && trigger.kind !== "store-event") return false;
  const row = turn.cases.find((one) => one.id === trigger.caseId);
  if (row?.owner !== "assistant") return false;
  // Who has said yes to something waits for how it ended; other news of an order that a person looks after is theirs to tell.
  return trigger.kind === "effect-settled" || row.orderId === null || theirCases(turn).every((one) => one.orderId !== row.orderId);
}

const theirCases = ({ cases }: Turn) => activeCases({ cases }).filter((row) => row.owner === "staff");

async function isAboutOther(turn: Turn): Promise<boolean> {
  const { waiting } = turn.context;
  const last = waiting.at(-1);
  if (!last) return false;
  const { choice, attachments } = contentOf(last);
  if (choice) return isOwnButton(turn, choice.id);
  const asked = justAsked(turn);
  const text = waiting
    .map((message) => contentOf(message).text)
    .filter(Boolean)
    .join("\n");
  if (asked?.expecting === "photos" && attachments.length > 0) return true;
  if (!text) return false;
  const number = asked && (await numberedChoice(turn, text));
  if (number) return isOwnButton(turn, number.id);
  const understanding = await understandLocally(turn, text);
  const named = digits(understanding.slots.orderName);
  const theirs = theirCases(turn);
  if (named && theirs.some((row) => digits(row.orderName) === named)) return false;
  if (asked && (await isAnswer(turn, asked, text, understanding))) return true;
  const [wish] = understanding.intents;
  return Boolean(named && wish && flowForIntent(wish.intent) && isClear(turn, wish) && theirs.every((row) => row.orderName !== null));
}

/** A case that a person has closed is not the assistant's, though it goes back to it. Whether to go on elsewhere only we have asked. */
function isOwnButton(turn: Turn, choiceId: string): boolean {
  const tapped = parseChoiceId(choiceId);
  if (tapped?.caseId === "continue") return true;
  const caseId = tapped?.caseId === "draft" ? tapped.value : tapped?.caseId;
  return turn.cases.some((row) => row.id === caseId && row.owner === "assistant" && row.heldBy === null && flowOf(row));
}

/** The assistant's case whose question is the last thing that anybody has said to the shopper. */
function justAsked(turn: Turn): CaseRow | undefined {
  const { lastAnswer } = turn.context;
  const [row] = activeCases(turn);
  return lastAnswer?.author === "assistant" && row?.expecting && lastAnswer.caseId === row.id ? row : undefined;
}

/** Words that the case goes on by. Who asks for a person, or complains, talks to the one who has their case. */
async function isAnswer(turn: Turn, row: CaseRow, text: string, understanding: Understanding): Promise<boolean> {
  const [wish] = understanding.intents;
  if ((wish?.intent === "speak_to_human" || wish?.intent === "complaint") && isClear(turn, wish)) return false;
  if (missingLevel(turn, row)) return answersQuestion(understanding, row.expecting ?? undefined);
  if (!flowOf(row)) return false;
  return (await tryCase(turn, row, { kind: "text", text: wantedIn(text), understanding, movedFrom: movedFrom(turn, row) })).understood;
}

function isClear({ context, channel }: Turn, { intent, confidence }: Understanding["intents"][number]): boolean {
  return confidence >= thresholdFor(context.shop, intent, channel);
}

const digits = (name: string | null | undefined) => name?.replace(/\D/g, "");
