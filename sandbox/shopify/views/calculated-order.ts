import { fulfilledUnits, unfulfilledUnits } from "../derive.ts";
import type { LineRecord } from "../model.ts";
import { scale, sum } from "../money.ts";
import type { OrderEditRecord } from "../order-edits.ts";
import { connection, type PageArguments } from "../paging.ts";
import * as totals from "../totals.ts";
import { variantView } from "./content.ts";
import { siblingId, type ViewContext } from "./context.ts";
import { orderView } from "./order.ts";
import { moneyBag } from "./parts.ts";

/** What an order would be after an edit. What is outstanding falls below nothing where the shop would owe money. */
export function calculatedOrderView(context: ViewContext, edit: OrderEditRecord): object {
  const { draft } = edit;
  const order = context.store.orders.get(edit.orderId);
  const lines = (isAdded: boolean) => (args: PageArguments) =>
    connection(
      draft.lines.filter((line) => edit.added.has(line.id) === isAdded),
      args,
      (line) => line.id,
      (line) => calculatedLineView(context, edit, line),
    );
  const total = totals.currentTotalOf(draft);
  return {
    id: edit.id,
    originalOrder: () => order && orderView(context, order),
    lineItems: lines(false),
    addedLineItems: lines(true),
    subtotalLineItemsQuantity: sum(draft.lines.map((line) => unfulfilledUnits(draft, line).length + fulfilledUnits(draft, line.id).size)),
    subtotalPriceSet: moneyBag(
      context,
      draft,
      sum(draft.lines.map((line) => totals.moneyOfUnits(draft, line, unfulfilledUnits(draft, line)).subtotal)),
    ),
    totalPriceSet: moneyBag(context, draft, total),
    totalOutstandingSet: moneyBag(context, draft, total - totals.netPaymentOf(draft)),
  };
}

export function calculatedLineView(context: ViewContext, edit: OrderEditRecord, line: LineRecord): object {
  const { draft } = edit;
  const order = context.store.orders.get(edit.orderId);
  const open = unfulfilledUnits(draft, line);
  const sent = [...fulfilledUnits(draft, line.id)];
  const before = order?.lines.find((one) => one.id === line.id);
  const variant = context.store.variants.get(line.variantId);
  return {
    id: siblingId(line.id, "CalculatedLineItem"),
    title: line.title,
    variantTitle: line.variantTitle || null,
    sku: line.sku,
    quantity: open.length + sent.length,
    editableQuantity: open.length,
    editableQuantityBeforeChanges: order && before ? unfulfilledUnits(order, before).length : 0,
    restockable: true,
    restocking: edit.restocked.has(line.id),
    variant: () => (variant ? variantView(context, variant) : null),
    originalUnitPriceSet: moneyBag(context, draft, line.unitPrice),
    discountedUnitPriceSet: moneyBag(context, draft, scale(totals.lineBeforeOrderDiscounts(line), 1, line.quantity)),
    editableSubtotalSet: moneyBag(context, draft, totals.moneyOfUnits(draft, line, open).beforeOrderDiscounts),
    uneditableSubtotalSet: moneyBag(context, draft, totals.moneyOfUnits(draft, line, sent).beforeOrderDiscounts),
  };
}
