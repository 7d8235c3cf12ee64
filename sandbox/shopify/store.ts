import type { SandboxClock } from "#sandbox/double.ts";
import type {
  CustomerRecord,
  FulfillmentRecord,
  GiftCardRecord,
  LineRecord,
  MergeRecord,
  OrderRecord,
  PageRecord,
  ProductRecord,
  ReasonRecord,
  RefundRecord,
  ReturnRecord,
  ReverseDeliveryRecord,
  ShipmentEventRecord,
  ShopRecord,
  VariantRecord,
} from "./model.ts";
import type { OrderEditRecord } from "./order-edits.ts";

/** Something that happened in the store, for whoever sends webhooks. The subject is read when the event is raised. */
export type StoreEvent =
  | {
      topic: "orders/edited";
      order: OrderRecord;
      edit: { id: string; staffNote?: string; changed: { lineItemId: string; delta: number }[] };
    }
  | { topic: `orders/${"create" | "updated" | "cancelled" | "fulfilled" | "partially_fulfilled"}`; order: OrderRecord }
  | { topic: `fulfillments/${string}`; order: OrderRecord; fulfillment: FulfillmentRecord }
  | { topic: "fulfillment_events/create"; order: OrderRecord; fulfillment: FulfillmentRecord; event: ShipmentEventRecord }
  | { topic: `returns/${string}`; order: OrderRecord; record: ReturnRecord; removals?: { id: string; delta: number }[] }
  | { topic: "reverse_deliveries/attach_deliverable"; order: OrderRecord; record: ReturnRecord; delivery: ReverseDeliveryRecord }
  | { topic: "refunds/create"; order: OrderRecord; refund: RefundRecord }
  | { topic: `products/${"create" | "update" | "delete"}`; product: ProductRecord }
  | { topic: "customers/merge"; merge: MergeRecord };

/** A mail that Shopify sends in the name of the shop. */
export type StoreMail = { to: string; subject: string; text: string };

export type Located<Part> = { order: OrderRecord } & Part;

/** The state of one pretend store: what it holds, found by Shopify's global ids, and who hears of changes. */
export class ShopifyStore {
  readonly clock: SandboxClock;
  shop: ShopRecord;
  readonly customers = new Map<string, CustomerRecord>();
  readonly products = new Map<string, ProductRecord>();
  readonly variants = new Map<string, VariantRecord>();
  readonly pages = new Map<string, PageRecord>();
  readonly orders = new Map<string, OrderRecord>();
  /** Edits of orders that were begun, committed or not. */
  readonly edits = new Map<string, OrderEditRecord>();
  readonly giftCards = new Map<string, GiftCardRecord>();
  readonly merges: MergeRecord[] = [];
  /** Work that was accepted, and whether it is done. */
  readonly jobs = new Map<string, boolean>();
  /** Shopify answers a cancellation with a job and carries it out so much later. */
  cancelJobMilliseconds = 30;
  readonly reasons: ReasonRecord[] = [];
  private readonly fulfillmentLines = new Map<string, { orderId: string; fulfillmentId: string }>();
  private readonly returnOrders = new Map<string, string>();
  private readonly listeners = new Set<(event: StoreEvent) => void>();
  private readonly mailListeners = new Set<(mail: StoreMail) => void>();
  private readonly counters = new Map<string, number>();
  private readonly waiting = new Set<Promise<void>>();
  private muted = 0;
  private pretended: Date | undefined;

  constructor(shop: ShopRecord, clock: SandboxClock) {
    this.shop = shop;
    this.clock = clock;
  }

  now(): Date {
    return this.pretended ?? this.clock.now();
  }

  /** Runs `change` as if it were that day. */
  asOf<Result>(date: Date, change: () => Result): Result {
    const before = this.pretended;
    this.pretended = date;
    try {
      return change();
    } finally {
      this.pretended = before;
    }
  }

  /** Every kind of thing counts from its own start, so a number alone never names two things. */
  nextId(type: string): string {
    const start = 1_000_000_000 + ([...type].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 9_000, 7) + 1) * 1_000_000;
    const next = (this.counters.get(type) ?? start) + 1;
    this.counters.set(type, next);
    return `gid://shopify/${type}/${next}`;
  }

  addProduct(product: ProductRecord): void {
    this.products.set(product.id, product);
    for (const variant of product.variants) this.variants.set(variant.id, variant);
  }

  variantBySku(sku: string): VariantRecord {
    for (const variant of this.variants.values()) if (variant.sku === sku) return variant;
    throw new Error(`the sandbox store sells no ${sku}`);
  }

  addFulfillment(order: OrderRecord, fulfillment: FulfillmentRecord): void {
    order.fulfillments.push(fulfillment);
    for (const line of fulfillment.lines) this.fulfillmentLines.set(line.id, { orderId: order.id, fulfillmentId: fulfillment.id });
  }

  addReturn(order: OrderRecord, record: ReturnRecord): void {
    order.returns.push(record);
    this.returnOrders.set(record.id, order.id);
  }

  orderByName(name: string): OrderRecord {
    for (const order of this.orders.values()) if (order.name === name) return order;
    throw new Error(`the sandbox store has no order ${name}`);
  }

  findFulfillmentLine(id: string): Located<{ fulfillment: FulfillmentRecord; line: FulfillmentRecord["lines"][number] }> | undefined {
    const place = this.fulfillmentLines.get(id);
    const order = place && this.orders.get(place.orderId);
    const fulfillment = order?.fulfillments.find((one) => one.id === place?.fulfillmentId);
    const line = fulfillment?.lines.find((one) => one.id === id);
    return order && fulfillment && line ? { order, fulfillment, line } : undefined;
  }

  findReturn(id: string): Located<{ record: ReturnRecord }> | undefined {
    const order = this.orders.get(this.returnOrders.get(id) ?? "");
    const record = order?.returns.find((one) => one.id === id);
    return order && record ? { order, record } : undefined;
  }

  touch(order: OrderRecord, at: Date = this.now()): void {
    order.updatedAt = at;
  }

  onEvent(listener: (event: StoreEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onMail(listener: (mail: StoreMail) => void): void {
    this.mailListeners.add(listener);
  }

  /** Shopify writes to a customer. */
  sendMail(mail: StoreMail): void {
    for (const listener of this.mailListeners) listener(mail);
  }

  emit(event: StoreEvent): void {
    if (this.muted > 0) return;
    for (const listener of this.listeners) listener(event);
  }

  /** Runs `change` without telling anyone: for what was there before the story begins. */
  quietly<Result>(change: () => Result): Result {
    this.muted += 1;
    try {
      return change();
    } finally {
      this.muted -= 1;
    }
  }

  /** Shopify does some things after it has answered. */
  later(milliseconds: number, change: () => void): void {
    const done: Promise<void> = new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
      .then(change)
      .finally(() => this.waiting.delete(done));
    this.waiting.add(done);
  }

  /** Resolves when nothing is left to do. */
  async settled(): Promise<void> {
    while (this.waiting.size > 0) await Promise.all(this.waiting);
  }
}

/** "gid://shopify/Order/17" → 17 */
export function numericId(globalId: string): number {
  return Number(globalId.slice(globalId.lastIndexOf("/") + 1));
}

export function requireLine(order: OrderRecord, lineItemId: string): LineRecord {
  const line = order.lines.find((one) => one.id === lineItemId);
  if (!line) throw new Error(`${order.name} has no line ${lineItemId}`);
  return line;
}
