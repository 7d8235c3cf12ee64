import { newestOf, type Thread } from "#app/domain/conversations/thread.server.ts";
import { filePath } from "#app/domain/files/link.server.ts";
import { isLive as edgeIsLive } from "#app/domain/identity/graph.ts";
import { preferencesOf } from "#app/domain/identity/preferences.server.ts";
import { bestLevel, standingOf } from "#app/domain/identity/standing.ts";
import { optedOut } from "#app/domain/privacy/consent.server.ts";
import { isDrafting, maySuggestFor } from "#app/domain/reply-drafts/ask.server.ts";
import { draftsOf } from "#app/domain/reply-drafts/draft.server.ts";
import { waitsForApproval } from "#app/domain/reply-drafts/waiting.ts";
import { whyOf } from "#app/domain/routing/case-routing.ts";
import { peopleToGive } from "#app/domain/routing/members.server.ts";
import { readRouting, type Team } from "#app/domain/routing/settings.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { customerKeyOf } from "#app/domain/staff/customer-key.ts";
import { reachOf } from "#app/domain/staff/reach.server.ts";
import { isLive } from "#app/domain/staff/staff-cases.ts";
import type { Flow } from "#app/flows/engine.ts";
import { flows } from "#app/flows/registry.ts";
import { returnFlow } from "#app/flows/return/flow.ts";
import { languageName, staffLanguage } from "#app/pipeline/translation/language-of.ts";
import { type ThreadTranslations, threadTranslations } from "#app/pipeline/translation/thread.server.ts";
import { translationIsOff } from "#app/pipeline/translation/translate.server.ts";
import { moveState, replyWay } from "#app/routes/reply-way.server.ts";
import { draftView } from "#app/ui/drafts/draft-view.ts";
import type { ClaimedView } from "#app/ui/inbox/claimed.tsx";
import type { CaseView, ContextView } from "#app/ui/inbox/context-panel.tsx";
import { photoView } from "#app/ui/inbox/photo-view.ts";
import { promiseView } from "#app/ui/inbox/promise-view.ts";
import { lastRating, ratingOf } from "#app/ui/inbox/rating-view.ts";
import { threadItems } from "#app/ui/inbox/thread-view.ts";
import { noTranslationWords, type TranslationView } from "#app/ui/inbox/translation.ts";
import { withdrawalView } from "#app/ui/inbox/withdrawal-view.ts";
import { deedViews } from "#app/ui/returns/deed-view.ts";
import { heldView } from "#app/ui/returns/held-view.ts";
import type { AssignmentView } from "#app/ui/routing/assignment.tsx";
import { sayBack, sayWhen } from "#app/ui/when.ts";
import {
  caseStatus,
  caseTopic,
  escalationReason,
  evidenceKind,
  identityKind,
  identityLabel,
  preferenceWords,
  proofLevel,
  shopperName,
} from "#app/ui/words.ts";

/** Messages shown of a conversation that is only perhaps the same person's. */
const claimedMessages = 20;

/** One conversation as its page shows it: every stored word already in staff's language. */
export async function conversationView(shop: Shop, thread: Thread, now: Date) {
  const name = shopperName(thread.identities);
  const words = { addressOf: filePath, now, timeZone: shop.timeZone, shopperName: name, assistantName: shop.assistantName };
  const ids = thread.identities.map((one) => one.id);
  const live = thread.cases.filter((one) => isLive(one.status));
  const maySuggest = live.some(maySuggestFor);
  const [reach, claimed, silent, translations, preferences, people, drafts, drafting] = await Promise.all([
    reachOf(shop.id, thread.conversationId, thread.identities),
    claimedConversations(shop, thread, words),
    optedOut(shop.id, ids),
    threadTranslations(shop, thread),
    preferencesOf(shop.id, ids),
    live.some(isWithStaff) ? peopleToGive(shop.id) : [],
    live.length > 0
      ? draftsOf(
          shop.id,
          live.map((one) => one.id),
        )
      : [],
    maySuggest && isDrafting(shop.id, thread.conversationId),
  ]);
  const defaultName = `${shop.name} team`;
  const short = (at: Date) => sayWhen(at, now, shop.timeZone).short;
  const nodes = [...thread.identities, ...thread.contacts.filter((one) => !thread.identities.some((own) => own.id === one.id))];
  const context: ContextView = {
    conversationId: thread.conversationId,
    defaultName,
    cases: live.map((one) =>
      caseView(one, thread, {
        defaultName,
        now,
        people: people.map(({ id, name, away }) => ({ id, name, away })),
        teams: readRouting(shop.routing).teams,
      }),
    ),
    earlier: thread.cases
      .filter((one) => !isLive(one.status))
      .map((one) => ({
        id: one.id,
        topic: caseTopic(one),
        status: withRating(caseStatus(one), ratingOf(one.id, thread.ratings)),
        when: short(one.closedAt ?? one.updatedAt),
        desk: deskView(one, thread, now),
      })),
    people: thread.identities.map((one) => ({
      id: one.id,
      channel: one.kind in channelKinds ? one.kind : null,
      kind: silent.has(one.id) ? `${identityKind(one.kind)} · wants no messages that we begin` : identityKind(one.kind),
      label: identityLabel(one),
      level: proofLevel(levelOf(one, nodes, thread, now)),
    })),
    rating: lastRating(thread.ratings, now, shop.timeZone),
    hasCustomer: customerKeyOf(thread, now) !== null,
    changed: new Date(Math.max(0, ...thread.cases.map((one) => one.updatedAt.getTime()))).toISOString(),
    preferences: preferenceWords(preferences),
    withdrawals: thread.withdrawals.map((one) => withdrawalView(one, shop.timeZone)),
    promises: thread.promises.map((one) => promiseView(one, now, shop.timeZone)),
    relations: claimed.map((one) => ({ id: one.conversationId, conversationId: one.conversationId, label: one.title, why: one.why })),
    notes: thread.notes.map((note) => ({
      id: note.id,
      author: note.author,
      text: note.text,
      names: note.mentions.map((one) => one.name),
      when: short(note.createdAt),
    })),
  };
  const first = live[0];
  return {
    conversationId: thread.conversationId,
    revision: thread.revision,
    // The case that the queue's row shows: keys do the same in both places.
    caseId: (live.find((one) => one.owner === "staff") ?? first)?.id ?? null,
    snoozed: thread.snoozedUntil && thread.snoozedUntil > now ? sayBack(thread.snoozedUntil, now, shop.timeZone) : null,
    name,
    headline: first ? `${caseTopic(first)}: ${caseStatus(first)}` : "About this shopper",
    withStaff: live.some(isWithStaff),
    drafts: drafts.map((one) => ({
      ...draftView(one, thread.messages, now, shop.timeZone),
      suggested: live.some((row) => row.id === one.caseId && row.owner === "staff"),
    })),
    maySuggest,
    drafting,
    items: threadItems({ ...thread, translations: translations.byMessage }, words),
    translation: translationView(shop, translations),
    claimed,
    context,
    way: replyWay(reach, now),
    move: moveState(thread, reach, now, shop.timeZone),
    defaultName,
  };
}

/** Null while everybody writes as staff do. */
function translationView(shop: Shop, { shopperLanguage, missing }: ThreadTranslations): TranslationView | null {
  if (shopperLanguage === null && missing.length === 0) return null;
  const off = translationIsOff(shop);
  return {
    from: shopperLanguage === null ? null : languageName(shopperLanguage),
    to: languageName(staffLanguage(shop)),
    missing: missing.length,
    problem: off && noTranslationWords[off],
  };
}

const withRating = (status: string, rating: string | null): string => (rating ? `${status}, rated ${rating.toLowerCase()}` : status);

const channelKinds = { widget: 1, instagram: 1, whatsapp: 1, email: 1 };

function levelOf(identity: Thread["identities"][number], nodes: Thread["contacts"], thread: Thread, now: Date) {
  const level = bestLevel(standingOf(identity, nodes, thread.evidence, now));
  if (level !== "anonymous") return level;
  const typed = thread.evidence.some((edge) => edge.identityId === identity.id && edge.strength === "claim" && edgeIsLive(edge, now));
  return typed ? "claimed" : level;
}

/** What is under way about a case that has a return; null for one that has none. */
function deskView(row: Thread["cases"][number], thread: Thread, now: Date): CaseView["desk"] {
  const { returnId } = row.state as { returnId?: string };
  if (row.flow !== returnFlow.name || row.orderId === null || (!returnId && row.owner !== "staff")) return null;
  return deedViews(
    thread.effects.filter((one) => one.caseId === row.id),
    now,
  );
}

const isWithStaff = (row: Parameters<typeof waitsForApproval>[0]) =>
  row.owner === "staff" || (row.status === "escalated" && !waitsForApproval(row));

type Around = { defaultName: string; now: Date; people: AssignmentView["people"]; teams: Team[] };

function caseView(row: Thread["cases"][number], thread: Thread, { defaultName, now, people, teams }: Around): CaseView {
  // A stored flow name is data: a flow that is gone has no steps to show.
  const flow = (flows as unknown as Record<string, Flow<unknown> | undefined>)[row.flow];
  return {
    id: row.id,
    version: row.version,
    topic: caseTopic(row),
    status: caseStatus(row),
    waiting: isWithStaff(row),
    // Of a draft that waits its status and its card say all; nobody was handed anything.
    reason: waitsForApproval(row) ? null : escalationReason(row.escalation),
    summary: row.summary,
    expecting: row.expecting,
    steps: (flow?.steps(row.state, "en") ?? []).map((step) => ({ label: step.label, value: step.value ?? null, done: step.done })),
    photos: thread.photos.filter((photo) => photo.caseId === row.id && photo.state === "kept").map(photoView),
    hasOrder: row.orderId !== null,
    assignment: isWithStaff(row)
      ? {
          assignee: row.assignee,
          team: teams.find((one) => one.id === row.teamId)?.name ?? null,
          urgent: row.urgent,
          why: whyOf(row),
          people,
        }
      : null,
    held: heldView(row, defaultName),
    desk: deskView(row, thread, now),
    deeds: deedViews(
      thread.effects.filter((one) => one.caseId === row.id),
      now,
    ),
    changed: row.updatedAt.toISOString(),
  };
}

/** Conversations that something unproven points to: shown to staff only, and never mixed into the thread. */
async function claimedConversations(shop: Shop, thread: Thread, words: Parameters<typeof threadItems>[1]): Promise<ClaimedView[]> {
  const own = new Set(thread.identities.map((one) => one.id));
  const outside = thread.evidence
    .filter((edge) => edge.strength !== "proof" && edgeIsLive(edge, words.now) && own.has(edge.identityId) !== own.has(edge.otherId))
    .flatMap((edge) => {
      const other = thread.contacts.find((one) => one.id === (own.has(edge.identityId) ? edge.otherId : edge.identityId));
      return other && other.conversationId !== thread.conversationId ? [{ edge, conversationId: other.conversationId }] : [];
    });
  const views: ClaimedView[] = [];
  for (const conversationId of new Set(outside.map((one) => one.conversationId))) {
    const { people, messages } = await newestOf(shop.id, conversationId, claimedMessages);
    if (messages.length === 0) continue;
    const why = [
      ...new Set(outside.filter((one) => one.conversationId === conversationId).map((one) => `${evidenceKind(one.edge.kind)}.`)),
    ];
    const source = { messages, photos: [], more: false, cases: [], evidence: [], contacts: [], audits: [], effects: [] };
    const items = threadItems(source, { ...words, shopperName: shopperName(people) });
    views.push({ conversationId, title: shopperName(people), why: why.join(" "), items });
  }
  return views;
}
