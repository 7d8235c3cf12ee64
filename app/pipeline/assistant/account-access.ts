import type { Block } from "#app/channels/message.ts";
import { sentence } from "./texts/catalogue.ts";
import type { Turn } from "./turn.ts";

/**
 * How and where customers of this shop sign in, as Shopify says now. It is the shop's own page: who signs in there has proven
 * nothing to us, for that there is `offerLogin`.
 */
export async function accountAccess({ context: { shop }, store, language }: Turn): Promise<Block[]> {
  const { url, passwordless } = await store.accountAccess();
  const own = url && URL.parse(url)?.protocol === "https:" ? url : `https://${shop.primaryHost ?? shop.domain}/account`;
  return [
    { kind: "text", text: sentence(language, passwordless ? "signInCode" : "signInPassword", { shop: shop.name }) },
    { kind: "link", label: sentence(language, "signInButton"), url: own },
  ];
}
