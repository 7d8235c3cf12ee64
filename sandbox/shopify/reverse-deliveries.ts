import type { OrderRecord, ReturnRecord, ReverseDeliveryRecord } from "./model.ts";
import { type Problem, problem } from "./problems.ts";
import type { ShopifyStore } from "./store.ts";

type LabelInput = { fileUrl: string } | null;
type TrackingInput = { number?: string | null; url?: string | null } | null;

export type AttachInput = {
  reverseFulfillmentOrderId: string;
  reverseDeliveryLineItems: { reverseFulfillmentOrderLineItemId: string; quantity: number }[];
  labelInput?: LabelInput;
  trackingInput?: TrackingInput;
  notifyCustomer?: boolean;
};
export type DeliveryOutcome = {
  found: { order: OrderRecord; record: ReturnRecord; delivery: ReverseDeliveryRecord } | null;
  userErrors: Problem[];
};

const refused = (...userErrors: Problem[]): DeliveryOutcome => ({ found: null, userErrors });

/** Attaches a way back to an open return. No line goes with more units than the return has left for it. */
export function attachDelivery(store: ShopifyStore, input: AttachInput): DeliveryOutcome {
  const found = everyReturn(store).find(({ record }) => record.reverseFulfillmentOrderId === input.reverseFulfillmentOrderId);
  if (!found) return refused(problem(["reverseFulfillmentOrderId"], "Reverse fulfillment order not found", "NOT_FOUND"));
  const { order, record } = found;
  if (record.status !== "OPEN") return refused(problem(["reverseFulfillmentOrderId"], "Return is not open", "INVALID_STATE"));
  const wanted =
    input.reverseDeliveryLineItems.length > 0
      ? input.reverseDeliveryLineItems
      : record.lines.map((line) => ({ reverseFulfillmentOrderLineItemId: line.reverseLineId, quantity: line.units.length }));
  const problems = wanted.flatMap(({ reverseFulfillmentOrderLineItemId: id, quantity }, index) => {
    const path = ["reverseDeliveryLineItems", String(index)];
    const line = record.lines.find((one) => one.reverseLineId === id);
    if (!line) return [problem([...path, "reverseFulfillmentOrderLineItemId"], "Line item not found", "NOT_FOUND")];
    const gone = (record.deliveries ?? []).flatMap((one) => one.lines).filter((one) => one.reverseLineId === id);
    const left = line.units.length - gone.reduce((total, one) => total + one.quantity, 0);
    return quantity < 1 || quantity > left ? [problem([...path, "quantity"], "Quantity is more than what is left", "INVALID")] : [];
  });
  if (problems.length > 0) return refused(...problems);
  const at = store.now();
  const delivery: ReverseDeliveryRecord = {
    id: store.nextId("ReverseDelivery"),
    lines: wanted.map((one) => ({
      id: store.nextId("ReverseDeliveryLineItem"),
      reverseLineId: one.reverseFulfillmentOrderLineItemId,
      quantity: one.quantity,
    })),
    createdAt: at,
    updatedAt: at,
    ...given(input),
  };
  record.deliveries = [...(record.deliveries ?? []), delivery];
  return attached(store, order, record, delivery);
}

/** Changes label or tracking of a way back; what is not named stays. */
export function changeDelivery(
  store: ShopifyStore,
  input: { reverseDeliveryId: string; labelInput?: LabelInput; trackingInput?: TrackingInput },
): DeliveryOutcome {
  for (const { order, record } of everyReturn(store)) {
    const delivery = record.deliveries?.find((one) => one.id === input.reverseDeliveryId);
    if (!delivery) continue;
    if (record.status !== "OPEN") return refused(problem(["reverseDeliveryId"], "Return is not open", "INVALID_STATE"));
    Object.assign(delivery, given(input), { updatedAt: store.now() });
    return attached(store, order, record, delivery);
  }
  return refused(problem(["reverseDeliveryId"], "Reverse delivery not found", "NOT_FOUND"));
}

function attached(store: ShopifyStore, order: OrderRecord, record: ReturnRecord, delivery: ReverseDeliveryRecord): DeliveryOutcome {
  store.touch(order);
  store.emit({ topic: "reverse_deliveries/attach_deliverable", order, record, delivery });
  store.emit({ topic: "orders/updated", order });
  return { found: { order, record, delivery }, userErrors: [] };
}

function given({ labelInput, trackingInput }: { labelInput?: LabelInput; trackingInput?: TrackingInput }) {
  return {
    ...(labelInput && { labelUrl: labelInput.fileUrl }),
    ...(trackingInput && { tracking: { number: trackingInput.number ?? undefined, url: trackingInput.url ?? undefined } }),
  };
}

function everyReturn(store: ShopifyStore) {
  return [...store.orders.values()].flatMap((order) => order.returns.map((record) => ({ order, record })));
}
