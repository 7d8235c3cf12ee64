import { currencyOf, parseIn } from "./currency.ts";
import { returnableUnits } from "./derive.ts";
import type { OrderRecord, ReturnLineRecord } from "./model.ts";
import { type Problem, problem } from "./problems.ts";
import type { ShopifyStore } from "./store.ts";

/** The input fields that returnRequest, returnCreate and returnCalculate share, as GraphQL hands them over. */
export type ReturnLineInput = {
  fulfillmentLineItemId: string;
  quantity: number;
  returnReasonDefinitionId?: string | null;
  returnReason?: string | null;
  customerNote?: string | null;
  returnReasonNote?: string | null;
  restockingFee?: { percentage: number } | null;
};

export type ShippingFeeInput = { amount: { amount: string; currencyCode: string } };

export type CheckedLine = { input: ReturnLineInput; lineItemId: string; units: number[] };

type NoteRule = { field: "customerNote" | "returnReasonNote"; longest: number };

/** Finds the units each input line takes. Two lines that name the same fulfilment line take different units. */
export function checkUnits(
  store: ShopifyStore,
  order: OrderRecord,
  inputs: ReturnLineInput[],
  path: string[],
  problems: Problem[],
): CheckedLine[] {
  const taken = new Map<string, Set<number>>();
  const checked: CheckedLine[] = [];
  if (inputs.length === 0) problems.push(problem([...path, "returnLineItems"], "Return line items can't be blank", "BLANK"));
  for (const [index, input] of inputs.entries()) {
    const at = [...path, "returnLineItems", String(index)];
    const found = store.findFulfillmentLine(input.fulfillmentLineItemId);
    if (!found || found.order.id !== order.id) {
      problems.push(problem([...at, "fulfillmentLineItemId"], "Fulfillment line item not found on this order", "NOT_FOUND"));
      continue;
    }
    const already = taken.get(found.line.id) ?? new Set<number>();
    const free = returnableUnits(order, found.fulfillment, found.line).filter((unit) => !already.has(unit));
    if (input.quantity < 1) {
      problems.push(problem([...at, "quantity"], "Quantity must be greater than 0", "GREATER_THAN"));
    } else if (input.quantity > free.length) {
      const message = `Quantity must be less than or equal to ${free.length}, the quantity that can be returned`;
      problems.push(problem([...at, "quantity"], message, "LESS_THAN_OR_EQUAL_TO"));
    } else {
      const units = free.slice(0, input.quantity);
      taken.set(found.line.id, new Set([...already, ...units]));
      checked.push({ input, lineItemId: found.line.lineItemId, units });
    }
    const percentage = input.restockingFee?.percentage;
    if (percentage !== undefined && !(percentage >= 0 && percentage <= 100)) {
      problems.push(problem([...at, "restockingFee", "percentage"], "Percentage must be between 0 and 100", "INVALID"));
    }
  }
  return checked;
}

/** A reason is required, by definition id or by the old enum, not both; notes have a longest length. */
export function checkReasons(store: ShopifyStore, inputs: ReturnLineInput[], path: string[], note: NoteRule, problems: Problem[]): void {
  for (const [index, input] of inputs.entries()) {
    const at = [...path, "returnLineItems", String(index)];
    const { returnReasonDefinitionId: id, returnReason: reason } = input;
    if (id && reason)
      problems.push(problem(at, "Give either a return reason definition or a return reason, not both", "TOO_MANY_ARGUMENTS"));
    else if (!id && !reason) problems.push(problem([...at, "returnReasonDefinitionId"], "A return reason is required", "BLANK"));
    else if (id) {
      const definition = store.reasons.find((one) => one.id === id);
      if (!definition) problems.push(problem([...at, "returnReasonDefinitionId"], "Return reason definition not found", "NOT_FOUND"));
      else if (definition.deleted)
        problems.push(problem([...at, "returnReasonDefinitionId"], "Return reason definition is deleted", "INVALID"));
    }
    if ([...(input[note.field] ?? "")].length > note.longest) {
      problems.push(problem([...at, note.field], `Note is too long (maximum is ${note.longest} characters)`, "TOO_LONG"));
    }
  }
}

/** The flat fee in the order's currency, or undefined when there is none or it is wrong. */
export function checkShippingFee(
  store: ShopifyStore,
  order: OrderRecord,
  fee: ShippingFeeInput | null | undefined,
  path: string[],
  problems: Problem[],
): number | undefined {
  if (!fee) return undefined;
  const at = [...path, "returnShippingFee", "amount"];
  const amount = parseIn(store, order, fee.amount.amount);
  const currency = currencyOf(store, order);
  if (fee.amount.currencyCode !== currency) {
    problems.push(problem([...at, "currencyCode"], `Currency must be ${currency}`, "INVALID"));
  } else if (amount === undefined || amount < 0) {
    problems.push(problem([...at, "amount"], "Amount must be greater than or equal to 0", "GREATER_THAN_OR_EQUAL_TO"));
  } else return amount;
  return undefined;
}

export function makeReturnLine(store: ShopifyStore, checked: CheckedLine): ReturnLineRecord {
  const { input } = checked;
  const percentage = input.restockingFee?.percentage;
  return {
    id: store.nextId("ReturnLineItem"),
    fulfillmentLineItemId: input.fulfillmentLineItemId,
    lineItemId: checked.lineItemId,
    units: checked.units,
    processed: [],
    reasonId: input.returnReasonDefinitionId ?? undefined,
    reason: input.returnReason ?? undefined,
    customerNote: input.customerNote ?? undefined,
    reasonNote: input.returnReasonNote ?? "",
    restockingFee: percentage === undefined ? undefined : { id: store.nextId("RestockingFee"), percentage },
    reverseLineId: store.nextId("ReverseFulfillmentOrderLineItem"),
  };
}
