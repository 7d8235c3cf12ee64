import type { Language } from "#app/channels/message.ts";
import { itemLabel } from "#app/channels/message.ts";
import { sayList } from "../texts.ts";
import type { Pick, ReturnState } from "./state.ts";
import { text } from "./texts/index.ts";

/** "2 × Linen dress, Sage" */
function pickLabel(pick: Pick): string {
  return pick.quantity > 1 ? `${pick.quantity} × ${itemLabel(pick)}` : itemLabel(pick);
}

export function showItems(state: ReturnState, language: Language): string {
  return sayList(language, state.picks.map(pickLabel));
}

export function showReason(state: ReturnState, language: Language): string | undefined {
  return state.reason && text(language, `reason_${state.reason}`);
}
