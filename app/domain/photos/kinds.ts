import type { Attachment } from "#app/channels/message.ts";
import { mostPhotoBytes } from "#widget/protocol.ts";

/** What a picture may be when it comes in. */
export const photoLimits = {
  /** Bytes. */
  upload: mostPhotoBytes,
  /** Pixels: more than any phone's usual camera makes, few enough that decoding takes no harm. */
  pixels: 64_000_000,
  /** Pixels of the shorter side; less shows nothing, and is mostly a mail signature's ornament. */
  leastSide: 100,
  /** Pictures of one message; what is beyond is not looked at. */
  ofOneMessage: 10,
} as const;

/** Why there is no picture. `gone`: the vendor no longer has it, or it could not be fetched. */
export type PhotoProblem = "kind" | "heic" | "size" | "pixels" | "tiny" | "broken" | "gone";

/** Whether an attachment may be a picture. Only the bytes decide, once they are here. What was left in a mailbox is none, or too large. */
export function mayBePicture({ kind, mimeType, reference, size = 0 }: Attachment): boolean {
  if (reference.startsWith("imap:") && size <= photoLimits.upload) return false;
  return kind === "image" || (kind === "file" && mimeType !== undefined && mimeType.toLowerCase().startsWith("image/"));
}
