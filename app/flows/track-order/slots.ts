import type { Block } from "#app/channels/message.ts";
import { itemLabel } from "#app/channels/message.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import type { Understanding } from "#app/pipeline/assistant/model.ts";
import { labelDay } from "../dates.ts";
import { choiceId, type FlowContext } from "../engine.ts";
import { findMentions } from "../item-match.ts";
import { orderByNumber } from "../order-mention.ts";
import { isUnderWay } from "./situation.ts";
import type { TrackState } from "./state.ts";
import { text } from "./texts/index.ts";

const mostOrders = 9;
/** An order that arrived longer ago is not what "my order" means while nothing says so. */
const recentDays = 30;

/** The order these words name: by number, by a thing in it, by its place among those offered. */
export function orderInWords(
  orders: OrderFacts[],
  state: Pick<TrackState, "offered">,
  words: string,
  understanding?: Understanding,
): OrderFacts | undefined {
  const slots = understanding?.slots;
  const numbered = orderByNumber(orders, words, slots?.orderName);
  if (numbered) return numbered;
  const atPosition = slots?.position !== undefined ? state.offered?.[slots.position - 1] : undefined;
  if (atPosition) return orders.find((order) => order.id === atPosition);
  const things = orders.flatMap((order) => order.items.map((item) => ({ ...item, order })));
  const named = new Set(findMentions(words, things).flatMap((mention) => mention.items.map((item) => item.order)));
  return named.size === 1 ? [...named][0] : undefined;
}

/** The order nobody needs to be asked about: the only one under way, else the only one of late, else the only one. */
export function obviousOrder(orders: OrderFacts[], now: Date): OrderFacts | undefined {
  const recent = orders.filter((order) => now.getTime() - order.processedAt.getTime() <= recentDays * 86_400_000);
  for (const few of [orders.filter((order) => isUnderWay(order, now)), recent, orders]) {
    if (few.length === 1) return few[0];
    if (few.length > 1) return undefined;
  }
  return undefined;
}

export function offeredOrders(orders: OrderFacts[]): OrderFacts[] {
  return orders.slice(0, mostOrders);
}

export function askOrder(orders: OrderFacts[], context: FlowContext): Block[] {
  if (orders.length === 0) return [{ kind: "text", text: text(context.language, "noOrders") }];
  const choices = offeredOrders(orders).map((order) => ({
    id: choiceId(context.caseId, "order", order.id),
    title: order.name,
    description: `${order.items.map(itemLabel).join(", ")} · ${labelDay(order.processedAt, context)}`,
    imageUrl: order.items[0]?.imageUrl,
  }));
  return [{ kind: "choices", prompt: text(context.language, "askOrder"), choices }];
}
