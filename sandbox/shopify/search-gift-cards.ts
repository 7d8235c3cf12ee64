import type { GiftCardRecord } from "./model.ts";
import {
  dateMatches,
  matches,
  numberMatches,
  parseSearch,
  type SearchWarning,
  searchWarnings,
  type Term,
  textMatches,
} from "./search-syntax.ts";
import { numericId, type ShopifyStore } from "./store.ts";

type Test = (card: GiftCardRecord, term: Term, store: ShopifyStore) => boolean | undefined;

const idOf = (id: string | undefined, term: Term): boolean | undefined =>
  id ? numberMatches(numericId(id), term, Number(term.value)) : Number.isNaN(Number(term.value)) ? undefined : false;
const isExpired = (card: GiftCardRecord, store: ShopifyStore): boolean =>
  card.expiresOn !== undefined && card.expiresOn < store.now().toISOString().slice(0, 10);

const balances: Record<string, (card: GiftCardRecord) => boolean> = {
  full: (card) => card.balance === card.initialValue,
  partial: (card) => card.balance > 0 && card.balance < card.initialValue,
  empty: (card) => card.balance === 0,
  full_or_partial: (card) => card.balance > 0,
};

const fields: Record<string, Test> = {
  id: (card, term) => idOf(card.id, term),
  customer_id: (card, term) => idOf(card.customerId, term),
  recipient_id: (card, term) => idOf(card.recipientId, term),
  balance_status: (card, term) => balances[term.value.toLowerCase()]?.(card),
  created_at: (card, term) => dateMatches(card.createdAt, term),
  expires_on: (card, term) => (card.expiresOn ? dateMatches(new Date(card.expiresOn), term) : false),
  initial_value: (card, term) => numberMatches(card.initialValue / 100, term, Number(term.value)),
  source: (card, term) => card.source === term.value.toLowerCase(),
  status: (card, term, store) => {
    if (term.value === "disabled") return card.deactivatedAt !== undefined;
    if (term.value === "expired") return isExpired(card, store);
    return term.value === "enabled" ? card.deactivatedAt === undefined && !isExpired(card, store) : undefined;
  },
};

/** A word without a field is looked for in codes, whole, and in names: never to be a shopper's. */
const anywhere: Test = (card, term, store) => {
  const customer = store.customers.get(card.customerId ?? "");
  return [card.code, card.code.slice(-4), customer?.firstName, customer?.lastName, customer?.email].some((text) => textMatches(text, term));
};

const sortValue: Record<string, (card: GiftCardRecord) => number | string> = {
  AMOUNT_SPENT: (card) => card.initialValue - card.balance,
  BALANCE: (card) => card.balance,
  CODE: (card) => card.code,
  CREATED_AT: (card) => card.createdAt.getTime(),
  EXPIRES_ON: (card) => card.expiresOn ?? "9999",
  INITIAL_VALUE: (card) => card.initialValue,
  UPDATED_AT: (card) => card.updatedAt.getTime(),
};

/** Gift cards a query finds, in the order asked for. */
export function searchGiftCards(
  store: ShopifyStore,
  { query, sortKey }: { query?: string | null; sortKey?: string | null },
): { cards: GiftCardRecord[]; warnings: SearchWarning[] } {
  const search = parseSearch(query ?? "");
  const value = sortValue[sortKey ?? "ID"] ?? ((card: GiftCardRecord) => numericId(card.id));
  const cards = [...store.giftCards.values()]
    .filter((card) => matches(search, (term) => (term.field ? fields[term.field]?.(card, term, store) : anywhere(card, term, store))))
    .map((card) => ({ card, value: value(card) }))
    .toSorted((one, other) =>
      one.value < other.value ? -1 : one.value > other.value ? 1 : numericId(one.card.id) - numericId(other.card.id),
    );
  return { cards: cards.map(({ card }) => card), warnings: searchWarnings(search, fields) };
}
