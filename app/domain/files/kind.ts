import type { FileKind } from "#app/channels/files.ts";
import { pictureKind } from "#app/platform/picture-kind.ts";

const longestName = 80;
const endings: Record<FileKind, string> = { jpeg: "jpg", png: "png", webp: "webp", pdf: "pdf" };
/** Other endings that are right for a kind. */
const alike: Partial<Record<FileKind, RegExp>> = { jpeg: /\.jpe?g$/i };
/** A PDF ends with this, give or take what programs put behind it; bytes. */
const tail = 2_048;

/** What a file is, by its bytes alone; null: nothing that staff may send. */
export function fileKind(bytes: Buffer): FileKind | null {
  const picture = pictureKind(bytes);
  if (picture === "jpeg" || picture === "png" || picture === "webp") return picture;
  const isPdf = /^%PDF-[12]\.\d/.test(bytes.subarray(0, 8).toString("latin1"));
  return isPdf && bytes.subarray(-tail).includes("%%EOF") ? "pdf" : null;
}

/** The name under which it arrives: one line without a path, and with the ending of what it is. */
export function fileName(given: string, kind: FileKind): string {
  const plain = given
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}"<>|:*?;]/gu, "")
    .replace(/^.*[\\/]/, "")
    .replace(/\s+/g, " ")
    .trim();
  const ending = endings[kind];
  const isRight = (alike[kind] ?? new RegExp(`\\.${ending}$`, "i")).test(plain);
  const stem = isRight ? plain.replace(/\.[^.]*$/, "") : plain.replace(/\.[\p{L}\p{N}]{1,8}$/u, "");
  return `${stem.replace(/^\.+/, "").slice(0, longestName).trim() || (kind === "pdf" ? "document" : "picture")}.${ending}`;
}
