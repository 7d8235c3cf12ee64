import { caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import { tellTickets } from "#app/domain/connections/tickets.server.ts";
import { appendOutbound } from "#app/domain/conversations/messages.server.ts";
import { turnForMessages } from "#app/domain/identity/waiting-turns.server.ts";
import { sayWhatWaited } from "#app/domain/proactive/begin.server.ts";
import { withoutGiftReturns } from "#app/domain/returns/gift-returns.server.ts";
import { changeAddressFlow } from "#app/flows/change-address/flow.ts";
import { holdsAddress } from "#app/flows/change-address/parse.ts";
import { now } from "#app/platform/clock.ts";
import { hashToken } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, insert, notify, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue, type TurnTrigger } from "#app/platform/jobs/tasks.ts";
import { log } from "#app/platform/log.ts";
import { recordReply } from "#app/platform/metrics/metrics.server.ts";
import { approvalWrites, composeReply, readStale } from "./approval.server.ts";
import { beginWords, remindLater, remindTurn, troubleTurn } from "./begun.server.ts";
import { contentOf, knownLanguage, loadTurnContext, replyIdentity } from "./context.server.ts";
import { arrive, arriveByLink, type Continued, continueInWords } from "./continue-here.server.ts";
import { draftInWords, offerDraft } from "./drafts.server.ts";
import { labelsDue } from "./labels-due.ts";
import { codeIn } from "./local/slots/code.ts";
import { readSlotText } from "./local/slots/text.ts";
import { handLoopToStaff, isLooping } from "./loop.server.ts";
import { takeMoveAnswers } from "./move.server.ts";
import { numberedChoice } from "./numbered-choice.server.ts";
import { isOtherMatter } from "./other-matter.server.ts";
import { claimPhotos, photosWith, photoTurn, waitForPhotos } from "./photo-turn.server.ts";
import { pickUp } from "./pick-up.server.ts";
import { confirmations, offerChannel, preferencesNow, preferenceWrites, preferredWay, readWishes } from "./preferences.server.ts";
import { promisesOfTurn } from "./promises.server.ts";
import { askAfterFlow, takeRatings } from "./rating.server.ts";
import { reopen } from "./reopen.server.ts";
import type { TurnServices } from "./services.ts";
import { silenceReason } from "./silence.ts";
import { ShopperOrders } from "./store-facts.ts";
import { storeTurn } from "./store-turn.server.ts";
import { tapTurn } from "./tap-turn.server.ts";
import { remindOfQuestion, textTurn } from "./text-turn.server.ts";
import { sentence } from "./texts/catalogue.ts";
import { activeCases, caseWrites, sayText, type Turn } from "./turn.ts";
import { turnRecord } from "./turn-record.ts";
import { understand, understandNothingMore } from "./understand.server.ts";
import { firstPart } from "./waiting-part.ts";

/** In characters, what one turn reads of what was written; all of it stands in the thread for staff. */
const longestText = 20_000;

/** One run of the assistant. Returns everything it decided as writes; the caller commits them with the end of the job. */
export async function runTurn(shopId: string, identityId: string, trigger: TurnTrigger, services: TurnServices): Promise<Write[]> {
  const byStaff = trigger.kind === "staff-acted";
  const here = trigger.kind === "proven" || trigger.kind === "arrived";
  const proactive = trigger.kind === "store-event" || trigger.kind === "parcel-trouble" || trigger.kind === "remind" || byStaff;
  const turn = await beginTurn(shopId, identityId, services, { here, proactive, inParts: trigger.kind === "messages" });
  if (!turn) return [];
  // What the shopper has written meanwhile is answered by a turn of its own; any other turn leaves it unread.
  if (trigger.kind !== "messages") turn.context.waiting = [];
  else if (turn.context.waiting.length === 0) return [];
  // Beside the turn's own writes, which begin anew when everything is read again.
  const taken = trigger.kind === "messages" ? [...(await takeMoveAnswers(turn)), ...(await takeRatings(turn))] : [];
  if (taken.length > 0 && turn.context.waiting.length === 0) return [...endOfTurn(turn, "taken"), ...taken];
  if (trigger.kind === "messages") waitForPhotos(turn.context, turn.now);
  if (trigger.kind === "messages" && (await isLooping(turn))) {
    handLoopToStaff(turn);
    return [...endOfTurn(turn, "loop"), ...caseWrites(turn), ...(await tellConnections(turn)), ...turn.writes, ...taken];
  }
  // What staff themselves have done is told while they have the case, too.
  const silence = byStaff ? null : silenceReason(turn, { here });
  turn.beside = silence?.reason === "staff" && (await isOtherMatter(turn, trigger));
  if (silence && !turn.beside)
    return [...silence.writes(turn), ...photosForStaff(turn), ...(await toTickets(turn)), ...endOfTurn(turn, silence.reason), ...taken];
  if (trigger.kind === "messages") await readStale(turn);
  const { conversation } = turn.context;
  database().tell({ topic: "turn", shopId, conversationId: conversation.id, identityId, state: "started" });
  try {
    await think(turn, trigger);
    const { shop, members } = turn.context;
    const ids = members.map((one) => one.id);
    const waited = trigger.kind === "messages" ? await sayWhatWaited(shop.id, conversation.id, ids) : [];
    return [...(await finish(turn)), ...waited, ...taken];
  } catch (error) {
    database().tell({ topic: "turn", shopId, conversationId: conversation.id, identityId, state: "ended" });
    throw error;
  }
}

/**
 * `here`: the shopper has arrived or proven themselves without writing. `proactive`: nobody has just asked. `inParts`: of what
 * waits only the first part is read. `only`: of what waits nothing else is.
 */
export async function beginTurn(
  shopId: string,
  identityId: string,
  services: TurnServices,
  {
    here = false,
    proactive = false,
    inParts = false,
    only,
  }: { here?: boolean; proactive?: boolean; inParts?: boolean; only?: Set<string> } = {},
): Promise<Turn | null> {
  const context = await loadTurnContext(shopId, identityId);
  const { waiting = [] } = context ?? {};
  if (context && only) context.waiting = waiting.filter((message) => only.has(message.id));
  if (context && inParts) context.waiting = firstPart(waiting, activeCases(context)[0]?.expecting != null);
  const where = context && ((proactive && (await preferredWay(context))) || replyIdentity(context, here));
  if (!where) return null;
  const store = services.store(context.shop.domain);
  const at = now();
  return {
    context,
    services,
    store,
    orders: new ShopperOrders(store, context.standing, at, (orders) => withoutGiftReturns(shopId, orders)),
    ...where,
    language: knownLanguage(context),
    now: at,
    blocks: [],
    writes: [],
    effects: [],
    cases: context.cases,
    changed: new Set(),
    stood: new Map(),
    opened: new Set(),
    usage: [],
    wishes: [],
    fromTexts: new Set(),
    standsOn: [],
    stale: [],
    startedAt: performance.now(),
    proactive,
    beside: false,
    later: inParts ? waiting[context.waiting.length]?.identityId : undefined,
  };
}

async function think(turn: Turn, trigger: TurnTrigger): Promise<void> {
  if (trigger.kind === "proven") return pickUp(turn);
  if (trigger.kind === "arrived") return goOn(turn, await arriveByLink(turn, trigger.linkId));
  if (trigger.kind === "photo") return latePhotoTurn(turn, trigger.messageId);
  if (trigger.kind === "parcel-trouble") return troubleTurn(turn, trigger);
  if (trigger.kind === "remind") return remindTurn(turn, trigger);
  if (trigger.kind !== "messages") return storeTurn(turn, trigger);
  const arrival = await arrive(turn);
  if (arrival) return goOn(turn, arrival);
  const last = turn.context.waiting.at(-1);
  const content = last ? contentOf(last) : undefined;
  if (content?.choice || content?.items) return tapTurn(turn, content);
  const texts = turn.context.waiting.map((message) => contentOf(message).text).filter(Boolean);
  const written = texts.join("\n").slice(0, longestText);
  const photos = photosWith(turn.context.photos, turn.context.waiting);
  if (photos.length > 0 && (await photoTurn(turn, photos, written))) return;
  const choice = await numberedChoice(turn, written);
  if (choice) return tapTurn(turn, { text: written, choice: { id: choice.id, title: choice.title }, attachments: [] });
  if (written === "") return sayText(turn, sentence(turn.language, "unsupported"));
  const text = readWishes(turn, written);
  const understanding = text === "" ? await understandNothingMore(turn, written) : await understand(turn, text);
  // Names of streets and towns say nothing about who writes them.
  if (!isAddress(turn, text)) turn.language = preferencesNow(turn).language ?? understanding.language;
  await offerChannel(turn);
  if (text === "") return remindOfQuestion(turn);
  const continued = await continueInWords(turn, text, understanding.slots);
  if (continued) return goOn(turn, continued);
  if (await draftInWords(turn, understanding.slots)) return;
  if (await reopen(turn, text, understanding)) return;
  if ((await textTurn(turn, text, understanding)) === "answered") return;
  if (!(await readAnew(turn))) return;
  sayText(turn, sentence(turn.language, "proven"));
  // What was written in the same breath as the code belongs to the wish that waited for it.
  const beside = texts.filter((one) => !codeIn(readSlotText(one, "code"))).join("\n");
  await pickUp(turn, null, beside.slice(0, longestText));
}

function isAddress(turn: Turn, text: string): boolean {
  const active = activeCases(turn)[0];
  return active?.flow === changeAddressFlow.name && (active.expecting === "address" || holdsAddress(text));
}

/** A picture came when the words with it were answered already: it counts where pictures are asked for, and is quietly kept elsewhere. */
async function latePhotoTurn(turn: Turn, messageId: string): Promise<void> {
  const late = photosWith(turn.context.photos, [{ id: messageId }]);
  if (late.length > 0 && activeCases(turn)[0]?.expecting === "photos") await photoTurn(turn, late, "");
}

/** What is sent while a person has the case is theirs to look at. */
function photosForStaff(turn: Turn): Write[] {
  const row = activeCases(turn).find((one) => one.owner === "staff");
  return row ? claimPhotos(turn, row) : [];
}

/** What is written while staff have a case goes to their help desk, where one has it. */
function toTickets(turn: Turn): Promise<Write[]> {
  const theirs = activeCases(turn).filter((row) => row.owner === "staff");
  return tellTickets(
    turn.context.shop.id,
    theirs.map((row) => row.id),
  );
}

/** Says what became of the conversation, and takes the case up where it stopped. */
async function goOn(turn: Turn, continued: Continued): Promise<void> {
  if (continued === "answered" || !(await readAnew(turn))) return;
  if (continued.kind === "parted") return sayText(turn, sentence(turn.language, "parted"));
  sayText(turn, sentence(turn.language, "connected", { origin: continued.say }));
  await pickUp(turn, continued.caseId);
}

/** What was just committed has changed what the shopper may see, so everything is read again. */
async function readAnew(turn: Turn): Promise<boolean> {
  const { waiting } = turn.context;
  // What others of the same shopper have written meanwhile has a turn of its own.
  const only = new Set(waiting.map((message) => message.id));
  const fresh = await beginTurn(turn.context.shop.id, turn.identity.id, turn.services, { here: waiting.length === 0, only });
  if (!fresh) return false;
  const { usage, startedAt, wishes, later, beside } = turn;
  const stale = new Set(turn.stale.map((row) => row.id));
  // Who has not written a sentence here is spoken to as before the move.
  const language = waiting.some((message) => contentOf(message).text) ? turn.language : fresh.language;
  Object.assign(turn, fresh, { language, usage, startedAt, wishes, later, beside });
  turn.language = preferencesNow(turn).language ?? language;
  turn.context.waiting.unshift(...waiting.filter((message) => message.answeredBy !== null));
  turn.stale = turn.cases.filter((row) => stale.has(row.id));
  return true;
}

export async function finish(turn: Turn): Promise<Write[]> {
  const plain = turn.blocks.flatMap((block) => (block.kind === "text" ? block.text : [])).join(" ");
  turn.blocks.unshift(...confirmations(turn).map((text) => ({ kind: "text" as const, text })));
  await offerDraft(turn);
  const { blocks, drafted, introduced } = await composeReply(turn);
  logUsage(turn);
  const oldest = turn.context.waiting[0];
  if (oldest && blocks.length > 0) recordReply(turn.channel, (now().getTime() - oldest.receivedAt.getTime()) / 1000);
  const caseId = [...turn.changed, ...turn.opened].find((id) => turn.cases.some((row) => row.id === id && row.status !== "superseded"));
  const about = turn.cases.find((row) => row.id === caseId);
  const approval = approvalWrites(turn, drafted, about?.id);
  const reply = !blocks.length
    ? []
    : turn.proactive
      ? await beginWords(turn, blocks, plain, about)
      : answerWrites(turn, appendOutbound(turn.identity, turn.channel, { account: turn.account, author: "assistant", blocks, caseId }), {
          plain,
          blocks,
          about,
        });
  return [
    ...endOfTurn(turn, "turn"),
    ...(about ? claimPhotos(turn, about) : []),
    ...caseWrites(turn),
    ...(await tellConnections(turn)),
    ...effectWrites(turn),
    ...turn.writes,
    ...preferenceWrites(turn),
    ...turnRecord(turn),
    ...reply,
    ...approval,
    ...remindLater(turn),
    ...(await askAfterFlow(turn)),
    ...labelsDue(turn),
    update("Identity", { id: turn.identity.id }, { language: turn.language, ...(introduced ? { introducedAt: turn.now } : {}) }),
  ];
}

/** The answer, with what it promises. */
function answerWrites(turn: Turn, sent: ReturnType<typeof appendOutbound>, said: Parameters<typeof promisesOfTurn>[2]): Write[] {
  return [...sent.writes, ...promisesOfTurn(turn, sent.messageId, said)];
}

/** What the shop's own tools hear of the cases that this turn opens and changes. */
function tellConnections(turn: Turn): Promise<Write[]> {
  const touched = turn.cases.filter((row) => turn.opened.has(row.id) || turn.changed.has(row.id));
  const changes = touched.map((row) => ({ before: turn.opened.has(row.id) ? null : (turn.stood.get(row.id) ?? null), after: row }));
  return caseEventWrites(turn.context.shop.id, changes);
}

/** What this turn's model calls took and cost. */
function logUsage({ usage, context, services }: Turn): void {
  for (const one of usage) {
    const dollars = services.costOf(one);
    log.info("model-used", {
      shopId: context.shop.id,
      conversationId: context.conversation.id,
      model: one.model,
      inputTokens: one.inputTokens,
      outputTokens: one.outputTokens,
      milliseconds: Math.round(one.milliseconds),
      microDollars: dollars === undefined ? undefined : Math.round(dollars * 1_000_000),
    });
  }
}

/** Marks what was read as answered. The revision is the fence: had anybody written meanwhile, nothing of this turn would stand. */
function endOfTurn(turn: Turn, answeredBy: string): Write[] {
  const { conversation, identity, waiting, shop } = turn.context;
  return [
    update("Conversation", { id: conversation.id, revision: conversation.revision }, { revision: increment(), language: turn.language }, 1),
    ...waiting.map((message) => update("Message", { id: message.id, answeredBy: message.answeredBy }, { answeredBy }, 1)),
    ...(turn.later === undefined ? [] : [turnForMessages(shop.id, { identityId: turn.later, conversationId: conversation.id }, now())]),
    notify({ topic: "turn", shopId: shop.id, conversationId: conversation.id, identityId: identity.id, state: "ended" }),
  ];
}

function effectWrites(turn: Turn): Write[] {
  return turn.effects.flatMap(({ caseId, planned }) => {
    const id = newId();
    const shopId = turn.context.shop.id;
    const values = {
      id,
      shopId,
      caseId,
      kind: planned.kind,
      key: `${planned.kind}:${caseId}:${planned.input.quoteHash}`,
      input: planned.input as never,
      state: "planned",
      attempts: 0,
      createdAt: turn.now,
      updatedAt: turn.now,
    };
    return [
      insert("Effect", values),
      enqueue(
        shopId,
        "effect.run",
        { effectId: id },
        { runAt: turn.now, queue: `effect:${hashToken(planned.input.customer ?? planned.input.orderId)}` },
      ),
    ];
  });
}
