import type { MergeQueue, Side } from "#app/domain/identity/merge-queue.server.ts";
import { sayWhen, type When } from "#app/ui/when.ts";
import { caseStatus, caseTopic, channelName, identityKind, identityLabel, shopperName } from "#app/ui/words.ts";
import { againstWords, likelihood, reasonWords } from "./people-words.ts";

const speaking = ["widget", "instagram", "whatsapp", "email"];
const most = 3;

export type ContactView = { id: string; channel: string | null; kind: string; label: string };
export type SideView = {
  conversationId: string;
  name: string;
  contacts: ContactView[];
  moreContacts: number;
  last: { words: string; channel: string; when: When } | null;
  cases: { id: string; topic: string; status: string }[];
  moreCases: number;
  orders: string[];
  messages: number;
};
export type PairView = { key: string; likely: string; reasons: string[]; against: string[]; one: SideView; other: SideView };
export type PreviewView = { one: SideView; other: SideView; together: string[]; tells: { channel: string; words: string }[] };

export function sideView(side: Side, now: Date, timeZone: string): SideView {
  const { conversation, identities, cases } = side;
  const orders = [...new Set(cases.flatMap((one) => one.orderName ?? []))];
  return {
    conversationId: conversation.id,
    name: shopperName(identities),
    contacts: identities.slice(0, most + 1).map((one) => ({
      id: one.id,
      channel: speaking.includes(one.kind) ? one.kind : null,
      kind: identityKind(one.kind),
      label: one.kind === "email" || one.kind === "phone" ? one.externalId.replace(/^unverified:/, "") : identityLabel(one),
    })),
    moreContacts: Math.max(0, identities.length - most - 1),
    last: conversation.lastMessage
      ? { words: conversation.lastMessage, channel: conversation.lastChannel, when: sayWhen(conversation.lastMessageAt, now, timeZone) }
      : null,
    cases: cases.slice(0, most).map((one) => ({ id: one.id, topic: caseTopic(one), status: caseStatus(one) })),
    moreCases: Math.max(0, cases.length - most),
    orders: orders.slice(0, most),
    messages: side.messages,
  };
}

export function queueView(queue: MergeQueue, now: Date, timeZone: string) {
  const side = (one: Side) => sideView(one, now, timeZone);
  return {
    pairs: queue.pairs.map(
      (pair): PairView => ({
        key: `${pair.one.conversation.id}|${pair.other.conversation.id}`,
        likely: likelihood(pair.score),
        reasons: pair.reasons.map((reason) => reasonWords(reason.kind, reason.about)),
        against: pair.against.map(againstWords),
        one: side(pair.one),
        other: side(pair.other),
      }),
    ),
    more: queue.more,
    dismissed: queue.dismissed.map(({ one, other, by, at }) => ({
      one: side(one),
      other: side(other),
      by,
      when: sayWhen(at, now, timeZone),
    })),
  };
}

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** What merging does, and what it does not: each channel by name. */
export function previewView(one: Side, other: Side, now: Date, timeZone: string): PreviewView {
  const [left, right] = [sideView(one, now, timeZone), sideView(other, now, timeZone)];
  const people = [...one.identities, ...other.identities];
  const cases = one.cases.length + other.cases.length;
  const channelsOf = (side: Side) => [
    ...new Set(side.identities.map((identity) => identity.kind).filter((kind) => speaking.includes(kind))),
  ];
  const told = (side: Side, besides: SideView) =>
    channelsOf(side).map((channel) => ({
      channel,
      words: `${channelName(channel)} of ${shopperName(side.identities)}: the assistant tells nothing of ${besides.name} here until the shopper proves it with a code or a link.`,
    }));
  return {
    one: left,
    other: right,
    together: [
      `You see one shopper with ${counted(people.length, "contact")}, ${counted(one.messages + other.messages, "message")} and ${counted(cases, "case")} in one thread.`,
      "Your own replies go out on the channel they wrote on last.",
      "While one of you has a case of either side, the assistant is silent on both.",
    ],
    tells: [...told(one, right), ...told(other, left)],
  };
}
