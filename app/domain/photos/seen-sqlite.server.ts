import { database } from "#app/platform/db/database.server.ts";
import { looksTheSame } from "./fingerprint.ts";

/** How many of a shop's pictures are compared, the newest first: some milliseconds of work. */
const compared = 20_000;

/** SQL of SQLite. Ids of the shop's pictures that look like this one and came with other messages, the newest first. */
export async function picturesLike(
  shopId: string,
  picture: { file: string; fingerprint: string | null; messageId: string },
): Promise<string[]> {
  const rows = await database().exclusively(
    (prepare) =>
      prepare(
        `SELECT id, file, fingerprint FROM "Photo" WHERE "shopId" = ? AND state = 'kept' AND "messageId" <> ? ORDER BY "createdAt" DESC LIMIT ${compared}`,
      ).all(shopId, picture.messageId) as { id: string; file: string; fingerprint: string | null }[],
  );
  const { file, fingerprint } = picture;
  const same = rows.filter(
    (row) => row.file === file || (fingerprint !== null && row.fingerprint !== null && looksTheSame(row.fingerprint, fingerprint)),
  );
  return same.slice(0, 20).map((row) => row.id);
}
