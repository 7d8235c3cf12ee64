import type { Block, Language } from "#app/channels/message.ts";
import type { Understanding } from "#app/pipeline/assistant/model.ts";
import type { EscalationReason } from "../engine.ts";
import type { Scene } from "./lines.ts";
import type { Framing, ReturnState } from "./state.ts";

type SlotName = "order" | "items" | "reason" | "outcome" | "confirm";

/** What the shopper wrote, ready to be read; `moved`: the question that is open was not asked where this is written. */
export type Words = { text: string; folded: string; understanding: Understanding; moved?: boolean };

/** The state after something was read or checked, and what there is to say about it before the next question. */
export type Answer = { state: ReturnState; notices: string[]; framing?: Framing; escalation?: EscalationReason };

/** One thing a return needs to know: how to ask for it, read it, check it against fresh facts, and show it. */
export interface Slot {
  name: SlotName;
  label: "stepOrder" | "stepItems" | "stepReason" | "stepOutcome" | "stepConfirm";
  isFilled(state: ReturnState): boolean;
  /** Part of it is there and worth showing, although something is still to be asked. */
  isBegun?(state: ReturnState): boolean;
  show(state: ReturnState, language: Language): string | undefined;
  ask(scene: Scene): { blocks: Block[]; expecting: string };
  /** Reads a tapped choice of this slot; null when it does not belong to what is asked now. */
  choose(scene: Scene, part: string, value: string): Answer | null;
  /** Reads typed words; null when they say nothing about this slot. */
  parse(scene: Scene, words: Words): Answer | null;
  /** Holds what is saved against fresh facts; null when it still stands. */
  check?(scene: Scene): Answer | null;
}
