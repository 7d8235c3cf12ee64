import { channelOf } from "#app/domain/conversations/messages.server.ts";
import { requestWrites } from "#app/domain/privacy/requests.server.ts";
import { privacyFlow } from "#app/flows/privacy/flow.ts";
import type { KeptFacts } from "#app/flows/privacy/state.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { preferencesInWords } from "./preferences.server.ts";
import type { Turn } from "./turn.ts";

/** The last word must have been read before it goes too; milliseconds. */
const lastLook = 30_000;
const channelNames: Record<string, string> = { widget: "Website", instagram: "Instagram", whatsapp: "WhatsApp", email: "E-Mail" };

/** What there is about whom this turn speaks with: the identities that proof connects, and nothing else. */
export async function keptFacts({ context, language }: Turn): Promise<KeptFacts> {
  const { shop, members, identity, preferences } = context;
  const { prisma } = database();
  const where = { shopId: shop.id, identityId: { in: members.map((one) => one.id) } };
  const [messages, cases, notes, first, channels] = await Promise.all([
    prisma.message.count({ where }),
    prisma.case.count({ where: { ...where, flow: { not: privacyFlow.name } } }),
    prisma.staffNote.count({ where }),
    prisma.message.findFirst({ where, orderBy: { seq: "asc" }, select: { receivedAt: true } }),
    Promise.all(members.map(async (one) => ({ one, wrote: one.lastInboundAt !== null || one.id === identity.id }))),
  ]);
  const wroteOn = new Set(channels.flatMap(({ one, wrote }) => (wrote ? (channelOf(one) ?? []) : [])));
  const contacts = members.filter((one) => one.kind === "email" || one.kind === "phone");
  return {
    messages,
    cases,
    notes,
    since: first?.receivedAt ?? null,
    channels: [...wroteOn].map((channel) => channelNames[channel] ?? channel),
    addresses: [...new Set(contacts.map((one) => one.externalId.replace(/^unverified:/, "")))],
    preferences: preferencesInWords(language, preferences),
    mailbox: contacts.find((one) => one.kind === "email" && !one.externalId.startsWith("unverified:"))?.externalId ?? null,
  };
}

/** What a flow asked for is written down with the turn and done by a job. */
export function ownDataRequest(turn: Turn, request: "export" | "erase"): Write[] {
  const { shop, members } = turn.context;
  const mailbox = members.find((one) => one.kind === "email" && !one.externalId.startsWith("unverified:"));
  const about = { identityIds: members.map((one) => one.id), language: turn.language, mailTo: mailbox?.externalId };
  return requestWrites(shop.id, {
    kind: request,
    source: "shopper",
    about,
    identityId: turn.identity.id,
    after: request === "erase" ? lastLook : 0,
  });
}
