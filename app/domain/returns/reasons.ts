/** Why an item comes back; decides fees and who looks at it. */
export const returnReasons = ["changed_mind", "size_small", "size_large", "damaged", "wrong_item", "not_as_described", "other"] as const;
export type ReturnReasonKey = (typeof returnReasons)[number];

/**
 * Our few reasons in Shopify's library of many: parts of its handles ("size-too-small", "too-tight"), best first.
 * The handle is stable across languages and versions; the name is only for people.
 */
export const handlesOfReason: Record<ReturnReasonKey, string[]> = {
  changed_mind: ["changed-mind", "change-of-mind", "unwanted", "no-longer-needed", "not-needed", "not-wanted"],
  size_small: ["too-small", "too-tight", "too-short", "small"],
  size_large: ["too-large", "too-big", "too-loose", "too-long", "large"],
  damaged: ["damaged", "defective", "broken", "faulty", "quality"],
  wrong_item: ["wrong-item", "wrong", "incorrect"],
  not_as_described: ["not-as-described", "not-as-expected", "different", "style", "color", "colour"],
  other: ["other", "unknown"],
};

/** Our reason for one of Shopify's handles; undefined where none fits. */
export function reasonOfHandle(handle: string): ReturnReasonKey | undefined {
  const parts = `-${handle.toLowerCase().replaceAll("_", "-")}-`;
  return returnReasons.find((reason) => handlesOfReason[reason].some((part) => parts.includes(`-${part}-`)));
}
