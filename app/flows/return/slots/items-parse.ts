import { countIn, saysAll, saysAlso, saysBoth, wordsOf } from "../../item-words.ts";
import { eligibleLines, lineById, type Scene } from "../lines.ts";
import type { Answer, Words } from "../slot.ts";
import { withoutQuote } from "../state.ts";
import { pickByWords, pickFrom } from "./named-items.ts";
import { merge, setQuantity, settle, undecided } from "./picks.ts";

/** Longer sentences at a later step are not read as a bare "both" or "make it two". */
const shortAnswer = 4;

/** An answer to what is asked about items now. */
export function parseAnswer(scene: Scene, words: Words): Answer | null {
  const { slots } = words.understanding;
  const pending = undecided(scene);
  if (pending) {
    const count = slots.quantity ?? countIn(wordsOf(words.folded));
    if (saysAll(words.folded) || (saysBoth(words.folded) && pending.max === 2)) return setQuantity(scene, pending, pending.max);
    if (count !== undefined) return setQuantity(scene, pending, count);
  }
  const named = pickByWords(scene, words.text, slots.quantity);
  if (named?.between) return { state: { ...scene.state, between: named.between, wanted: undefined }, notices: named.notices };
  if (named) return settle(scene, merge(scene.state.picks, named.picks), named.picks.length > 0, named.notices);
  const offered = scene.state.between?.flatMap((id) => lineById(scene, id) ?? []) ?? eligibleLines(scene);
  const line = slots.position !== undefined ? offered[slots.position - 1] : undefined;
  if (line) {
    const { picks, notices } = pickFrom(scene, [{ line, quantity: slots.quantity }]);
    return settle(scene, merge(scene.state.picks, picks), picks.length > 0, notices);
  }
  if (scene.state.picks.length > 0 && !pending && slots.yesNo === "no") return settle(scene, scene.state.picks, true);
  return null;
}

/** Something about items said after they were settled: it must sound like a correction, or it is only talk. */
export function parseCorrection(scene: Scene, words: Words): Answer | null {
  const { slots } = words.understanding;
  const isShort = wordsOf(words.folded).length <= shortAnswer;
  const adds = saysAlso(words.folded) || saysBoth(words.folded) || saysAll(words.folded);
  const corrects = slots.correction || slots.yesNo === "no";
  if (corrects || (adds && (isShort || wantsReturn(words)))) {
    const named = pickByWords(scene, words.text, slots.quantity);
    if (named?.between)
      return { state: withoutQuote({ ...scene.state, itemsDone: false, picks: [], between: named.between }), notices: [] };
    if (named && named.picks.length > 0) {
      const picks = saysAlso(words.folded) ? merge(scene.state.picks, named.picks) : named.picks;
      return { ...settle(scene, picks, true, named.notices), framing: { kind: "change" } };
    }
    if (named && named.notices.length > 0) return { state: scene.state, notices: named.notices, framing: { kind: "change" } };
  }
  if (wantsReturn(words)) {
    const named = pickByWords(scene, words.text, slots.quantity);
    const isNew = named?.picks.some((pick) => !scene.state.picks.some((one) => one.fulfillmentLineItemId === pick.fulfillmentLineItemId));
    if (named && isNew)
      return { ...settle(scene, merge(scene.state.picks, named.picks), true, named.notices), framing: { kind: "change" } };
  }
  const adjustable = scene.state.picks.filter((pick) => (lineById(scene, pick.fulfillmentLineItemId)?.item.quantity ?? 0) > 1);
  const [pick] = adjustable;
  if (slots.quantity === undefined || !pick || adjustable.length > 1 || !(corrects || isShort)) return null;
  const line = lineById(scene, pick.fulfillmentLineItemId);
  return line ? { ...setQuantity(scene, { pick, line, max: line.item.quantity }, slots.quantity), framing: { kind: "change" } } : null;
}

function wantsReturn(words: Words): boolean {
  return words.understanding.intents[0]?.intent === "return_start";
}
