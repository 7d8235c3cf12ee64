import { createHash } from "node:crypto";
import type { Money } from "#app/channels/message.ts";
import type { CalculatedEdit, EditLine, EditQuote, OrderChange } from "./facts.ts";
import { inShopCurrency } from "./rate.ts";

type Holding = Pick<EditLine, "lineItemId" | "variantId" | "quantity">;

/** What an order holds, whichever of its lines it stands on: kind by kind with its number, in one order. */
export function contents(lines: Holding[]): [kind: string, quantity: number][] {
  const counts = new Map<string, number>();
  for (const { lineItemId, variantId = lineItemId, quantity } of lines) counts.set(variantId, (counts.get(variantId) ?? 0) + quantity);
  return [...counts].filter(([, quantity]) => quantity > 0).sort(([one], [other]) => (one < other ? -1 : 1));
}

export function sameContents(one: [string, number][], other: [string, number][]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What an order would hold after a change. */
export function contentsAfter(lines: Holding[], { set, add }: OrderChange): [kind: string, quantity: number][] {
  const kept = lines.map((line) => ({
    ...line,
    quantity: set.find((one) => one.lineItemId === line.lineItemId)?.quantity ?? line.quantity,
  }));
  return contents([...kept, ...add.map(({ variantId, quantity }) => ({ lineItemId: variantId, variantId, quantity }))]);
}

/** Binds a yes to the order, what it held, what is changed and what it costs then. */
export function hashEdit(orderId: string, lines: Holding[], change: OrderChange, sums: { before: Money; total: Money }): string {
  const money = ({ amount, currencyCode }: Money) => [amount.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, ""), currencyCode];
  const canonical = [orderId, contents(lines), contentsAfter(lines, change), money(sums.before), money(sums.total)];
  return createHash("sha256").update(JSON.stringify(canonical)).digest("hex");
}

/** What was calculated, with the hash that a yes to it is bound to. */
export function quoteEdit(
  orderId: string,
  change: OrderChange,
  calculated: CalculatedEdit | { error: string },
): (EditQuote & { edit: string }) | { error: string } {
  if ("error" in calculated) return calculated;
  const { edit, lines, before, total, shopTotal, difference } = calculated;
  const hash = hashEdit(orderId, lines, change, { before, total });
  return { edit, before, total, difference, inShopCurrency: inShopCurrency(difference, { total, shopTotal }), hash };
}
