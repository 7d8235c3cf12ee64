import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Identity } from "../../../prisma/generated/client.ts";
import { provenWith } from "./own-proof.ts";

/**
 * The identities of a conversation to which everything of it may be told: those that the shopper has proven to be one with
 * this one. Where staff have merged, the others of the conversation are not among them.
 */
export async function membersToTell(identity: { id: string; shopId: string; conversationId: string }): Promise<Identity[]> {
  const { prisma } = database();
  const { shopId, conversationId } = identity;
  const members = await prisma.identity.findMany({ where: { shopId, conversationId } });
  if (members.length === 1) return members;
  const ids = members.map((member) => member.id);
  const edges = await prisma.evidence.findMany({
    where: { shopId, strength: "proof", withdrawnAt: null, OR: [{ identityId: { in: ids } }, { otherId: { in: ids } }] },
  });
  if (!edges.some((edge) => edge.kind === "staff")) return members;
  const own = provenWith(identity.id, edges, now());
  return members.filter((member) => own.has(member.id));
}
