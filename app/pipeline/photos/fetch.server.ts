import type { ChannelName, InboundContent } from "#app/channels/message.ts";
import { findIdentity, type IdentityRow } from "#app/domain/identity/identity.server.ts";
import { turnForMessages, turnQueue } from "#app/domain/identity/waiting-turns.server.ts";
import { decodePicture } from "#app/domain/photos/decode.server.ts";
import { dropIncoming, isIncoming, keepFile, readIncoming } from "#app/domain/photos/files.server.ts";
import { type PhotoProblem, photoLimits } from "#app/domain/photos/kinds.ts";
import { keptWrites, messageChanged, type PhotoRow, withoutPicture } from "#app/domain/photos/photos.server.ts";
import { picturesLike } from "#app/domain/photos/seen-sqlite.server.ts";
import { channelAccount } from "#app/domain/shops/channels.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { StaleWrite, type Write } from "#app/platform/db/writes.ts";
import type { Download } from "#app/platform/download.server.ts";
import { fault } from "#app/platform/fault.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { log } from "#app/platform/log.ts";
import { note } from "#app/platform/tracing/context.ts";

/** How a channel that keeps files for us hands one over. */
export type MediaReader = (reference: string, token: string, maxBytes: number) => Promise<Download>;
export type MediaReaders = Partial<Record<ChannelName, MediaReader>>;

type Message = { id: string; channel: string; answeredBy: string | null; content: unknown; receivedAt: Date };

/** Pictures are picked one by one and come one by one, the next often seconds later; milliseconds. */
const album: Record<ChannelName, number> = { widget: 500, instagram: 3_000, whatsapp: 3_000, email: 0 };

/**
 * Brings one picture here, makes it safe and keeps it; the turn that waits for it goes on. What cannot be had or opened is
 * noted as such, so that the shopper can be asked for it again.
 */
export async function fetchPhoto(shopId: string, photoId: string, readers: MediaReaders, lastAttempt: boolean): Promise<Write[]> {
  const { prisma } = database();
  const photo = await prisma.photo.findFirst({ where: { shopId, id: photoId } });
  const message = photo && (await prisma.message.findFirst({ where: { shopId, id: photo.messageId } }));
  const identity = photo && (await findIdentity(shopId, photo.identityId));
  // Taken back, or erased.
  if (!photo || !message || !identity) return [];
  note({ conversationId: identity.conversationId });
  const { reference = "", size = 0 } = (message.content as unknown as InboundContent).attachments[photo.place] ?? {};
  const isOpen = photo.state === "coming";
  const settled = !isOpen
    ? []
    : size > photoLimits.upload
      ? refused(photo, "size")
      : await settle(photo, message, reference, readers, lastAttempt);
  await dropIncoming(shopId, reference);
  return [...settled, messageChanged(identity, message.id), wakeTurn(identity, message)];
}

async function settle(photo: PhotoRow, message: Message, reference: string, readers: MediaReaders, lastAttempt: boolean): Promise<Write[]> {
  const { shopId } = photo;
  const found = await bytesOf(shopId, message.channel as ChannelName, reference, readers);
  if (!found.ok && found.problem === "unavailable" && !lastAttempt) throw new MediaUnavailable(found.code);
  if (found.ok) return keep(photo, found.bytes);
  log.info("photo-not-fetched", { shopId, messageId: message.id, channel: message.channel, reason: found.problem });
  return withoutPicture(photo, found.problem === "size" ? "size" : "gone");
}

/** The vendor does not hand the file over at the moment. */
class MediaUnavailable extends Error {
  override name = "MediaUnavailable";
  readonly code: string;
  constructor(code: string) {
    super("The picture could not be fetched.");
    this.code = code;
  }
}

async function bytesOf(shopId: string, channel: ChannelName, reference: string, readers: MediaReaders): Promise<Download> {
  if (isIncoming(reference)) {
    const bytes = await readIncoming(shopId, reference);
    return bytes ? { ok: true, bytes } : { ok: false, problem: "gone" };
  }
  const read = readers[channel];
  const account = read && (await channelAccount(shopId, channel));
  if (!read || !account) return { ok: false, problem: "gone" };
  const answer = await read(reference, account.credentials.accessToken ?? "", photoLimits.upload);
  // A token that has ended is mended by the merchant, and then the picture is still there.
  return !answer.ok && answer.problem === "unauthorized" ? { ok: false, problem: "unavailable", code: "unauthorized" } : answer;
}

/** The row is committed while the files are under our eyes; what this returns is only what is left to write. */
async function keep(photo: PhotoRow, bytes: Buffer): Promise<Write[]> {
  const picture = await decodePicture(bytes);
  if ("problem" in picture) return refused(photo, picture.problem);
  await keepFile(photo.shopId, picture, async (file) => {
    const seen = await picturesLike(photo.shopId, { ...picture, file, messageId: photo.messageId });
    fault("photo.keep.before-commit");
    try {
      await database().commit(keptWrites(photo, file, picture, seen));
    } catch (error) {
      // Erased, or taken back, meanwhile: the sweep takes the file.
      if (!(error instanceof StaleWrite)) throw error;
    }
    fault("photo.keep.after-commit");
  });
  return [];
}

function refused(photo: PhotoRow, problem: PhotoProblem): Write[] {
  log.info("photo-refused", { shopId: photo.shopId, messageId: photo.messageId, reason: problem });
  return withoutPicture(photo, problem);
}

/** The turn that answers the message need not wait any longer; one that has answered it is told that there is more. */
function wakeTurn({ shopId, id, conversationId }: IdentityRow, message: Message): Write {
  const complete = message.receivedAt.getTime() + album[message.channel as ChannelName];
  const runAt = new Date(Math.max(now().getTime(), complete));
  if (message.answeredBy === null) return turnForMessages(shopId, { identityId: id, conversationId }, runAt);
  return enqueue(
    shopId,
    "turn",
    { identityId: id, trigger: { kind: "photo", messageId: message.id } },
    { queue: turnQueue(conversationId), runAt },
  );
}
