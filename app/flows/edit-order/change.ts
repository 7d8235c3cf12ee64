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

/** An order's lines as they will be after a change, without the kinds that it adds: those can be looked at again once it is made. */
export function linesAfter(lines: EditLine[], { set }: OrderChange): EditLine[] {
  return lines.map((line) => ({ ...line, quantity: set.find((one) => one.lineItemId === line.lineItemId)?.quantity ?? line.quantity }));
}

/** Two changes as one; the later was thought out on what the earlier leaves. */
export function together(earlier: OrderChange | undefined, later: OrderChange): OrderChange {
  if (!earlier) return later;
  const counts = new Map([...earlier.set, ...later.set].map((one) => [one.lineItemId, one.quantity]));
  const added = new Map<string, number>();
  for (const { variantId, quantity } of [...earlier.add, ...later.add]) added.set(variantId, (added.get(variantId) ?? 0) + quantity);
  return {
    set: [...counts].map(([lineItemId, quantity]) => ({ lineItemId, quantity })),
    add: [...added].map(([variantId, quantity]) => ({ variantId, quantity })),
  };
}
