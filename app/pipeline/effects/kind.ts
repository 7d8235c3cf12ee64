import type { Language, Money } from "#app/channels/message.ts";
import type { PostalAddress } from "#app/domain/orders/address.ts";
import type { ExchangeProduct } from "#app/domain/orders/exchange.ts";
import type { AddressFacts, CancelFacts, EditFacts, EditQuote, OrderChange, Quote, ReturnFacts } from "#app/domain/orders/facts.ts";
import type { OrderPolicy } from "#app/domain/orders/order-policy.ts";
import type { BookingMoney, DeclineInput, DeskReturn, GiftCardInput, ProcessInput, RemoveInput } from "#app/domain/returns/back-office.ts";
import type { InstantEffectInput, KeepEffectInput, QuoteRequest, ReturnEffectInput } from "#app/flows/engine.ts";

type Answer = { ok: true } | { ok: false; error: string };

/** What effects need of the store. A throw means that the outcome is not known, unless `nothingHappened` says so. */
export type EffectStore = {
  requestReturn(input: ReturnEffectInput, effectId: string): Promise<Answer>;
  createReturn(input: ReturnEffectInput, effectId: string): Promise<Answer>;
  /** The return an earlier try has made, or null. */
  findOwnReturn(input: ReturnEffectInput, effectId: string, startedAt: Date): Promise<ReturnFacts | null>;
  /** What Shopify calculates now, and what it has now of a product that is exchanged for; null when that is gone. */
  quote(request: QuoteRequest): Promise<Quote | { error: string }>;
  exchangeProduct(productId: string): Promise<ExchangeProduct | null>;
  refundKept(input: KeepEffectInput, effectId: string): Promise<Answer>;
  refundBeforeReceipt(input: InstantEffectInput, effectId: string): Promise<Answer>;
  /** The refund an earlier try has made, or null. */
  findOwnRefund(orderId: string, effectId: string): Promise<{ id: string; amount: string } | null>;
  /** Null when the order is gone. */
  cancelling(orderId: string): Promise<CancelFacts | null>;
  cancelOrder(orderId: string, effectId: string): Promise<{ ok: true; job: string } | { ok: false; error: string }>;
  isOwnCancellation(facts: CancelFacts, effectId: string): boolean;
  isJobDone(jobId: string): Promise<boolean>;
  /** Null when the order is gone. */
  addressOf(orderId: string): Promise<AddressFacts | null>;
  changeAddress(orderId: string, address: PostalAddress): Promise<Answer>;
  /** Null when the order is gone. */
  contents(orderId: string): Promise<EditFacts | null>;
  /** What a change costs, and the edit that would make it. */
  calculateEdit(orderId: string, change: OrderChange): Promise<(EditQuote & { edit: string }) | { error: string }>;
  commitEdit(edit: string, effectId: string): Promise<Answer>;
  refund(orderId: string, amount: string, facts: EditFacts, effectId: string): Promise<Answer>;
  /** To the address that stands on the order. */
  mailOrder(orderId: string, mail: "confirmation" | "invoice", language: Language): Promise<Answer>;
  /** A return as staff work on it; null when it is gone. */
  desk(returnId: string): Promise<DeskReturn | null>;
  /** What Shopify would pay back for these lines now, or what the shopper would owe with what is sent in exchange. */
  bookingMoney(
    returnId: string,
    lines: { id: string; quantity: number }[],
    sent?: { lineId: string; quantity: number }[],
  ): Promise<BookingMoney | { owed: Money } | { error: string }>;
  approveReturn(returnId: string): Promise<Answer>;
  declineReturn(input: DeclineInput): Promise<Answer>;
  cancelReturn(returnId: string): Promise<Answer>;
  closeReturn(returnId: string): Promise<Answer>;
  reopenReturn(returnId: string): Promise<Answer>;
  removeLine(input: RemoveInput): Promise<Answer>;
  processReturn(input: ProcessInput, desk: DeskReturn, suggested: BookingMoney, effectId: string): Promise<Answer>;
  makeGiftCard(input: GiftCardInput, effectId: string): Promise<Answer>;
  /** The card an earlier try has made, or null. */
  findOwnGiftCard(effectId: string, startedAt: Date): Promise<{ id: string; ending: string } | null>;
  isOwnBooking(desk: DeskReturn, effectId: string): boolean;
  isOwnRefund(facts: EditFacts, effectId: string): boolean;
  nothingHappened(error: unknown): boolean;
};

/** `job`: the store has accepted it and carries it out afterwards. `doubtful`: it may have been refused for an earlier try of ours. */
export type Attempt = { ok: true; job?: string } | { ok: false; error: string; doubtful?: true };

/** What the store shows of a try: nothing, that it is still at work, how it ended. */
export type Sight = "absent" | "under-way" | { result: Record<string, string> } | { error: string };

export type Tried = { effectId: string; startedAt: Date; job?: string };

/** The merchant's rules as they stand when a change is made, and when the shopper said yes to it. */
export type Rules = { policy: OrderPolicy; currencyCode: string; saidYesAt: Date };

/** One kind of change: made at most once, and looked for before any second try. */
export type EffectKind<Input> = {
  make(store: EffectStore, input: Input, effectId: string, rules: Rules): Promise<Attempt>;
  look(store: EffectStore, input: Input, tried: Tried): Promise<Sight>;
};
