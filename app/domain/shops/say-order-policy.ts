import type { OrderPolicy } from "#app/domain/orders/order-policy.ts";
import { sayMoney } from "#app/domain/returns/policy-words.ts";

/** What is different between two sets of rules for orders that have not left, in sentences. */
export function sayOrderChanges(before: OrderPolicy, after: OrderPolicy, currencyCode: string): string[] {
  const [old, present] = [sayOrderPolicy(before, currencyCode), sayOrderPolicy(after, currencyCode)];
  return present.filter((sentence) => !old.includes(sentence));
}

function sayOrderPolicy(policy: OrderPolicy, currencyCode: string): string[] {
  const { cancel, cancelWithinMinutes, cancelUpTo, changeAddress, changeAddressAcross, changeItems, changeItemsUpTo } = policy;
  const limits = [
    cancelWithinMinutes !== null && `for ${cancelWithinMinutes} minutes after ordering`,
    cancelUpTo !== null && `up to ${sayMoney(cancelUpTo, currencyCode)}`,
  ].filter((limit) => limit !== false);
  return [
    cancel ? `The assistant may cancel an order${limits.length > 0 ? ` ${limits.join(", ")}` : ""}.` : "Only you cancel orders.",
    changeItems
      ? `The assistant may change items and quantities${changeItemsUpTo === null ? "" : ` for up to ${sayMoney(changeItemsUpTo, currencyCode)} more`}.`
      : "Only you change items and quantities.",
    !changeAddress
      ? "Only you change delivery addresses."
      : `The assistant may change a delivery address${changeAddressAcross ? ", also to another state or tax area of the same country" : ""}.`,
  ];
}
