import { dayToDate } from "./calendar.ts";
import type { Refusal } from "./policy.ts";
import { outcomeWords, refusedForWords, reviewWords, sayDays, sayMoney, sayOrder } from "./policy-words.ts";
import type { Decision, TrialKind } from "./trial.ts";

export const kindWords: Record<TrialKind, string> = {
  refused: "No longer taken back",
  "taken-back": "Taken back after all",
  shorter: "Less time",
  longer: "More time",
  dearer: "Costs the shopper more",
  cheaper: "Costs the shopper less",
  outcomes: "Other ways to end",
  review: "Whether a person looks first",
  pictures: "Other pictures",
};

const day = (lastDay: number) =>
  new Intl.DateTimeFormat("en", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(dayToDate(lastDay));

/** "until 3 Jun 2026" */
export function sayUntil(lastDay: number | null): string {
  return lastDay === null ? "without end" : `until ${day(lastDay)}`;
}

/** A decision in the words of a merchant, as far as it is of this kind. */
export function sayDecision(decision: Decision, kind: TrialKind, currencyCode: string): string {
  if (!decision.takenBack) return `Refused: ${sayWhy(decision.refusal)}`;
  switch (kind) {
    case "dearer":
    case "cheaper":
      return sayFees(decision, currencyCode);
    case "outcomes":
      return sayOrder(decision.outcomes) || outcomeWords.refund;
    case "review":
      return decision.reviews.length > 0
        ? `A person looks first: ${decision.reviews.map((one) => reviewWords[one]).join(", ")}`
        : "Nobody needs to look";
    case "pictures":
      return decision.photos === 1 ? "1 picture" : `${decision.photos} pictures`;
    default:
      return `Taken back ${sayUntil(decision.lastDay)}`;
  }
}

function sayFees({ restockingFeePercentage, returnShippingFee }: Extract<Decision, { takenBack: true }>, currencyCode: string): string {
  const fees = [
    restockingFeePercentage > 0 && `${restockingFeePercentage}% restocking`,
    Number(returnShippingFee) > 0 && `${sayMoney(returnShippingFee, currencyCode)} for the way back`,
  ].filter((fee) => fee !== false);
  return fees.length > 0 ? fees.join(" and ") : "No fees";
}

function sayWhy(refusal: Refusal): string {
  switch (refusal.because) {
    case "window-closed":
      return `the ${sayDays(refusal.windowDays)} ended on ${day(refusal.lastDay)}`;
    case "final-sale":
      return `final sale (“${refusal.tag}”)`;
    case "not-returnable":
      return `a rule takes back nothing ${refusedForWords[refusal.refusedFor]}`;
    case "returned-before":
      return "the order has had its returns";
    case "not-delivered":
      return "not delivered yet";
  }
}
