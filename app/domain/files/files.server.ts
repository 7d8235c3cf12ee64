import type { FileToSend } from "#app/channels/channel.ts";
import { type FileKind, mimeTypes, type SentFile } from "#app/channels/files.ts";
import { readStaffFile } from "#app/domain/photos/files.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import type { StaffFile } from "../../../prisma/generated/client.ts";
import { fileAddress } from "./link.server.ts";

type Told = Pick<StaffFile, "id" | "kind" | "name" | "bytes" | "width" | "height">;

/** A file as the message names it. */
export function sentFileOf({ id, kind, name, bytes, width, height }: Told): SentFile {
  return { id, kind: kind as FileKind, name, bytes, ...(width && height && { width, height }) };
}

/** What a reply is to bring along, in the order of the ids; null when one of them is not there for these people or has gone out. */
export async function chosenFiles(shopId: string, identityIds: string[], fileIds: string[]): Promise<SentFile[] | null> {
  const found = await waitingFiles(shopId, identityIds, fileIds);
  return found.length === fileIds.length ? found : null;
}

/** Those of them that are there for these people and have not gone out, in the order of the ids. */
export async function waitingFiles(shopId: string, identityIds: string[], fileIds: string[]): Promise<SentFile[]> {
  if (fileIds.length === 0) return [];
  const where = { shopId, id: { in: fileIds }, identityId: { in: identityIds }, messageId: null };
  const rows = await database().prisma.staffFile.findMany({ where });
  return fileIds.flatMap((id) => rows.filter((row) => row.id === id)).map(sentFileOf);
}

/** From here on they belong to the message. */
export function filesSent(shopId: string, files: SentFile[], messageId: string): Write[] {
  return files.map(({ id }) => update("StaffFile", { shopId, id, messageId: null }, { messageId }));
}

/** The bytes of what a delivery names; one that is gone is missing. */
export async function filesToSend(shopId: string, fileIds: string[]): Promise<FileToSend[]> {
  if (fileIds.length === 0) return [];
  const rows = await database().prisma.staffFile.findMany({ where: { shopId, id: { in: fileIds } } });
  const ordered = fileIds.flatMap((id) => rows.filter((row) => row.id === id));
  const files = await Promise.all(
    ordered.map(async ({ id, name, kind, file }): Promise<FileToSend[]> => {
      const bytes = await readStaffFile(shopId, file, "whole");
      return bytes ? [{ id, name, mimeType: mimeTypes[kind as FileKind], bytes, url: fileAddress(id) }] : [];
    }),
  );
  return files.flat();
}

/** What an address of ours shows. The signature has named the file, so no shop is asked for; an erased one is gone. */
export async function shownFile(
  fileId: string,
  size: "whole" | "small",
): Promise<{ name: string; mimeType: string; bytes: Buffer } | null> {
  const row = await database().prisma.staffFile.findUnique({ where: { id: fileId } });
  if (!row) return null;
  const small = size === "small" && row.kind !== "pdf";
  const bytes = await readStaffFile(row.shopId, row.file, small ? "small" : "whole");
  return bytes && { name: row.name, mimeType: small ? "image/jpeg" : mimeTypes[row.kind as FileKind], bytes };
}
