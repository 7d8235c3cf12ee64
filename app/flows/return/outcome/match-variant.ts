import { isNamed } from "#app/domain/knowledge/product-facts.ts";
import { sizeKey } from "#app/domain/knowledge/sizes.ts";
import type { ExchangeProduct, ExchangeVariant, VariantOption } from "#app/domain/orders/exchange.ts";
import type { VariantWish } from "#app/pipeline/assistant/model.ts";

export type Wish = { words: string; variant?: VariantWish };

/**
 * The kinds of a product that a wish means: each option that it names as named, the others as in the bought one where that is of
 * the same product. Null when it names none of the product's options.
 */
export function matchVariants(wish: Wish, product: ExchangeProduct, boughtId: string | undefined): ExchangeVariant[] | null {
  const { variants } = product;
  const bought = variants.find((one) => one.variantId === boughtId);
  const count = Math.max(0, ...variants.map(({ options }) => options.length));
  const wanted = Array.from({ length: count }, (_, at) => namedValues(wish, at, variants, bought));
  if (wanted.every((values) => values.size === 0)) return null;
  const fits = (relaxed: boolean) =>
    variants.filter(({ options }) =>
      wanted.every((values, at) => {
        const value = options[at]?.value ?? "";
        if (values.size > 0) return values.has(value);
        return relaxed || !bought || bought.options[at]?.value === value;
      }),
    );
  const same = fits(false);
  return same.length > 0 ? same : fits(true);
}

/** The values of one option that a wish names. */
function namedValues(wish: Wish, at: number, variants: ExchangeVariant[], bought: ExchangeVariant | undefined): Set<string> {
  const options = [...new Map(variants.flatMap(({ options: own }) => (own[at] ? [[own[at].value, own[at]] as const] : []))).values()];
  const step = wish.variant?.size ? undefined : wish.variant?.sizeStep;
  const stepped = step && steppedSize(options, bought?.options[at], step);
  if (stepped) return new Set([stepped.value]);
  return new Set(options.filter((option) => isWished(option, wish)).map(({ value }) => value));
}

function isWished({ value, size, colour }: VariantOption, { words, variant = {} }: Wish): boolean {
  if (variant.size && size) return size === sizeKey(variant.size);
  // A colour by another name ("navy" for "Ink") is only found where the name itself was not said.
  if (isNamed(value, words)) return true;
  return variant.colour !== undefined && colour === variant.colour;
}

/** "One size larger": the next value in the shop's own order. */
function steppedSize(options: VariantOption[], bought: VariantOption | undefined, step: 1 | -1): VariantOption | undefined {
  if (!bought?.size) return undefined;
  const sizes = options.filter(({ size }) => size !== undefined);
  const at = sizes.findIndex(({ value }) => value === bought.value);
  return at < 0 ? undefined : sizes[at + step];
}
