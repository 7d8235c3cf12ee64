import type { Block, Choice } from "#app/channels/message.ts";
import { itemLabel } from "#app/channels/message.ts";
import { choiceId } from "../../engine.ts";
import { eligibleLines, lineById, type ReturnLine, type Scene, sayRefusal } from "../lines.ts";
import { showItems } from "../show.ts";
import { text } from "../texts/index.ts";
import type { Undecided } from "./picks.ts";

/** WhatsApp's lists end at ten rows. */
const mostChoices = 9;

export function askQuantity({ context }: Scene, { line, max }: Undecided): Block {
  const counts = Array.from({ length: Math.min(max - 1, mostChoices - 1) }, (_, index) => index + 1);
  const choices: Choice[] = counts.map((count) => ({ id: choiceId(context.caseId, "quantity", String(count)), title: String(count) }));
  choices.push({ id: choiceId(context.caseId, "quantity", "all"), title: text(context.language, "quantityAll", { max }) });
  return { kind: "choices", prompt: text(context.language, "askQuantity", { item: itemLabel(line.item), max }), choices };
}

export function askBetween(scene: Scene, ids: string[]): Block {
  const lines = ids.flatMap((id) => lineById(scene, id) ?? []);
  return { kind: "choices", prompt: text(scene.context.language, "whichItem"), choices: lines.map((line) => itemChoice(scene, line)) };
}

export function askMore(scene: Scene): Block {
  const { context, state } = scene;
  const others = eligibleLines(scene).filter(
    (line) => !state.picks.some((pick) => pick.fulfillmentLineItemId === line.item.fulfillmentLineItemId),
  );
  const done = { id: choiceId(context.caseId, "more", "done"), title: text(context.language, "moreDone") };
  const prompt = text(context.language, "askMore", { items: showItems(state, context.language) });
  return { kind: "choices", prompt, choices: [done, ...others.slice(0, mostChoices - 1).map((line) => itemChoice(scene, line))] };
}

function itemChoice({ context }: Scene, { item }: ReturnLine): Choice {
  const id = choiceId(context.caseId, "items", item.fulfillmentLineItemId);
  return { id, title: item.title, description: item.variantTitle, imageUrl: item.imageUrl };
}

export function askPicker(scene: Scene): Block {
  const { context } = scene;
  const items = (scene.lines ?? []).map(({ item, eligibility }) => ({
    id: item.fulfillmentLineItemId,
    title: item.title,
    variantTitle: item.variantTitle,
    imageUrl: item.imageUrl,
    ...(!scene.state.gift && { price: item.unitPrice }),
    maxQuantity: eligibility.eligible ? item.quantity : 0,
    ...(!eligibility.eligible && { refused: sayRefusal(eligibility, context) }),
  }));
  const prompt = text(context.language, "askItems");
  return {
    kind: "items",
    prompt,
    choiceId: choiceId(context.caseId, "items", "*"),
    items,
    confirmLabel: text(context.language, "itemsConfirm"),
  };
}

export function nothingReturnable(scene: Scene): Block[] {
  const { context, facts } = scene;
  const reasons = (scene.lines ?? []).flatMap(({ item, eligibility }) =>
    eligibility.eligible ? [] : [`${itemLabel(item)}: ${sayRefusal(eligibility, context)}`],
  );
  const words = [text(context.language, "nothingReturnable", { order: scene.state.orderName ?? "" }), ...reasons].join("\n");
  const choices: Choice[] = [{ id: choiceId(context.caseId, "person", "yes"), title: text(context.language, "person") }];
  if (facts.orders.length > 1)
    choices.push({ id: choiceId(context.caseId, "change", "order"), title: text(context.language, "otherOrder") });
  choices.push({ id: choiceId(context.caseId, "command", "stop"), title: text(context.language, "stop") });
  return [
    { kind: "text", text: words },
    { kind: "choices", prompt: text(context.language, "offerPerson"), choices },
  ];
}
