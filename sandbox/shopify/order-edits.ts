import { inOrder } from "./currency.ts";
import { fulfilledUnits, unfulfilledUnits } from "./derive.ts";
import type { LineRecord, OrderRecord } from "./model.ts";
import { type Problem, problem } from "./problems.ts";
import type { ShopifyStore } from "./store.ts";
import { siblingId } from "./views/context.ts";

/** An edit under way: what the order would be, and nothing of it is so before it is committed. */
export type OrderEditRecord = {
  id: string;
  orderId: string;
  /** The order with the changes made. */
  draft: OrderRecord;
  /** Lines that there were not before, and pieces taken off that go back on the shelf, by line. */
  added: Set<string>;
  restocked: Map<string, number>;
  /** The state of the order it was begun on; another one since then makes it stale. */
  begunOn: string;
  committed: boolean;
};

export type EditOutcome = { edit?: OrderEditRecord; line?: LineRecord; userErrors: Problem[] };

const refused = (field: string[], message: string): EditOutcome => ({ userErrors: [problem(field, message)] });
const stateOf = (order: OrderRecord): string =>
  JSON.stringify([order.lines, order.fulfillments, order.refunds.length, order.returns.length, order.cancelled]);

/** Whether anything of this order can still be edited. */
export function isEditable(order: OrderRecord): boolean {
  return !order.cancelled && !order.cancelling && order.lines.some((line) => unfulfilledUnits(order, line).length > 0);
}

export function beginEdit(store: ShopifyStore, orderId: string): EditOutcome {
  const order = store.orders.get(orderId);
  if (!order) return refused(["id"], "The order does not exist.");
  if (!isEditable(order)) return refused(["id"], "The order cannot be edited.");
  const id = store.nextId("CalculatedOrder");
  const draft = structuredClone(order);
  const edit = { id, orderId, draft, added: new Set<string>(), restocked: new Map(), begunOn: stateOf(order), committed: false };
  store.edits.set(id, edit);
  return { edit, userErrors: [] };
}

function openEdit(store: ShopifyStore, id: string): OrderEditRecord | undefined {
  const edit = store.edits.get(id) ?? store.edits.get(siblingId(id, "CalculatedOrder"));
  return edit && !edit.committed ? edit : undefined;
}

/** A line of an edit, by the id it has there or as a line of the order. */
function lineOf({ draft }: OrderEditRecord, id: string): LineRecord | undefined {
  return draft.lines.find((line) => line.id === id || siblingId(line.id, "CalculatedLineItem") === id);
}

export type AddVariantArguments = { id: string; variantId: string; quantity: number; allowDuplicates?: boolean | null };

export function addVariant(store: ShopifyStore, args: AddVariantArguments): EditOutcome {
  const edit = openEdit(store, args.id);
  if (!edit) return refused(["id"], "The calculated order does not exist.");
  const variant = store.variants.get(args.variantId);
  if (!variant) return refused(["variantId"], "The variant does not exist.");
  if (args.quantity < 1) return refused(["quantity"], "Quantity must be greater than 0.");
  const { draft } = edit;
  const isThere = draft.lines.some((line) => line.variantId === variant.id && unfulfilledUnits(draft, line).length > 0);
  if (isThere && !args.allowDuplicates) return refused(["variantId"], "The variant is already on the order.");
  const line: LineRecord = {
    id: store.nextId("LineItem"),
    productId: variant.productId,
    variantId: variant.id,
    title: store.products.get(variant.productId)?.title ?? "",
    variantTitle: variant.title,
    sku: variant.sku,
    quantity: args.quantity,
    unitPrice: inOrder(store, draft, variant.price),
    lineDiscount: 0,
    orderDiscount: 0,
    removed: [],
  };
  draft.lines.push(line);
  edit.added.add(line.id);
  return { edit, line, userErrors: [] };
}

export type SetQuantityArguments = { id: string; lineItemId: string; quantity: number; restock?: boolean | null };

/** More of what was bought at a discount come as a line of their own, at the full price. */
export function setQuantity(store: ShopifyStore, args: SetQuantityArguments): EditOutcome {
  const edit = openEdit(store, args.id);
  if (!edit) return refused(["id"], "The calculated order does not exist.");
  const line = lineOf(edit, args.lineItemId);
  if (!line) return refused(["lineItemId"], "The line item does not exist.");
  if (args.quantity < 0) return refused(["quantity"], "Quantity must be greater than or equal to 0.");
  const open = unfulfilledUnits(edit.draft, line);
  if (open.length === 0) return refused(["lineItemId"], "The line item is not editable.");
  const more = args.quantity - open.length;
  if (more > 0 && fulfilledUnits(edit.draft, line.id).size === 0 && line.lineDiscount + line.orderDiscount === 0) line.quantity += more;
  else if (more > 0) return addVariant(store, { id: args.id, variantId: line.variantId, quantity: more, allowDuplicates: true });
  else line.removed.push(...open.slice(args.quantity));
  if (more < 0 && args.restock) edit.restocked.set(line.id, (edit.restocked.get(line.id) ?? 0) - more);
  return { edit, line, userErrors: [] };
}

/** Makes the changes real, once. Stock moves, and nobody pays or gets anything back by that alone. */
export function commitEdit(
  store: ShopifyStore,
  args: { id: string; staffNote?: string | null },
): { order?: OrderRecord; userErrors: Problem[] } {
  const edit = openEdit(store, args.id);
  const order = edit && store.orders.get(edit.orderId);
  if (!edit || !order) return refused(["id"], "The calculated order does not exist or has been committed already.");
  if (!isEditable(order)) return refused(["id"], "The order cannot be edited.");
  if (stateOf(order) !== edit.begunOn) return refused(["id"], "The order has changed since the edit began.");
  if (stateOf(edit.draft) === edit.begunOn) return refused(["id"], "There must be at least one change to be made.");
  edit.committed = true;
  const before = new Map(order.lines.map((line) => [line.id, unfulfilledUnits(order, line).length]));
  order.lines = edit.draft.lines;
  order.edited = true;
  const deltas = order.lines.map((line) => ({ line, delta: unfulfilledUnits(order, line).length - (before.get(line.id) ?? 0) }));
  for (const { line, delta } of deltas) {
    const variant = store.variants.get(line.variantId);
    if (variant) variant.stock += delta < 0 ? (edit.restocked.get(line.id) ?? 0) : -delta;
  }
  const changed = deltas.filter(({ delta }) => delta !== 0).map(({ line, delta }) => ({ lineItemId: line.id, delta }));
  store.touch(order);
  store.emit({ topic: "orders/edited", order, edit: { id: edit.id, staffNote: args.staffNote ?? undefined, changed } });
  store.emit({ topic: "orders/updated", order });
  return { order, userErrors: [] };
}
