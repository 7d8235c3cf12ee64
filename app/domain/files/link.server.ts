import { createHmac, timingSafeEqual } from "node:crypto";
import { now } from "#app/platform/clock.ts";
import { signingKey, signingKeys } from "#app/platform/crypto.server.ts";
import { env } from "#app/platform/env.ts";

const day = 86_400_000;
/** Days that an address is good for, at least; a thread that is read again brings new ones. */
const goodFor = 2;
const purpose = "file-link";

/** The address of one file for whoever is shown the message: it opens that file only, and for some days. The same all day long. */
export const fileAddress = (fileId: string): string => `${env.appUrl}${filePath(fileId)}`;

/** Likewise, for pages of ours. */
export function filePath(fileId: string): string {
  const until = Math.ceil(now().getTime() / day) + goodFor;
  return `/files/${fileId}.${until.toString(36)}.${signature(fileId, until, signingKey(purpose))}`;
}

/** The file that an address names; null for one that is over or that we have not made. */
export function readFileToken(token: string): string | null {
  const [, fileId = "", until = "", given = ""] = /^([0-9a-z]{26})\.([0-9a-z]{3,6})\.([\w-]{43})$/.exec(token) ?? [];
  const ends = Number.parseInt(until, 36);
  if (!given || ends * day < now().getTime()) return null;
  const isOurs = signingKeys(purpose).map((key) => timingSafeEqual(Buffer.from(given), Buffer.from(signature(fileId, ends, key))));
  return isOurs.includes(true) ? fileId : null;
}

function signature(fileId: string, until: number, key: Buffer): string {
  return createHmac("sha256", key).update(`${fileId}\n${until}`).digest("base64url");
}
