import type { Cents } from "./money.ts";

/**
 * What the pretend store keeps. Only facts are stored; statuses, returnable quantities and totals are derived
 * (derive.ts, totals.ts). The pieces of one order line are its *units*, numbered 0 … quantity − 1: fulfilments,
 * returns and refunds each name the units they concern, so "still returnable" is plain set arithmetic.
 */
export type AddressRecord = {
  firstName?: string;
  lastName?: string;
  company?: string;
  address1?: string;
  address2?: string;
  city?: string;
  zip?: string;
  province?: string;
  provinceCode?: string;
  countryCode?: string;
  phone?: string;
};

export type ShopRecord = {
  id: string;
  domain: string;
  name: string;
  email: string;
  timezone: string;
  currency: string;
  /** What customers see in the browser. */
  primaryHost: string;
  address: AddressRecord;
  policies: { id: string; type: string; title: string; body: string; createdAt: Date; updatedAt: Date }[];
  /** "CLASSIC": with a password, on the storefront. */
  accounts: "CLASSIC" | "NEW_CUSTOMER_ACCOUNTS";
  /** The shop's plan makes none. */
  withoutGiftCards?: boolean;
};

export type CustomerRecord = {
  id: string;
  firstName?: string;
  lastName?: string;
  email?: string;
  phone?: string;
  verifiedEmail: boolean;
  locale: string;
  tags: string[];
  note?: string;
  address?: AddressRecord;
  createdAt: Date;
  updatedAt: Date;
};

export type GiftCardRecord = {
  id: string;
  /** What whoever holds it can spend by; only its end is ever shown. */
  code: string;
  initialValue: Cents;
  balance: Cents;
  /** Where it is not the shop's. */
  currency?: string;
  customerId?: string;
  /** Somebody else than the customer gets it as a present. */
  recipientId?: string;
  note?: string;
  /** "2027-03-01"; the card holds through that day. */
  expiresOn?: string;
  deactivatedAt?: Date;
  source: "manual" | "purchased" | "api_client";
  createdAt: Date;
  updatedAt: Date;
};

/** Two customers became one: the second is gone. */
export type MergeRecord = { jobId: string; keptId: string; deletedId: string; status: "IN_PROGRESS" | "COMPLETED" | "FAILED" };

export type VariantRecord = {
  id: string;
  productId: string;
  title: string;
  sku: string;
  price: Cents;
  stock: number;
  /** Sold when there is none left; absent: it is not. */
  oversold?: boolean;
  /** How much of the stock lies in the studio, where it can be collected. */
  studioStock: number;
  options: { name: string; value: string }[];
  picture: PictureRecord;
};

export type ProductRecord = {
  id: string;
  title: string;
  handle: string;
  productType: string;
  vendor: string;
  tags: string[];
  /** Handles of those it is in. */
  collections?: string[];
  description: string;
  status: "ACTIVE" | "DRAFT" | "ARCHIVED" | "UNLISTED";
  updatedAt: Date;
  variants: VariantRecord[];
};

/** A page of the online store, or an article when it belongs to a blog. */
export type PageRecord = {
  id: string;
  handle: string;
  title: string;
  body: string;
  isPublished: boolean;
  updatedAt: Date;
  blog?: { handle: string; title: string };
};

/** Drawn by pictures.ts. */
export type PictureRecord = { file: string; shape: string; colour: string; alternative: string };

export type LineRecord = {
  id: string;
  productId: string;
  variantId: string;
  title: string;
  variantTitle: string;
  sku: string;
  quantity: number;
  unitPrice: Cents;
  /** Taken off this line alone. */
  lineDiscount: Cents;
  /** This line's part of a discount on the whole order. */
  orderDiscount: Cents;
  /** Units taken off the order before they were shipped. */
  removed: number[];
  /** Sent in exchange for what a return brought back. */
  isExchange?: true;
};

export type ShipmentEventStatus =
  | "LABEL_PURCHASED"
  | "LABEL_PRINTED"
  | "READY_FOR_PICKUP"
  | "CONFIRMED"
  | "CARRIER_PICKED_UP"
  | "IN_TRANSIT"
  | "DELAYED"
  | "OUT_FOR_DELIVERY"
  | "ATTEMPTED_DELIVERY"
  | "DELIVERED"
  | "FAILURE";

export type ShipmentEventRecord = {
  id: string;
  status: ShipmentEventStatus;
  happenedAt: Date;
  createdAt: Date;
  estimatedDeliveryAt?: Date;
  message?: string;
  city?: string;
  province?: string;
  country?: string;
  zip?: string;
  address1?: string;
};

export type FulfillmentRecord = {
  id: string;
  name: string;
  status: "SUCCESS" | "CANCELLED";
  createdAt: Date;
  updatedAt: Date;
  lines: { id: string; lineItemId: string; units: number[] }[];
  tracking: { company?: string; number?: string; url?: string }[];
  estimatedDeliveryAt?: Date;
  events: ShipmentEventRecord[];
};

export type TransactionRecord = {
  id: string;
  kind: "SALE" | "AUTHORIZATION" | "REFUND" | "VOID";
  amount: Cents;
  gateway: string;
  parentId?: string;
  createdAt: Date;
};

export type ReturnStatus = "REQUESTED" | "OPEN" | "DECLINED" | "CLOSED" | "CANCELED";

export type ReturnLineRecord = {
  id: string;
  fulfillmentLineItemId: string;
  lineItemId: string;
  units: number[];
  processed: { unit: number; disposition?: string; at: Date }[];
  reasonId?: string;
  /** The old enum, when the caller still sends it. */
  reason?: string;
  customerNote?: string;
  reasonNote: string;
  restockingFee?: { id: string; percentage: number };
  reverseLineId: string;
};

export type ReturnRecord = {
  id: string;
  orderId: string;
  name: string;
  status: ReturnStatus;
  createdAt: Date;
  approvedAt?: Date;
  closedAt?: Date;
  decline?: { reason: string; note?: string };
  lines: ReturnLineRecord[];
  shippingFee?: { id: string; amount: Cents; charged: boolean };
  reverseFulfillmentOrderId?: string;
  deliveries?: ReverseDeliveryRecord[];
  exchangeLines?: ExchangeLineRecord[];
};

/** A way back that was attached to a return. */
export type ReverseDeliveryRecord = {
  id: string;
  lines: { id: string; reverseLineId: string; quantity: number }[];
  labelUrl?: string;
  tracking?: { number?: string; url?: string };
  createdAt: Date;
  updatedAt: Date;
};

/** What is sent in exchange: as it was when the return was made. It becomes a line of the order when it is processed. */
export type ExchangeLineRecord = {
  id: string;
  variantId: string;
  quantity: number;
  /** How many of them are not sent after all. */
  removed: number;
  unitPrice: Cents;
  processed: number;
  lineItemIds: string[];
};

export type RefundRecord = {
  id: string;
  createdAt: Date;
  note?: string;
  returnId?: string;
  lines: { id: string; lineItemId: string; units: number[]; restockType: string }[];
  /** Part of the order's shipping price that went back. */
  shipping: Cents;
  transactionIds: string[];
};

export type OrderRecord = {
  id: string;
  name: string;
  number: number;
  confirmationNumber: string;
  token: string;
  /** Its items were changed after it was placed. */
  edited?: boolean;
  /** Bought in another currency than the shop's, at so many of it for one of the shop's. */
  presentment?: { currency: string; rate: number };
  createdAt: Date;
  updatedAt: Date;
  cancelled?: { at: Date; reason: string; staffNote?: string };
  /** A cancellation that was accepted and not yet carried out. */
  cancelling: boolean;
  /** What the warehouse does with what is open, where it is more than waiting. */
  work?: "IN_PROGRESS" | "ON_HOLD" | "SCHEDULED" | "REQUESTED";
  customerId?: string;
  email?: string;
  phone?: string;
  locale: string;
  note?: string;
  tags: string[];
  /** Shopify's advice on the order; absent: to accept it. */
  risk?: "ACCEPT" | "INVESTIGATE" | "CANCEL" | "NONE";
  attributes: { key: string; value: string }[];
  discountCode?: string;
  taxesIncluded: boolean;
  /** Whole percent. */
  taxPercent: number;
  shippingPrice: Cents;
  shippingTitle: string;
  shippingAddress?: AddressRecord;
  billingAddress?: AddressRecord;
  lines: LineRecord[];
  fulfillments: FulfillmentRecord[];
  transactions: TransactionRecord[];
  returns: ReturnRecord[];
  refunds: RefundRecord[];
};

export type ReasonRecord = { id: string; handle: string; name: string; deleted: boolean };
