import type { ReasonDefinition, ReturnableItem } from "#app/domain/orders/facts.ts";
import { handlesOfReason, type ReturnReasonKey, returnReasons } from "#app/domain/returns/reasons.ts";

/** Shopify's definition for a reason on this item; the item's "other" when it has none of its own. */
export function definitionFor(item: ReturnableItem, reason: ReturnReasonKey): ReasonDefinition | undefined {
  return findDefinition(item, reason) ?? findDefinition(item, "other") ?? item.reasons.at(-1);
}

/** The reasons worth offering: sizes only where an item comes in sizes. */
export function reasonsFor(items: ReturnableItem[]): ReturnReasonKey[] {
  const sized = items.some((item) => findDefinition(item, "size_small") ?? findDefinition(item, "size_large"));
  return returnReasons.filter((reason) => sized || (reason !== "size_small" && reason !== "size_large"));
}

function findDefinition(item: ReturnableItem, reason: ReturnReasonKey): ReasonDefinition | undefined {
  const byHandle = (part: string, exact: boolean) =>
    item.reasons.find((one) => {
      const handle = one.handle.toLowerCase().replaceAll("_", "-");
      return exact ? handle === part : `-${handle}-`.includes(`-${part}-`);
    });
  for (const part of handlesOfReason[reason]) {
    const found = byHandle(part, true) ?? byHandle(part, false);
    if (found) return found;
  }
  return undefined;
}
