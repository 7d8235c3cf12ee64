import { type ReturnReasonKey, returnReasons } from "#app/domain/returns/reasons.ts";
import { choiceId } from "../../engine.ts";
import { findMentions } from "../../item-match.ts";
import { wordsOf } from "../../item-words.ts";
import { lineById, type Scene } from "../lines.ts";
import { askPhotos, takePhotos } from "../photos.ts";
import { reasonsFor } from "../reasons.ts";
import { showReason } from "../show.ts";
import { isSideQuestion, onlySoundsAsked } from "../side-question.ts";
import type { Answer, Slot, Words } from "../slot.ts";
import { isReasonGiven, withoutQuote } from "../state.ts";
import { text } from "../texts/index.ts";

/** Fewer words are only the reason itself, not a note on it. */
const noteWords = 4;

export const reasonSlot: Slot = {
  name: "reason",
  label: "stepReason",
  isFilled: isReasonGiven,
  isBegun: (state) => state.reason !== undefined,
  show(state, language) {
    const reason = showReason(state, language);
    if (!reason || state.photos === undefined) return reason;
    const { photos: count, photosMissing = 0 } = state;
    return photosMissing > 0
      ? text(language, "reasonPhotosPart", { reason, count, wanted: count + photosMissing })
      : text(language, "reasonPhotos", { reason, count });
  },

  ask(scene) {
    if (scene.state.photosMissing) return askPhotos(scene);
    const { context } = scene;
    const items = scene.state.picks.flatMap((pick) => lineById(scene, pick.fulfillmentLineItemId)?.item ?? []);
    const choices = reasonsFor(items).map((reason) => ({
      id: choiceId(context.caseId, "reason", reason),
      title: text(context.language, `reason_${reason}`),
    }));
    return { blocks: [{ kind: "choices", prompt: text(context.language, "askReason"), choices }], expecting: "reason" };
  },

  choose(scene, part, value) {
    const reason = returnReasons.find((one) => one === value);
    if (part !== "reason" || !reason || !isAsked(scene)) return null;
    return setReason(scene, reason);
  },

  parse(scene, words) {
    const { reason } = words.understanding.slots;
    return reason && reason !== scene.state.reason ? setReason(scene, reason, words) : null;
  },
};

/**
 * At the question for the reason, whatever is told is the reason in the shopper's own words; while its pictures are asked for,
 * it says more about it. Null when it is no statement.
 */
export function parseOwnWords(scene: Scene, words: Words): Answer | null {
  if (scene.state.photosMissing && isStatement(words) && !namesOtherItems(scene, words))
    return takePhotos(scene, { kind: "photos", text: words.text, problems: [] });
  return isAsked(scene) && isStatement(words) && !namesOtherItems(scene, words) ? setReason(scene, "other", words) : null;
}

/** Items that are not among the picked ones: the shopper is still at the step before. */
function namesOtherItems({ state, lines = [] }: Scene, words: Words): boolean {
  const picked = state.picks.map((pick) => pick.fulfillmentLineItemId);
  const others = lines.map((line) => line.item).filter((item) => !picked.includes(item.fulfillmentLineItemId));
  return findMentions(words.text, others).length > 0;
}

function isAsked({ state }: Scene): boolean {
  return state.reason === undefined && state.itemsDone && state.picks.length > 0;
}

function setReason(scene: Scene, reason: ReturnReasonKey, words?: Words): Answer {
  const said = words && wordsOf(words.folded).length >= noteWords ? words.text.trim() : undefined;
  const note = said ?? (words && reason === "other" ? words.text.trim() : undefined);
  return { state: withoutQuote({ ...scene.state, reason, ...(note && { note }) }), notices: [] };
}

/** Something told: not asked, refused or agreed, and not about something else. */
function isStatement(words: Words): boolean {
  const { intents, slots } = words.understanding;
  const elsewhere = intents[0]?.intent;
  if (words.moved || slots.yesNo || slots.command || slots.orderName || slots.toldElsewhere || words.text.includes("?")) return false;
  if (elsewhere === "refund_status" || elsewhere === "return_start" || elsewhere === "exchange" || elsewhere === "smalltalk") return false;
  return wordsOf(words.folded).length > 0 && (!isSideQuestion(words) || onlySoundsAsked(words));
}
