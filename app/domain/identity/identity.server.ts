import type { IdentityKind } from "#app/channels/channel.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import { type Standing, standingOf } from "./standing.ts";

export type IdentityRow = {
  id: string;
  shopId: string;
  kind: string;
  externalId: string;
  label: string | null;
  language: string | null;
  homeConversationId: string;
  conversationId: string;
  lastInboundAt: Date | null;
  introducedAt: Date | null;
  /** When staff last saw what this identity wrote. */
  readAt: Date | null;
  /** Where they have agreed to go on; see goes-on.ts. */
  movedToId: string | null;
  movedAt: Date | null;
};

export function findIdentity(shopId: string, id: string): Promise<IdentityRow | null> {
  return database().prisma.identity.findFirst({ where: { id, shopId } });
}

export function findIdentityByAddress(shopId: string, kind: IdentityKind, externalId: string): Promise<IdentityRow | null> {
  return database().prisma.identity.findUnique({ where: { shopId_kind_externalId: { shopId, kind, externalId } } });
}

/** A new identity with a conversation of its own. The unique key on (shop, kind, address) is the duplicate check. */
export function newIdentity(
  shopId: string,
  kind: IdentityKind,
  externalId: string,
  label?: string,
): { identity: IdentityRow; writes: Write[] } {
  const [id, conversationId, at] = [newId(), newId(), now()];
  const identity = {
    id,
    shopId,
    kind,
    externalId,
    label: label ?? null,
    language: null,
    homeConversationId: conversationId,
    conversationId,
    lastInboundAt: null,
    introducedAt: null,
    readAt: null,
    movedToId: null,
    movedAt: null,
  };
  const conversation = {
    id: conversationId,
    shopId,
    createdAt: at,
    lastMessageAt: at,
    lastMessage: "",
    lastChannel: "",
    lastAuthor: "",
    unread: false,
    revision: 0,
  };
  return { identity, writes: [insert("Conversation", conversation), insert("Identity", { ...identity, createdAt: at })] };
}

/** Finds or makes an identity at once, outside any turn. Two callers at the same moment get the same one. */
export async function ensureIdentity(shopId: string, kind: IdentityKind, externalId: string, label?: string): Promise<IdentityRow> {
  const known = await findIdentityByAddress(shopId, kind, externalId);
  if (known) return known;
  const made = newIdentity(shopId, kind, externalId, label);
  try {
    fault("identity.new.before-commit");
    await database().commit(made.writes);
    fault("identity.new.after-commit");
    return made.identity;
  } catch (error) {
    const winner = await findIdentityByAddress(shopId, kind, externalId);
    if (winner) return winner;
    throw error;
  }
}

/** All identities of a conversation and every edge that touches them. */
export async function loadGraph(shopId: string, conversationIds: string[]) {
  const identities = await database().prisma.identity.findMany({ where: { shopId, conversationId: { in: conversationIds } } });
  const ids = identities.map((identity) => identity.id);
  const edges = await database().prisma.evidence.findMany({
    where: { shopId, OR: [{ identityId: { in: ids } }, { otherId: { in: ids } }] },
  });
  return { identities, edges };
}

/** What the identity may act for, now. */
export async function standing(identity: IdentityRow): Promise<Standing> {
  const { identities, edges } = await loadGraph(identity.shopId, [identity.conversationId]);
  // Vouched contacts are outside the component: fetch them too.
  const missing = edges.map((edge) => edge.otherId).filter((id) => !identities.some((known) => known.id === id));
  const others = await database().prisma.identity.findMany({ where: { shopId: identity.shopId, id: { in: missing } } });
  return standingOf(identity, [...identities, ...others], edges, now());
}
