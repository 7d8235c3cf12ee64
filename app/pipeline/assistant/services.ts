import type { GiftCardFacts, GiftCardOwner } from "#app/domain/gift-cards/facts.ts";
import type { ProductFacts } from "#app/domain/knowledge/product-facts.ts";
import type { CustomerKey, CustomerProfile } from "#app/domain/orders/customer-profile.ts";
import type { ExchangeProduct, OwedFacts } from "#app/domain/orders/exchange.ts";
import type {
  AddressFacts,
  CancelFacts,
  EditFacts,
  EditQuote,
  OrderChange,
  OrderFacts,
  Quote,
  ReturnableItem,
  VariantFacts,
} from "#app/domain/orders/facts.ts";
import type { QuoteRequest } from "#app/flows/engine.ts";
import type { Embedder, Model, Usage } from "./model.ts";

/** What a turn may read of the store. Implemented over the Admin API where jobs are wired. */
export type StoreReader = {
  ordersByCustomer(customerId: string): Promise<OrderFacts[]>;
  ordersByEmail(email: string): Promise<OrderFacts[]>;
  ordersByPhone(phone: string): Promise<OrderFacts[]>;
  orderByName(name: string): Promise<OrderFacts | null>;
  order(id: string): Promise<OrderFacts | null>;
  returnable(orderId: string): Promise<ReturnableItem[]>;
  /** A product as it can be bought now; null when it is gone. */
  product(id: string, currencyCode: string): Promise<ProductFacts | null>;
  /** A product's kinds as they can be had in exchange now; null when it is gone or not for sale. */
  exchangeProduct(id: string, currencyCode: string): Promise<ExchangeProduct | null>;
  /** What is still to be paid for an order; null when it is gone. */
  owed(orderId: string): Promise<OwedFacts | null>;
  /** Who a customer is to the shop; null when Shopify knows none by this. */
  customer(key: CustomerKey): Promise<CustomerProfile | null>;
  /** Null where the merchant has not let us look at gift cards; `mayReadGiftCards` says so without looking at any. */
  giftCards(owner: GiftCardOwner): Promise<GiftCardFacts[] | null>;
  mayReadGiftCards(): Promise<boolean>;
  isCustomer(email: string): Promise<boolean>;
  /** Where customers sign in; `passwordless`: by a code that they are mailed. */
  accountAccess(): Promise<{ url: string | null; passwordless: boolean }>;
  quote(request: QuoteRequest): Promise<Quote | { error: string }>;
  /** What cancelling would do now; null when the order is gone. */
  cancelling(orderId: string): Promise<CancelFacts | null>;
  /** Where an order goes now; null when it is gone. */
  address(orderId: string): Promise<AddressFacts | null>;
  /** What an order holds now; null when it is gone. */
  contents(orderId: string): Promise<EditFacts | null>;
  variants(productId: string): Promise<VariantFacts[]>;
  /** What a change would cost; nothing is changed by it. */
  edit(orderId: string, change: OrderChange): Promise<EditQuote | { error: string }>;
};

export type TurnServices = {
  store(shopDomain: string): StoreReader;
  local: Model;
  /** Null when no key is set. */
  gemini: Model | null;
  /** Null likewise; the shop's texts are found by their words alone then. */
  embedder: Embedder | null;
  /** US dollars; undefined where the price is not known. */
  costOf(usage: Usage): number | undefined;
};
