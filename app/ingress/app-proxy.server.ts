import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { type Language, languages } from "#app/channels/message.ts";
import { readThread } from "#app/domain/conversations/widget-thread.server.ts";
import { findIdentity } from "#app/domain/identity/identity.server.ts";
import { redeemContinueCode } from "#app/domain/identity/signed-link.server.ts";
import { verifyAppProxy } from "#app/integrations/shopify-admin/verify.ts";
import { now } from "#app/platform/clock.ts";
import { hashToken } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update } from "#app/platform/db/writes.ts";
import { env } from "#app/platform/env.ts";
import type { BootResponse } from "#widget/protocol.ts";
import { originOf } from "./cors.server.ts";
import { answerJson, parseJson, Refusal, readBody } from "./http.ts";
import { limit, networkBehindShopify } from "./limits.server.ts";
import { openWidgetSession } from "./widget-session.server.ts";

const bootSchema = z.object({
  token: z.string().max(200).optional(),
  locale: z.string().max(35).optional(),
  page: z.string().max(2000).optional(),
  continueCode: z.string().max(40).optional(),
});

/** The widget starts here, through Shopify's app proxy: the signed query says which shop and who is logged in. */
export async function bootWidget(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const secrets = [env.shopifyApiSecret, env.shopifyPreviousApiSecret].filter((secret) => secret !== undefined);
  const verified = verifyAppProxy(url, secrets, now());
  if (!verified.ok) throw new Refusal(verified.status, verified.reason);
  const body = await readBody(request, 20_000);
  const parsed = bootSchema.safeParse(body.length === 0 ? {} : parseJson(body));
  if (!parsed.success) throw new Refusal(400, "The boot request is malformed.");
  const { prisma } = database();
  const shop = await prisma.shop.findFirst({ where: { domain: verified.shop, uninstalledAt: null } });
  if (!shop) throw new Refusal(404, "This shop has not installed the app.");
  await limitBoot(shop.id, verified.loggedInCustomerId, parsed.data.token, request);

  const session = await openWidgetSession(shop.id, verified.loggedInCustomerId, parsed.data.token, originOf(request));
  if (parsed.data.continueCode) await redeemContinueCode(shop.id, parsed.data.continueCode, session.identity.id);
  const identity = (await findIdentity(shop.id, session.identity.id)) ?? session.identity;
  const language = languageOf(parsed.data.locale) ?? languageOf(shop.language) ?? "en";
  if (identity.language === null) await database().commit([update("Identity", { id: identity.id }, { language })]);
  const account = await prisma.channelAccount.findFirst({ where: { shopId: shop.id, channel: "widget" } });
  const messages = await readThread(identity, 0);
  const answer: BootResponse = {
    token: session.token,
    api: `${env.appUrl}/widget`,
    shop: { name: shop.name, assistantName: shop.assistantName, brandColor: shop.brandColor },
    language,
    paused: shop.assistantPaused || (account?.paused ?? false),
    restarted: session.restarted || undefined,
    messages,
    cursor: messages.at(-1)?.seq ?? 0,
  };
  answerJson(response, 200, answer);
}

async function limitBoot(shopId: string, customerId: string | null, token: string | undefined, request: IncomingMessage): Promise<void> {
  const visitor = customerId ?? (token ? hashToken(token) : null);
  await limit("address.boot", networkBehindShopify(request));
  await limit("identity.boot", visitor && `${shopId}:${visitor}`);
  await limit("shop.boot", shopId);
}

function languageOf(locale: string | undefined): Language | undefined {
  const primary = locale?.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === primary);
}
