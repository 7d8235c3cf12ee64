import { defaultReturnPolicy } from "#app/domain/returns/policy.ts";
import { type DatabaseHandle, openDatabase } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";

/** A fresh database in memory with one shop in it. */
export async function databaseWithShop(shopId = "shop"): Promise<DatabaseHandle> {
  const handle = await openDatabase(":memory:");
  await handle.commit([insert("Shop", shopRow(shopId))]);
  return handle;
}

export function shopRow(id: string) {
  return {
    id,
    domain: `${id}.myshopify.com`,
    name: "Linden & Loom",
    currencyCode: "EUR",
    timeZone: "Europe/Berlin",
    language: "en",
    brandColor: "#1f5f4b",
    assistantName: "Lina",
    voice: "",
    wording: "templates",
    confidenceThreshold: 0.85,
    assistantPaused: false,
    returnPolicy: defaultReturnPolicy,
    installedAt: new Date(),
  };
}
