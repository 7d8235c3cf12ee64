import { readRouting } from "#app/domain/routing/settings.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, notify, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { mentionableOf, namedIn } from "./mentions.ts";

type Note = { id: string; identityId: string; author: string; text: string };

/** Whom a new note names, of the people and teams that Routing knows. Whoever writes it is told nothing of it. */
export async function mentionWrites(shopId: string, note: Note, conversationId: string): Promise<Write[]> {
  const { id: noteId, identityId, author, text } = note;
  if (!text.includes("@")) return [];
  const { prisma } = database();
  const members = await prisma.staffMember.findMany({ where: { shopId } });
  const shop = await prisma.shop.findFirst({ where: { id: shopId }, select: { routing: true } });
  const mentionable = mentionableOf(members, readRouting(shop?.routing).teams);
  const named = new Set(
    namedIn(
      text,
      mentionable.map((one) => one.name),
    ).map((one) => one.name),
  );
  const meant = mentionable.filter((one) => named.has(one.name));
  const rows = meant.flatMap((one) =>
    members
      .filter(({ name }) => name !== author && (one.kind === "person" ? name === one.name : one.people.includes(name)))
      .map((member) => ({ name: one.name, member })),
  );
  if (rows.length === 0) return [];
  const names = [...new Set(rows.map(({ member }) => member.name))];
  return [
    ...rows.map(({ name, member }) =>
      insert("Mention", { id: newId(), shopId, identityId, noteId, memberId: member.id, name, createdAt: now() }, { ifAbsent: true }),
    ),
    notify({ topic: "mentioned", shopId, conversationId, names }),
  ];
}

/** Whoever signs with this name has opened the conversation: what named them in it is read. */
export async function readMentions(shopId: string, conversationId: string, name: string): Promise<void> {
  const { prisma } = database();
  const member = await prisma.staffMember.findFirst({ where: { shopId, name }, select: { id: true } });
  if (!member) return;
  const people = await prisma.identity.findMany({ where: { shopId, conversationId }, select: { id: true } });
  const unread = { shopId, memberId: member.id, identityId: { in: people.map((one) => one.id) }, readAt: null };
  const rows = await prisma.mention.findMany({ where: unread, select: { id: true } });
  if (rows.length === 0) return;
  await database().commit([
    ...rows.map(({ id }) => update("Mention", { id, shopId }, { readAt: now() })),
    notify({ topic: "conversation", shopId, conversationId }),
  ]);
}
