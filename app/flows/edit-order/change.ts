import { contentsAfter } from "#app/domain/orders/edit.ts";
import type { EditFacts, EditLine, OrderChange } from "#app/domain/orders/facts.ts";

/** So many pieces of a line as another kind, on a line of that kind where there is one. */
export function swap(lines: EditLine[], line: EditLine, variantId: string, count: number): OrderChange {
  const other = lines.find((one) => one.variantId === variantId && one.quantity > 0);
  const less = { lineItemId: line.lineItemId, quantity: line.quantity - count };
  if (other) return { set: [less, { lineItemId: other.lineItemId, quantity: other.quantity + count }], add: [] };
  return { set: [less], add: [{ variantId, quantity: count }] };
}

export function setCount({ lineItemId }: EditLine, quantity: number): OrderChange {
  return { set: [{ lineItemId, quantity }], add: [] };
}

/** Whether nothing would be left on the order. */
export function empties({ lines }: EditFacts, change: OrderChange): boolean {
  return contentsAfter(lines, change).length === 0;
}
