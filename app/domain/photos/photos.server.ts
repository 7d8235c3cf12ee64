import type { InboundContent } from "#app/channels/message.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, notify, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import type { Photo } from "../../../prisma/generated/client.ts";
import type { Picture } from "./decode.server.ts";
import { mayBePicture, type PhotoProblem, photoLimits } from "./kinds.ts";

export type PhotoRow = Photo;

/** A picture without a case belongs to the one that is opened or gone on with so soon after it; milliseconds. */
const looseFor = 6 * 3_600_000;
/** So many of a shop's pictures are fetched at once, so that a vendor that hangs holds up nothing else of the shop. */
const atOnce = 4;
/** Of one shopper, the newest. */
const mostLoaded = 60;

/** With a message that may hold pictures: a row for each, and the job that fetches it. */
export function expectPhotos(identity: IdentityRow, messageId: string, content: InboundContent): Write[] {
  const { shopId, id: identityId } = identity;
  const at = now();
  const places = content.attachments.flatMap((attachment, place) => (mayBePicture(attachment) ? [place] : []));
  return places.slice(0, photoLimits.ofOneMessage).flatMap((place) => {
    const photoId = newId();
    return [
      insert("Photo", { id: photoId, shopId, identityId, messageId, place, state: "coming", createdAt: at }),
      enqueue(shopId, "photo.fetch", { photoId }, { runAt: at, queue: `photos:${shopId}:${(at.getTime() + place) % atOnce}` }),
    ];
  });
}

/** The pictures of these people, oldest first, as far as they still count: of a case, or lately sent and of none. */
export async function photosOf(shopId: string, identityIds: string[]): Promise<PhotoRow[]> {
  const rows = await database().prisma.photo.findMany({
    where: { shopId, identityId: { in: identityIds } },
    orderBy: { createdAt: "desc" },
    take: mostLoaded,
  });
  const since = now().getTime() - looseFor;
  return rows.filter((row) => row.caseId !== null || row.createdAt.getTime() > since).reverse();
}

/** What became of the pictures of these messages, in their order. */
export function photosOfMessages(shopId: string, messageIds: string[]): Promise<PhotoRow[]> {
  return database().prisma.photo.findMany({ where: { shopId, messageId: { in: messageIds } }, orderBy: { place: "asc" } });
}

/** How many different pictures there are: the same one sent twice is one. */
export function countDifferent(photos: PhotoRow[]): number {
  return new Set(photos.filter((one) => one.state === "kept").map((one) => one.fingerprint ?? one.file)).size;
}

/** The picture lies on the disk under `file`. */
export function keptWrites(photo: PhotoRow, file: string, picture: Picture, seenBefore: string[]): Write[] {
  const { width, height, whole, fingerprint } = picture;
  const values = { state: "kept", file, width, height, bytes: whole.length, fingerprint, seenBefore, keptAt: now() };
  return [update("Photo", { shopId: photo.shopId, id: photo.id, state: "coming" }, values, 1)];
}

export function withoutPicture(photo: PhotoRow, problem: PhotoProblem): Write[] {
  const state = problem === "gone" ? "lost" : "refused";
  return [update("Photo", { shopId: photo.shopId, id: photo.id, state: "coming" }, { state, problem }, 1)];
}

/** Whoever looks at the message sees what has become of its picture. */
export function messageChanged(identity: IdentityRow, messageId: string): Write {
  const { shopId, conversationId } = identity;
  return notify({ topic: "message", shopId, conversationId, messageId, change: "updated" });
}
