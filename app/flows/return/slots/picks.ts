import { itemLabel } from "#app/channels/message.ts";
import { alreadyReturning } from "../existing.ts";
import { eligibleLines, lineById, type ReturnLine, type Scene, sayRefusal } from "../lines.ts";
import type { Answer } from "../slot.ts";
import { type Pick, withoutQuote } from "../state.ts";
import { text } from "../texts/index.ts";

/** A named item nobody has given a count for, with the most it may be. */
export type Undecided = { pick: Pick; line: ReturnLine; max: number };

export function undecided(scene: Scene): Undecided | undefined {
  const pick = scene.state.picks.find((one) => one.quantity === 0);
  const line = pick && lineById(scene, pick.fulfillmentLineItemId);
  return pick && line ? { pick, line, max: line.item.quantity } : undefined;
}

/** The picks with one count set; a count that cannot be is named and asked again. */
export function setQuantity(scene: Scene, { pick, line, max }: Undecided, quantity: number): Answer {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > max) {
    return { state: scene.state, notices: [text(scene.context.language, "tooMany", { max, item: itemLabel(line.item) })] };
  }
  const picks = scene.state.picks.map((one) => (one === pick ? { ...one, quantity } : one));
  return settle(scene, picks, scene.state.itemsDone);
}

/** The picks as they now are. `done`: nothing else is asked about items. */
export function settle(scene: Scene, picks: Pick[], done: boolean, notices: string[] = []): Answer {
  const nothingElse = eligibleLines(scene).every((line) =>
    picks.some((pick) => pick.fulfillmentLineItemId === line.item.fulfillmentLineItemId),
  );
  const itemsDone = picks.length > 0 && (done || nothingElse);
  return { state: withoutQuote({ ...scene.state, picks, itemsDone, between: undefined, wanted: undefined }), notices };
}

/** Added picks take the place of earlier ones of the same line. */
export function merge(before: Pick[], added: Pick[]): Pick[] {
  const ids = new Set(added.map((pick) => pick.fulfillmentLineItemId));
  return [...before.filter((pick) => !ids.has(pick.fulfillmentLineItemId)), ...added];
}

/** A saved pick against fresh facts: kept, made smaller, or dropped with the reason. */
export function stillPossible(scene: Scene, pick: Pick, notices: string[]): Pick[] {
  const { context, order } = scene;
  const line = lineById(scene, pick.fulfillmentLineItemId);
  const item = itemLabel(pick);
  if (!line) {
    const existing = order && alreadyReturning(order, pick.fulfillmentLineItemId, item, context);
    notices.push(existing ?? text(context.language, "itemGone", { item }));
    return [];
  }
  if (!line.eligibility.eligible) {
    notices.push(text(context.language, "itemRefused", { item, why: sayRefusal(line.eligibility, context) }));
    return [];
  }
  if (pick.quantity <= line.item.quantity) return [pick];
  notices.push(text(context.language, "fewerLeft", { item, quantity: line.item.quantity }));
  return [{ ...pick, quantity: line.item.quantity }];
}
