import { decrypt, encrypt, newestPrefix } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update } from "#app/platform/db/writes.ts";
import { log } from "#app/platform/log.ts";

/**
 * Encrypts under the newest key whatever still lies under an older one: credentials of channels, connections and carriers, and Shopify's tokens. Runs at each
 * start, so that after it the older keys can go. What cannot be opened is left for whoever still has its key.
 */
export async function renewEncryption(): Promise<void> {
  const { prisma } = database();
  const older = { not: { startsWith: newestPrefix() } };
  const accounts = await prisma.channelAccount.findMany({ where: { credentials: older } });
  const connections = await prisma.connection.findMany({ where: { credentials: older } });
  const sessions = await prisma.session.findMany({ where: { OR: [{ accessToken: older }, { refreshToken: older }] } });
  const shops = await prisma.shop.findMany({ where: { labelKey: older }, select: { id: true, labelKey: true } });
  let renewed = 0;
  for (const { id, shopId, credentials } of accounts) {
    const next = renew(credentials);
    if (next === null) continue;
    await database().commit([update("ChannelAccount", { id, shopId, credentials }, { credentials: next })]);
    renewed += 1;
  }
  for (const { id, shopId, credentials } of connections) {
    const next = renew(credentials);
    if (next === null) continue;
    await database().commit([update("Connection", { id, shopId, credentials }, { credentials: next })]);
    renewed += 1;
  }
  for (const { id, labelKey } of shops) {
    const next = labelKey && renew(labelKey);
    if (!next) continue;
    await database().commit([update("Shop", { id, labelKey }, { labelKey: next })]);
    renewed += 1;
  }
  for (const { id, accessToken, refreshToken } of sessions) {
    const next = { accessToken: renew(accessToken), refreshToken: refreshToken && renew(refreshToken) };
    if (next.accessToken === null || (refreshToken && next.refreshToken === null)) continue;
    // Only what was read is replaced: a token that was renewed meanwhile is under the newest key already.
    await prisma.session.updateMany({
      where: { id, accessToken, refreshToken },
      data: { accessToken: next.accessToken, refreshToken: next.refreshToken },
    });
    renewed += 1;
  }
  const unreadable = accounts.length + connections.length + shops.length + sessions.length - renewed;
  if (renewed > 0) log.info("encryption-renewed", { count: renewed });
  if (unreadable > 0) log.error("encryption-unreadable", { count: unreadable });
}

/** Null when the key is gone. */
function renew(text: string): string | null {
  try {
    return encrypt(decrypt(text));
  } catch {
    return null;
  }
}
