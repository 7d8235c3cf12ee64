/**
 * Shopify's signature covers the body of a webhook, not its headers: whoever holds one signed body can send it again under
 * another shop's name or another topic. What uninstalls or erases must therefore name this shop in the body and look like
 * its topic, as what the shop is called must; no other body may name another shop.
 */
export function isAboutThisShop(topic: string, body: Record<string, unknown>, domain: string): boolean {
  const named = [body.shop_domain, body.myshopify_domain].filter((one) => one !== undefined);
  if (named.some((one) => one !== domain)) return false;
  switch (topic) {
    case "app/uninstalled":
    case "shop/update":
      return body.myshopify_domain === domain;
    case "customers/data_request":
      return body.shop_domain === domain && "data_request" in body;
    case "customers/redact":
      return body.shop_domain === domain && "customer" in body && !("data_request" in body);
    case "shop/redact":
      return body.shop_domain === domain && !("customer" in body);
    default:
      return true;
  }
}
