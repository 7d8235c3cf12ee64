import type { Thread } from "#app/domain/conversations/thread.server.ts";
import { sameDay, sayDay, sayWhen } from "#app/ui/when.ts";
import { caseStatus, caseTopic, evidenceKind, evidenceStrength, identityKind, identityLabel, shopperName } from "#app/ui/words.ts";

const speaking = ["widget", "instagram", "whatsapp", "email"];
const asChannel = (kind: string | undefined) => (kind && speaking.includes(kind) ? kind : null);

/** One shopper's profile: contacts, evidence, cases, and every visit by day and channel. */
export function shopperView(thread: Thread, now: Date, timeZone: string) {
  const when = (at: Date) => sayWhen(at, now, timeZone);
  const people = new Map([...thread.contacts, ...thread.identities].map((one) => [one.id, one]));
  const named = (id: string) => {
    const one = people.get(id);
    return one ? identityLabel(one) : "Somebody else";
  };
  return {
    conversationId: thread.conversationId,
    name: shopperName(thread.identities),
    people: thread.identities.map((one) => ({
      id: one.id,
      label: identityLabel(one),
      kind: identityKind(one.kind),
      channel: asChannel(one.kind),
      since: when(one.createdAt),
      lastWrote: one.lastInboundAt ? when(one.lastInboundAt) : null,
    })),
    evidence: thread.evidence.map((edge) => {
      const expired = edge.expiresAt !== null && edge.expiresAt <= now;
      const withdrawn = edge.withdrawnAt !== null;
      const until = edge.expiresAt ? when(edge.expiresAt).full : "Does not expire";
      return {
        id: edge.id,
        what: evidenceKind(edge.kind),
        between: `${named(edge.identityId)} and ${named(edge.otherId)}`,
        state: withdrawn ? "Withdrawn" : expired ? "Expired" : evidenceStrength(edge.strength),
        when: when(edge.createdAt),
        until: edge.withdrawnAt ? `Withdrawn by ${edge.withdrawnBy ?? "the system"}` : until,
        canWithdraw: !withdrawn && !expired,
      };
    }),
    cases: thread.cases.map((one) => ({
      id: one.id,
      topic: caseTopic(one),
      status: caseStatus(one),
      channel: asChannel(people.get(one.identityId)?.kind),
      opened: when(one.openedAt),
      changed: when(one.updatedAt),
    })),
    contacts: visits(thread, now, timeZone),
  };
}

/** Messages of one day on one channel, the newest first. */
function visits(thread: Thread, now: Date, timeZone: string) {
  const found: { key: string; at: Date; day: string; channel: string; messages: number; last: string }[] = [];
  for (const message of thread.messages) {
    const last = message.deletedAt ? "Deleted" : message.text.replace(/\s+/g, " ").slice(0, 120);
    const visit = found.find((one) => one.channel === message.channel && sameDay(one.at, message.at, timeZone));
    if (visit) Object.assign(visit, { messages: visit.messages + 1, last });
    else {
      const { channel, at, id } = message;
      found.push({ key: id, at, day: sayDay(at, now, timeZone), channel, messages: 1, last });
    }
  }
  return found.reverse();
}
