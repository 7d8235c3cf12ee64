import type { AgainstKind, ReasonKind } from "#app/domain/identity/suggestions.ts";

const reasons: Record<ReasonKind, string> = {
  "same-contact": "Both are known by the same contact",
  "typed-their-contact": "One typed the other’s address or number, and did not prove it",
  "contact-on-order": "An order of one carries a contact of the other",
  "named-their-order": "One named an order that carries the other’s address",
  "near-email": "Their email addresses differ by one letter",
  "same-browser": "Both used the same browser",
  "same-order": "Both speak of order",
  "same-name": "They have the same name",
  "same-address": "Their orders go to the same address",
};
export const reasonWords = (kind: ReasonKind, about: string | null): string => (about ? `${reasons[kind]} ${about}` : reasons[kind]);

const doubts: Record<AgainstKind, string> = {
  "different-names": "Their names differ",
  "two-accounts": "They have different customer accounts",
  "many-share": "Others share this too",
  gift: "The order may be a present, or a couple’s",
};
export const againstWords = (kind: AgainstKind): string => doubts[kind];

/** How likely, in a word; the number behind it only orders the queue. */
export function likelihood(score: number): string {
  if (score >= 75) return "Very likely";
  return score >= 55 ? "Likely" : "Perhaps";
}
