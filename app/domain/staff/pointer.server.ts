import { type ChannelName, languages } from "#app/channels/message.ts";
import { appendOutbound, channelOf } from "#app/domain/conversations/messages.server.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { readProactive } from "#app/domain/proactive/settings.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import type { OpenConversation } from "./conversation.server.ts";
import { pointerText } from "./pointer-words.ts";

/** Who wrote longer ago is not waiting there, and no channel's window for free words is shorter; milliseconds. */
const lately = 86_400_000;

/**
 * The same matter was written on two channels and staff answer on the last of them: on the others a line says where, if the shop
 * wants it. Only where the case was spoken of and staff have not answered since, only to addresses that are proven to be one
 * with the one that is answered, and not in the widget, which shows the whole thread. To be written before the answer.
 */
export async function pointerWrites(
  shopId: string,
  open: OpenConversation,
  to: { identity: IdentityRow; channel: ChannelName },
): Promise<Write[]> {
  const { prisma } = database();
  const since = now().getTime() - lately;
  const members = open.cases.length > 0 && open.identities.length > 1 ? await membersToTell(to.identity) : [];
  const others = members.filter((one) => {
    const channel = channelOf(one);
    // Who has agreed to go on there, and has not written here since, knows.
    if (one.movedToId === to.identity.id && one.movedAt && (one.lastInboundAt ?? one.movedAt) <= one.movedAt) return false;
    return channel && channel !== "widget" && channel !== to.channel && (one.lastInboundAt?.getTime() ?? 0) > since;
  });
  if (others.length === 0) return [];
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId }, select: { proactive: true, language: true } });
  if (!readProactive(shop.proactive).pointer) return [];
  const caseIds = open.cases.map((one) => one.id);
  const spokenOf = await prisma.message.findMany({
    where: { shopId, identityId: { in: others.map((one) => one.id) }, caseId: { in: caseIds } },
    select: { identityId: true, account: true },
  });
  const answered = await prisma.message.findFirst({
    where: { shopId, identityId: { in: members.map((one) => one.id) }, author: "staff" },
    orderBy: { seq: "desc" },
    select: { at: true },
  });
  return others.flatMap((one) => {
    const channel = channelOf(one);
    const account = spokenOf.findLast((message) => message.identityId === one.id)?.account;
    if (!channel || !account || (answered && answered.at >= (one.lastInboundAt ?? answered.at))) return [];
    const language = languages.find((each) => each === (one.language ?? open.conversation.language ?? shop.language)) ?? "en";
    const blocks = [{ kind: "text" as const, text: pointerText(language, to.channel) }];
    return appendOutbound(one, channel, { account, author: "system", blocks }).writes;
  });
}
