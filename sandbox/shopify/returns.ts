import { unprocessedUnits } from "./derive.ts";
import { checkExchange, type ExchangeLineInput, makeExchangeLine, pickExchange } from "./exchange-lines.ts";
import type { OrderRecord, ReturnRecord } from "./model.ts";
import { type Problem, problem } from "./problems.ts";
import { checkReasons, checkShippingFee, checkUnits, makeReturnLine, type ReturnLineInput, type ShippingFeeInput } from "./return-lines.ts";
import type { ShopifyStore } from "./store.ts";

/** The life of a return: REQUESTED → OPEN | DECLINED, OPEN → CLOSED | CANCELED. Each step answers as Shopify does. */
export type ReturnOutcome = { return: { order: OrderRecord; record: ReturnRecord } | null; userErrors: Problem[] };

export type NewReturnInput = {
  orderId: string;
  returnLineItems: ReturnLineInput[];
  returnShippingFee?: ShippingFeeInput | null;
  exchangeLineItems?: ExchangeLineInput[] | null;
};

const refused = (...userErrors: Problem[]): ReturnOutcome => ({ return: null, userErrors });

function startReturn(store: ShopifyStore, input: NewReturnInput, kind: "requested" | "open"): ReturnOutcome {
  const path = [kind === "requested" ? "input" : "returnInput"];
  const order = store.orders.get(input.orderId);
  if (!order) return refused(problem([...path, "orderId"], "Order not found", "NOT_FOUND"));
  if (order.cancelled || order.cancelling) return refused(problem([...path, "orderId"], "Order is cancelled", "INVALID_STATE"));
  const problems: Problem[] = [];
  const checked = checkUnits(store, order, input.returnLineItems, path, problems);
  const note =
    kind === "requested" ? ({ field: "customerNote", longest: 300 } as const) : ({ field: "returnReasonNote", longest: 255 } as const);
  checkReasons(store, input.returnLineItems, path, note, problems);
  const fee = checkShippingFee(store, order, input.returnShippingFee, path, problems);
  const exchange = checkExchange(store, input.exchangeLineItems, path, problems);
  if (problems.length > 0) return refused(...problems);

  const record: ReturnRecord = {
    id: store.nextId("Return"),
    orderId: order.id,
    name: `${order.name}-R${order.returns.length + 1}`,
    status: kind === "requested" ? "REQUESTED" : "OPEN",
    createdAt: store.now(),
    lines: checked.map((line) => makeReturnLine(store, line)),
    shippingFee: fee === undefined ? undefined : { id: store.nextId("ReturnShippingFee"), amount: fee, charged: false },
    reverseFulfillmentOrderId: kind === "open" ? store.nextId("ReverseFulfillmentOrder") : undefined,
    ...(exchange.length > 0 && { exchangeLines: exchange.map((line) => makeExchangeLine(store, order, line)) }),
  };
  store.addReturn(order, record);
  store.touch(order);
  store.emit({ topic: kind === "requested" ? "returns/request" : "returns/approve", order, record });
  store.emit({ topic: "orders/updated", order });
  return { return: { order, record }, userErrors: [] };
}

/** The shopper's wish; the merchant decides. */
export const requestReturn = (store: ShopifyStore, input: NewReturnInput): ReturnOutcome => startReturn(store, input, "requested");

/** Opens a return at once. */
export const createReturn = (store: ShopifyStore, input: NewReturnInput): ReturnOutcome => startReturn(store, input, "open");

function moveReturn(
  store: ShopifyStore,
  id: string,
  field: string[],
  from: ReturnRecord["status"],
  change: (record: ReturnRecord) => Problem | { topic: `returns/${string}` },
): ReturnOutcome {
  const found = store.findReturn(id);
  if (!found) return refused(problem(field, "Return not found", "NOT_FOUND"));
  const { order, record } = found;
  if (record.status !== from)
    return refused(problem(field, `Return is ${record.status.toLowerCase()}, not ${from.toLowerCase()}`, "INVALID_STATE"));
  const outcome = change(record);
  if ("message" in outcome) return refused(outcome);
  store.touch(order);
  store.emit({ topic: outcome.topic, order, record });
  store.emit({ topic: "orders/updated", order });
  return { return: found, userErrors: [] };
}

export function approveRequest(store: ShopifyStore, input: { id: string }): ReturnOutcome {
  return moveReturn(store, input.id, ["input", "id"], "REQUESTED", (record) => {
    record.status = "OPEN";
    record.approvedAt = store.now();
    record.reverseFulfillmentOrderId = store.nextId("ReverseFulfillmentOrder");
    return { topic: "returns/approve" };
  });
}

export function declineRequest(
  store: ShopifyStore,
  input: { id: string; declineReason: string; declineNote?: string | null },
): ReturnOutcome {
  const note = input.declineNote ?? undefined;
  return moveReturn(store, input.id, ["input", "id"], "REQUESTED", (record) => {
    if (note && [...note].length > 500)
      return problem(["input", "declineNote"], "Note is too long (maximum is 500 characters)", "TOO_LONG");
    record.status = "DECLINED";
    record.decline = { reason: input.declineReason, note };
    return { topic: "returns/decline" };
  });
}

export function cancelReturn(store: ShopifyStore, id: string): ReturnOutcome {
  return moveReturn(store, id, ["id"], "OPEN", (record) => {
    if (record.lines.some((line) => line.processed.length > 0)) {
      return problem(["id"], "Return was already worked on and can't be canceled", "INVALID_STATE");
    }
    record.status = "CANCELED";
    return { topic: "returns/cancel" };
  });
}

export type Removal = {
  returnLineItems?: { returnLineItemId: string; quantity: number }[] | null;
  exchangeLineItems?: { exchangeLineItemId: string; quantity: number }[] | null;
};

/** Takes pieces out that nobody has booked yet; a return never becomes empty, that is a cancellation. */
export function removeFromReturn(store: ShopifyStore, id: string, removal: Removal): ReturnOutcome {
  const found = store.findReturn(id);
  if (!found) return refused(problem(["returnId"], "Return not found", "NOT_FOUND"));
  const { order, record } = found;
  if (record.status !== "OPEN")
    return refused(problem(["returnId"], `Return is ${record.status.toLowerCase()}, not open`, "INVALID_STATE"));
  const problems: Problem[] = [];
  const exchanged = (removal.exchangeLineItems ?? []).map(({ exchangeLineItemId, quantity }) => ({ id: exchangeLineItemId, quantity }));
  const unsent = pickExchange(record, exchanged, problems, ["exchangeLineItems"]);
  const picked = (removal.returnLineItems ?? []).flatMap(({ returnLineItemId, quantity }, index) => {
    const at = ["returnLineItems", String(index)];
    const line = record.lines.find((one) => one.id === returnLineItemId);
    const open = line ? unprocessedUnits(line) : [];
    if (!line) problems.push(problem([...at, "returnLineItemId"], "Return line item not found", "NOT_FOUND"));
    else if (quantity < 1) problems.push(problem([...at, "quantity"], "Quantity must be greater than 0", "GREATER_THAN"));
    else if (quantity > open.length) {
      problems.push(problem([...at, "quantity"], `Quantity must be less than or equal to ${open.length}`, "LESS_THAN_OR_EQUAL_TO"));
    } else return [{ line, units: open.slice(-quantity) }];
    return [];
  });
  if (picked.length + unsent.length === 0 && problems.length === 0)
    problems.push(problem(["returnLineItems"], "Nothing to remove", "BLANK"));
  const all = record.lines.flatMap((line) => line.units).length;
  const going = picked.flatMap((one) => one.units).length;
  if (problems.length === 0 && going >= all) problems.push(problem(["returnLineItems"], "A return keeps at least one item", "INVALID"));
  if (problems.length > 0) return refused(...problems);
  for (const { line, quantity } of unsent) line.removed += quantity;
  for (const { line, units } of picked) line.units = line.units.filter((unit) => !units.includes(unit));
  const removals = picked.map(({ line, units }) => ({ id: line.id, delta: units.length }));
  record.lines = record.lines.filter((line) => line.units.length > 0);
  store.touch(order);
  store.emit({ topic: "returns/update", order, record, removals });
  store.emit({ topic: "orders/updated", order });
  return { return: found, userErrors: [] };
}

export function reopenReturn(store: ShopifyStore, id: string): ReturnOutcome {
  return moveReturn(store, id, ["id"], "CLOSED", (record) => {
    record.status = "OPEN";
    record.closedAt = undefined;
    return { topic: "returns/reopen" };
  });
}

export function closeReturn(store: ShopifyStore, id: string): ReturnOutcome {
  return moveReturn(store, id, ["id"], "OPEN", (record) => {
    record.status = "CLOSED";
    record.closedAt = store.now();
    return { topic: "returns/close" };
  });
}
