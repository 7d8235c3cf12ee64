import { database } from "#app/platform/db/database.server.ts";

/** A private note with whom it names, of those who are still there: as it stands behind the "@", and which person that means. */
export type ThreadNote = {
  id: string;
  author: string;
  text: string;
  createdAt: Date;
  mentions: { name: string; member: string; read: boolean }[];
};

type StoredNote = Omit<ThreadNote, "createdAt" | "mentions"> & {
  createdAt: number;
  name: string | null;
  member: string | null;
  readAt: number | null;
};

/** SQL of SQLite: the notes on these people, the newest first, in one look. */
export async function notesOf(shopId: string, identityIds: string[]): Promise<ThreadNote[]> {
  const sql = `SELECT n.id, n.author, n.text, n."createdAt", m.name, s.name AS member, m."readAt"
    FROM json_each(@ids) ids CROSS JOIN "StaffNote" n ON n."shopId" = @shopId AND n."identityId" = ids.value
    LEFT JOIN "Mention" m ON m."shopId" = n."shopId" AND m."noteId" = n.id
    LEFT JOIN "StaffMember" s ON s.id = m."memberId" AND s."shopId" = n."shopId"
    ORDER BY n."createdAt" DESC, n.id DESC`;
  const values = { shopId, ids: JSON.stringify(identityIds) };
  const rows = await database().exclusively((prepare) => prepare(sql).all(values) as StoredNote[]);
  const notes = new Map<string, ThreadNote>();
  for (const { id, author, text, createdAt, name, member, readAt } of rows) {
    const note = notes.get(id) ?? { id, author, text, createdAt: new Date(createdAt), mentions: [] };
    notes.set(id, note);
    if (name !== null && member !== null) note.mentions.push({ name, member, read: readAt !== null });
  }
  return [...notes.values()];
}
