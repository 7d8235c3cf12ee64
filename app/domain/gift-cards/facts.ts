import type { Money } from "#app/channels/message.ts";

/** One gift card as its owner may hear of it. Neither its code nor what staff noted on it is ever read. */
export type GiftCardFacts = {
  /** The last four signs of its code, as they stand on the card. */
  ending: string;
  balance: Money;
  /** The last day on which it can be spent, as days since 1970; null when it holds for ever. */
  lastDay: number | null;
  /** Taken out of use by the shop, for good. */
  deactivated: boolean;
};

/** Whose cards to look for: customer accounts by their number, and mailboxes in lower case. Both are proven to be the asker's. */
export type GiftCardOwner = { customerIds: string[]; emails: string[] };
