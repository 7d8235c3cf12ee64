import { createHash } from "node:crypto";
import type { ReturnFacts } from "#app/domain/orders/facts.ts";
import type { ReturnEffectInput } from "#app/flows/engine.ts";
import { quantities } from "./quote.ts";

/** Our clock and Shopify's may differ by this much; milliseconds. */
const clockSkew = 2 * 60_000;
const anyReference = /\[ref [0-9a-f]{8}\]/;

/** A short mark of one effect, written into the note so that the return can be found again. */
export function effectReference(effectId: string): string {
  return `[ref ${createHash("sha256").update(effectId).digest("hex").slice(0, 8)}]`;
}

/** The shopper's note with the mark behind it, cut to what Shopify takes. */
export function noteWithReference(note: string | undefined, effectId: string, limit: number): string {
  const reference = effectReference(effectId);
  const words = cut(note ?? "", limit - reference.length - 1);
  return words ? `${words} ${reference}` : reference;
}

/** Shortens to `limit` UTF-16 units without halving a character. */
export function cut(text: string, limit: number): string {
  const trimmed = text.trim();
  return trimmed.length <= limit
    ? trimmed
    : trimmed
        .slice(0, limit)
        .replace(/[\uD800-\uDBFF]$/, "")
        .trimEnd();
}

/**
 * Finds the return that an earlier try of this effect has made, or null. Its mark in a note settles it; where notes cannot
 * be read, the same items and quantities since the try began do, unless the return carries another effect's mark.
 */
export function findOwnReturn(returns: ReturnFacts[], input: ReturnEffectInput, effectId: string, startedAt: Date): ReturnFacts | null {
  const reference = effectReference(effectId);
  const marked = returns.find((one) => one.items.some((item) => item.customerNote?.includes(reference)));
  if (marked) return marked;

  const wanted = quantities(input.items);
  const since = startedAt.getTime() - clockSkew;
  const alike = returns
    .filter((one) => one.createdAt.getTime() >= since)
    .filter((one) => !one.items.some((item) => item.customerNote && anyReference.test(item.customerNote)))
    .filter((one) => quantities(one.items) === wanted)
    .sort((left, right) => left.createdAt.getTime() - right.createdAt.getTime());
  return alike[0] ?? null;
}
