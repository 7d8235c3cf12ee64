import { itemLabel } from "#app/channels/message.ts";
import type { EditFacts, EditLine, OrderChange, VariantFacts } from "#app/domain/orders/facts.ts";
import type { FlowContext, FlowFacts } from "../engine.ts";
import { findMentions } from "../item-match.ts";
import { askItem, askQuantity, askToCancel, askVariant, askWhat } from "./ask.ts";
import { empties, linesAfter, setCount, swap, together } from "./change.ts";
import { type EditResult, type EditState, handOver, type Said } from "./state.ts";
import { text } from "./texts/index.ts";
import { isThere, wantedVariants } from "./variants.ts";
import type { ItemWish } from "./wish.ts";

/** More pieces of one thing than this are for a person. */
const mostPieces = 20;

type Picked = { state: EditState; change: OrderChange; summary: string };
type Wanted = { state: EditState; fact: "variants"; productId: string };

/** What is to be changed, or the next question about it, or the kinds of the thing where they must be known. */
export function pickChange(
  state: EditState,
  present: EditFacts,
  said: Said,
  facts: FlowFacts,
  context: FlowContext,
): EditResult | Picked | Wanted {
  const standing = linesAfter(present.lines, state.earlier?.change ?? { set: [], add: [] });
  const lines = standing.filter((line) => line.quantity > 0);
  const line = lines.find((one) => one.lineItemId === state.item?.lineItemId) ?? lineInWords(lines, state.wish);
  if (!line) return askItem(state, lines, said.notices, context);
  const chosen: EditState = { ...state, item: { lineItemId: line.lineItemId, label: itemLabel(line) } };
  const { wish } = state;
  const { language } = context;
  if (wish?.kind === "remove") return counted(chosen, present, line, 0, said, context);
  if (wish?.kind === "quantity" && wish.quantity === undefined && wish.more === undefined)
    return askQuantity(chosen, said.notices, context);
  const { productId } = line;
  const variants = facts.variants?.productId === productId ? facts.variants?.result : undefined;
  if (productId && variants === undefined && wish) return { state: chosen, fact: "variants", productId };
  if (wish?.kind === "quantity") {
    const quantity = wish.quantity ?? line.quantity + (wish.more ?? 0);
    const more = quantity - line.quantity;
    if (more === 0) return askQuantity(chosen, [...said.notices, text(language, "sameNumber", { count: quantity })], context);
    if (quantity > mostPieces) return handOver(chosen, [...said.notices, text(language, "tooMany")], "policy-exception");
    const own = variants?.find((one) => one.id === line.variantId);
    if (more > 0 && (!own || !isThere(own, more)))
      return askQuantity(chosen, [...said.notices, text(language, "notSoMany", { item: itemLabel(line) })], context);
    return counted(chosen, present, line, quantity, said, context);
  }
  if (!wish || !variants) return askWhat(chosen, said.notices, context);
  return variant(chosen, standing, line, variants, wish, said, context);
}

function counted(
  state: EditState,
  present: EditFacts,
  line: EditLine,
  quantity: number,
  said: Said,
  context: FlowContext,
): EditResult | Picked {
  const change = together(state.earlier?.change, setCount(line, quantity));
  if (empties(present, change)) return askToCancel(state, said.notices, context);
  const params = { item: itemLabel(line), before: line.quantity, count: quantity };
  const summary = text(context.language, quantity === 0 ? "sayRemoved" : "sayCounted", params);
  return picked(state, change, summary);
}

function variant(
  state: EditState,
  lines: EditLine[],
  line: EditLine,
  variants: VariantFacts[],
  wish: ItemWish,
  said: Said,
  context: FlowContext,
): EditResult | Picked {
  const { language } = context;
  const own = variants.find((one) => one.id === line.variantId);
  const count = wish.quantity !== undefined && wish.quantity <= line.quantity ? wish.quantity : line.quantity;
  const wanted = wantedVariants(variants, own, wish);
  const others = variants.filter((one) => one.id !== line.variantId && isThere(one, count));
  const there = wanted.filter((one) => isThere(one, count));
  const [only] = there;
  if (only && there.length === 1 && only.id !== line.variantId) {
    const summary = text(language, "saySwapped", { count, item: itemLabel(line), title: line.title, variant: only.title });
    return picked(state, together(state.earlier?.change, swap(lines, line, only.id, count)), summary);
  }
  if (only && there.length === 1)
    return askWhat({ ...state, wish: undefined }, [...said.notices, text(language, "sameKind", { item: itemLabel(line) })], context);
  if (others.length === 0) return handOver(state, [...said.notices, text(language, "noOther", { item: line.title })], "policy-exception");
  if (wanted.length === 0 && wish.kind !== "variant") return askWhat(state, said.notices, context);
  const soldOut = wanted.length > 0 && there.length === 0;
  const notices = soldOut
    ? [...said.notices, text(language, "soldOut", { title: line.title, variant: wanted.map((one) => one.title).join(", ") })]
    : said.notices;
  const near = wanted.flatMap((one) => one.options.map(({ value }) => value));
  const closeness = (one: VariantFacts) => one.options.filter(({ value }) => near.includes(value)).length;
  const offered = there.length > 1 ? there : others.toSorted((one, other) => closeness(other) - closeness(one));
  return askVariant({ ...state, wish: { ...wish, variantId: undefined } }, offered, notices, context);
}

function picked(state: EditState, change: OrderChange, summary: string): Picked {
  return { state, change, summary: state.earlier ? `${state.earlier.summary}; ${summary}` : summary };
}

/** The line that the words name, or the only one there is. */
function lineInWords(lines: EditLine[], wish: ItemWish | undefined): EditLine | undefined {
  if (lines.length === 1) return lines[0];
  const named = wish ? findMentions(wish.words, lines).flatMap((mention) => mention.items) : [];
  const byTitle = wish
    ? findMentions(
        wish.words,
        lines.map((line) => ({ ...line, variantTitle: undefined })),
      ).flatMap((one) => one.items)
    : [];
  for (const found of [named, byTitle]) {
    const ids = new Set(found.map((line) => line.lineItemId));
    if (ids.size === 1) return lines.find((line) => ids.has(line.lineItemId));
  }
  return undefined;
}
