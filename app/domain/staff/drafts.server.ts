import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, remove, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { StaffDraft } from "../../../prisma/generated/client.ts";
import { longestReply } from "./reply.server.ts";

export type DraftKind = "reply" | "note";

/** What one member of staff has begun to write in one conversation, of each kind the newest. `staffId`: Shopify's user id. */
export async function draftsOf(shopId: string, staffId: string, identityIds: string[]): Promise<Partial<Record<DraftKind, StaffDraft>>> {
  const rows = await database().prisma.staffDraft.findMany({
    where: { shopId, staffId, identityId: { in: identityIds } },
    orderBy: { savedAt: "asc" },
  });
  return Object.fromEntries(rows.map((row) => [row.kind, row]));
}

/** Keeps what a member of staff has begun to write; nothing written, nothing kept. */
export async function saveDraft(
  shopId: string,
  conversationId: string,
  staffId: string,
  draft: { kind: DraftKind; text: string },
): Promise<void> {
  const people = await database().prisma.identity.findMany({ where: { shopId, conversationId }, orderBy: { id: "asc" } });
  const [first] = people;
  if (!first) return;
  const ids = people.map((one) => one.id);
  const known = (await draftsOf(shopId, staffId, ids))[draft.kind];
  const writes =
    draft.text.trim() === ""
      ? ids.flatMap((id) => dropDraft(shopId, id, staffId, draft.kind))
      : await keepDraft(shopId, known?.identityId ?? first.id, staffId, draft);
  await database().commit(writes);
}

/** `before`: the words are put before what stands there. */
export async function keepDraft(
  shopId: string,
  identityId: string,
  staffId: string,
  draft: { kind: DraftKind; text: string; before?: boolean },
): Promise<Write[]> {
  const { kind, before } = draft;
  const key = { shopId, identityId, staffId, kind };
  const known = before ? await database().prisma.staffDraft.findFirst({ where: key, select: { text: true } }) : null;
  const text = [draft.text, known?.text ?? ""].filter(Boolean).join("\n\n").slice(0, longestReply);
  const at = now();
  return [
    insert("StaffDraft", { id: newId(), ...key, text, startedAt: at, savedAt: at }, { ifAbsent: true }),
    update("StaffDraft", key, { text, savedAt: at }),
  ];
}

export function dropDraft(shopId: string, identityId: string, staffId: string, kind: DraftKind): Write[] {
  return [remove("StaffDraft", { shopId, identityId, staffId, kind })];
}
