import { query } from "../operation.ts";
import { responses } from "../responses.ts";

/** The shop itself. */

export const shopInfo = query<Record<string, never>>()(
  `query ShopInfo {
  shop {
    name email ianaTimezone currencyCode myshopifyDomain primaryDomain { host } shopAddress { countryCodeV2 }
    shopPolicies { id type title body url updatedAt }
  }
}`,
  responses.shop,
);

/** How and where the shop's customers sign in. */
export const customerAccounts = query<Record<string, never>>()(
  `query CustomerAccounts {
  shop { customerAccountsV2 { customerAccountsVersion url } }
}`,
  responses.customerAccounts,
);

/** Whether the app is installed and what it may do there. */
export const installation = query<Record<string, never>>()(
  `query Installation {
  currentAppInstallation { id accessScopes { handle } }
}`,
  responses.installation,
);
