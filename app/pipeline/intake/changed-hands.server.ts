import type { Sender } from "#app/channels/channel.ts";
import type { ChannelName } from "#app/channels/message.ts";
import { ensureIdentity, findIdentityByAddress, type IdentityRow } from "#app/domain/identity/identity.server.ts";
import { retried, withdrawalOfAll } from "#app/domain/identity/join.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";

/**
 * People gave up the addresses they wrote from. What was proven by them, or by the number the channel showed beside them,
 * no longer holds: the number will be somebody else's. The writes belong into the commit that marks the event as read.
 */
export async function addressesChangedHands(shopId: string, channel: ChannelName, previous: Sender[]): Promise<Write[]> {
  const found = await Promise.all(previous.map(({ kind, externalId }) => findIdentityByAddress(shopId, kind, externalId)));
  const ids = found.flatMap((identity) => identity?.id ?? []);
  if (ids.length === 0) return [];
  const shown = await vouches(shopId, { identityId: { in: ids } });
  return withdrawalOfAll(shopId, [...ids, ...shown.map((edge) => edge.otherId)], `${channel}:address-changed`);
}

/**
 * The channel itself shows further addresses of the sender (WhatsApp the phone number): kept as its word, not as proof. A
 * number that was shown beside somebody else before has changed hands without a word: what it had proven falls at once.
 */
export async function noteVouched(identity: IdentityRow, sender: Sender): Promise<void> {
  const { shopId } = identity;
  for (const other of sender.also ?? []) {
    const vouched = await ensureIdentity(shopId, other.kind, other.externalId);
    await retried(async () => {
      const before = await vouches(shopId, { otherId: vouched.id });
      if (before.some((edge) => edge.identityId === identity.id)) return;
      const strangers = before.map((edge) => edge.identityId);
      const fallen =
        strangers.length > 0 ? await withdrawalOfAll(shopId, [vouched.id, ...strangers], `${identity.kind}:number-of-another`) : [];
      const edge = { identityId: identity.id, otherId: vouched.id, kind: "channel-vouches", strength: "vouch", by: identity.kind };
      fault("identity.vouched.before-commit");
      await database().commit([...fallen, insert("Evidence", { id: newId(), shopId, createdAt: now(), ...edge })]);
      fault("identity.vouched.after-commit");
    });
  }
}

function vouches(shopId: string, where: { identityId?: { in: string[] }; otherId?: string }) {
  return database().prisma.evidence.findMany({ where: { shopId, kind: "channel-vouches", withdrawnAt: null, ...where } });
}
