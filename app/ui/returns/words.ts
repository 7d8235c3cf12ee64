/** Every sentence of the back office of returns. */

const problems: Record<string, string> = {
  changed: "The return had changed in Shopify in the meantime, so nothing was done. It is shown as it is now.",
  gone: "Shopify no longer shows this return. Nothing was done.",
  "under-way": "Something is being done with this return already. Wait until it has ended, or stop it.",
  incomplete: "Something is missing. Fill in everything and try again.",
  "note-too-long": "The note is longer than 500 characters.",
  unclear: "Shopify does not say what is to be paid. Book this return in Shopify.",
  "no-gift-cards":
    "This app may not make gift cards yet. Open it again and allow what it asks for, or book without money and make the card in Shopify.",
  TAKEN: "Shopify has a card with this code already. Look into its gift cards.",
  GIFT_CARD_LIMIT_EXCEEDED: "The sum is more than Shopify lets one card hold. Make the cards in Shopify.",
  unreachable: "Shopify did not answer, so nothing was done. Try again.",
  "too-late": "It was too late: this is being carried out already.",
  "not-requested": "This return has been decided already.",
  "not-open": "This return is not open.",
  "not-closed": "This return is not closed.",
  "worked-on": "A part of it has been received already, so Shopify no longer allows this.",
  refunded: "Money was paid back already, so Shopify no longer allows this.",
  "nothing-left": "Everything in it has been received.",
  "last-piece": "It is the last item. Cancel the return instead.",
  "too-long": "It has more lines than are shown here. Book it in Shopify.",
  "outcome-unknown": "Shopify did not confirm it. Look into Shopify before you try again.",
  INVALID_STATE: "Shopify no longer allows this. The return is shown as it is now.",
  "daily-cap": "The limit of changes in one day is reached.",
};

/** What stands in the way, for staff. */
export const deedProblem = (because: string): string => problems[because] ?? "Shopify refused this, so nothing was done.";

export const declineReasonWords = {
  FINAL_SALE: "Final sale",
  RETURN_PERIOD_ENDED: "The return period has ended",
  OTHER: "Another reason",
} as const;

export const dispositionWords = {
  RESTOCKED: "Received, back into stock",
  NOT_RESTOCKED: "Received, not for sale again",
  PROCESSING_REQUIRED: "Received, to be looked at",
  MISSING: "Was not in the parcel",
} as const;
