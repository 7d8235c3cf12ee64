import type { Block } from "#widget/protocol.ts";

/** Replies as the server would make them, for a shop that sells cloth. */
export const orderBlock: Block = {
  kind: "order",
  name: "#1001",
  status: "On its way",
  items: [
    { title: "Linen shirt", variantTitle: "Oat, M", quantity: 2, imageUrl: "/assets/none.png" },
    { title: "Wool throw", variantTitle: "Moss", quantity: 1 },
  ],
  stages: [
    { label: "Ordered", at: "Mon 9 Nov", state: "done" },
    { label: "Packed", at: "Tue 10 Nov", state: "done" },
    { label: "On its way", at: "since Wed 11 Nov", state: "present" },
    { label: "Out for delivery", state: "ahead" },
    { label: "Delivered", state: "ahead" },
  ],
  trackingUrl: "https://carrier.example/track/ABC123",
  trackingLabel: "Track with Sample Post",
};

export const choicesBlock: Block = {
  kind: "choices",
  prompt: "What would you like to do?",
  choices: [
    { id: "case-1|next|track", title: "Track it" },
    { id: "case-1|next|return", title: "Return something" },
    { id: "case-1|next|none", title: "Nothing else" },
  ],
};

export const itemsBlock: Block = {
  kind: "items",
  prompt: "What comes back?",
  choiceId: "case-1|items|picked",
  items: [
    { id: "line-1", title: "Linen shirt", variantTitle: "Oat, M", price: { amount: "48.90", currencyCode: "EUR" }, maxQuantity: 2 },
    { id: "line-2", title: "Wool throw", variantTitle: "Moss", price: { amount: "89.00", currencyCode: "EUR" }, maxQuantity: 1 },
    { id: "line-3", title: "Gift card", maxQuantity: 1, refused: "Gift cards cannot be returned." },
  ],
  confirmLabel: "Return these",
};

export const quoteBlock: Block = {
  kind: "quote",
  title: "Your return of #1001",
  lines: [
    { label: "Linen shirt × 1", amount: "€48.90" },
    { label: "Return shipping", amount: "−€4.50" },
  ],
  total: { label: "You get back", amount: "€44.40" },
  confirm: { id: "case-1|confirm|yes-abc", title: "Return for €44.40" },
  others: [{ id: "case-1|confirm|change", title: "Change something" }],
};

export const progressBlock: Block = {
  kind: "progress",
  step: 3,
  of: 5,
  label: "Reason",
  saved: [
    { label: "Order", value: "#1001", change: { id: "case-1|order|change", title: "Change the order" } },
    { label: "Items", value: "1 × Linen shirt", change: { id: "case-1|items|change", title: "Change the items" } },
  ],
};
