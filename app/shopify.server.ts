import "@shopify/shopify-app-remix/adapters/node";
import { ApiVersion, AppDistribution, LogSeverity, shopifyApp } from "@shopify/shopify-app-remix/server";
import { beginSweeping } from "#app/domain/privacy/sweep.server.ts";
import { registerShop } from "#app/domain/shops/register.server.ts";
import { adminClientFor, sessionStorage } from "#app/integrations/shopify-admin/for-shop.server.ts";
import { readShopInfo } from "#app/integrations/shopify-admin/shop-info.server.ts";
import { beginKnowledge } from "#app/pipeline/knowledge/refresh.server.ts";
import { beginReconciling } from "#app/pipeline/reconcile/store.server.ts";
import { env } from "#app/platform/env.ts";
import { log } from "#app/platform/log.ts";

/**
 * Reads the shop's own facts, makes or revives its row and sees that its orders and texts are looked after. Also for pages that found a session without a shop: the first
 * opening loads several at once, and only one of them runs the hook.
 */
export async function register(shopDomain: string) {
  const shop = await registerShop(shopDomain, await readShopInfo(adminClientFor(shopDomain)));
  await beginReconciling([shop.id]);
  await beginKnowledge([shop.id]);
  await beginSweeping([shop.id]);
  return shop;
}

const shopify = shopifyApp({
  apiKey: env.shopifyApiKey,
  apiSecretKey: env.shopifyApiSecret,
  apiVersion: ApiVersion.October26,
  scopes: env.scopes,
  appUrl: env.appUrl,
  authPathPrefix: "/auth",
  sessionStorage: sessionStorage(),
  distribution: env.distribution === "SingleMerchant" ? AppDistribution.SingleMerchant : AppDistribution.AppStore,
  future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  logger: {
    level: LogSeverity.Warning,
    // The library's messages may quote a session token whole, so none of their words is kept.
    log: async (severity) => log.warn("shopify-library", { code: LogSeverity[severity] }),
  },
  hooks: {
    // Runs whenever a token was exchanged, about once an hour of use: registering is repeatable.
    afterAuth: async ({ session }) => {
      await register(session.shop);
    },
  },
});

export const { authenticate, unauthenticated, login, addDocumentResponseHeaders } = shopify;
