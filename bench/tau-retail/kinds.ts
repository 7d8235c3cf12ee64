import { currentQuantity } from "#sandbox/shopify/derive.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import { confirm, pick, reason, sameList, skuOf, unfinished } from "./moves.ts";
import type { Move, Shopper } from "./shopper.ts";
import type { Cast } from "./stage.ts";
import type { ActionOf, Verdict } from "./tasks.ts";

type Swap = { from: string; to: string };

/** Each thing sent back for another kind of it, one after the other. */
export async function exchangeItems(
  { arguments: { order_id: name, ...items } }: ActionOf<"exchange_delivered_order_items">,
  shopper: Shopper,
  cast: Cast,
): Promise<Verdict> {
  const order = cast.orderNamed(name);
  for (const [index, swap] of swapsOf(items).entries()) {
    const isDone = () => order.returns.length > index;
    const instead = once("|outcome|exchange-variant");
    const moves = [once("|another|item"), pick(order, [swap.from]), reason, choose(swap.to, cast), instead, confirm];
    await shopper.pursue(`I want to return something from order ${name}`, moves, isDone);
    if (!isDone()) return unfinished(shopper);
  }
  const wanted = swapsOf(items);
  const back = order.returns.flatMap((one) => one.lines.flatMap((line) => line.units.map(() => skuOf(order, line.lineItemId))));
  const sent = order.returns.flatMap((one) =>
    (one.exchangeLines ?? []).flatMap((line) => Array<string>(line.quantity).fill(cast.skuOf(line.variantId))),
  );
  return sameList(
    back,
    wanted.map((one) => one.from),
  ) &&
    sameList(
      sent,
      wanted.map((one) => one.to),
    )
    ? { done: true }
    : { done: false, why: "other items" };
}

/** Things of an order that has not left made other kinds of them, all in one change. */
export async function changeItems(
  { arguments: { order_id: name, ...items } }: ActionOf<"modify_pending_order_items">,
  shopper: Shopper,
  cast: Cast,
): Promise<Verdict> {
  const order = cast.orderNamed(name);
  const goal = contents(order);
  const swaps = swapsOf(items);
  for (const { from, to } of swaps) goal.splice(goal.indexOf(from), 1, to);
  const isDone = () => sameList(contents(order), goal);
  const each = swaps.flatMap(({ from, to }, index) => {
    const line = order.lines.find((one) => one.sku === from && currentQuantity(order, one) > 0);
    return [...(index > 0 ? [once("|more|item")] : []), once(`|item|${line?.id}`), once("|what|variant"), choose(to, cast)];
  });
  await shopper.pursue(`please change an item of order ${name}`, [inTurn(each), confirm], isDone);
  return isDone() ? { done: true } : unfinished(shopper);
}

/** Without those that would leave a thing as it is. */
const swapsOf = (items: { item_ids: string[]; new_item_ids: string[] }): Swap[] =>
  items.item_ids.map((from, index) => ({ from, to: items.new_item_ids[index] ?? "" })).filter(({ from, to }) => from !== to);

/** What an order holds now, each piece by its article number. */
const contents = (order: OrderRecord): string[] =>
  order.lines.flatMap((line) => Array<string>(currentQuantity(order, line)).fill(line.sku));

/** Taps such a choice the first time that it is shown. */
function once(part: string): Move {
  let tapped = false;
  return (shown, shopper) => {
    const move = tapped ? undefined : shopper.tap(shown, part);
    tapped ||= move !== undefined;
    return move;
  };
}

/** The first of these moves that can be made, and none that stands before one that was made. */
function inTurn(moves: Move[]): Move {
  let from = 0;
  return (shown, shopper) => {
    for (let index = from; index < moves.length; index += 1) {
      const made = moves[index]?.(shown, shopper);
      if (!made) continue;
      from = index;
      return made;
    }
    return undefined;
  };
}

/** Taps this kind where kinds are shown, or names it where it is not among those that fit. */
function choose(sku: string, cast: Cast): Move {
  const variant = cast.variant(sku);
  let named = false;
  return (shown, shopper) => {
    const asked = shown.choices.some((one) => one.id.includes("|variant|"));
    const tap = shopper.tap(shown, `|variant|${variant.id}`);
    if (tap || !asked || named) return tap;
    named = true;
    return shopper.device.say(variant.title);
  };
}
