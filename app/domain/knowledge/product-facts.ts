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

/** The variants that a text names by their options' values; all of them where it names none. */
export function namedVariants(text: string, variants: VariantFacts[]): VariantFacts[] {
  const named = new Set(variants.flatMap(({ values }) => values.filter((value) => isNamed(value, text))));
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
export function variantsInSize(size: string, variants: VariantFacts[]): VariantFacts[] {
  const own = variants.filter(({ values }) => values.some((value) => sameSize(value, size)));
  return own.map((one) => ({ ...one, values: one.values.filter((value) => !sameSize(value, size)) }));
}

/** Sizes of Brazil and their names elsewhere. */
const otherNames: Record<string, string> = { pp: "xs", p: "s", g: "l", gg: "xl", xg: "xxl", "2xl": "xxl", "3xl": "xxxl", "4xl": "xxxxl" };

function sameSize(one: string, other: string): boolean {
  const plain = (size: string) =>
    size
      .toLowerCase()
      .replace(/^(?:eu|size)\s+|\s+eu$/g, "")
      .replace(",", ".")
      .trim();
  const named = (size: string) => otherNames[plain(size)] ?? plain(size);
  return plain(one) === plain(other) || named(one) === named(other);
}

/** A single letter is a size only as a capital: "m" may be anything. */
function isNamed(value: string, text: string): boolean {
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
