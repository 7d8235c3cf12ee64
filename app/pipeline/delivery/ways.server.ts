import type { SendRequest } from "#app/channels/channel.ts";
import { type ChannelName, type Language, languages } from "#app/channels/message.ts";
import { adapters } from "#app/channels/registry.ts";
import type { TemplateTrouble } from "#app/channels/whatsapp/template-state.server.ts";
import { renderUpdateTemplate, type UpdateTemplate, updateTemplateFor } from "#app/channels/whatsapp/update-template.ts";
import { channelOf } from "#app/domain/conversations/messages.server.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { optedOut } from "#app/domain/privacy/consent.server.ts";
import type { TemplateWords } from "#app/domain/proactive/begin.server.ts";
import { channelAccount } from "#app/domain/shops/channels.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update } from "#app/platform/db/writes.ts";
import { log } from "#app/platform/log.ts";
import type { WayOut } from "./plan.ts";

export const capabilities = Object.fromEntries(Object.entries(adapters).map(([name, adapter]) => [name, adapter.capabilities])) as Record<
  ChannelName,
  (typeof adapters)["widget"]["capabilities"]
>;

/** The channels on which these identities can be written to now, with what each has said to messages that we begin. */
export async function waysTo(shopId: string, members: IdentityRow[]): Promise<WayOut[]> {
  const accounts = await database().prisma.channelAccount.findMany({ where: { shopId } });
  const silent = await optedOut(
    shopId,
    members.map((one) => one.id),
  );
  const ways = members.flatMap((member): WayOut[] => {
    const channel = channelOf(member);
    const account = accounts.find((one) => one.channel === channel);
    if (!channel || !account) return [];
    return [
      {
        identityId: member.id,
        channel,
        lastInboundAt: member.lastInboundAt,
        paused: account.paused,
        account: account.externalId,
        ...(silent.has(member.id) && { optedOut: true }),
      },
    ];
  });
  return Promise.all(ways.map((way) => withArrival(way, shopId)));
}

/**
 * The window by our own clock too: when that is wrong by hours, the channel's times alone would close a window that is open.
 * Where we are wrong the other way, the channel refuses, and the plan is made anew.
 */
async function withArrival(way: WayOut, shopId: string): Promise<WayOut> {
  const last = await database().prisma.message.findFirst({
    where: { shopId, identityId: way.identityId, author: "shopper" },
    orderBy: { seq: "desc" },
    select: { receivedAt: true },
  });
  const arrived = last?.receivedAt.getTime() ?? 0;
  return { ...way, lastInboundAt: arrived > (way.lastInboundAt?.getTime() ?? 0) ? new Date(arrived) : way.lastInboundAt };
}

/** Asks WhatsApp how a template stands; see channels/whatsapp/template-state. */
export type AskTemplate = (account: SendRequest["account"], template: UpdateTemplate) => Promise<TemplateTrouble | null>;

/** The merchant's template with these words in it, if WhatsApp would take it now; what only the merchant can mend is said on the channels page. */
export async function usableTemplate(
  shopId: string,
  language: Language,
  words: TemplateWords,
  shopName: string,
  ask: AskTemplate,
): Promise<ReturnType<typeof renderUpdateTemplate> | null> {
  const account = await channelAccount(shopId, "whatsapp");
  const template = account && updateTemplateFor(account.config, language);
  if (!account || !template) return null;
  const trouble = await ask(account, template);
  const known = Object.values(templateIssues);
  if (trouble) {
    log.warn("template-not-usable", { shopId, reason: trouble });
    if (account.issue === null)
      await database().commit([update("ChannelAccount", { id: account.id, shopId }, { issue: templateIssues[trouble] })]);
    return null;
  }
  if (account.issue && known.includes(account.issue))
    await database().commit([update("ChannelAccount", { id: account.id, shopId }, { issue: null })]);
  return renderUpdateTemplate(template, { ...words, shop: shopName });
}

const templateIssues: Record<TemplateTrouble, string> = {
  absent: "WhatsApp knows no template for updates of this name in every language that you have entered. Check both.",
  "not-approved": "WhatsApp has not approved the template for updates, or has paused it. Until then updates go by email.",
  "other-variables": "The template for updates has another number of variables than you have entered. Until then updates go by email.",
  refused: "WhatsApp does not say how the template for updates stands. Check the WhatsApp Business account ID and the access token.",
};

/** How we speak to this identity. */
export function languageOf(identity: { language: string | null }): Language {
  return languages.find((one): one is Language => one === identity.language) ?? "en";
}
