import { appendOutbound } from "#app/domain/conversations/messages.server.ts";
import { type Rating, ratingWrites } from "#app/domain/satisfaction/answer.server.ts";
import { askSatisfaction, languageOf, satisfactionChoice, satisfactionKind } from "#app/domain/satisfaction/ask.server.ts";
import { readRating, scoreNames, scoreOf } from "#app/domain/satisfaction/score.ts";
import { readAfterCases } from "#app/domain/satisfaction/settings.ts";
import { satisfactionTexts } from "#app/domain/satisfaction/texts.ts";
import { isLive } from "#app/domain/staff/staff-cases.ts";
import { flowNames, parseChoiceId } from "#app/flows/engine.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { contentOf, type TurnContext } from "./context.server.ts";
import { silenceReason } from "./silence.ts";
import type { Turn } from "./turn.ts";
import { understandLocally } from "./understand.server.ts";

type Waiting = TurnContext["waiting"][number];
type Taken = { message: Waiting; rating: Rating };

/** Typed, an answer counts while the question is the last thing that was said; as long as this. */
const typedMs = 7 * 86_400_000;
const whyMs = 86_400_000;
/** In front of what is said after a bad answer: the next words are the reason. */
const whyMark = "rated-why:";
const clearWish = 0.85;
/** After the assistant has finished something by itself it is asked a while later, unless more comes. */
const afterFlowMs = 10 * 60_000;

/**
 * Takes answers to "how did it go" out of what waits: they are kept, whoever has the shopper; nothing starts or opens again for
 * them, and at most one sentence is said, where nothing else was written.
 */
export async function takeRatings(turn: Turn): Promise<Write[]> {
  const taken = await ratingsIn(turn);
  if (taken.length === 0) return [];
  const { context } = turn;
  const read = new Set(taken.map(({ message }) => message.id));
  const rest = context.waiting.filter((message) => !read.has(message.id));
  const writes: Write[] = taken.map(({ message }) => update("Message", { id: message.id, answeredBy: null }, { answeredBy: "rating" }, 1));
  for (const { message, rating } of taken) {
    const identity = context.members.find((one) => one.id === message.identityId);
    const own = context.cases.some((row) => row.id === rating.caseId);
    if (identity && own) writes.push(...(await ratingWrites(identity, turn.channel, rating)));
  }
  if (rest.length === 0) writes.push(...acknowledge(turn, taken));
  context.waiting = rest;
  return writes;
}

async function ratingsIn(turn: Turn): Promise<Taken[]> {
  let { asked, why } = await openQuestion(turn);
  const taken: Taken[] = [];
  for (const message of turn.context.waiting) {
    const content = contentOf(message);
    const tapped = content.choice && parseChoiceId(content.choice.id);
    const score = tapped?.caseId === satisfactionChoice ? scoreOf(tapped.value) : null;
    if (tapped && score) {
      taken.push({ message, rating: { caseId: tapped.slot, score } });
      why = score === scoreNames.bad ? tapped.slot : undefined;
      asked = undefined;
      continue;
    }
    const words = content.choice || content.items || content.attachments.length > 0 ? "" : content.text;
    if (words && why && (await isComment(turn, words))) {
      taken.push({ message, rating: { caseId: why, comment: words } });
      why = undefined;
      continue;
    }
    const typed = words && asked ? readRating(words) : null;
    if (!typed || !asked || (typed.comment && (await wantsMore(turn, typed.comment)))) break;
    taken.push({ message, rating: { caseId: asked, ...typed } });
    why = typed.score === scoreNames.bad && !typed.comment ? asked : undefined;
    asked = undefined;
  }
  return taken;
}

/** The case that the last thing said asks about, and the one whose bad answer it asks the reason for. */
async function openQuestion({ context, now }: Turn): Promise<{ asked?: string; why?: string }> {
  const { shop, lastAnswer } = context;
  const age = lastAnswer ? now.getTime() - lastAnswer.receivedAt.getTime() : 0;
  if (!lastAnswer || age > typedMs) return {};
  if (lastAnswer.externalId.startsWith(whyMark)) return age > whyMs || !lastAnswer.caseId ? {} : { why: lastAnswer.caseId };
  if (!lastAnswer.proactive || !lastAnswer.caseId) return {};
  const begun = await database().prisma.begun.findFirst({ where: { shopId: shop.id, messageId: lastAnswer.id }, select: { kind: true } });
  return begun?.kind === satisfactionKind ? { asked: lastAnswer.caseId } : {};
}

/** Whoever asks something, or wants a person, wants an answer and not only to be heard. */
async function isComment(turn: Turn, text: string): Promise<boolean> {
  if (/[?？]/.test(text)) return false;
  const [first] = (await understandLocally(turn, text)).intents;
  return !(first?.intent === "speak_to_human" && first.confidence >= clearWish);
}

/** What people say of how it went; anything else that is clear is a wish of its own, however the message begins. */
const opinions: ReadonlySet<string> = new Set(["complaint", "smalltalk", "out_of_scope"]);

/** "Fine, please cancel order #1001": whoever wants something is answered, and not only thanked. */
async function wantsMore(turn: Turn, text: string): Promise<boolean> {
  const [first] = (await understandLocally(turn, text)).intents;
  return first !== undefined && !opinions.has(first.intent) && first.confidence >= clearWish;
}

/** Nothing is said while a person has the shopper or the assistant is off, and no mail goes out only to say thank you. */
function acknowledge(turn: Turn, taken: Taken[]): Write[] {
  const last = taken.at(-1)?.rating;
  if (!last || silenceReason(turn)) return [];
  const { shop } = turn.context;
  const text = satisfactionTexts[languageOf(turn.identity, shop)];
  const asksWhy = last.score === scoreNames.bad && !last.comment;
  const words = asksWhy ? text.why : last.comment ? text.passedOn : text.thanks;
  if (words === text.thanks && turn.channel === "email") return [];
  return appendOutbound(turn.identity, turn.channel, {
    account: turn.account,
    author: "assistant",
    blocks: [{ kind: "text", text: words }],
    caseId: last.caseId,
    externalId: `${asksWhy ? whyMark : "rated:"}${newId()}`,
  }).writes;
}

/** Where the shop wants it, who had something brought to its end by the assistant alone is asked, too. */
export async function askAfterFlow(turn: Turn): Promise<Write[]> {
  const { shop, members } = turn.context;
  if (readAfterCases(shop.afterCases).ask !== "always") return [];
  const ended = turn.cases.find(
    (row) =>
      row.status === "done" &&
      row.owner === "assistant" &&
      flowNames.some((name) => name === row.flow) &&
      (turn.opened.has(row.id) || isLive(turn.stood.get(row.id)?.status ?? "")),
  );
  if (!ended) return [];
  return askSatisfaction(shop, {
    caseId: ended.id,
    about: ended.orderName,
    members,
    at: new Date(turn.now.getTime() + afterFlowMs),
  });
}
