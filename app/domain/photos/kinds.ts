import type { Attachment } from "#app/channels/message.ts";

/** What a picture may be when it comes in. */
export const photoLimits = {
  /** Bytes. */
  upload: 10_000_000,
  /** Pixels: more than any phone's usual camera makes, few enough that decoding takes no harm. */
  pixels: 64_000_000,
  /** Pixels of the shorter side; less shows nothing, and is mostly a mail signature's ornament. */
  leastSide: 100,
  /** Pictures of one message; what is beyond is not looked at. */
  ofOneMessage: 10,
} as const;

/** Why there is no picture. `gone`: the vendor no longer has it, or it could not be fetched. */
export type PhotoProblem = "kind" | "heic" | "size" | "pixels" | "tiny" | "broken" | "gone";
export type PhotoState = "coming" | "kept" | "refused" | "lost";

const begins = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** Told by the first bytes alone; what somebody says that it is does not count. `heic`: a picture, but one we cannot open. */
export function pictureKind(bytes: Uint8Array): "jpeg" | "png" | "webp" | "avif" | "heic" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  if (bytes[0] === 0x89 && begins(bytes, 1, "PNG\r\n\x1a\n")) return "png";
  if (begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBP")) return "webp";
  if (!begins(bytes, 4, "ftyp")) return null;
  if (begins(bytes, 8, "avif")) return "avif";
  return ["heic", "heix", "heif", "hevc", "hevx", "heim", "heis", "mif1", "msf1"].some((brand) => begins(bytes, 8, brand)) ? "heic" : null;
}

/** Whether an attachment may be a picture. Only the bytes decide, once they are here. */
export function mayBePicture({ kind, mimeType }: Attachment): boolean {
  return kind === "image" || (kind === "file" && mimeType !== undefined && mimeType.toLowerCase().startsWith("image/"));
}
