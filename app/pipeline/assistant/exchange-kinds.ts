import { sizeKey } from "#app/domain/knowledge/sizes.ts";
import type { ExchangeProduct } from "#app/domain/orders/exchange.ts";
import { colourOf } from "./local/slots/colours.ts";
import { foldEvenly } from "./local/slots/line.ts";

/** Marks which of a product's options are sizes and colours, so that "in M" and "das blaue" find them in any language. */
export function withKinds(product: ExchangeProduct | null): ExchangeProduct | null {
  return (
    product && {
      ...product,
      variants: product.variants.map((variant) => ({
        ...variant,
        options: variant.options.map(({ value }) => {
          const [size, colour] = [sizeKey(value), colourOf(foldEvenly(value))];
          return { value, ...(size && { size }), ...(colour && { colour }) };
        }),
      })),
    }
  );
}
