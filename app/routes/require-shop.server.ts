import { type Shop, shopByDomain } from "#app/domain/shops/shop.server.ts";
import { authenticate, register } from "#app/shopify.server.ts";

/**
 * Who is asking: the shop named by Shopify's signed session token, never by the address. Answers (throws a Response)
 * by itself when the token is missing, stale or forged.
 */
export async function requireShop(request: Request): Promise<Shop> {
  const { session } = await authenticate.admin(request);
  const shop = await shopByDomain(session.shop);
  return shop && !shop.uninstalledAt ? shop : register(session.shop);
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
