import type SharpModule from "sharp";
import { pictureKind } from "#app/platform/picture-kind.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type PhotoProblem, photoLimits } from "./kinds.ts";

export type Picture = { whole: Buffer; small: Buffer; width: number; height: number; fingerprint: string | null };

/** Pixels of the longer side. */
const sides = { whole: 1600, small: 400 } as const;
const patience = { seconds: 15 };

let library: Promise<typeof SharpModule> | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Makes a picture of bytes that nobody vouches for: opened as one of four kinds, within bounds, turned upright and written anew
 * as a JPEG. Nothing else of the file is kept, so no place, device or script that it may hold. One at a time, for memory's sake.
 */
export function decodePicture(bytes: Uint8Array): Promise<Picture | { problem: PhotoProblem }> {
  const made = last.then(() => decode(bytes));
  last = made.catch(() => {});
  return made;
}

async function decode(bytes: Uint8Array): Promise<Picture | { problem: PhotoProblem }> {
  const kind = pictureKind(bytes);
  if (kind === null || kind === "heic") return { problem: kind ?? "kind" };
  if (bytes.length > photoLimits.upload) return { problem: "size" };
  const sharp = await loadLibrary();
  const options = { limitInputPixels: photoLimits.pixels, failOn: "error", sequentialRead: true } as const;
  try {
    const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
    if (width * height > photoLimits.pixels) return { problem: "pixels" };
    if (Math.min(width, height) < photoLimits.leastSide) return { problem: "tiny" };
    const whole = await sharp(bytes, options)
      .timeout(patience)
      .autoOrient()
      .resize({ width: sides.whole, height: sides.whole, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    const small = await sharp(whole.data)
      .resize({ width: sides.small, height: sides.small, fit: "inside" })
      .jpeg({ quality: 74 })
      .toBuffer();
    const greys = await sharp(whole.data).greyscale().resize(9, 8, { fit: "fill" }).raw().toBuffer();
    const { info } = whole;
    return { whole: whole.data, small, width: info.width, height: info.height, fingerprint: fingerprintOf(greys) };
  } catch {
    return { problem: "broken" };
  }
}

export type ChosenPicture = { bytes: Buffer; small: Buffer; width: number; height: number };

/**
 * A picture that staff chose to send: opened within the same bounds and kept in its own kind, so that what they see is what arrives.
 * Where it says by which device or at which place it was taken it is written anew without that; else not a byte of it changes.
 */
export function checkPicture(bytes: Buffer, kind: "jpeg" | "png" | "webp"): Promise<ChosenPicture | { problem: PhotoProblem }> {
  const made = last.then(() => check(bytes, kind));
  last = made.catch(() => {});
  return made;
}

async function check(bytes: Buffer, kind: "jpeg" | "png" | "webp"): Promise<ChosenPicture | { problem: PhotoProblem }> {
  const sharp = await loadLibrary();
  const options = { limitInputPixels: photoLimits.pixels, failOn: "error", sequentialRead: true } as const;
  try {
    const about = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
    if (about.width * about.height > photoLimits.pixels) return { problem: "pixels" };
    const tells = about.exif ?? about.xmp ?? about.iptc;
    const quality = kind === "png" ? {} : { quality: 92 };
    const kept = tells ? await sharp(bytes, options).timeout(patience).autoOrient().toFormat(kind, quality).toBuffer() : bytes;
    const { data: small, info } = await sharp(kept, options)
      .timeout(patience)
      .resize({ width: sides.small, height: sides.small, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 74 })
      .toBuffer({ resolveWithObject: true });
    const { width = info.width, height = info.height } = tells ? await sharp(kept).metadata() : about;
    return { bytes: kept, small, width, height };
  } catch {
    return { problem: "broken" };
  }
}

/** Loaded with the first picture. Only the readers of the four kinds may be used, whatever the bytes claim. */
function loadLibrary(): Promise<typeof SharpModule> {
  library ??= import("sharp").then(({ default: sharp }) => {
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadHeif"] });
    sharp.concurrency(1);
    sharp.cache(false);
    return sharp;
  });
  return library;
}
