import { digitsOf } from "../currency.ts";
import type { GiftCardRecord } from "../model.ts";
import { formatAmount } from "../money.ts";
import { connection } from "../paging.ts";
import { searchGiftCards } from "../search-gift-cards.ts";
import type { ContentArguments } from "./content.ts";
import { instant, type ViewContext } from "./context.ts";
import { money } from "./parts.ts";
import { customerView } from "./shop.ts";

export function giftCardConnection(context: ViewContext, args: ContentArguments) {
  const { cards, warnings } = searchGiftCards(context.store, args);
  if (warnings.length > 0) context.searches.push({ field: "giftCards", query: args.query ?? "", warnings });
  return connection(
    cards,
    args,
    (card) => card.id,
    (card) => giftCardView(context, card),
  );
}

export function giftCardView(context: ViewContext, card: GiftCardRecord): object {
  const customerOf = (id: string | undefined) => {
    const customer = context.store.customers.get(id ?? "");
    return customer ? customerView(context, customer) : null;
  };
  const worth = (cents: number) =>
    card.currency ? { amount: formatAmount(cents, digitsOf(card.currency)), currencyCode: card.currency } : money(context, cents);
  const lastCharacters = card.code.slice(-4);
  return {
    __typename: "GiftCard",
    id: card.id,
    balance: worth(card.balance),
    initialValue: worth(card.initialValue),
    createdAt: instant(card.createdAt),
    updatedAt: instant(card.updatedAt),
    deactivatedAt: instant(card.deactivatedAt),
    enabled: card.deactivatedAt === undefined,
    expiresOn: card.expiresOn ?? null,
    lastCharacters,
    maskedCode: `•••• •••• •••• ${lastCharacters}`,
    note: card.note ?? null,
    customer: () => customerOf(card.customerId),
    recipientAttributes: card.recipientId
      ? { message: null, preferredName: null, recipient: () => customerOf(card.recipientId), sendNotificationAt: null }
      : null,
  };
}
