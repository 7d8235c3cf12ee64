import { createHmac } from "node:crypto";
import { Session } from "@shopify/shopify-api";
import type { IdentityKind } from "#app/channels/channel.ts";
import type { ChannelName } from "#app/channels/message.ts";
import { appendInbound } from "#app/domain/conversations/messages.server.ts";
import { newIdentity } from "#app/domain/identity/identity.server.ts";
import { registerShop } from "#app/domain/shops/register.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { sessionStorage } from "#app/integrations/shopify-admin/for-shop.server.ts";
import { now } from "#app/platform/clock.ts";
import { encrypt } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";

export const lindenDomain = "linden-loom.myshopify.com";

/** A session that needs no network: its token is still good. */
export async function storeSession(domain: string): Promise<void> {
  const session = new Session({
    id: `offline_${domain}`,
    shop: domain,
    state: "",
    isOnline: false,
    scope: "read_orders,write_returns",
    accessToken: "sample-token",
    expires: new Date(Date.now() + 86_400_000),
  });
  await sessionStorage().storeSession(session);
}

/** A shop with the app installed. */
export async function installShop(domain = lindenDomain, name = "Linden & Loom"): Promise<Shop> {
  await storeSession(domain);
  return registerShop(domain, { name, email: "owner@example.com", currencyCode: "EUR", timeZone: "Europe/Berlin" });
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** What App Bridge adds to every request: Shopify's session token, signed with the app's secret. */
export function sessionToken(domain = lindenDomain, secret = "test-api-secret", userId = "42"): string {
  const seconds = Math.floor(Date.now() / 1000);
  const claims = {
    iss: `https://${domain}/admin`,
    dest: `https://${domain}`,
    aud: "test-api-key",
    sub: userId,
    exp: seconds + 60,
    nbf: seconds - 5,
    iat: seconds - 5,
    jti: newId(),
    sid: newId(),
  };
  const text = `${encoded({ alg: "HS256", typ: "JWT" })}.${encoded(claims)}`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}

export function adminRequest(path: string, form?: Record<string, string>, token = sessionToken()): Request {
  const headers = { authorization: `Bearer ${token}` };
  const url = `https://app.example${path}`;
  return form ? new Request(url, { method: "POST", headers, body: new URLSearchParams(form) }) : new Request(url, { headers });
}

export const args = (request: Request, params: Record<string, string> = {}) => ({ request, params, context: {} });

/** The Response that a loader or action throws at the edge. */
export async function thrownResponse(work: Promise<unknown>): Promise<Response> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Response) return error;
    throw error;
  }
  throw new Error("Nothing was thrown.");
}

type Writing = { kind: IdentityKind & ChannelName; address: string; label?: string; text: string; at?: Date; account?: string };

/** Somebody new writes on a channel. */
export async function shopperWrites(shopId: string, writing: Writing) {
  const { kind, address, label, text, at = now(), account = `${kind}-account` } = writing;
  const { identity, writes } = newIdentity(shopId, kind, address, label);
  const message = { channel: kind, account, externalId: `in:${newId()}`, at, content: { text, attachments: [] } };
  await database().commit([...writes, ...appendInbound(identity, message).writes]);
  if (!(await database().prisma.channelAccount.findFirst({ where: { shopId, channel: kind } }))) {
    const values = { label: kind, credentials: encrypt("{}"), config: {}, paused: false, createdAt: now() };
    await database().commit([insert("ChannelAccount", { id: newId(), shopId, channel: kind, externalId: account, ...values })]);
  }
  return identity;
}

export async function writesAgain(identity: Awaited<ReturnType<typeof shopperWrites>>, text: string, at = now()): Promise<void> {
  const { prisma } = database();
  const fresh = await prisma.identity.findUniqueOrThrow({ where: { id: identity.id } });
  const channel = fresh.kind as ChannelName;
  const message = { channel, account: `${channel}-account`, externalId: `in:${newId()}`, at, content: { text, attachments: [] } };
  await database().commit(appendInbound(fresh, message).writes);
}

export async function openCaseFor(shopId: string, identityId: string, more: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  const row = {
    id,
    shopId,
    identityId,
    flow: "return",
    intent: "return_start",
    state: {},
    version: 0,
    status: "open",
    owner: "assistant",
    doubts: 0,
  };
  await database().commit([insert("Case", { ...row, openedAt: now(), updatedAt: now(), ...more })]);
  return id;
}
