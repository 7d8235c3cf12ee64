import type { Block } from "#app/channels/message.ts";
import { examplesOf } from "#app/domain/reply-drafts/examples.server.ts";
import { keepsVoice, readVoicing, voiceInWords } from "#app/domain/shops/voice.ts";
import { likeEnough } from "#app/pipeline/knowledge/likeness.ts";
import { type Found, hasKnowledge, whatAnswers } from "#app/pipeline/knowledge/search-sqlite.server.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { accountAccess } from "./account-access.ts";
import { bookTokens } from "./budget.server.ts";
import { examplesTold } from "./compose.server.ts";
import { findPassages } from "./find-passages.server.ts";
import { asksFit, fitPassages } from "./fit.server.ts";
import { withoutForeignLinks } from "./guard.ts";
import { mayAnswer } from "./guard-answer.ts";
import type { Detail, Intent, Wish } from "./model.ts";
import { embedderFor, modelFor } from "./model-for.server.ts";
import { productAnswer } from "./product.server.ts";
import { personChoice, sideAnswer } from "./side-answers.ts";
import { sentence } from "./texts/catalogue.ts";
import type { Turn } from "./turn.ts";

/** Questions that a shop answers in its texts. */
const asksTexts: ReadonlySet<Intent> = new Set(["shipping_policy", "product_question", "promotion", "payment", "invoice", "account"]);
/** Of those, what is about one shopper's own money: only a person can say. */
const ownMatters: ReadonlySet<Detail> = new Set(["charged_twice", "subscription"]);
/** What changes from hour to hour is asked of the store, not of texts. */
const asksStock: ReadonlySet<Detail> = new Set(["stock", "store_pickup"]);
/** Return rules that the settings do not hold. */
const beyondSettings: ReadonlySet<Detail> = new Set(["final_sale", "in_store"]);
/**
 * How much of the question a passage must hold to be quoted, see rank.ts: where the wish is clear, where it is guessed to be
 * a question, and where a passage is the only sign that it is one. bench/README.md has what each is right in.
 */
export const enough = { clearWish: 0.65, guessed: 0.68, unclear: 0.8 };
/**
 * What to answer to a question without leaving the turn: the coded rules and courtesies, or the shop's own words with where
 * they stand. Null when only a person can, or when nothing clear was asked and nothing was found.
 */
export async function answerQuestion(turn: Turn, wish: Wish | undefined, text: string): Promise<Block[] | null> {
  const { intent, detail } = wish ?? {};
  const knows = await hasKnowledge(turn.context.shop.id);
  if (knows) {
    const fit = await fitAnswer(turn, wish, text);
    if (fit) return fit;
  }
  if (!intent || intent === "out_of_scope") {
    const { intent: guess, detail: guessed } = turn.understanding?.intents[0] ?? {};
    // Who names one of the shop's products and may want to know whether it is there is told what the store says.
    const live = knows && guess === "product_question" && guessed && asksStock.has(guessed) ? await productAnswer(turn, text) : null;
    if (live) return live;
    const isQuestion = guess && (asksTexts.has(guess) || guess === "out_of_scope");
    // "It is too small": why something goes back, and no question to the shop's pages.
    const isReason = turn.understanding?.slots.reason !== undefined && !text.includes("?");
    const found = knows && !isReason ? await quote(turn, text, isQuestion ? enough.guessed : enough.unclear) : null;
    return found ?? (intent ? sideAnswer(turn, intent, text) : null);
  }
  if (detail === "sign_in") return [...(await accountAccess(turn)), ...((knows && (await quote(turn, text, enough.clearWish))) || [])];
  if (intent === "return_policy" && detail && beyondSettings.has(detail)) {
    return (knows && (await quote(turn, text, enough.clearWish))) || sideAnswer(turn, intent, text);
  }
  // Of a product in a size or colour, where it is not clear what else is asked, one wants to know whether there is one.
  const asksFor = detail ? asksStock.has(detail) : turn.understanding?.slots.variant !== undefined;
  if (knows && intent === "product_question" && asksFor) {
    const live = await productAnswer(turn, text);
    if (live) return live;
  }
  if (!knows || !asksTexts.has(intent) || (detail && ownMatters.has(detail))) return sideAnswer(turn, intent, text);
  const found = await quote(turn, text, enough.clearWish);
  if (found) return found;
  // How to spend a card stands in texts; what is wrong with this one does not.
  if (detail === "gift_card_balance") return sideAnswer(turn, intent, text);
  turn.knowledge = { result: "none" };
  return [{ kind: "text", text: sentence(turn.language, "knowledgeNone", { shop: turn.context.shop.name }) }, personChoice(turn)];
}

/** What is measured of the piece that is meant; null where none is asked for or nothing is known of it. */
async function fitAnswer(turn: Turn, { intent, detail }: Partial<Wish> = {}, text: string): Promise<Block[] | null> {
  const isSure = intent === "product_question" && detail === "fit";
  const mayBe = (!intent || intent === "product_question" || intent === "out_of_scope") && asksFit(text);
  if (!isSure && !mayBe) return null;
  const found = await fitPassages(turn, text);
  if (!found) return null;
  if (found !== "which") return (await answerByModel(turn, text, found)) ?? quotedAll(turn, found);
  const said = await quote(turn, text, enough.guessed);
  return said ?? (isSure ? [{ kind: "text", text: sentence(turn.language, "fitWhich") }] : null);
}

/** Passages that a model may read for an answer, and how much of the question each must hold. */
const read = 4;
const worthReading = 0.35;
const answerMilliseconds = 6_000;

async function quote(turn: Turn, text: string, least: number): Promise<Block[] | null> {
  // What is taken for a question by its words alone is no question for its meaning.
  const embedder = least === enough.unclear ? null : embedderFor(turn);
  const { quoted: leastSimilar, read: worthSimilar } = likeEnough(embedder?.model);
  const near = await findPassages(turn, embedder, text, { least, most: read });
  const worth = near.filter(({ coverage, similarity = 0 }) => coverage >= worthReading || similarity >= worthSimilar);
  const worded = await answerByModel(turn, text, worth.slice(0, read));
  if (worded) return worded;
  const found = whatAnswers(near, least, leastSimilar);
  return found.length > 0 ? quotedAll(turn, found) : null;
}

function quotedAll(turn: Turn, found: Found[]): Block[] {
  const [best] = found;
  if (best) turn.knowledge = { result: "found", sourceId: best.sourceId, sourceVersion: best.version };
  return outOf(
    turn,
    found,
    found.flatMap((one) => quoted(turn, one)),
  );
}

/** Gemini's answer out of the passages, where the merchant wants replies worded and the guard lets it through. */
async function answerByModel(turn: Turn, question: string, passages: Found[]): Promise<Block[] | null> {
  const { shop } = turn.context;
  const [best] = passages;
  const gemini = shop.wording === "model" && best ? modelFor(turn) : null;
  if (!gemini || !best) return null;
  try {
    const voicing = readVoicing(shop.voicing);
    const voice = voiceInWords(shop.voice, voicing);
    const examples = await examplesOf(shop.id, { language: turn.language, most: examplesTold });
    const input = { language: turn.language, question, passages, voice, examples, assistantName: shop.assistantName };
    const { value: sentences, usage } = await gemini.answer(input, AbortSignal.timeout(answerMilliseconds));
    await bookTokens(turn, usage);
    const written = passages.map((one) => ({ title: one.title, text: one.text, written: one.language }));
    const mayBeSaid = keepsVoice(sentences, voicing);
    if (!mayBeSaid || !mayAnswer({ sentences, language: turn.language, passages: written, allowedHosts: hostsOf(shop) })) {
      if (sentences.length > 0) log.info("answer-not-supported", { shopId: shop.id });
      return null;
    }
    turn.worded = true;
    turn.knowledge = { result: "found", sourceId: best.sourceId, sourceVersion: best.version };
    return outOf(turn, passages, [
      { kind: "text", text: sentences.join(" ") },
      ...(best.url ? [{ kind: "link" as const, label: best.title, url: best.url }] : []),
    ]);
  } catch (error) {
    // The passage itself is there to be quoted.
    log.info("answer-fell-back", { shopId: shop.id, ...errorFields(error) });
    return null;
  }
}

/** Notes that these words come from passages, not from facts that code has decided. */
function outOf(turn: Turn, passages: Found[], blocks: Block[]): Block[] {
  for (const block of blocks) turn.fromTexts.add(block);
  turn.standsOn.push(...passages.map(({ title, url, text }) => ({ title, text, ...(url && { url }) })));
  return blocks;
}

/** The shop's own words, whole, under the name of where they stand; with a link there. */
function quoted({ language, context }: Turn, { title, text, url, language: written }: Found): Block[] {
  const from =
    written === language
      ? sentence(language, "knowledgeFrom", { title })
      : sentence(language, "knowledgeFromOther", { title, language: languageName(language, written) });
  return [
    { kind: "text", text: `${from}\n${withoutForeignLinks(text, hostsOf(context.shop), mailHostsOf(context))}` },
    ...(url ? [{ kind: "link" as const, label: title, url }] : []),
  ];
}

/** Whose addresses may be written to: the shop's own mail, in Shopify and as a channel. */
const mailHostsOf = ({ shop, accounts }: Turn["context"]): string[] =>
  [shop.email, ...accounts.filter((one) => one.channel === "email").map((one) => one.externalId)].flatMap(
    (address) => address?.split("@")[1]?.toLowerCase() ?? [],
  );

const hostsOf = ({ domain, primaryHost }: Turn["context"]["shop"]): string[] => [domain, ...(primaryHost ? [primaryHost] : [])];

const languageName = (reader: string, language: string): string =>
  new Intl.DisplayNames(reader, { type: "language" }).of(language) ?? language;
