import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { refreshProjection } from "#app/domain/identity/join.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { type PersonKey, registeredTables, registry } from "./registry.ts";
import type { Address } from "./tombstone.server.ts";

/** How Shopify names a customer; any field may be missing. Orders are Shopify's global ids. */
export type NamedCustomer = { customerId?: string; email?: string; phone?: string; orderIds?: string[] };

/** Everything here that is one shopper's: what live proof connects, and what hangs on it. */
export type Person = { shopId: string; identities: IdentityRow[]; ids: Record<PersonKey, string[]> };
export type Row = Record<string, unknown>;

/** The addresses a customer is named by. A mail whose sender nobody vouched for is kept under a mark of its own. */
export function addressesOf({ customerId, email, phone }: NamedCustomer): Address[] {
  const named = [
    { kind: "shopify-customer", externalId: customerId },
    { kind: "email", externalId: email },
    { kind: "email", externalId: email && `unverified:${email}` },
    { kind: "phone", externalId: phone },
  ];
  return named.flatMap(({ kind, externalId }) => (externalId ? [{ kind, externalId }] : []));
}

/** The shopper that Shopify names. */
export async function findCustomer(shopId: string, customer: NamedCustomer): Promise<Person> {
  const addresses = addressesOf(customer);
  const named = addresses.length > 0 ? await database().prisma.identity.findMany({ where: { shopId, OR: addresses } }) : [];
  const writers = await writersFrom(
    shopId,
    named.filter((one) => one.kind === "phone").map((one) => one.id),
    customer.orderIds ?? [],
  );
  return findPerson(shopId, [...named.map((one) => one.id), ...writers]);
}

/**
 * A number that an account names may be a stranger's: anyone can type it. Who writes from it counts as the customer only when
 * they wrote about one of the customer's own orders.
 */
async function writersFrom(shopId: string, phoneIds: string[], orderIds: string[]): Promise<string[]> {
  if (phoneIds.length === 0 || orderIds.length === 0) return [];
  const { prisma } = database();
  const vouched = await prisma.evidence.findMany({ where: { shopId, otherId: { in: phoneIds }, strength: "vouch", withdrawnAt: null } });
  const cases = await prisma.case.findMany({
    where: { shopId, identityId: { in: vouched.map((edge) => edge.identityId) }, orderId: { in: orderIds } },
  });
  return cases.map((one) => one.identityId);
}

/** All that the shopper's own proof connects with these identities. What is claimed, suggested or merged by staff belongs to others. */
export async function findPerson(shopId: string, identityIds: string[]): Promise<Person> {
  const { prisma } = database();
  const seeds = await prisma.identity.findMany({ where: { shopId, id: { in: identityIds } } });
  for (const seed of seeds) await refreshProjection(seed);
  const fresh = await prisma.identity.findMany({ where: { shopId, id: { in: identityIds } } });
  const found = (await Promise.all(fresh.map(membersToTell))).flat();
  const identities = [...new Map(found.map((one) => [one.id, one])).values()];
  const identity = identities.map((one) => one.id);
  const conversation = await ownConversations(shopId, identities);
  const messages = await prisma.message.findMany({ where: { shopId, identityId: { in: identity } }, select: { id: true } });
  const cases = await prisma.case.findMany({ where: { shopId, identityId: { in: identity } }, select: { id: true } });
  const ids = { identity, conversation, message: messages.map((one) => one.id), case: cases.map((one) => one.id) };
  return { shopId, identities, ids };
}

/** The conversations in which nobody else is: staff may have merged one with somebody. */
async function ownConversations(shopId: string, identities: IdentityRow[]): Promise<string[]> {
  const ids = [...new Set(identities.flatMap((one) => [one.conversationId, one.homeConversationId]))];
  const inThem = await database().prisma.identity.findMany({ where: { shopId, conversationId: { in: ids } } });
  const own = new Set(identities.map((one) => one.id));
  return ids.filter((id) => inThem.every((one) => one.conversationId !== id || own.has(one.id)));
}

type Reader = { findMany(query: { where: object }): Promise<Row[]> };

/** A person's rows of each table that the registry ties to them. */
export async function rowsOf(shopId: string, person: Person): Promise<Map<(typeof registeredTables)[number], Row[]>> {
  const found = new Map<(typeof registeredTables)[number], Row[]>();
  for (const table of registeredTables) {
    const { belongs } = registry[table];
    const alternatives = belongs.flatMap(({ column, to }) => (person.ids[to].length > 0 ? [{ [column]: { in: person.ids[to] } }] : []));
    if (alternatives.length === 0) continue;
    const reader = database().prisma[((table[0] ?? "").toLowerCase() + table.slice(1)) as "message"] as unknown as Reader;
    found.set(table, await reader.findMany({ where: { shopId, OR: alternatives } }));
  }
  return found;
}
