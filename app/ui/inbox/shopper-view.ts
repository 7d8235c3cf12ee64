import type { Thread } from "#app/domain/conversations/thread.server.ts";
import type { SplitPreview } from "#app/domain/identity/merge.server.ts";
import { sameDay, sayDate, sayDay, sayWhen } from "#app/ui/when.ts";
import { caseStatus, caseTopic, evidenceKind, evidenceStrength, identityKind, identityLabel, shopperName } from "#app/ui/words.ts";
import { lastRating, ratingOf } from "./rating-view.ts";
import { contactName, whyBelongs } from "./why-view.ts";

const historyWords: Record<string, string> = {
  merged: "Merged with another shopper",
  unmerged: "Merge undone",
  "withdrew-proof": "A proof was withdrawn",
  "said-two-people": "Said to be somebody else than a shopper who was suggested",
  "reopened-pair": "Took “not the same person” back",
};
const speaking = ["widget", "instagram", "whatsapp", "email"];
const asChannel = (kind: string | undefined) => (kind && speaking.includes(kind) ? kind : null);

/** One shopper's profile: contacts, evidence, cases, and every visit by day and channel. */
export function shopperView(thread: Thread, now: Date, timeZone: string, split: SplitPreview | null = null) {
  const when = (at: Date) => sayWhen(at, now, timeZone);
  const why = whyBelongs(thread, now, (at) => sayDate(at, timeZone));
  const people = new Map([...thread.contacts, ...thread.identities].map((one) => [one.id, one]));
  const named = (id: string) => {
    const one = people.get(id);
    return one ? identityLabel(one) : "Somebody else";
  };
  return {
    conversationId: thread.conversationId,
    name: shopperName(thread.identities),
    rating: lastRating(thread.ratings, now, timeZone),
    people: thread.identities.map((one) => ({
      id: one.id,
      label: contactName(one),
      why: why.get(one.id) ?? null,
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
        what: edge.kind === "staff" ? `Merged by ${edge.by}` : evidenceKind(edge.kind),
        byStaff: edge.kind === "staff",
        between: `${named(edge.identityId)} and ${named(edge.otherId)}`,
        state: withdrawn ? "Withdrawn" : expired ? "Expired" : edge.kind === "staff" ? "Merged" : evidenceStrength(edge.strength),
        when: when(edge.createdAt),
        until: edge.withdrawnAt ? `Withdrawn by ${edge.withdrawnBy ?? "the system"}` : until,
        canWithdraw: !withdrawn && !expired,
      };
    }),
    cases: thread.cases.map((one) => ({
      id: one.id,
      topic: caseTopic(one),
      status: caseStatus(one),
      rating: ratingOf(one.id, thread.ratings) ?? "",
      channel: asChannel(people.get(one.identityId)?.kind),
      opened: when(one.openedAt),
      changed: when(one.updatedAt),
    })),
    split: split && {
      evidenceId: split.evidenceId,
      groups: split.groups.map((group) => ({
        key: group.conversationId,
        who: group.identities.map(contactName),
        messages: group.messages,
        cases: group.cases,
      })),
    },
    history: thread.audits
      .filter((one) => one.action in historyWords)
      .map((one) => ({ key: `${one.at.getTime()}${one.action}`, what: historyWords[one.action] ?? "", by: one.actor, when: when(one.at) }))
      .reverse(),
    contacts: visits(thread, now, timeZone),
  };
}

/** Messages of one day on one channel, the newest first. */
function visits(thread: Thread, now: Date, timeZone: string) {
  type Visit = { key: string; at: Date; day: string; channel: string; messages: number; last: string; caseIds: Set<string> };
  const found: Visit[] = [];
  for (const message of thread.messages) {
    const last = message.deletedAt ? "Deleted" : shortened(message.text.replace(/\s+/g, " "));
    const visit = found.find((one) => one.channel === message.channel && sameDay(one.at, message.at, timeZone));
    if (visit) Object.assign(visit, { messages: visit.messages + 1, last });
    if (visit && message.caseId) visit.caseIds.add(message.caseId);
    if (visit) continue;
    const { channel, at, id, caseId } = message;
    found.push({ key: id, at, day: sayDay(at, now, timeZone), channel, messages: 1, last, caseIds: new Set(caseId ? [caseId] : []) });
  }
  return found.reverse().map(({ caseIds, at: _, ...visit }) => ({ ...visit, outcome: outcomeOf(thread, caseIds) }));
}

/** How what was spoken of ended, or stands. */
function outcomeOf(thread: Thread, caseIds: Set<string>): string {
  const cases = thread.cases.filter((one) => caseIds.has(one.id));
  const rated = (one: { id: string }) => ratingOf(one.id, thread.ratings);
  const line = (one: (typeof cases)[number]) =>
    `${caseTopic(one)}: ${caseStatus(one)}${rated(one) ? `, rated ${rated(one)?.toLowerCase()}` : ""}`;
  return cases.length === 0 ? "No case" : cases.map(line).join("; ");
}

/** At most 120 characters, ended at a word. */
function shortened(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 120).replace(/\s+\S*$/, "")}…`;
}
