import { AdminClient } from "#app/integrations/shopify-admin/client.server.ts";
import { findOrderByName, findOrdersByEmail } from "#app/integrations/shopify-admin/orders.server.ts";
import { getReturnable } from "#app/integrations/shopify-admin/returns.server.ts";
import { missingScopes, readShopInfo } from "#app/integrations/shopify-admin/shop-info.server.ts";
import type { VendorSuite } from "../verify.ts";

/** A development store with the app installed; VERIFY_SHOPIFY_ORDER names a fulfilled test order of it. */
export const verifyShopify: VendorSuite = {
  variables: ["VERIFY_SHOPIFY_SHOP", "VERIFY_SHOPIFY_TOKEN", "VERIFY_SHOPIFY_ORDER"],
  checks: (read) => {
    const client = new AdminClient({ shopDomain: read("VERIFY_SHOPIFY_SHOP"), getToken: async () => read("VERIFY_SHOPIFY_TOKEN") });
    const order = async () => {
      const found = await findOrderByName(client, read("VERIFY_SHOPIFY_ORDER"));
      if (!found) throw new Error("the order was not found");
      return found;
    };
    return [
      { name: "shop", run: async () => `${(await readShopInfo(client)).currencyCode} read` },
      {
        name: "scopes",
        run: async () => {
          const missing = await missingScopes(client, ["write_orders", "read_customers", "write_returns"]);
          if (missing.length > 0) throw new Error(`missing ${missing.join(", ")}`);
          return "all granted";
        },
      },
      { name: "order by name", run: async () => `${(await order()).items.length} lines` },
      { name: "order by e-mail", run: async () => `${(await findOrdersByEmail(client, (await order()).email ?? "")).length} found` },
      { name: "returnable lines", run: async () => `${(await getReturnable(client, (await order()).id)).length} lines` },
    ];
  },
};
