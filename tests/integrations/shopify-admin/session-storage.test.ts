import { Session } from "@shopify/shopify-api";
import { PrismaSessionStorage } from "@shopify/shopify-app-session-storage-prisma";
import { expect, test } from "vitest";
import { EncryptedSessionStorage } from "#app/integrations/shopify-admin/session-storage.server.ts";
import { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { shopDomain } from "./fake-admin.ts";

const cipher = {
  encrypt: (text: string) => `sealed:${Buffer.from(text).toString("hex")}`,
  decrypt: (text: string) => {
    if (!text.startsWith("sealed:")) throw new Error("Not sealed.");
    return Buffer.from(text.slice(7), "hex").toString();
  },
};

const id = `offline_${shopDomain}`;
const session = () =>
  new Session({
    id,
    shop: shopDomain,
    state: "",
    isOnline: false,
    scope: "read_orders,write_returns",
    accessToken: "shpat_access",
    refreshToken: "shprt_refresh",
    expires: new Date("2026-11-20T13:00:00Z"),
    refreshTokenExpires: new Date("2027-02-18T12:00:00Z"),
  });

async function openStorage() {
  const database = await DatabaseHandle.open(":memory:");
  const inner = new PrismaSessionStorage(database.prisma as never);
  const storage = new EncryptedSessionStorage(() => inner, cipher);
  return { database, storage };
}

test("the database holds neither token in clear, and both come back", async () => {
  const { database, storage } = await openStorage();
  await storage.storeSession(session());
  const row = await database.prisma.session.findUniqueOrThrow({ where: { id } });
  expect(JSON.stringify(row, (_key, value) => (typeof value === "bigint" ? String(value) : value))).not.toMatch(
    /shpat_access|shprt_refresh/,
  );
  expect(await storage.loadSession(id)).toMatchObject({
    accessToken: "shpat_access",
    refreshToken: "shprt_refresh",
    scope: "read_orders,write_returns",
    expires: session().expires,
    refreshTokenExpires: session().refreshTokenExpires,
  });
});

test("a loaded session can be stored again without being sealed twice", async () => {
  const { storage } = await openStorage();
  await storage.storeSession(session());
  const loaded = await storage.loadSession(id);
  if (!loaded) throw new Error("The session is gone.");
  await storage.storeSession(loaded);
  expect(await storage.findSessionsByShop(shopDomain)).toMatchObject([{ accessToken: "shpat_access", refreshToken: "shprt_refresh" }]);
});

test("storing does not change the caller's session", async () => {
  const { storage } = await openStorage();
  const mine = session();
  await storage.storeSession(mine);
  expect(mine.accessToken).toBe("shpat_access");
});

test("a deleted session is gone, and a missing one is undefined", async () => {
  const { storage } = await openStorage();
  await storage.storeSession(session());
  await storage.deleteSession(id);
  expect(await storage.loadSession(id)).toBeUndefined();
  await storage.storeSession(session());
  await storage.deleteSessions([id]);
  expect(await storage.loadSession(id)).toBeUndefined();
});

test("a token that was not sealed by us is refused, not passed on", async () => {
  const { database, storage } = await openStorage();
  await storage.storeSession(session());
  await database.prisma.session.update({ where: { id }, data: { accessToken: "shpat_planted" } });
  await expect(storage.loadSession(id)).rejects.toThrow("Not sealed.");
});
