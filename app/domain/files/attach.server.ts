import { type FileTrouble, fileLimits, fileTrouble, type SentFile } from "#app/channels/files.ts";
import type { ChannelName } from "#app/channels/message.ts";
import { checkPicture } from "#app/domain/photos/decode.server.ts";
import { isDiskFull, keepStaffFile } from "#app/domain/photos/files.server.ts";
import { reachOf } from "#app/domain/staff/reach.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { sentFileOf } from "./files.server.ts";
import { fileKind, fileName } from "./kind.ts";

/** The most that a file may have, whatever it is; bytes. */
export const mostFileBytes = Math.max(fileLimits.picture, fileLimits.pdf);

/** Why a file was not taken; nothing of it is kept then. */
export type AttachProblem = FileTrouble | "empty" | "kind" | "pixels" | "broken" | "no-room" | "nobody-to-reach";
export type AttachOutcome = { ok: true; file: SentFile } | { ok: false; because: AttachProblem; channel?: ChannelName };

/**
 * Looks at a file that staff want to send and keeps it until it goes out with a reply. What it is, its bytes say; what the channel
 * of the next reply cannot take is refused here already. Null for another shop's conversation.
 */
export async function attachFile(
  shopId: string,
  conversationId: string,
  given: { bytes: Buffer; name: string },
): Promise<AttachOutcome | null> {
  const { bytes, name } = given;
  const people = await database().prisma.identity.findMany({ where: { shopId, conversationId }, select: { id: true } });
  if (people.length === 0) return null;
  const reach = await reachOf(shopId, conversationId);
  if (!reach) return { ok: false, because: "nobody-to-reach" };
  if (bytes.length === 0) return { ok: false, because: "empty" };
  const kind = fileKind(bytes);
  if (!kind) return { ok: false, because: "kind" };
  const trouble = fileTrouble(reach.channel, [{ kind, bytes: bytes.length }]);
  const { channel } = reach;
  if (trouble) return { ok: false, because: trouble, channel };
  if (await isDiskFull()) return { ok: false, because: "no-room" };
  const made = kind === "pdf" ? { bytes, small: null } : await checkPicture(bytes, kind);
  if ("problem" in made) return { ok: false, because: made.problem === "pixels" ? "pixels" : "broken" };
  // Written anew it may have grown.
  const grown = fileTrouble(channel, [{ kind, bytes: made.bytes.length }]);
  if (grown) return { ok: false, because: grown, channel };
  const size = "width" in made ? { width: made.width, height: made.height } : {};
  const row = { id: newId(), shopId, identityId: reach.identity.id, kind, name: fileName(name, kind), bytes: made.bytes.length, ...size };
  await keepStaffFile(shopId, made, async (file) => {
    await database().commit([insert("StaffFile", { ...row, file, createdAt: now() })]);
  });
  return { ok: true, file: sentFileOf({ width: null, height: null, ...row }) };
}
