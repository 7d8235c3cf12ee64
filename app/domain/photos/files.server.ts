import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs } from "node:fs/promises";
import path from "node:path";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { env } from "#app/platform/env.ts";

/** What came in and waits to be looked at is dropped after so long; milliseconds. */
const incomingFor = 24 * 3_600_000;
const incoming = "incoming";
/** Bytes that the disk keeps free for the database. */
const reserve = 200_000_000;

/** Files that are written and whose row is not committed yet. One process owns the folder, so memory will do. */
const underWay = new Set<string>();

export type PhotoSize = "whole" | "small";

/** Whether nothing more may be kept. */
export async function isDiskFull(): Promise<boolean> {
  const disk = await statfs(env.photosFolder).catch(() => statfs(path.dirname(env.photosFolder)).catch(() => null));
  return disk !== null && disk.bavail * disk.bsize < reserve;
}

/** Named by what it holds, so that a picture that is sent twice lies here once and a file never changes. */
function fileName(file: string, size: PhotoSize): string {
  return size === "whole" ? `${file}.jpg` : `${file}.small.jpg`;
}

function folderOf(shopId: string): string {
  if (!/^[\w-]{1,64}$/.test(shopId)) throw new Error("No folder for such a shop.");
  return path.join(env.photosFolder, shopId);
}

function pathOf(shopId: string, file: string, size: PhotoSize): string {
  if (!/^[0-9a-f]{64}$/.test(file)) throw new Error("No picture has such a name.");
  return path.join(folderOf(shopId), file.slice(0, 2), fileName(file, size));
}

/** Puts a picture on the disk for good, then lets `commit` write the row that names it. */
export async function keepFile(
  shopId: string,
  picture: { whole: Buffer; small: Buffer },
  commit: (file: string) => Promise<void>,
): Promise<void> {
  const { whole, small } = picture;
  const file = createHash("sha256").update(whole).digest("hex");
  const key = `${shopId}/${file}`;
  underWay.add(key);
  try {
    await writeDurably(pathOf(shopId, file, "whole"), whole);
    await writeDurably(pathOf(shopId, file, "small"), small);
    await commit(file);
  } finally {
    underWay.delete(key);
  }
}

/** Likewise what staff attach: as it is, and of a picture a small one. */
export async function keepStaffFile(
  shopId: string,
  attached: { bytes: Buffer; small: Buffer | null },
  commit: (file: string) => Promise<void>,
): Promise<void> {
  const { bytes, small } = attached;
  const file = createHash("sha256").update(bytes).digest("hex");
  const key = `${shopId}/${file}`;
  underWay.add(key);
  try {
    await writeDurably(staffPath(shopId, file, "whole"), bytes);
    if (small) await writeDurably(staffPath(shopId, file, "small"), small);
    await commit(file);
  } finally {
    underWay.delete(key);
  }
}

/** The bytes of what staff attached; null when they are gone. */
export function readStaffFile(shopId: string, file: string, size: PhotoSize): Promise<Buffer | null> {
  return readOrNull(staffPath(shopId, file, size));
}

function staffPath(shopId: string, file: string, size: PhotoSize): string {
  if (!/^[0-9a-f]{64}$/.test(file)) throw new Error("No file has such a name.");
  return path.join(folderOf(shopId), file.slice(0, 2), size === "whole" ? `${file}.sent` : `${file}.sent.jpg`);
}

/** The bytes of a kept picture; null when they are gone. */
export function readPhotoFile(shopId: string, file: string, size: PhotoSize): Promise<Buffer | null> {
  return readOrNull(pathOf(shopId, file, size));
}

/** Keeps bytes as they came until their job has looked at them. The name says where they came from, so a repeat is one file. */
export async function keepIncoming(shopId: string, origin: string, bytes: Uint8Array): Promise<string> {
  const name = createHash("sha256").update(origin).digest("hex");
  await writeDurably(path.join(folderOf(shopId), incoming, name), bytes);
  return `${incoming}:${name}`;
}

export function readIncoming(shopId: string, reference: string): Promise<Buffer | null> {
  return readOrNull(incomingPath(shopId, reference));
}

export async function dropIncoming(shopId: string, reference: string): Promise<void> {
  if (isIncoming(reference)) await rm(incomingPath(shopId, reference), { force: true });
}

export const isIncoming = (reference: string): boolean => /^incoming:[0-9a-f]{64}$/.test(reference);

function incomingPath(shopId: string, reference: string): string {
  if (!isIncoming(reference)) throw new Error("No file came in under such a name.");
  return path.join(folderOf(shopId), incoming, reference.slice(incoming.length + 1));
}

/** Removes the files that no row names any more, and what came in and was never taken. */
export async function sweepFiles(shopId: string): Promise<void> {
  for (const part of await namesIn(folderOf(shopId))) {
    const folder = path.join(folderOf(shopId), part);
    const names = await namesIn(folder);
    const unused = part === incoming ? await outdated(folder, names) : await unnamed(shopId, names);
    for (const name of unused) await rm(path.join(folder, name), { force: true });
  }
}

/** Everything of a shop that is gone. */
export async function removeShopFiles(shopId: string): Promise<void> {
  await rm(folderOf(shopId), { recursive: true, force: true });
}

/** At boot: what a process that died while it erased a shop has left. */
export async function removeFilesOfNoShop(): Promise<void> {
  const shops = new Set((await database().prisma.shop.findMany({ select: { id: true } })).map((shop) => shop.id));
  for (const name of await namesIn(env.photosFolder)) if (/^[\w-]{1,64}$/.test(name) && !shops.has(name)) await removeShopFiles(name);
}

async function unnamed(shopId: string, names: string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const files = [...new Set(names.map((name) => name.slice(0, 64)))];
  const where = { shopId, file: { in: files } };
  const { prisma } = database();
  const photos = new Set((await prisma.photo.findMany({ where, select: { file: true } })).map((row) => row.file));
  const attached = new Set((await prisma.staffFile.findMany({ where, select: { file: true } })).map((row) => row.file));
  const isNamed = (name: string) => {
    const hash = name.slice(0, 64);
    if (/^[0-9a-f]{64}(\.small)?\.jpg$/.test(name)) return photos.has(hash);
    return /^[0-9a-f]{64}\.sent(\.jpg)?$/.test(name) && attached.has(hash);
  };
  return names.filter((name) => !isNamed(name) && !underWay.has(`${shopId}/${name.slice(0, 64)}`));
}

async function outdated(folder: string, names: string[]): Promise<string[]> {
  const ages = await Promise.all(names.map(async (name) => now().getTime() - (await stat(path.join(folder, name))).mtimeMs));
  return names.filter((_, index) => (ages[index] ?? 0) > incomingFor);
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function readOrNull(file: string): Promise<Buffer | null> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

/** Whole under its name, or not there: also after a power cut. */
async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  if (await stat(file).catch(() => null)) return;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${randomUUID()}`;
  try {
    const handle = await open(unfinished, "wx", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  const folder = await open(path.dirname(file), "r");
  await folder.sync().finally(() => folder.close());
}
