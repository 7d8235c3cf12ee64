import { removeShopFiles } from "#app/domain/photos/files.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { remove, type TableName } from "#app/platform/db/writes.ts";
import { registeredTables } from "./registry.ts";

/** 48 hours after the app was removed nothing of the shop may be left. */
export async function eraseShop(shopId: string): Promise<void> {
  const { prisma } = database();
  const shop = await prisma.shop.findUnique({ where: { id: shopId }, select: { domain: true } });
  if (!shop) return;
  await prisma.session.deleteMany({ where: { shop: shop.domain } });
  const tables = registeredTables.filter((table): table is TableName => table !== "Shop" && table !== "Session");
  await database().commit([...tables.map((table) => remove(table, { shopId })), remove("Shop", { id: shopId })]);
  await removeShopFiles(shopId);
  await database().emptyLog();
}
