import type { Reader } from "#app/domain/privacy/access-log.server.ts";
import { type Shop, shopByDomain } from "#app/domain/shops/shop.server.ts";
import { authenticate, register } from "#app/shopify.server.ts";

/**
 * Who is asking: the shop named by Shopify's signed session token, never by the address. Answers (throws a Response)
 * by itself when the token is missing, stale or forged.
 */
export async function requireShop(request: Request): Promise<Shop> {
  return (await requireStaff(request)).shop;
}

/** The same, with who it is that reads: pages that show something personal write that down. */
export async function requireStaff(request: Request): Promise<{ shop: Shop; reader: Reader }> {
  const { session, sessionToken } = await authenticate.admin(request);
  const known = await shopByDomain(session.shop);
  const shop = known && !known.uninstalledAt ? known : await register(session.shop);
  return { shop, reader: { shopId: shop.id, staffId: sessionToken?.sub ?? "unknown" } };
}

/** For ids of another shop and ids that never were: they look the same. */
export function notFound(): Response {
  return new Response("Not found.", { status: 404 });
}

/** A form's text fields. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const form = await request.formData();
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

/** The name a member of staff signs with; see ui/use-staff-name. */
export function staffName(form: Record<string, string>, shop: Shop): string {
  return form.name?.replace(/\s+/g, " ").trim().slice(0, 60) || `${shop.name} team`;
}

/** Ids of files as the composer sends them, with commas between them. */
export const fileIdsIn = (raw = ""): string[] => [...new Set(raw.split(",").filter((id) => /^[0-9a-z]{26}$/.test(id)))].slice(0, 20);
