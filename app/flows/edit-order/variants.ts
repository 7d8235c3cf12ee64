import type { VariantFacts } from "#app/domain/orders/facts.ts";
import { fold, meaningOf, wordsOf } from "../item-words.ts";
import type { ItemWish } from "./wish.ts";

/**
 * The kinds of a product that a wish means, given the one there is: options that are named change, the others stay. Empty where
 * no other kind is named, or none is like that.
 */
export function wantedVariants(variants: VariantFacts[], present: VariantFacts | undefined, wish: ItemWish): VariantFacts[] {
  if (wish.variantId) return variants.filter((one) => one.id === wish.variantId);
  const names = [...new Set(variants.flatMap((one) => one.options.map((option) => option.name)))];
  const wanted = new Map<string, Set<string>>();
  for (const name of names) {
    const values = valuesOf(variants, name);
    const now = valueIn(present, name);
    const named = values.filter((value) => isNamed(value, wish) && value !== now);
    const stepped = named.length > 0 || !wish.variant?.sizeStep ? undefined : stepFrom(values, now, wish.variant.sizeStep);
    const chosen = stepped ? [stepped] : named;
    if (chosen.length > 0) wanted.set(name, new Set(chosen));
  }
  if (wanted.size === 0) return [];
  const fits = (one: VariantFacts, keepsTheRest: boolean) =>
    one.options.every(({ name, value }) => wanted.get(name)?.has(value) ?? (!keepsTheRest || value === (valueIn(present, name) ?? value)));
  const exact = variants.filter((one) => fits(one, true));
  return exact.length > 0 ? exact : variants.filter((one) => fits(one, false));
}

/** Whether so many can be had now. */
export function isThere({ forSale, stock }: VariantFacts, count: number): boolean {
  return forSale && (stock === null || stock >= count);
}

const valueIn = (variant: VariantFacts | undefined, name: string) => variant?.options.find((one) => one.name === name)?.value;
const valuesOf = (variants: VariantFacts[], name: string) => [...new Set(variants.flatMap((one) => valueIn(one, name) ?? []))];

const sizes = ["XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL"];
const letters: Record<string, string> = { SMALL: "S", MEDIUM: "M", LARGE: "L", "X-LARGE": "XL" };
const sizeOf = (value: string) => letters[value.toUpperCase()] ?? value.toUpperCase();

function stepFrom(values: string[], now: string | undefined, step: 1 | -1): string | undefined {
  const ladder = values.every((value) => sizes.includes(sizeOf(value))) ? sizes : undefined;
  const rank = (value: string) => (ladder ? ladder.indexOf(sizeOf(value)) : Number.parseFloat(value));
  const sorted = values.filter((value) => !Number.isNaN(rank(value))).sort((one, other) => rank(one) - rank(other));
  return now === undefined ? undefined : sorted[sorted.indexOf(now) + step];
}

/** "Rust", "L", "the blue one" for "Ink" only where the shop calls it blue. */
function isNamed(value: string, { words, variant }: ItemWish): boolean {
  const { size, colour } = variant ?? {};
  if (size && sizeOf(size) === sizeOf(value)) return true;
  if (colour && (fold(value) === colour || wordsOf(fold(value)).some((word) => meansSame(word, colour)))) return true;
  if (value.length <= 2) return new RegExp(`(?<![\\p{L}\\p{N}'’.&-])${escaped(value)}(?![\\p{L}\\p{N}'’&-])`, "u").test(words);
  const folded = ` ${wordsOf(fold(words)).join(" ")} `;
  if (folded.includes(` ${wordsOf(fold(value)).join(" ")} `)) return true;
  return wordsOf(folded).some((word) => word.length > 2 && meansSame(word, fold(value)));
}

function meansSame(word: string, other: string): boolean {
  const meaning = meaningOf(word);
  return meaning !== undefined && meaning === meaningOf(other);
}

const escaped = (value: string) => value.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
