import type { Money } from "#app/channels/message.ts";

/** A product with its variants as they can be had in exchange at this moment. */
export type ExchangeProduct = { productId: string; title: string; variants: ExchangeVariant[] };

export type ExchangeVariant = {
  variantId: string;
  /** In the product's order of options; none for a product that comes in one kind only. */
  options: VariantOption[];
  /** In the shop's currency; what is to be paid is Shopify's calculation. */
  price: Money;
  /** How many there are; null where the shop sells it whatever the stock says. 0: it cannot be had. */
  stock: number | null;
};

/** One option's value, with what kind of thing it is where that could be told: a size's key, a colour's English name. */
export type VariantOption = { value: string; size?: string; colour?: string };

/** A product that words may have meant. */
export type FoundProduct = { productId: string; title: string };

/** What is still to be paid for an order, and where. */
export type OwedFacts = { outstanding: Money; url?: string };

/** "Olive / M" */
export function variantLabel({ options }: Pick<ExchangeVariant, "options">): string {
  return options.map(({ value }) => value).join(" / ");
}

export function isInStock({ stock }: Pick<ExchangeVariant, "stock">, quantity: number): boolean {
  return stock === null || stock >= quantity;
}
