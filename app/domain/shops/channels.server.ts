import type { ChannelName } from "#app/channels/message.ts";
import { now } from "#app/platform/clock.ts";
import { decrypt, encrypt } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, remove, update, type Write } from "#app/platform/db/writes.ts";
import { env } from "#app/platform/env.ts";
import { newId } from "#app/platform/ids.ts";
import { log } from "#app/platform/log.ts";
import type { ChannelAccount as ChannelAccountRow } from "../../../prisma/generated/client.ts";
import { type ChannelProblems, type ConnectableChannel, readChannelForm } from "./channel-form.ts";

export { shopByDomain, shopById } from "./shop.server.ts";

/** One account of a channel with its credentials in clear: for code that sends or fetches, never for a page. */
export type ChannelAccount = {
  id: string;
  shopId: string;
  channel: ChannelName | "sms";
  externalId: string;
  label: string;
  credentials: Record<string, string>;
  config: Record<string, string>;
  paused: boolean;
  issue: string | null;
  createdAt: Date;
};

/** The same without credentials. */
export type ChannelOverview = Omit<ChannelAccount, "credentials">;

const listeners = new Set<() => void>();

/** Told after any account was connected, disconnected or paused, so that mail watchers start anew. */
export function onChannelsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function channelsChanged(): void {
  for (const listener of listeners) listener();
}

export async function channelAccount(shopId: string, channel: ChannelName | "sms"): Promise<ChannelAccount | null> {
  return opened(await database().prisma.channelAccount.findUnique({ where: { shopId_channel: { shopId, channel } } }));
}

/** Whose account a vendor's event is for. */
export async function channelAccountByExternalId(channel: ChannelName, externalId: string): Promise<ChannelAccount | null> {
  return opened(await database().prisma.channelAccount.findUnique({ where: { channel_externalId: { channel, externalId } } }));
}

/** Every connected account of a channel in shops that have the app installed. */
export async function channelAccountsOf(channel: ChannelName): Promise<ChannelAccount[]> {
  const { prisma } = database();
  const rows = await prisma.channelAccount.findMany({ where: { channel } });
  const installed = await prisma.shop.findMany({ where: { uninstalledAt: null }, select: { id: true } });
  const ids = new Set(installed.map((shop) => shop.id));
  return rows.filter((row) => ids.has(row.shopId)).flatMap((row) => openedOrNull(row) ?? []);
}

export async function channelOverviews(shopId: string): Promise<ChannelOverview[]> {
  const rows = await database().prisma.channelAccount.findMany({ where: { shopId } });
  return rows.map(withoutCredentials);
}

export type ConnectResult = { ok: true } | { ok: false; problems: ChannelProblems };

/** Connects an account or changes the connected one. A secret left empty keeps the stored one. */
export async function connectChannel(
  shopId: string,
  channel: ConnectableChannel,
  input: Record<string, string>,
  by = "staff",
): Promise<ConnectResult> {
  const { prisma } = database();
  const known = await prisma.channelAccount.findUnique({ where: { shopId_channel: { shopId, channel } } });
  const read = readChannelForm(channel, input, openedOrNull(known), env.privateMailHosts);
  if (!read.ok) return read;
  const owner = await prisma.channelAccount.findUnique({ where: { channel_externalId: { channel, externalId: read.externalId } } });
  if (owner && owner.shopId !== shopId) {
    return { ok: false, problems: { externalId: "Another shop has already connected this account. Disconnect it there first." } };
  }
  const { externalId } = read;
  const config = channel === "email" && !read.config.fromName ? { ...read.config, fromName: await nameOf(shopId) } : read.config;
  const values = { externalId, label: read.label, credentials: encrypt(JSON.stringify(read.credentials)), config, issue: null };
  const write = known
    ? update(
        "ChannelAccount",
        { id: known.id, shopId },
        known.externalId === externalId ? values : { ...values, createdAt: now(), position: null as never },
        1,
      )
    : insert("ChannelAccount", { id: newId(), shopId, channel, ...values, paused: false, createdAt: now() });
  await database().commit([write, audit(shopId, by, "channel.connected", channel)]);
  channelsChanged();
  return { ok: true };
}

async function nameOf(shopId: string): Promise<string> {
  return (await database().prisma.shop.findUniqueOrThrow({ where: { id: shopId } })).name;
}

/** Forgets the account and its credentials. What was written through it stays. The widget cannot be disconnected. */
export async function disconnectChannel(shopId: string, channel: ConnectableChannel, by = "staff"): Promise<void> {
  await database().commit([remove("ChannelAccount", { shopId, channel }), audit(shopId, by, "channel.disconnected", channel)]);
  channelsChanged();
}

/** While paused the assistant does not answer on this channel; messages still arrive and staff can reply. */
export async function setChannelPaused(shopId: string, channel: ChannelName | "sms", paused: boolean, by = "staff"): Promise<void> {
  const action = paused ? "channel.paused" : "channel.resumed";
  await database().commit([update("ChannelAccount", { shopId, channel }, { paused }), audit(shopId, by, action, channel)]);
  channelsChanged();
}

function audit(shopId: string, actor: string, action: string, channel: string): Write {
  return insert("Audit", { id: newId(), shopId, at: now(), actor, action, subject: `channel:${channel}`, detail: {} });
}

function opened(row: ChannelAccountRow | null): ChannelAccount | null {
  return row && { ...withoutCredentials(row), credentials: JSON.parse(decrypt(row.credentials)) as Record<string, string> };
}

/** Null too when the key that the credentials were encrypted under is gone: the merchant enters them again. */
function openedOrNull(row: ChannelAccountRow | null): ChannelAccount | null {
  try {
    return opened(row);
  } catch {
    log.error("channel-credentials-unreadable", { shopId: row?.shopId, channel: row?.channel });
    return null;
  }
}

function withoutCredentials({ credentials: _, position: __, ...row }: ChannelAccountRow): ChannelOverview {
  return { ...row, channel: row.channel as ChannelOverview["channel"], config: row.config as Record<string, string> };
}
