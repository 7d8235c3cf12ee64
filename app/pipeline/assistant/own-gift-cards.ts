import type { GiftCardFacts } from "#app/domain/gift-cards/facts.ts";
import type { Turn } from "./turn.ts";

/**
 * The gift cards of the customers that this shopper has proven to be: by a sign-in, or by a mailbox. A telephone proves none:
 * anyone can type a stranger's number into an account.
 */
export function ownGiftCards({ store, context }: Turn): Promise<GiftCardFacts[] | null> {
  const proven = (kind: string) => context.standing.verified.filter((one) => one.kind === kind).map((one) => one.externalId);
  return store.giftCards({ customerIds: proven("shopify-customer"), emails: proven("email") });
}
