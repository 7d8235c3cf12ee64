import type { AdminClient } from "./client.server.ts";
import { customerAccounts, installation, shopInfo } from "./operations/index.ts";
import { VendorError } from "./vendor-error.ts";

export type ShopInfo = {
  name: string;
  /** Where Shopify reaches the merchant; missing without access to it. */
  email?: string;
  /** IANA name, "Europe/Berlin". */
  timeZone: string;
  currencyCode: string;
  /** ISO 3166 */
  countryCode?: string;
  myshopifyDomain: string;
  /** Where the storefront lies, "linden-loom.example". */
  primaryHost?: string;
  policies: ShopPolicy[];
};

/** `type` is Shopify's ("REFUND_POLICY"); `body` is HTML that the merchant wrote. */
export type ShopPolicy = { id: string; type: string; title: string; body: string; url: string; updatedAt: Date };

/** What Shopify says of the shop itself. Policies have no webhook: whoever needs them fresh asks again. */
export async function readShopInfo(client: AdminClient): Promise<ShopInfo> {
  const { shop } = await client.query(shopInfo, {});
  return {
    name: shop.name,
    email: shop.email,
    timeZone: shop.ianaTimezone,
    currencyCode: shop.currencyCode,
    countryCode: shop.shopAddress?.countryCodeV2,
    myshopifyDomain: shop.myshopifyDomain,
    primaryHost: shop.primaryDomain?.host.toLowerCase(),
    policies: shop.shopPolicies ?? [],
  };
}

/** Whether the store still lets the app in. When it cannot be asked this throws: an outage says nothing. */
export async function isInstalled(client: AdminClient): Promise<boolean> {
  try {
    await client.query(installation, {});
    return true;
  } catch (error) {
    if (error instanceof VendorError && error.needsMerchant) return false;
    throw error;
  }
}

/** The scopes of `needed` that the merchant has not granted. A write scope brings its read scope. */
export async function missingScopes(client: AdminClient, needed: string[]): Promise<string[]> {
  const { currentAppInstallation } = await client.query(installation, {});
  const granted = new Set(currentAppInstallation.accessScopes.map((scope) => scope.handle));
  return needed.filter((scope) => !granted.has(scope) && !granted.has(scope.replace(/^read_/, "write_")));
}

/** Where shoppers sign in to their accounts; `passwordless`: by a code that Shopify mails them. */
export type AccountAccess = { url: string | null; passwordless: boolean };

export async function readAccountAccess(client: AdminClient): Promise<AccountAccess> {
  const { customerAccountsV2: accounts } = (await client.query(customerAccounts, {})).shop;
  return { url: accounts.url ?? null, passwordless: accounts.customerAccountsVersion === "NEW_CUSTOMER_ACCOUNTS" };
}
