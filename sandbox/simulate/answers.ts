import { buttons } from "./cues.ts";
import type { PhraseBook } from "./phrases.ts";
import type { Random } from "./random.ts";
import type { Option, Screen } from "./screen.ts";
import type { BoughtItem, Channel, Goal, Shopper } from "./types.ts";

/** What a shopper has in mind while it talks. */
export type Mind = {
  shopper: Shopper;
  goal: Goal;
  random: Random;
  book: PhraseBook;
  /** "widget/reason": what was given where. */
  given: Set<string>;
  begun: Set<string>;
  saidYes: boolean;
};

export type Slot = "proof" | "order" | "items" | "reason" | "outcome" | "address";

/** `marks`: what counts as begun once the answer has really been given. */
type Base = { slot?: Slot; yes?: boolean; marks?: string[]; reason?: Goal["reason"] };
export type Answer = Base &
  (
    | { kind: "say"; text: string }
    | { kind: "contact"; text: string }
    | { kind: "tap"; label: string }
    | { kind: "pick"; picks: { title: string; quantity: number }[] }
    | { kind: "code" }
    | { kind: "press"; link: string }
    | { kind: "nothing" }
  );

const nothing: Answer = { kind: "nothing" };

/** What the shopper does about what it sees. */
export function answerTo(mind: Mind, screen: Screen, channel: Channel): Answer {
  const proof = prove(mind, screen, channel);
  if (proof) return proof;
  const { question, picker } = screen;
  if (picker && !isYesAsked(mind, screen)) return pickItems(mind, picker);
  const instead = chooseInstead(mind, screen, channel);
  if (instead) return instead;
  switch (question) {
    case "is-it-this":
      return confirmItem(mind, screen, channel);
    case "items":
    case "which-item":
    case "more-items":
      return nameItem(mind, screen, channel);
    case "quantity":
      return nameQuantity(mind, screen, channel);
    case "reason":
      return giveReason(mind, screen, channel);
    case "address":
      return giveAddress(mind);
    case "join":
      return choose(mind, screen, channel, buttons.yes, "yes");
  }
  if (isYesAsked(mind, screen)) return decide(mind, screen, channel);
  if (question === "order" || offersOrders(screen)) return nameOrder(mind, screen, channel);
  return fromMenu(mind, screen, channel);
}

function prove(mind: Mind, screen: Screen, channel: Channel): Answer | undefined {
  const { shopper, book, random } = mind;
  const link = channel === "email" ? screen.links.find((one) => one.includes("/prove/")) : undefined;
  if (link && shopper.honesty === "owner") return { kind: "press", link, slot: "proof" };
  if (screen.question === "code") {
    if (shopper.honesty !== "owner" && random.chance(0.5))
      return { kind: "say", text: book.answer({ intent: "thief_insists" }, shopper.language, random, { order: mind.goal.order ?? "" }) };
    return { kind: "code", slot: "proof" };
  }
  if (screen.question !== "contact" && screen.question !== "known-under") return undefined;
  return { kind: "contact", text: book.answer({ intent: "contact" }, shopper.language, random, { email: shopper.email }), slot: "proof" };
}

/** A button that is too short for its words bears their number in front. */
const bare = (label: string) => label.replace(/^\d+\. /, "");

/** By a button where one fits and the shopper uses them, else in words. */
function choose(mind: Mind, screen: Screen, channel: Channel, button: RegExp, phrase: string, slot?: Slot): Answer {
  const option = screen.options.find((one) => button.test(bare(one.label)));
  if (option && usesButtons(mind, channel)) return { ...tapOrNumber(option), ...(slot && { slot }) };
  const { book, random, shopper } = mind;
  return { kind: "say", text: book.answer({ intent: phrase }, shopper.language, random), ...(slot && { slot }) };
}

const usesButtons = ({ shopper }: Mind, channel: Channel) => shopper.habits.buttons && channel !== "email";

function tapOrNumber(option: Option): Answer {
  return option.number === undefined ? { kind: "tap", label: option.label } : { kind: "say", text: String(option.number) };
}

function orderOf({ shopper, goal }: Mind) {
  return shopper.orders.find((one) => one.name === goal.order);
}

function wantedItems(mind: Mind): { item: BoughtItem; quantity: number }[] {
  const order = orderOf(mind);
  return (mind.goal.items ?? []).flatMap(({ sku, quantity }) => {
    const item = order?.items.find((one) => one.sku === sku);
    return item ? [{ item, quantity }] : [];
  });
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Whether a label, maybe cut off, speaks of this item. */
function names(label: string, item: BoughtItem): boolean {
  const [said, title] = [fold(bare(label).replace(/…$/, "")), fold(item.title)];
  return said.includes(title) || (said.length >= 8 && title.startsWith(said));
}

function isMine(mind: Mind, screen: Screen): boolean {
  const items = wantedItems(mind);
  return (
    screen.text.includes(mind.goal.order ?? "?") &&
    (items.length === 0 || items.some(({ item }) => fold(screen.text).includes(fold(item.title))))
  );
}

/** Asked about one thing, whoever means several names them all. */
function confirmItem(mind: Mind, screen: Screen, channel: Channel): Answer {
  if (!isMine(mind, screen)) return choose(mind, screen, channel, buttons.no, "no");
  const wanted = wantedItems(mind);
  if (wanted.length < 2) return choose(mind, screen, channel, buttons.yes, "yes", "order");
  const words = wanted.map(({ item, quantity }) => `${item.quantity > 1 ? `${quantity} x ` : ""}${item.title}`);
  return { kind: "say", text: words.join(` ${and[mind.shopper.language]} `), slot: "order", marks: wanted.map(({ item }) => item.sku) };
}

function pickItems(mind: Mind, picker: NonNullable<Screen["picker"]>): Answer {
  const picks = wantedItems(mind).flatMap(({ item, quantity }) => {
    const line = picker.find((one) => names(one.title, item));
    return line ? [{ title: line.title, quantity: Math.min(quantity, line.maxQuantity) }] : [];
  });
  return picks.length > 0 ? { kind: "pick", picks, slot: "items" } : nothing;
}

/** One item after the other, each once; then that this is all. */
function nameItem(mind: Mind, screen: Screen, channel: Channel): Answer {
  const { book, random, shopper } = mind;
  const wanted = wantedItems(mind);
  const left = wanted.filter(({ item }) => !mind.begun.has(item.sku));
  const isWhich = screen.question === "which-item";
  const next = isWhich ? wanted.find(({ item }) => screen.options.some((one) => names(one.label, item))) : left[0];
  if (!next) return screen.question === "more-items" ? choose(mind, screen, channel, buttons.done, "that_is_all") : nothing;
  const slot = screen.question === "items" ? { slot: "items" as const } : {};
  const option = screen.options.find((one) => one.number === undefined && names(one.label, next.item));
  if (option && usesButtons(mind, channel)) {
    return { ...tapOrNumber(option), ...slot, marks: [next.item.sku] };
  }
  const said = isWhich ? [next] : left;
  const marks = said.map(({ item }) => item.sku);
  const words = said.map(
    ({ item, quantity }) =>
      `${item.quantity > 1 ? `${quantity} x ` : ""}${item.title}${isWhich && item.variant ? `, ${item.variant}` : ""}`,
  );
  const all = screen.question === "items" ? `, ${book.answer({ intent: "that_is_all" }, shopper.language, random)}` : "";
  return { kind: "say", text: words.join(` ${and[shopper.language]} `) + all, ...slot, marks };
}

const and: Record<Shopper["language"], string> = { en: "and", de: "und", fr: "et", es: "y", it: "e", nl: "en", pt: "e" };

function nameQuantity(mind: Mind, screen: Screen, channel: Channel): Answer {
  const wanted = wantedItems(mind).find(({ item }) => fold(screen.text).includes(fold(item.title))) ?? wantedItems(mind)[0];
  if (!wanted) return nothing;
  const isAll = wanted.quantity === wanted.item.quantity;
  const option = screen.options.find((one) => (isAll ? buttons.all.test(bare(one.label)) : bare(one.label) === String(wanted.quantity)));
  if (option && usesButtons(mind, channel)) return tapOrNumber(option);
  return { kind: "say", text: String(wanted.quantity) };
}

function giveReason(mind: Mind, screen: Screen, channel: Channel): Answer {
  const { goal, book, random, shopper } = mind;
  if (shopper.habits.sideQuestion && !mind.begun.has("side")) {
    return { kind: "say", text: book.answer({ intent: "side_question" }, shopper.language, random), marks: ["side"] };
  }
  const reason = goal.reason ?? "changed_mind";
  const option = screen.options.find((one) => buttons.reason[reason].test(bare(one.label)));
  if (option && usesButtons(mind, channel)) return { ...tapOrNumber(option), slot: "reason" };
  return { kind: "say", text: book.answer({ intent: "reason", detail: reason }, shopper.language, random), slot: "reason" };
}

function giveAddress({ goal, book, random, shopper }: Mind): Answer {
  if (!goal.newAddress) return nothing;
  return { kind: "say", text: book.answer({ intent: "new_address" }, shopper.language, random, { ...goal.newAddress }), slot: "address" };
}

/** The kind that is wanted in exchange stands among the choices. */
function chooseInstead(mind: Mind, screen: Screen, channel: Channel): Answer | undefined {
  const { instead } = mind.goal;
  const option = instead && screen.options.find((one) => fold(bare(one.label)).includes(fold(instead.variant)));
  // Where there are more kinds than buttons, the others are named in the words above them.
  const isNamed = instead && !screen.question && fold(screen.text).includes(fold(instead.variant));
  if (!instead || !(option || isNamed) || mind.begun.has("instead")) return undefined;
  const marks = ["instead"];
  if (option && usesButtons(mind, channel)) return { ...tapOrNumber(option), slot: "outcome", marks };
  return { kind: "say", text: instead.variant, slot: "outcome", marks };
}

function offersOrders(screen: Screen): boolean {
  return screen.options.some((one) => /#\d/.test(one.label));
}

function nameOrder(mind: Mind, screen: Screen, channel: Channel): Answer {
  const { goal, book, random, shopper } = mind;
  const name = goal.order ?? "";
  const option = screen.options.find((one) => one.label.includes(name));
  if (option && usesButtons(mind, channel)) return { ...tapOrNumber(option), slot: "order" };
  return { kind: "say", text: book.answer({ intent: "order" }, shopper.language, random, { order: name }), slot: "order" };
}

const yesIntents: Goal["intent"][] = ["return", "several", "exchange", "cancel", "change_address"];

/** Whether a yes is asked for that changes something: a sum or an address stands there and is asked about. */
function isYesAsked({ goal, saidYes }: Mind, screen: Screen): boolean {
  if (!yesIntents.includes(goal.intent) || saidYes) return false;
  const isOffered = screen.asksYes || screen.options.some((one) => buttons.yes.test(one.label) || /\d[.,]\d{2}/.test(one.label));
  if (goal.intent === "change_address") return isOffered && screen.text.includes(goal.newAddress?.street ?? "?");
  return isOffered && screen.sums.length > 0 && screen.question !== "reason" && screen.question !== "items";
}

/** The outcome the shopper is after, where it is offered; else money back. */
function decide(mind: Mind, screen: Screen, channel: Channel): Answer {
  const { goal, shopper, book, random } = mind;
  if (shopper.habits.correction && goal.reason && !mind.begun.has("corrected") && goal.intent === "return") {
    const reason = goal.reason === "size_large" ? "size_small" : "size_large";
    return { kind: "say", text: book.answer({ intent: "reason", detail: reason }, shopper.language, random), marks: ["corrected"], reason };
  }
  const other = { exchange: buttons.exchange, credit: buttons.credit, keep: buttons.keep, refund: undefined }[goal.outcome ?? "refund"];
  const offered = other && screen.options.find((one) => other.test(one.label));
  if (offered && !mind.begun.has("outcome")) {
    return { ...tapOrNumber(offered), slot: "outcome", marks: ["outcome"] };
  }
  const amount = screen.options.find((one) => one.number === undefined && /\d[.,]\d{2}/.test(one.label));
  const confirm = amount ?? screen.options.find((one) => buttons.yes.test(one.label));
  if (confirm && usesButtons(mind, channel)) return { ...tapOrNumber(confirm), slot: "outcome", yes: true };
  return { kind: "say", text: book.answer({ intent: "yes" }, shopper.language, random), slot: "outcome", yes: true };
}

/** A menu was shown: the entry that leads to the goal. */
function fromMenu(mind: Mind, screen: Screen, channel: Channel): Answer {
  const { goal, shopper, book, random } = mind;
  const wanted =
    goal.intent === "track" ? buttons.track : ["return", "several", "exchange"].includes(goal.intent) ? buttons.return : undefined;
  const entry = screen.options.find((one) => (goal.intent === "complaint" ? buttons.person : wanted)?.test(one.label));
  if (!entry || mind.begun.has(`menu/${channel}`)) return nothing;
  const marks = [`menu/${channel}`];
  if (channel !== "email") return { ...tapOrNumber(entry), marks };
  if (goal.intent === "complaint") return { kind: "say", text: book.answer({ intent: "speak_to_human" }, shopper.language, random), marks };
  return { kind: "say", text: String(entry.number ?? entry.label), marks };
}
