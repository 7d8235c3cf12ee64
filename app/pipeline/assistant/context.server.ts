import type { ChannelName, InboundContent, Language } from "#app/channels/message.ts";
import { languages } from "#app/channels/message.ts";
import { channelOf } from "#app/domain/conversations/messages.server.ts";
import { goesOnAt } from "#app/domain/identity/goes-on.ts";
import { findIdentity, type IdentityRow, standing } from "#app/domain/identity/identity.server.ts";
import { refreshProjection } from "#app/domain/identity/join.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { preferencesOf } from "#app/domain/identity/preferences.server.ts";
import { readPreferences } from "#app/domain/identity/preferences.ts";
import { lastProof } from "#app/domain/identity/proof-age.server.ts";
import type { Standing } from "#app/domain/identity/standing.ts";
import { readOrderPolicy } from "#app/domain/orders/order-policy.ts";
import { photosOf } from "#app/domain/photos/photos.server.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { database } from "#app/platform/db/database.server.ts";
import { StaleWrite } from "#app/platform/db/writes.ts";
import { note } from "#app/platform/tracing/context.ts";
import type { TranscriptLine } from "./model.ts";

const transcriptLength = 20;
/** In characters, what is looked at of each line of it. */
const longestLine = 2_000;

/** Everything a turn knows before it decides: the whole conversation over all channels, its cases, the shop's settings. */
export type TurnContext = NonNullable<Awaited<ReturnType<typeof loadTurnContext>>>;
export type CaseRow = TurnContext["cases"][number];

export async function loadTurnContext(shopId: string, identityId: string) {
  // Put in by another version of us: without a name any identity would be found.
  if (typeof identityId !== "string") throw new Error("A turn names its identity.");
  const identity = await freshIdentity(shopId, identityId);
  if (!identity) return null;
  note({ conversationId: identity.conversationId });
  const { prisma } = database();
  const conversation = await prisma.conversation.findFirstOrThrow({ where: { shopId, id: identity.conversationId } });
  const members = await membersToTell(identity);
  const memberIds = members.map((member) => member.id);
  // A join or split between the two looks: everything is read again.
  if (!memberIds.includes(identity.id)) throw new StaleWrite("Identity");
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const accounts = await prisma.channelAccount.findMany({ where: { shopId } });
  // What came by a channel that is no longer connected cannot be answered there, and holds up nothing that came elsewhere.
  const connected = accounts.map((account) => account.channel);
  const waiting = await prisma.message.findMany({
    where: {
      shopId,
      identityId: { in: memberIds },
      author: "shopper",
      answeredBy: null,
      deletedAt: null,
      channel: { in: connected },
    },
    orderBy: { seq: "asc" },
  });
  const recent = await prisma.message.findMany({
    where: { shopId, identityId: { in: memberIds }, deletedAt: null, author: { not: "system" } },
    orderBy: { seq: "desc" },
    take: transcriptLength,
  });
  const photos = await photosOf(shopId, memberIds);
  const cases = await prisma.case.findMany({
    where: { shopId, identityId: { in: memberIds } },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: 30,
  });
  const oldestFirst = recent.toReversed();
  const remembered = await preferencesOf(shopId, memberIds);
  const lastAnswer = recent.find((row) => row.author !== "shopper");
  const lastWritten = recent.find((row) => row.author === "shopper" && connected.includes(row.channel));
  const lastHeard = recent.find((row) => row.author === "shopper" && row.answeredBy !== null);
  return {
    shop,
    identity,
    members,
    conversation,
    accounts,
    waiting,
    photos,
    cases,
    transcript: oldestFirst.map(
      (row): TranscriptLine => ({
        author: row.author as TranscriptLine["author"],
        channel: row.channel,
        text: row.text.slice(0, longestLine),
      }),
    ),
    /** On which channel each case was last spoken of. */
    caseChannels: new Map(oldestFirst.flatMap((row) => (row.caseId ? [[row.caseId, row.channel] as const] : []))),
    lastWriterId: lastWritten?.identityId,
    /** Where the shopper has agreed to go on, having written nothing since. */
    goesOn: goesOnAt(lastWritten, members),
    /** What was said last, by the assistant or a person, on whichever channel. */
    lastAnswer: lastAnswer ?? null,
    lastAnswerChannel: lastAnswer?.channel,
    lastAnswerCaseId: lastAnswer?.caseId ?? null,
    preferences: readPreferences(remembered),
    /** Kinds that the last message we answered has stated. */
    justStated: remembered.filter((row) => row.messageId !== null && row.messageId === lastHeard?.id).map((row) => row.kind),
    standing: (await standing(identity)) as Standing,
    withStaffBesides: await staffHaveAnother(shopId, conversation.id, memberIds),
    ...(await lastProof(shopId, identity.id)),
    policy: shop.returnPolicy as ReturnPolicy,
    orderPolicy: readOrderPolicy(shop.orderPolicy),
  };
}

/** A person has a case of somebody that staff have merged with this shopper: then the assistant does not speak beside them. */
async function staffHaveAnother(shopId: string, conversationId: string, memberIds: string[]): Promise<boolean> {
  const { prisma } = database();
  const others = await prisma.identity.findMany({ where: { shopId, conversationId, id: { notIn: memberIds } }, select: { id: true } });
  if (others.length === 0) return false;
  const theirs = {
    shopId,
    identityId: { in: others.map((one) => one.id) },
    owner: "staff",
    status: { in: ["open", "working", "escalated"] },
  };
  return (await prisma.case.count({ where: theirs })) > 0;
}

/** Evidence may have run out since the identity was last joined; what it may see follows at once. */
async function freshIdentity(shopId: string, identityId: string): Promise<IdentityRow | null> {
  const identity = await findIdentity(shopId, identityId);
  // Erased while its turn waited.
  if (!identity) return null;
  return (await refreshProjection(identity)) ? ((await findIdentity(shopId, identityId)) ?? identity) : identity;
}

/**
 * Where the answer goes: the channel the shopper wrote on last, through the identity they used there. Who has arrived
 * somewhere or proven a mailbox without writing (`here`) is answered there.
 */
export function replyIdentity(context: TurnContext, here = false): { identity: IdentityRow; channel: ChannelName; account: string } | null {
  // By arrival, not by the channels' own clocks: mail knows only whole seconds.
  const wroteLast = context.waiting.at(-1)?.identityId ?? context.goesOn?.id ?? context.lastWriterId;
  const sameKind = context.members.find((member) => member.id === wroteLast)?.kind === context.identity.kind;
  const writerId = here && !sameKind ? context.identity.id : wroteLast;
  const candidates = writerId
    ? context.members.filter((member) => member.id === writerId)
    : [...context.members].filter((member) => member.lastInboundAt !== null).sort((a, b) => inboundTime(b) - inboundTime(a));
  for (const identity of candidates) {
    const channel = channelOf(identity);
    const account = context.accounts.find((one) => one.channel === channel);
    if (channel && account) return { identity, channel, account: account.externalId };
  }
  return null;
}

function inboundTime(identity: { lastInboundAt: Date | null }): number {
  return identity.lastInboundAt?.getTime() ?? 0;
}

/** The language to answer in before anything was understood: as asked for, as the shopper last wrote, else as the shop speaks. */
export function knownLanguage(context: TurnContext): Language {
  const known = [context.preferences.language, context.identity.language, context.conversation.language, context.shop.language];
  return known.flatMap((one) => languages.find((language) => language === one?.slice(0, 2)) ?? [])[0] ?? "en";
}

export function contentOf(message: TurnContext["waiting"][number]): InboundContent {
  return message.content as unknown as InboundContent;
}
