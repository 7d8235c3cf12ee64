import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { fold } from "./item-words.ts";

/** The order the words name by its number, with or without the hash; undefined when none of these is meant. */
export function orderByNumber(orders: OrderFacts[], text: string, orderName?: string): OrderFacts | undefined {
  const named = orderName && orders.find((order) => sameName(order.name, orderName));
  if (named) return named;
  const digits = (fold(text).match(/\d{3,}/g) ?? []).map(String);
  return orders.find((order) => digits.includes(digitsOf(order.name)));
}

function sameName(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(name: string): string {
  return name.replace(/^#/, "").toUpperCase();
}

function digitsOf(name: string): string {
  return name.replace(/\D/g, "");
}
