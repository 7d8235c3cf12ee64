import { itemLabel } from "#app/channels/message.ts";
import { findMentions } from "../../item-match.ts";
import { fold, saysAll, saysBoth } from "../../item-words.ts";
import { alreadyReturningTitle } from "../existing.ts";
import { eligibleLines, type ReturnLine, type Scene, sayRefusal } from "../lines.ts";
import type { Answer } from "../slot.ts";
import type { Pick } from "../state.ts";
import { text } from "../texts/index.ts";
import { merge, settle } from "./picks.ts";

type Named = { picks: Pick[]; notices: string[]; between?: string[] };

/** Picks these lines as far as the rules let them; says what was left out and why. */
export function pickFrom(scene: Scene, wanted: { line: ReturnLine; quantity?: number }[]): Named {
  const { context } = scene;
  const notices: string[] = [];
  const picks = wanted.flatMap(({ line, quantity }): Pick[] => {
    const { item, eligibility } = line;
    if (!eligibility.eligible) {
      notices.push(text(context.language, "itemRefused", { item: itemLabel(item), why: sayRefusal(eligibility, context) }));
      return [];
    }
    const possible = quantity === undefined || (Number.isInteger(quantity) && quantity >= 1 && quantity <= item.quantity);
    if (!possible) notices.push(text(context.language, "tooMany", { max: item.quantity, item: itemLabel(item) }));
    const { fulfillmentLineItemId, lineItemId, title, variantTitle } = item;
    const certain = item.quantity === 1 ? 1 : possible ? (quantity ?? 0) : 0;
    return [{ fulfillmentLineItemId, lineItemId, title, ...(variantTitle && { variantTitle }), quantity: certain }];
  });
  return { picks, notices };
}

/** Reads items out of words: by name, "both", "all". Null when the words name none. */
export function pickByWords(scene: Scene, words: string, quantity?: number): Named | null {
  const lines = scene.lines ?? [];
  const eligible = eligibleLines(scene);
  const mentions = findMentions(
    words,
    lines.map((line) => ({ ...line.item, line })),
  );
  const folded = fold(words);
  if (mentions.length === 0 && saysAll(folded))
    return pickFrom(
      scene,
      eligible.map((line) => ({ line, quantity: line.item.quantity })),
    );
  if (mentions.length === 0 && saysBoth(folded)) {
    if (eligible.length === 2)
      return pickFrom(
        scene,
        eligible.map((line) => ({ line })),
      );
    const [only] = eligible;
    return only && eligible.length === 1 ? pickFrom(scene, [{ line: only, quantity: 2 }]) : null;
  }
  if (mentions.length === 0) return inOpenReturn(scene, words);
  const found: Named = { picks: [], notices: [] };
  for (const mention of mentions) {
    const fits = mention.items.map((item) => item.line);
    const possible = fits.filter((line) => line.eligibility.eligible);
    const candidates = possible.length > 0 ? possible : fits.slice(0, 1);
    if (candidates.length > 1 && !saysBoth(folded) && !saysAll(folded)) {
      return { picks: [], notices: found.notices, between: candidates.map((line) => line.item.fulfillmentLineItemId) };
    }
    const count = mention.quantity ?? (mentions.length === 1 ? quantity : undefined);
    const every = mention.quantity === undefined && saysAll(folded);
    const next = pickFrom(
      scene,
      candidates.map((line) => ({ line, quantity: every ? line.item.quantity : count })),
    );
    found.picks = merge(found.picks, next.picks);
    found.notices.push(...next.notices);
  }
  return found;
}

/** What was named before the order's lines were known, looked up now. */
export function resolveWanted(scene: Scene): Answer | null {
  const { wanted } = scene.state;
  if (!wanted || !scene.lines) return null;
  const state = { ...scene.state, wanted: undefined };
  if ("words" in wanted) {
    const named = pickByWords(scene, wanted.words, wanted.quantity);
    if (!named) return { state, notices: [] };
    if (named.between) return { state: { ...state, between: named.between }, notices: named.notices };
    return namedOrAsked(settle(scene, named.picks, named.picks.length > 0, named.notices));
  }
  const sameItem = scene.lines.filter((line) => line.item.lineItemId === wanted.lineItemId);
  const line = sameItem.find((one) => one.eligibility.eligible) ?? sameItem[0];
  if (line) {
    const { picks, notices } = pickFrom(scene, [{ line, quantity: wanted.quantity }]);
    return namedOrAsked(settle(scene, picks, picks.length > 0, notices));
  }
  const item = scene.order?.items.find((one) => one.lineItemId === wanted.lineItemId);
  if (!item) return { state, notices: [] };
  const notice = alreadyReturningTitle(scene, item) ?? text(scene.context.language, "itemGone", { item: itemLabel(item) });
  return namedOrAsked({ state, notices: [notice] });
}

/** What was named cannot be had: nothing else is taken in its place without asking. */
function namedOrAsked(answer: Answer): Answer {
  return answer.state.picks.length > 0 ? answer : { ...answer, state: { ...answer.state, itemsAsked: true } };
}

/** The words name something of the order that is not among its returnable lines: most likely it is on its way back already. */
function inOpenReturn(scene: Scene, words: string): Named | null {
  const items = findMentions(words, scene.order?.items ?? []).flatMap((mention) => mention.items);
  const notices = items.flatMap((item) => alreadyReturningTitle(scene, item) ?? []);
  return notices.length > 0 ? { picks: [], notices } : null;
}
