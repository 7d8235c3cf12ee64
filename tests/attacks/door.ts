import { signAppProxyQuery } from "#sandbox/shopify/app-proxy.ts";
import { testEnvironment } from "#tests/setup/environment.ts";

/** The address by which Shopify's proxy brings a storefront visitor, signed as Shopify signs it. */
export function proxyAddress(url: string, visit: { shop: string; customerId?: string; extra?: [string, string][] }): string {
  const parameters = {
    shop: visit.shop,
    logged_in_customer_id: visit.customerId ?? "",
    path_prefix: "/apps/onethread",
    timestamp: String(Math.floor(Date.now() / 1000)),
  };
  const query = new URLSearchParams([...Object.entries(parameters), ...(visit.extra ?? [])]);
  query.set("signature", signAppProxyQuery(query, testEnvironment.SHOPIFY_API_SECRET ?? ""));
  return `${url}/proxy/boot?${query}`;
}
