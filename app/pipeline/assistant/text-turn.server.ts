import type { Block } from "#app/channels/message.ts";
import { consentGiven } from "#app/domain/privacy/consent.server.ts";
import { consentWord } from "#app/domain/privacy/consent-words.ts";
import { thresholdFor } from "#app/domain/shops/thresholds.ts";
import type { FlowResult } from "#app/flows/engine.ts";
import { flowForIntent, wishOf } from "#app/flows/registry.ts";
import { asksForMail } from "#app/flows/resend/wish.ts";
import { asksWithdrawal } from "#app/flows/withdraw/wish.ts";
import { applyResult, flowOf, missingLevel, tryCase } from "./advance-case.ts";
import { isForPeople } from "./approval.server.ts";
import type { CaseRow } from "./context.server.ts";
import { escalate } from "./escalate.ts";
import { giftCardTurn, isAboutGiftCard } from "./gift-card.server.ts";
import { giftReturnTurn, isAboutGift } from "./gift-return-turn.ts";
import { answerQuestion } from "./knowledge.server.ts";
import { foldText } from "./local/fold-text.ts";
import { wantedIn } from "./local/refusals.ts";
import { codeWishIn } from "./local/slots/code-wish.ts";
import { preferencesIn } from "./local/slots/preferences/read.ts";
import type { Intent, Understanding } from "./model.ts";
import { ownDataTurn, ownDataWish } from "./own-data.server.ts";
import { movedFrom } from "./pick-up.server.ts";
import { menu } from "./side-answers.ts";
import { straightToPeople } from "./straight.server.ts";
import { sentence } from "./texts/catalogue.ts";
import { activeCases, type CaseFlow, changeCase, openCase, sayText, type Turn } from "./turn.ts";
import { awaitsFurtherProof, namesUnprovenAddress, verificationOf, verify } from "./verify.server.ts";
import { withdrawTurn } from "./withdraw.server.ts";

const surelyPerson = 0.95;
/** Not understood this often in a row: a person. */
const mostDoubts = 2;
/** A finished tracking case is taken up again for a follow-up ("and when does it arrive?") this long. */
const followUpDays = 7;

export type TextOutcome = "answered" | "proven";

/** Decides what free text does. `proven`: the shopper has just shown who they are; the turn starts over with that. */
export async function textTurn(turn: Turn, text: string, read: Understanding): Promise<TextOutcome> {
  const understanding = withMailWish(text, onlySure(turn, read, text));
  const consent =
    consentWord(text) &&
    (await consentGiven(
      turn.context.shop.id,
      turn.context.waiting.map((one) => one.id),
    ));
  if (consent) {
    sayText(turn, sentence(turn.language, consent === "out" ? "optedOut" : "optedIn", { shop: turn.context.shop.name }));
    return "answered";
  }
  const ownData = ownDataWish(turn, text, understanding);
  if (ownData) return (await ownDataTurn(turn, ownData, text, understanding)) ? "proven" : "answered";
  const byModel = understanding.decidedBy === "gemini" && understanding.intents[0]?.detail === "withdrawal";
  if (asksWithdrawal(text) || byModel) {
    const next = await withdrawTurn(turn, text, understanding);
    return next ? openNext(turn, next, { text, understanding }) : "answered";
  }
  const [first] = understanding.intents;
  const said = { wish: first, mood: understanding.mood, foreignLanguage: understanding.foreignLanguage };
  if (!understanding.slots.code && (await straightToPeople(turn, said))) return "answered";
  const active = activeCases(turn)[0];
  const wish = first?.intent ?? null;
  const inFlow = active && flowOf(active) ? active.intent : null;
  if (isForPeople(turn, wish ?? inFlow ?? read.intents[0]?.intent)) {
    const row = active ?? openCase(turn, "question", wish ?? "out_of_scope", {});
    await escalate(turn, row, wish === "speak_to_human" ? "asked" : "left-to-people");
    return "answered";
  }
  if (
    (wish === "speak_to_human" && !wantsCodeByPhone(active, text, understanding)) ||
    (wish === "complaint" && understanding.mood === "angry") ||
    understanding.mood === "threatening"
  ) {
    await escalate(turn, active ?? openCase(turn, "question", wish ?? "complaint", {}), wish === "speak_to_human" ? "asked" : "emotion");
    return "answered";
  }
  if (isAboutGiftCard(turn, text, understanding)) {
    if (await giftCardTurn(turn, text, understanding)) return "proven";
    if (active && mayGoOn(turn, active)) await askAgain(turn, active, movedFrom(turn, active));
    return "answered";
  }
  if (await isAboutGift(turn, text, understanding)) {
    await giftReturnTurn(turn, text, understanding);
    return "answered";
  }
  if (active && flowOf(active)) return inCase(turn, active, text, understanding, wish);
  return withoutCase(turn, active, text, understanding, wish);
}

/** Something was noted and nothing else said: the question that was open before stays open. */
export async function remindOfQuestion(turn: Turn): Promise<void> {
  const row = activeCases(turn)[0];
  if (row?.owner === "assistant" && row.expecting && flowOf(row) && !missingLevel(turn, row))
    await askAgain(turn, row, movedFrom(turn, row));
}

/** "Send it to my phone", said of a code under way, sounds a little like asking for a person; who asks for one says so more clearly. */
function wantsCodeByPhone(active: CaseRow | undefined, text: string, { intents: [first] }: Understanding): boolean {
  return (
    active !== undefined &&
    verificationOf(active)?.step === "code" &&
    codeWishIn(text) === "phone" &&
    (first?.confidence ?? 0) < surelyPerson
  );
}

async function inCase(turn: Turn, row: CaseRow, text: string, understanding: Understanding, wish: Intent | null): Promise<TextOutcome> {
  // A code was asked for and the proof stands already: this turn died behind it, or another device was faster.
  const waitsForCode = verificationOf(row)?.step === "code" && !missingLevel(turn, row);
  if (waitsForCode && awaitsFurtherProof(turn, row) && (understanding.slots.code || codeWishIn(text))) {
    return (await verify(turn, row, understanding.slots, text)) ? "proven" : "answered";
  }
  if (waitsForCode && understanding.slots.code) return "proven";
  const flow = row.flow as Exclude<CaseFlow, "question">;
  const anew = { state: startState(flow) as CaseRow["state"], verification: null };
  if (missingLevel(turn, row) && understanding.slots.orderName && !missingLevel(turn, { ...row, ...anew })) {
    // Proof was wanted for the order named before; another one may need none.
    changeCase(turn, row, anew);
    return startFlow(turn, flow, row.intent, text, understanding);
  }
  // An address written in a withdrawal is where the receipt goes: nothing is shown for it.
  if (missingLevel(turn, row) || (flow !== "withdraw" && namesUnprovenAddress(turn, understanding))) {
    const aboutCode = hasContact(understanding) || (verificationOf(row)?.step === "code" && codeWishIn(text));
    const answer = wish && !aboutCode ? await answerQuestion(turn, understanding.intents[0], text) : null;
    if (answer) turn.blocks.push(...answer);
    return (await verify(turn, row, understanding.slots, text)) ? "proven" : "answered";
  }
  const result = await tryCase(turn, row, { kind: "text", text: wantedIn(text), understanding, movedFrom: movedFrom(turn, row) });
  if (result.understood) {
    if (!result.next) return applyOrVerify(turn, row, result, understanding, text);
    await applyResult(turn, row, result);
    return openNext(turn, result.next, { text, understanding });
  }
  const wanted = wish ? flowForIntent(wish) : null;
  const from = movedFrom(turn, row);
  if (wanted === row.flow || (from && !wish)) {
    await applyResult(turn, row, {
      ...(await tryCase(turn, row, { kind: "resume", movedFrom: from, understanding, text })),
      understood: true,
    });
    return "answered";
  }
  if (wanted) {
    // Another wish in between: it is answered, then the case goes on at the same step.
    const outcome = await startFlow(turn, wanted, wish ?? "order_status", text, understanding);
    if (outcome === "answered" && mayGoOn(turn, row, wanted)) await askAgain(turn, row, from);
    return outcome;
  }
  const answer = await answerQuestion(turn, understanding.intents[0], text);
  if (answer && turn.knowledge?.result === "none") {
    await unanswered(turn, row, answer, from);
  } else if (answer) {
    turn.blocks.push(...answer.filter((block) => block.kind !== "choices"));
    await askAgain(turn, row, from);
  } else if (wish) {
    await escalate(turn, openCase(turn, "question", wish, {}), "policy-exception");
  } else {
    await doubt(turn, row, from);
  }
  return "answered";
}

async function withoutCase(
  turn: Turn,
  question: CaseRow | undefined,
  text: string,
  understanding: Understanding,
  wish: Intent | null,
): Promise<TextOutcome> {
  const wanted = wish ? flowForIntent(wish) : null;
  if (wanted) {
    if (question) changeCase(turn, question, { status: "done", closedAt: turn.now });
    return startFlow(turn, wanted, wish ?? "order_status", text, understanding);
  }
  const answer = await answerQuestion(turn, understanding.intents[0], text);
  if (answer) turn.blocks.push(...answer);
  else if (wish) await escalate(turn, question ?? openCase(turn, "question", wish, {}), "policy-exception");
  if (answer || wish) return "answered";
  // Words beside a wish that was understood.
  if (turn.wishes.length > 0) return "answered";
  const row = question ?? openCase(turn, "question", understanding.intents[0]?.intent ?? "out_of_scope", {});
  if (row.doubts + 1 >= mostDoubts) {
    await escalate(turn, row, "low-confidence");
  } else {
    changeCase(turn, row, { doubts: row.doubts + 1 });
    sayText(turn, sentence(turn.language, "unclear"));
    turn.blocks.push(menu(turn));
  }
  return "answered";
}

/** The shopper went from one flow into another, with the order in hand; `said`: in these words. */
export async function openNext(
  turn: Turn,
  next: NonNullable<FlowResult<unknown>["next"]>,
  said?: { text: string; understanding: Understanding },
): Promise<TextOutcome> {
  const row = (next.anew ? undefined : resumable(turn, next.flow)) ?? openCase(turn, next.flow, wishOf[next.flow], startState(next.flow));
  if (missingLevel(turn, row)) {
    return (await verify(turn, row, said?.understanding.slots ?? {}, said?.text ?? next.orderName ?? "")) ? "proven" : "answered";
  }
  await applyResult(turn, row, {
    ...(await tryCase(turn, row, { kind: "resume", orderName: next.orderName, movedFrom: movedFrom(turn, row), ...(next.anew && said) })),
    understood: true,
  });
  return "answered";
}

/** Starts a flow for a wish, or takes up the one that is open or has just answered. */
export async function startFlow(
  turn: Turn,
  flow: Exclude<CaseFlow, "question">,
  intent: string,
  text: string,
  understanding?: Understanding,
): Promise<TextOutcome> {
  const row = resumable(turn, flow) ?? openCase(turn, flow, intent, startState(flow));
  const isNew = turn.opened.has(row.id);
  if (missingLevel(turn, row)) return (await verify(turn, row, understanding?.slots ?? {}, text)) ? "proven" : "answered";
  const input = isNew
    ? ({ kind: "resume", understanding, text: withEarlierWords(turn, text) } as const)
    : understanding
      ? ({ kind: "text", text, understanding } as const)
      : ({ kind: "resume", movedFrom: movedFrom(turn, row) } as const);
  let result = await tryCase(turn, row, input);
  if (!result.understood && !isNew)
    result = await tryCase(turn, row, { kind: "resume", understanding, text, movedFrom: movedFrom(turn, row) });
  return applyOrVerify(turn, row, { ...result, understood: true }, understanding, text);
}

/** Takes over what the flow decided, and asks for the proof that it turned out to need. */
async function applyOrVerify(
  turn: Turn,
  row: CaseRow,
  result: FlowResult<unknown>,
  understanding: Understanding | undefined,
  text: string,
): Promise<TextOutcome> {
  await applyResult(turn, row, result);
  if (row.owner !== "assistant" || !missingLevel(turn, row)) return "answered";
  return (await verify(turn, row, understanding?.slots ?? {}, text)) ? "proven" : "answered";
}

function resumable(turn: Turn, flow: string): CaseRow | undefined {
  const open = activeCases(turn).find((row) => row.flow === flow && row.owner === "assistant");
  if (open) return open;
  const since = turn.now.getTime() - followUpDays * 86_400_000;
  return flow === "track-order"
    ? turn.cases.find((row) => row.flow === flow && row.status === "done" && row.updatedAt.getTime() > since)
    : undefined;
}

function startState(flow: Exclude<CaseFlow, "question">): unknown {
  return flowOf({ flow } as CaseRow)?.start();
}

/** "That return" may mean a thing named days ago on another channel: the shopper's earlier words go along, the newest last. */
function withEarlierWords(turn: Turn, text: string): string {
  const earlier = turn.context.transcript
    .filter((line) => line.author === "shopper" && line.text && !text.includes(line.text))
    // "I wear M" names no thing.
    .map((line) => preferencesIn(line.text, turn.channel).rest)
    .filter(Boolean);
  return [...earlier.slice(-6), text].join("\n");
}

/** Another wish was answered in between. One question at a time: what its flow (`other`) asks, or the proof it needs, comes first. */
function mayGoOn(turn: Turn, row: CaseRow, other?: string): boolean {
  const asks = (one: CaseRow) => one.id !== row.id && one.flow === other && one.status === "open" && one.owner === "assistant";
  return (
    row.owner === "assistant" &&
    row.flow !== "gift-card" &&
    flowOf(row) !== undefined &&
    !turn.cases.some((one) => one.verification !== null || asks(one))
  );
}

async function askAgain(turn: Turn, row: CaseRow, from: string | undefined): Promise<void> {
  await applyResult(turn, row, { ...(await tryCase(turn, row, { kind: "resume", movedFrom: from })), understood: true });
}

async function doubt(turn: Turn, row: CaseRow, from: string | undefined): Promise<void> {
  if (turn.wishes.length > 0) return askAgain(turn, row, from);
  if (row.doubts + 1 >= mostDoubts) {
    await escalate(turn, row, "low-confidence");
    return;
  }
  const doubts = row.doubts + 1;
  sayText(turn, sentence(turn.language, "unclearStep"));
  await askAgain(turn, row, from);
  changeCase(turn, row, { doubts });
}

/** Asked in between, and no text of the shop's has it. Who goes on asking is not led round in a circle. */
async function unanswered(turn: Turn, row: CaseRow, answer: Block[], from: string | undefined): Promise<void> {
  const doubts = row.doubts + 1;
  if (doubts > mostDoubts) return escalate(turn, row, "low-confidence");
  turn.blocks.push(...answer.filter((block) => block.kind !== "choices"));
  await askAgain(turn, row, from);
  changeCase(turn, row, { doubts });
}

/** What people want of an order that they name, other than to change it; and how likely it then has to be. */
const aboutNamedOrder: ReadonlySet<Intent> = new Set(["order_status", "return_start", "return_policy", "refund_status"]);
const likelyOfNamed = 0.5;
/** To have something stopped is another wish, and as near to its words. Folded. */
const ends = /\b(?:cancel|stop|abort|abbrech|stornier|annul|anular|parar|interromp)\p{L}*/u;

/**
 * Below the shop's threshold a wish is a guess, and nothing acts on a guess: not the turn, not a flow. Who names an order is
 * after something of it, so less will do there; how it is sent back is shown by doing it.
 */
function onlySure(turn: Turn, understanding: Understanding, text: string): Understanding {
  const { shop } = turn.context;
  const named = understanding.slots.orderName !== undefined && !ends.test(foldText(text));
  const intents = understanding.intents.flatMap((wish) => {
    if (wish.confidence >= thresholdFor(shop, wish.intent, turn.channel)) return wish;
    if (!named || !aboutNamedOrder.has(wish.intent) || wish.confidence < likelyOfNamed) return [];
    return wish.intent === "return_policy" && !wish.detail ? { ...wish, intent: "return_start" as const } : wish;
  });
  return { ...understanding, intents };
}

/** "I never got the confirmation" sounds like a parcel that did not come; words can tell, the local model cannot. */
function withMailWish(text: string, understanding: Understanding): Understanding {
  const [first] = understanding.intents;
  const mayBe = !first || first.intent === "order_status" || first.intent === "account" || first.intent === "out_of_scope";
  return mayBe && asksForMail(text) ? { ...understanding, intents: [{ intent: "invoice", confidence: 1 }] } : understanding;
}

function hasContact({ slots }: Understanding): boolean {
  return Boolean(slots.email || slots.orderName || slots.phone || slots.code);
}
