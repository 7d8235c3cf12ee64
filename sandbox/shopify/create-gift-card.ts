import { digitsOf } from "./currency.ts";
import type { GiftCardRecord } from "./model.ts";
import { parseAmount } from "./money.ts";
import { type Problem, problem } from "./problems.ts";
import type { ShopifyStore } from "./store.ts";

export type GiftCardInput = {
  code?: string | null;
  customerId?: string | null;
  expiresOn?: string | null;
  initialAmount?: { amount: string; currencyCode: string } | null;
  initialValue?: string | null;
  note?: string | null;
  recipientAttributes?: { id: string } | null;
};

/** The most one card may hold, in the smallest coin; Shopify names no figure in its documentation. */
const most = 200_000;

/** Staff or an app issue a card. Without a customer and a recipient nobody is told of it; the code is answered once and never shown again. */
export function createGiftCard(store: ShopifyStore, input: GiftCardInput): { card: GiftCardRecord | null; userErrors: Problem[] } {
  const { shop } = store;
  const currency = input.initialAmount?.currencyCode ?? shop.currency;
  const value = parseAmount(input.initialAmount?.amount ?? input.initialValue, digitsOf(currency));
  const code = (input.code ?? randomCode()).toLowerCase();
  const problems = [
    shop.withoutGiftCards && problem(["input"], "Gift cards are not available on this plan", "INVALID"),
    value === undefined && problem(["input", "initialValue"], "Initial value can't be blank", "MISSING_ARGUMENT"),
    value !== undefined && value <= 0 && problem(["input", "initialValue"], "Initial value must be greater than 0", "GREATER_THAN"),
    (value ?? 0) > most && problem(["input", "initialValue"], "Gift card limit exceeded", "GIFT_CARD_LIMIT_EXCEEDED"),
    code.length < 8 && problem(["input", "code"], "Code is too short (minimum is 8 characters)", "TOO_SHORT"),
    code.length > 20 && problem(["input", "code"], "Code is too long (maximum is 20 characters)", "TOO_LONG"),
    !/^[a-z0-9]*$/.test(code) && problem(["input", "code"], "Code must be alphanumeric", "INVALID"),
    [...store.giftCards.values()].some((one) => one.code === code) && problem(["input", "code"], "Code has already been taken", "TAKEN"),
    input.customerId &&
      !store.customers.has(input.customerId) &&
      problem(["input", "customerId"], "Customer not found", "CUSTOMER_NOT_FOUND"),
    input.recipientAttributes &&
      !store.customers.has(input.recipientAttributes.id) &&
      problem(["input", "recipientAttributes", "id"], "Recipient not found", "RECIPIENT_NOT_FOUND"),
  ].filter((one): one is Problem => typeof one === "object");
  if (problems.length > 0 || value === undefined) return { card: null, userErrors: problems };
  const at = store.now();
  const card: GiftCardRecord = {
    id: store.nextId("GiftCard"),
    code,
    initialValue: value,
    balance: value,
    ...(currency !== shop.currency && { currency }),
    ...(input.customerId && { customerId: input.customerId }),
    ...(input.recipientAttributes && { recipientId: input.recipientAttributes.id }),
    ...(input.note && { note: input.note }),
    ...(input.expiresOn && { expiresOn: input.expiresOn }),
    source: "api_client",
    createdAt: at,
    updatedAt: at,
  };
  store.giftCards.set(card.id, card);
  return { card, userErrors: [] };
}

const randomCode = (): string => crypto.randomUUID().replaceAll("-", "").slice(0, 16);
