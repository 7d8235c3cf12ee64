import { inOrder } from "./currency.ts";
import type { ExchangeLineRecord, OrderRecord, ReturnRecord, VariantRecord } from "./model.ts";
import { type Problem, problem } from "./problems.ts";
import type { ShopifyStore } from "./store.ts";
import { taxOf } from "./totals.ts";

export type ExchangeLineInput = { variantId?: string | null; quantity: number };
export type ExchangeProcessInput = { id: string; quantity: number };

export const isSellable = (variant: VariantRecord, quantity: number): boolean => variant.oversold === true || variant.stock >= quantity;

/** Only what the shop sells and has can be sent in exchange. */
export function checkExchange(
  store: ShopifyStore,
  inputs: ExchangeLineInput[] | null | undefined,
  path: string[],
  problems: Problem[],
): { variant: VariantRecord; quantity: number }[] {
  return (inputs ?? []).flatMap(({ variantId, quantity }, index) => {
    const at = [...path, "exchangeLineItems", String(index)];
    const variant = store.variants.get(variantId ?? "");
    if (!variant) problems.push(problem([...at, "variantId"], "Product variant not found", "NOT_FOUND"));
    else if (quantity < 1) problems.push(problem([...at, "quantity"], "Quantity must be greater than 0", "GREATER_THAN"));
    else if (!isSellable(variant, quantity)) problems.push(problem([...at, "variantId"], "Product variant is out of stock", "INVALID"));
    else return [{ variant, quantity }];
    return [];
  });
}

export function makeExchangeLine(
  store: ShopifyStore,
  order: OrderRecord,
  { variant, quantity }: { variant: VariantRecord; quantity: number },
): ExchangeLineRecord {
  const { id: variantId, price } = variant;
  return {
    id: store.nextId("ExchangeLineItem"),
    variantId,
    quantity,
    removed: 0,
    unitPrice: inOrder(store, order, price),
    processed: 0,
    lineItemIds: [],
  };
}

export const openOf = (line: ExchangeLineRecord): number => line.quantity - line.removed - line.processed;

/** What so many cost, at the price that held when the return was made. */
export function moneyOfExchange(order: OrderRecord, unitPrice: number, quantity: number): { subtotal: number; tax: number; cost: number } {
  const subtotal = unitPrice * quantity;
  const tax = taxOf(order, subtotal);
  return { subtotal, tax, cost: subtotal + (order.taxesIncluded ? 0 : tax) };
}

export function pickExchange(
  record: ReturnRecord,
  inputs: ExchangeProcessInput[] | null | undefined,
  problems: Problem[],
  path = ["input", "exchangeLineItems"],
): { line: ExchangeLineRecord; quantity: number }[] {
  return (inputs ?? []).flatMap(({ id, quantity }, index) => {
    const at = [...path, String(index)];
    const line = record.exchangeLines?.find((one) => one.id === id);
    const open = line ? openOf(line) : 0;
    if (!line) problems.push(problem([...at, "id"], "Exchange line item not found", "NOT_FOUND"));
    else if (quantity < 1) problems.push(problem([...at, "quantity"], "Quantity must be greater than 0", "GREATER_THAN"));
    else if (quantity > open)
      problems.push(problem([...at, "quantity"], `Quantity must be less than or equal to ${open}`, "LESS_THAN_OR_EQUAL_TO"));
    else return [{ line, quantity }];
    return [];
  });
}

/** Only now is it a line of the order, taken out of stock, to be shipped and paid. */
export function bookExchange(store: ShopifyStore, order: OrderRecord, picked: { line: ExchangeLineRecord; quantity: number }[]): void {
  for (const { line, quantity } of picked) {
    const variant = store.variants.get(line.variantId);
    const id = store.nextId("LineItem");
    order.lines.push({
      id,
      productId: variant?.productId ?? "",
      variantId: line.variantId,
      title: store.products.get(variant?.productId ?? "")?.title ?? "",
      variantTitle: variant?.title ?? "",
      sku: variant?.sku ?? "",
      quantity,
      unitPrice: line.unitPrice,
      lineDiscount: 0,
      orderDiscount: 0,
      removed: [],
      isExchange: true,
    });
    if (variant) variant.stock -= quantity;
    line.processed += quantity;
    line.lineItemIds.push(id);
  }
}
