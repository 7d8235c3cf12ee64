import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import { PrismaSessionStorage } from "@shopify/shopify-app-session-storage-prisma";
import { now } from "#app/platform/clock.ts";
import { decrypt, encrypt } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { env } from "#app/platform/env.ts";
import { AdminClient } from "./client.server.ts";
import { EncryptedSessionStorage } from "./session-storage.server.ts";
import { Throttle } from "./throttle.ts";
import { keepAccess, offlineToken } from "./tokens.server.ts";

/** One per opened database; a process that opens another one gets another storage. */
const storages = new WeakMap<object, SessionStorage>();
const encrypted = new EncryptedSessionStorage(openStorage, { encrypt, decrypt });
const throttles = new Map<string, Throttle>();

/** Where Shopify's sessions are kept; the same for its library and for our own client. */
export function sessionStorage(): SessionStorage {
  return encrypted;
}

function openStorage(): SessionStorage {
  const { prisma } = database();
  const known = storages.get(prisma);
  if (known) return known;
  // The package is typed for the client that Prisma generates into node_modules; ours has the same `session` table.
  const storage = new PrismaSessionStorage(prisma as never);
  storages.set(prisma, storage);
  return storage;
}

/** The Admin API of one installed shop, with its own token. All clients of a shop share its request budget. */
export function adminClientFor(shopDomain: string): AdminClient {
  const throttle = throttles.get(shopDomain) ?? new Throttle();
  throttles.set(shopDomain, throttle);
  const getToken = (rejected?: string) => offlineToken(shopDomain, tokenDependencies(), rejected);
  return new AdminClient({ shopDomain, getToken, throttle });
}

/** Keeps an idle shop's access from running out. */
export function keepShopAccess(shopDomain: string): Promise<void> {
  return keepAccess(shopDomain, tokenDependencies());
}

function tokenDependencies() {
  return { sessions: sessionStorage(), apiKey: env.shopifyApiKey, apiSecret: env.shopifyApiSecret, now };
}
