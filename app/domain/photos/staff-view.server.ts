import { database } from "#app/platform/db/database.server.ts";
import { readPhotoFile } from "./files.server.ts";
import type { PhotoRow } from "./photos.server.ts";

/** A picture as staff see it: with what a model said of it, and where else it was used. */
export type StaffPhoto = PhotoRow & {
  /** Conversations in which the same picture is evidence in another case. */
  usedIn: string[];
};

/** All pictures of these people. Only staff are told that one was used before: it may be somebody else's. */
export async function photosForStaff(shopId: string, identityIds: string[]): Promise<StaffPhoto[]> {
  const { prisma } = database();
  const photos = await prisma.photo.findMany({ where: { shopId, identityId: { in: identityIds } }, orderBy: { createdAt: "asc" } });
  const ids = [...new Set(photos.flatMap((photo) => photo.seenBefore as string[]))];
  if (ids.length === 0) return photos.map((photo) => ({ ...photo, usedIn: [] }));
  const earlier = await prisma.photo.findMany({ where: { shopId, id: { in: ids }, caseId: { not: null } } });
  const owners = await prisma.identity.findMany({ where: { shopId, id: { in: earlier.map((one) => one.identityId) } } });
  const conversationOf = new Map(owners.map((owner) => [owner.id, owner.conversationId]));
  return photos.map((photo) => {
    const others = earlier.filter((one) => (photo.seenBefore as string[]).includes(one.id) && one.caseId !== photo.caseId);
    return { ...photo, usedIn: [...new Set(others.flatMap((one) => conversationOf.get(one.identityId) ?? []))] };
  });
}

/** The bytes of one picture and whose conversation it belongs to; null for another shop's or one that is gone. */
export async function photoFile(
  shopId: string,
  photoId: string,
  size: "whole" | "small",
): Promise<{ bytes: Buffer; conversationId: string } | null> {
  const { prisma } = database();
  const photo = await prisma.photo.findFirst({ where: { shopId, id: photoId, state: "kept" } });
  const owner = photo && (await prisma.identity.findFirst({ where: { shopId, id: photo.identityId } }));
  const bytes = owner && photo.file ? await readPhotoFile(shopId, photo.file, size) : null;
  return owner && bytes ? { bytes, conversationId: owner.conversationId } : null;
}
