import { hashToken } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { contactValue, foldAddress, nameTraits, type Trait } from "./traits.ts";

/** What of an order may say whose it is. */
export type OrderContacts = {
  email?: string | null;
  phone?: string | null;
  customerId?: string | null;
  shippingAddress?: { name?: string | null; address1?: string | null; zip?: string | null; countryCodeV2?: string | null } | null;
};

/**
 * A visitor began anew in a browser that another one had used: after a logout, or another login. Both get the trait, so
 * that staff may see it; neither sees anything of the other.
 */
export async function noteSameBrowser(shopId: string, earlierId: string, laterId: string): Promise<Write[]> {
  const known = await database().prisma.identityTrait.findFirst({
    where: { shopId, identityId: earlierId, value: { startsWith: "device:" } },
  });
  const value = known?.value ?? `device:${earlierId}`;
  return [earlierId, laterId].map((id) => traitWrite(shopId, id, { value, role: "own" }));
}

/** The contacts on an order that a case of this identity is about. The postal address is kept as a hash only. */
export function noteOrderOf(shopId: string, identityId: string, order: OrderContacts): Write[] {
  const contacts = [
    contactValue("email", order.email ?? ""),
    contactValue("phone", order.phone ?? ""),
    contactValue("shopify-customer", order.customerId?.split("/").at(-1) ?? ""),
  ];
  const given = [order.email, order.phone, order.customerId];
  const address = order.shippingAddress && foldAddress(order.shippingAddress);
  const traits: Trait[] = [
    ...contacts.flatMap((value, n) => (value && given[n] ? [{ value, role: "order" as const }] : [])),
    ...(address ? [{ value: `postal:${hashToken(`${shopId}|${address}`)}`, role: "order" as const }] : []),
    ...nameTraits(order.shippingAddress?.name).map((trait) => ({ ...trait, role: "order" as const })),
  ];
  return traits.map((trait) => traitWrite(shopId, identityId, trait));
}

function traitWrite(shopId: string, identityId: string, trait: Trait): Write {
  return insert("IdentityTrait", { id: newId(), shopId, identityId, ...trait }, { ifAbsent: true });
}
