import type { ReasonDefinition, ReturnableItem } from "#app/domain/orders/facts.ts";
import { type ReturnReasonKey, returnReasons } from "#app/domain/returns/reasons.ts";

/**
 * Our few reasons in Shopify's library of many: parts of its handles ("size-too-small", "too-tight"), best first.
 * The handle is stable across languages and versions; the name is only for people.
 */
const handles: Record<ReturnReasonKey, string[]> = {
  changed_mind: ["changed-mind", "change-of-mind", "unwanted", "no-longer-needed", "not-needed", "not-wanted"],
  size_small: ["too-small", "too-tight", "too-short", "small"],
  size_large: ["too-large", "too-big", "too-loose", "too-long", "large"],
  damaged: ["damaged", "defective", "broken", "faulty", "quality"],
  wrong_item: ["wrong-item", "wrong", "incorrect"],
  not_as_described: ["not-as-described", "not-as-expected", "different", "style", "color", "colour"],
  other: ["other", "unknown"],
};

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
  for (const part of handles[reason]) {
    const found = byHandle(part, true) ?? byHandle(part, false);
    if (found) return found;
  }
  return undefined;
}
