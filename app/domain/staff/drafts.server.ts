import type { SentFile } from "#app/channels/files.ts";
import { waitingFiles } from "#app/domain/files/files.server.ts";
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

/** What changes of it: the words, what is attached, or both. */
export type DraftChange = { text?: string; fileIds?: string[] };

/** Keeps what a member of staff has begun to write; nothing written and nothing attached, nothing kept. */
export async function saveDraft(
  shopId: string,
  conversationId: string,
  staffId: string,
  draft: DraftChange & { kind: DraftKind },
): Promise<void> {
  const { kind, text, fileIds } = draft;
  const people = await database().prisma.identity.findMany({ where: { shopId, conversationId }, orderBy: { id: "asc" } });
  const [first] = people;
  if (!first) return;
  const ids = people.map((one) => one.id);
  const known = (await draftsOf(shopId, staffId, ids))[kind];
  const files = fileIds && (await waitingFiles(shopId, ids, fileIds)).map((one) => one.id).join();
  const key = { shopId, identityId: known?.identityId ?? first.id, staffId, kind };
  await database().commit([
    ...draftWrites(key, { ...(text !== undefined && { text: text.trim() === "" ? "" : text }), ...(files !== undefined && { files }) }),
    // What is left empty by it goes, whatever was kept in the same moment.
    ...ids.map((identityId) => remove("StaffDraft", { ...key, identityId, text: "", files: "" })),
  ]);
}

/** The writes that put a reply which was taken back before what stands in the draft of whoever wrote it. */
export async function putBackDraft(
  shopId: string,
  identityId: string,
  staffId: string,
  back: { text: string; fileIds: string[] },
): Promise<Write[]> {
  const key = { shopId, identityId, staffId, kind: "reply" as const };
  const known = await database().prisma.staffDraft.findFirst({ where: key, select: { text: true, files: true } });
  const text = [back.text, known?.text ?? ""].filter(Boolean).join("\n\n").slice(0, longestReply);
  const files = [...new Set([...back.fileIds, ...idsIn(known?.files)])].join();
  return text === "" && files === "" ? [] : draftWrites(key, { text, files });
}

/** What is attached to a draft and still there to be sent. */
export const draftFiles = (shopId: string, identityIds: string[], draft: Pick<StaffDraft, "files">): Promise<SentFile[]> =>
  waitingFiles(shopId, identityIds, idsIn(draft.files));

const idsIn = (files = ""): string[] => files.split(",").filter(Boolean);

type Key = { shopId: string; identityId: string; staffId: string; kind: DraftKind };
function draftWrites(key: Key, change: { text?: string; files?: string }): Write[] {
  const at = now();
  return [
    insert("StaffDraft", { id: newId(), ...key, text: "", files: "", ...change, startedAt: at, savedAt: at }, { ifAbsent: true }),
    update("StaffDraft", key, { ...change, savedAt: at }),
  ];
}

export function dropDraft(shopId: string, identityId: string, staffId: string, kind: DraftKind): Write[] {
  return [remove("StaffDraft", { shopId, identityId, staffId, kind })];
}
