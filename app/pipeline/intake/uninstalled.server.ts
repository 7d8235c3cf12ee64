import { eraseShop } from "#app/domain/privacy/erase-shop.server.ts";
import { uninstallShop } from "#app/domain/shops/register.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { log } from "#app/platform/log.ts";

/**
 * Shopify has said that the app was taken out, up to a day late and so perhaps of a time before the merchant took it in
 * again. Believed when the store no longer lets us in; `erase` is what was asked for besides.
 */
export async function takeUninstalled(shopId: string, erase: boolean, letsUsIn: (domain: string) => Promise<boolean>): Promise<void> {
  const shop = await database().prisma.shop.findUnique({ where: { id: shopId } });
  if (!shop) return;
  // One that is out already may be about to come back: its new session is not touched.
  if (!shop.uninstalledAt) {
    if (await letsUsIn(shop.domain)) return log.warn("store-event-not-believed", { shopId, topic: topicOf(erase) });
    await uninstallShop(shop.domain);
  }
  if (erase) await eraseShop(shopId);
}

const topicOf = (erase: boolean) => (erase ? "shop/redact" : "app/uninstalled");
