import { askQuote } from "../ask-quote.ts";
import type { Scene } from "../lines.ts";
import { settledOutcome } from "../outcome/offer.ts";
import { hashLength, isQuote, presentQuote } from "../quote.ts";
import type { Answer, Slot } from "../slot.ts";
import { isQuoteDue } from "../state.ts";
import { text } from "../texts/index.ts";

/** The yes. It counts only for the very quote that was shown and is still the present one. */
export const confirmSlot: Slot = {
  name: "confirm",
  label: "stepConfirm",
  isFilled: (state) => state.confirmedHash !== undefined,
  show: (state, language) => (state.confirmedHash ? text(language, "confirmed") : undefined),
  ask: askQuote,

  choose(scene, part, value) {
    if (part !== "confirm" || !isQuoteDue(scene.state)) return null;
    const { shownQuote } = scene.state;
    if (shownQuote && shownQuote.hash.slice(0, hashLength) === value) return confirm(scene);
    return { state: scene.state, notices: [text(scene.context.language, "quoteOutdated")], framing: { kind: "change" } };
  },

  parse(scene, words) {
    const { yesNo } = words.understanding.slots;
    if (!yesNo || !isQuoteDue(scene.state) || !settledOutcome(scene)) return null;
    return yesNo === "yes" ? confirm(scene) : { state: { ...scene.state, choosingChange: true }, notices: [] };
  },
};

/** Binds the yes when nothing has moved since; otherwise how it shall end is kept and the new quote is shown. */
function confirm(scene: Scene): Answer {
  const { state } = scene;
  const quote = presentQuote(scene);
  const outcome = settledOutcome(scene);
  const bound = isQuote(quote) && state.shownQuote?.hash === quote.hash;
  return { state: { ...state, outcome, choosingChange: undefined, ...(bound && { confirmedHash: quote.hash }) }, notices: [] };
}
