import type { PickedItem } from "#app/channels/message.ts";
import { itemLabel } from "#app/channels/message.ts";
import { eligibleLines, lineById, type Scene } from "../lines.ts";
import { showItems } from "../show.ts";
import type { Answer, Slot } from "../slot.ts";
import { areItemsKnown, withoutQuote } from "../state.ts";
import { text } from "../texts/index.ts";
import { askBetween, askMore, askPicker, askQuantity, nothingReturnable } from "./items-ask.ts";
import { parseAnswer, parseCorrection } from "./items-parse.ts";
import { pickFrom } from "./named-items.ts";
import { merge, setQuantity, settle, stillPossible, undecided } from "./picks.ts";

export const itemsSlot: Slot = {
  name: "items",
  label: "stepItems",
  isFilled: areItemsKnown,
  show: showItems,

  ask(scene) {
    const pending = undecided(scene);
    if (pending) return { blocks: [askQuantity(scene, pending)], expecting: "quantity" };
    if (scene.state.between) return { blocks: [askBetween(scene, scene.state.between)], expecting: "items" };
    if (scene.state.picks.length > 0) return { blocks: [askMore(scene)], expecting: "items" };
    return { blocks: eligibleLines(scene).length > 0 ? [askPicker(scene)] : nothingReturnable(scene), expecting: "items" };
  },

  choose(scene, part, value) {
    if (!scene.state.orderId || areItemsKnown(scene.state)) return null;
    const pending = undecided(scene);
    if (part === "quantity" && pending) return setQuantity(scene, pending, value === "all" ? pending.max : Number(value));
    if (part === "more" && value === "done" && scene.state.picks.length > 0 && !pending) return settle(scene, scene.state.picks, true);
    const line = part === "items" ? lineById(scene, value) : undefined;
    if (!line) return null;
    const { picks, notices } = pickFrom(scene, [{ line }]);
    return settle(scene, merge(scene.state.picks, picks), false, notices);
  },

  parse(scene, words) {
    if (!scene.state.orderId || !scene.lines) return null;
    return areItemsKnown(scene.state) ? parseCorrection(scene, words) : parseAnswer(scene, words);
  },

  check(scene) {
    if (!scene.lines || scene.state.picks.length === 0) return null;
    const notices: string[] = [];
    const kept = scene.state.picks.flatMap((pick) => stillPossible(scene, pick, notices));
    return notices.length > 0 ? { state: withoutQuote({ ...scene.state, picks: kept }), notices } : null;
  },
};

/** The widget's picker, sent as a whole. Anything it may not hold is left out and named. */
export function chooseItems(scene: Scene, picked: PickedItem[]): Answer | null {
  if (!scene.state.orderId || areItemsKnown(scene.state)) return null;
  const wanted = picked.flatMap(({ id, quantity }) => {
    const line = lineById(scene, id);
    return line ? [{ line, quantity }] : [];
  });
  const { picks, notices } = pickFrom(scene, wanted);
  return settle(scene, merge([], picks), picks.length > 0, notices);
}

/** Takes the only thing that could be meant, and says so. */
export function takeOnlyItem(scene: Scene): Answer | null {
  const [line, ...more] = scene.lines ?? [];
  if (!line?.eligibility.eligible || more.length > 0 || scene.state.picks.length > 0 || scene.state.itemsAsked) return null;
  const item = { item: itemLabel(line.item), order: scene.state.orderName ?? "" };
  return settle(scene, pickFrom(scene, [{ line }]).picks, true, [text(scene.context.language, "onlyItem", item)]);
}
