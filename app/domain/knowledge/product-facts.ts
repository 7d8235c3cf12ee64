import type { Money } from "#app/channels/message.ts";

/** A product as it can be bought at this moment. */
export type ProductFacts = { title: string; variants: VariantFacts[] };

export type VariantFacts = {
  /** Values of its options in their order: "Olive", "M". None for a product that comes in one kind only. */
  values: string[];
  price: Money;
  available: boolean;
  /** Places where it can be collected now. */
  pickup: PickupPlace[];
};

/** `ready`: how soon, when the merchant has said so. */
export type PickupPlace = { name: string; ready?: PickupTime };
export type PickupTime = { unit: "hour" | "day"; from: number; to: number };

/** The variants with options' values that are meant; all of them where none is. */
export function namedVariants(variants: VariantFacts[], isMeant: (value: string) => boolean): VariantFacts[] {
  const named = new Set(variants.flatMap(({ values }) => values.filter(isMeant)));
  if (named.size === 0) return variants;
  // Of each option that is named at all, one of the named values.
  const options = Math.max(...variants.map(({ values }) => values.length));
  const asked = Array.from(
    { length: options },
    (_, at) => new Set(variants.flatMap(({ values }) => values[at] ?? []).filter((one) => named.has(one))),
  );
  return variants.filter(({ values }) => asked.every((wanted, at) => wanted.size === 0 || wanted.has(values[at] ?? "")));
}

/** The variants in this size, named by their other values; none where the product does not come in it. */
export function variantsInSize(variants: VariantFacts[], isSize: (value: string) => boolean): VariantFacts[] {
  const own = variants.filter(({ values }) => values.some(isSize));
  return own.map((one) => ({ ...one, values: one.values.filter((value) => !isSize(value)) }));
}

/** Whether an option's value stands in a text. A single letter is a size only as a capital: "m" may be anything. */
export function isNamed(value: string, text: string): boolean {
  const escaped = value.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, value.length === 1 ? "u" : "iu").test(text);
}

/** "Olive (S, M), Rust (L)": by the first option, each value once. */
export function variantsInWords(variants: VariantFacts[]): string {
  const groups = new Map<string, string[]>();
  for (const { values } of variants) {
    const [first = "", ...rest] = values;
    groups.set(first, [...(groups.get(first) ?? []), rest.join(" / ")].filter(Boolean));
  }
  return [...groups]
    .map(([first, rest]) => (rest.length > 0 ? `${first} (${rest.join(", ")})` : first))
    .filter(Boolean)
    .join(", ");
}
