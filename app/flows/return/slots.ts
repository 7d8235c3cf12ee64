import type { Language } from "#app/channels/message.ts";
import type { StepView } from "../engine.ts";
import { giftText } from "./gift/texts/index.ts";
import type { Slot } from "./slot.ts";
import { confirmSlot } from "./slots/confirm.ts";
import { itemsSlot } from "./slots/items.ts";
import { orderSlot } from "./slots/order.ts";
import { outcomeSlot } from "./slots/outcome.ts";
import { reasonSlot } from "./slots/reason.ts";
import type { ReturnState } from "./state.ts";
import { text } from "./texts/index.ts";

/** In the order in which they are asked. */
export const slots: Slot[] = [orderSlot, itemsSlot, reasonSlot, outcomeSlot, confirmSlot];

/** The first slot that is still open; null when all is said. */
export function nextMissing(state: ReturnState): Slot | null {
  return slots.find((slot) => !slot.isFilled(state)) ?? null;
}

export function stepNumber(slot: Slot): number {
  return slots.indexOf(slot) + 1;
}

export function isShown(slot: Slot, state: ReturnState): boolean {
  return slot.isFilled(state) || slot.isBegun?.(state) === true;
}

/** Each step with its value in words, for staff and shopper. */
export function viewSteps(state: ReturnState, language: Language): StepView[] {
  const isProven = state.gift?.orderId !== undefined;
  const value = giftText(language, isProven ? "shown" : "notShown");
  const gift = state.gift ? [{ slot: "gift", label: giftText(language, "step"), value, done: isProven }] : [];
  return [...gift, ...viewSlots(state, language)];
}

function viewSlots(state: ReturnState, language: Language): StepView[] {
  return slots.map((slot) => {
    const value = isShown(slot, state) ? slot.show(state, language) : undefined;
    return { slot: slot.name, label: text(language, slot.label), ...(value && { value }), done: slot.isFilled(state) };
  });
}
