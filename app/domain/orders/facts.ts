import type { Money } from "#app/channels/message.ts";
import type { PostalAddress } from "./address.ts";

/**
 * What code knows of an order, as read from Shopify's Admin API 2026-10. Enum values stay Shopify's own
 * (`IN_TRANSIT`); ids are Shopify's global ids; instants are Dates in UTC.
 */
export type OrderFacts = {
  id: string;
  /** "#1001" */
  name: string;
  processedAt: Date;
  cancelledAt?: Date;
  financialStatus: string;
  fulfillmentStatus: string;
  returnStatus: string;
  email?: string;
  phone?: string;
  customerId?: string;
  customerName?: string;
  tags?: string[];
  customerTags?: string[];
  discountCodes?: string[];
  /** What Shopify advises: ACCEPT | CANCEL | INVESTIGATE | NONE */
  risk?: string;
  total: Money;
  /** The same in the shop's own currency. */
  shopTotal?: Money;
  countryCode?: string;
  /** Where it is sent, read only to find out whether two shoppers are one; never said to anybody. */
  shippingAddress?: { name?: string | null; address1?: string | null; zip?: string | null; countryCodeV2?: string | null };
  items: OrderItem[];
  fulfillments: FulfillmentFacts[];
  returns: ReturnFacts[];
  refunds: RefundFacts[];
};

export type OrderItem = {
  lineItemId: string;
  title: string;
  variantTitle?: string;
  imageUrl?: string;
  quantity: number;
  unitPrice: Money;
};

export type FulfillmentFacts = {
  id: string;
  /** FulfillmentDisplayStatus */
  displayStatus: string;
  createdAt: Date;
  inTransitAt?: Date;
  estimatedDeliveryAt?: Date;
  deliveredAt?: Date;
  tracking: { company?: string; number?: string; url?: string }[];
  /** Newest first. `status` is a FulfillmentEventStatus. */
  events: { status: string; happenedAt: Date; city?: string; message?: string }[];
  items: { lineItemId: string; quantity: number }[];
};

export type ReturnFacts = {
  id: string;
  /** "#1001-R1" */
  name: string;
  /** REQUESTED | OPEN | DECLINED | CLOSED | CANCELED */
  status: string;
  createdAt: Date;
  declineReason?: string;
  /** What staff wrote to the shopper about it. */
  declineNote?: string;
  /** The shop has booked at least a part of it as received. */
  processed?: boolean;
  items: { fulfillmentLineItemId: string; quantity: number; customerNote?: string; reasonHandle?: string }[];
  /** What is sent in exchange, and how many of it the shop has put onto the order. Absent where it was not read. */
  exchange?: { label: string; quantity: number; processed: number }[];
};

/** `toCredit`: it went to the customer's store credit, not to how they paid. */
export type RefundFacts = { id: string; createdAt: Date; total: Money; returnId?: string; toCredit?: true };

export type ReasonDefinition = { id: string; handle: string; name: string };

/** One fulfilled line that Shopify says can still be returned. */
export type ReturnableItem = {
  fulfillmentLineItemId: string;
  lineItemId: string;
  title: string;
  variantTitle?: string;
  imageUrl?: string;
  /** How many can still be returned. */
  quantity: number;
  /** What the shopper paid for one, after discounts. */
  unitPrice: Money;
  /** Before discounts. */
  fullPrice?: Money;
  deliveredAt?: Date;
  fulfilledAt: Date;
  productTags: string[];
  productType: string;
  /** Handles of those it is in, eight at most. */
  collections?: string[];
  /** Absent where the product or the variant has been deleted since. */
  productId?: string;
  variantId?: string;
  reasons: ReasonDefinition[];
};

/** Shopify's own calculation of a return, with the fees of the policy. */
export type Quote = {
  items: { fulfillmentLineItemId: string; quantity: number; subtotal: Money; tax: Money; restockingFee?: Money }[];
  returnShippingFee?: Money;
  /** What is sent in exchange, with its price of today. */
  exchange?: { variantId: string; quantity: number; subtotal: Money; tax: Money };
  /** What is added where the shopper takes credit, and the last day on which it can be spent ("2027-05-20"). */
  credit?: { bonus: Money; expiresOn?: string };
  /** What goes back to the shopper: subtotals + taxes − fees, less what is exchanged; below zero where the shopper pays. */
  total: Money;
  /** Hash over everything above and the order; the shopper's yes is bound to it. */
  hash: string;
};

/** What is left of one payment, and so what a cancellation pays back to it. `name` is the provider's, "Shopify Payments". */
export type PaymentFacts = { id: string; name: string; left: Money };

/** The money of a cancellation, to the cent. */
export type CancelMoney = {
  payments: PaymentFacts[];
  /** What goes back: the sum of the above. */
  total: Money;
  /** Reserved and never charged; let go of by a cancellation. */
  reserved: Money;
  /** Hash over the order and all of the above; the shopper's yes is bound to it. */
  hash: string;
};

/** What cancelling an order would do now, read for that alone. An `error`: nobody can be told a sum. */
export type CancelFacts = Pick<OrderFacts, "cancelledAt" | "fulfillmentStatus" | "returnStatus" | "processedAt" | "total"> & {
  /** Staff's remark on the cancellation; ours names the effect. */
  cancelNote?: string;
  money: CancelMoney | { error: string };
};

/** A line of an order with the pieces that are still to be sent. */
export type EditLine = {
  lineItemId: string;
  variantId?: string;
  productId?: string;
  title: string;
  variantTitle?: string;
  quantity: number;
};

/** What an order holds now and what stands against changing it; read for that alone. */
export type EditFacts = Pick<OrderFacts, "cancelledAt" | "fulfillmentStatus" | "returnStatus" | "total" | "shopTotal"> & {
  /** Whether Shopify lets an app edit it at all. */
  editable: boolean;
  /** There is a parcel already, whatever the status says. */
  hasParcel: boolean;
  lines: EditLine[];
  /** What is still to be paid; below nothing where the shop owes money. */
  outstanding: Money;
  /** Where the rest is paid, where there is one. */
  paymentUrl?: string;
  payments: (PaymentFacts & { gateway: string })[];
  /** Remarks on the refunds there are; ours name their effect. */
  refundNotes: string[];
};

/** A kind of a product that can be bought now; `stock` is null where nobody counts it. */
export type VariantFacts = {
  id: string;
  title: string;
  options: { name: string; value: string }[];
  forSale: boolean;
  stock: number | null;
};

/** What becomes of an order's lines: how many of those there are, and what comes along. */
export type OrderChange = { set: { lineItemId: string; quantity: number }[]; add: { variantId: string; quantity: number }[] };

/** An edit that Shopify has calculated and not made: what there was, and what it would cost. */
export type CalculatedEdit = { edit: string; lines: EditLine[]; before: Money; total: Money; shopTotal: Money; difference: Money };

/** What an edited order costs, as it is shown. */
export type EditQuote = {
  before: Money;
  total: Money;
  /** To pay, or below nothing: to get back. */
  difference: Money;
  /** The difference in the shop's own currency; null where the rate cannot be known. */
  inShopCurrency: Money | null;
  /** Hash over the order, what it held, the change and the sums; the shopper's yes is bound to it. */
  hash: string;
};

/** Where an order goes now, and what stands against changing it; read for that alone. */
export type AddressFacts = Pick<OrderFacts, "cancelledAt" | "fulfillmentStatus" | "returnStatus"> & {
  /** Undefined for what is not sent, and where the address may not be read. */
  address?: PostalAddress;
};
