/** Why an item comes back; decides fees and who looks at it. */
export const returnReasons = ["changed_mind", "size_small", "size_large", "damaged", "wrong_item", "not_as_described", "other"] as const;
export type ReturnReasonKey = (typeof returnReasons)[number];
