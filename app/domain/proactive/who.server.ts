import { channelOf } from "#app/domain/conversations/messages.server.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";

/**
 * Shoppers who have written to the shop and may be those of this order: one identity for each conversation, the one heard last.
 * Only a guess by its contacts; whether they may hear of the order is decided where it is told, by what they have proven.
 */
export async function shoppersOf(shopId: string, order: Pick<OrderFacts, "email" | "phone" | "customerId">): Promise<IdentityRow[]> {
  const { prisma } = database();
  const contacts = [
    ...(order.email ? [{ kind: "email", externalId: order.email.toLowerCase() }] : []),
    ...(order.phone ? [{ kind: "phone", externalId: order.phone }] : []),
    ...(order.customerId ? [{ kind: "shopify-customer", externalId: order.customerId }] : []),
  ];
  if (contacts.length === 0) return [];
  const known = await prisma.identity.findMany({ where: { shopId, OR: contacts } });
  const ids = known.map((one) => one.id);
  const edges = await prisma.evidence.findMany({
    where: {
      shopId,
      strength: { in: ["proof", "vouch"] },
      withdrawnAt: null,
      OR: [{ identityId: { in: ids } }, { otherId: { in: ids } }],
    },
  });
  const live = edges.filter((edge) => edge.expiresAt === null || edge.expiresAt > now());
  const linked = live.flatMap((edge) => [edge.identityId, edge.otherId]);
  const identities = await prisma.identity.findMany({ where: { shopId, id: { in: [...new Set([...ids, ...linked])] } } });
  const heard = identities
    .filter((one) => channelOf(one) && one.lastInboundAt !== null)
    .sort((one, other) => (one.lastInboundAt?.getTime() ?? 0) - (other.lastInboundAt?.getTime() ?? 0));
  return [...new Map(heard.map((one) => [one.conversationId, one])).values()];
}
