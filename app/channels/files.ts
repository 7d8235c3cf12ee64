import type { ChannelName } from "./message.ts";

/** What staff may attach; told by the bytes. */
export type FileKind = "jpeg" | "png" | "webp" | "pdf";

/** A file that goes out with a reply, as the message names it; the bytes lie outside of the database. */
export type SentFile = { id: string; kind: FileKind; name: string; bytes: number; width?: number; height?: number };

export const mimeTypes: Record<FileKind, string> = { jpeg: "image/jpeg", png: "image/png", webp: "image/webp", pdf: "application/pdf" };

/** Bytes, and how many pictures go with one reply. */
export const fileLimits = { picture: 5_000_000, pdf: 8_000_000, pictures: 3 } as const;

/** Why the files cannot go out together, or not on this channel. */
export type FileTrouble = "too-many" | "mixed" | "picture-large" | "pdf-large" | "kind-there" | "pdf-there" | "total";

type Takes = { kinds: FileKind[]; total?: number };
type Sized = Pick<SentFile, "kind" | "bytes">;

/** Its own limits of a channel, where they are narrower than ours; bytes. Mail grows by a third on its way, and many servers take 25 MB. */
const takes: Record<ChannelName, Takes> = {
  widget: { kinds: ["jpeg", "png", "webp", "pdf"] },
  whatsapp: { kinds: ["jpeg", "png", "pdf"] },
  instagram: { kinds: ["jpeg", "png"] },
  email: { kinds: ["jpeg", "png", "webp", "pdf"], total: 10_000_000 },
};

/** Whether these files can go out with one reply on this channel; null: they can. */
export function fileTrouble(channel: ChannelName, files: Sized[]): FileTrouble | null {
  const pdfs = files.filter((one) => one.kind === "pdf");
  const { kinds, total } = takes[channel];
  if (pdfs.length > 0 && files.length > 1) return "mixed";
  if (files.length > fileLimits.pictures) return "too-many";
  if (pdfs.some((one) => one.bytes > fileLimits.pdf)) return "pdf-large";
  if (files.some((one) => one.kind !== "pdf" && one.bytes > fileLimits.picture)) return "picture-large";
  if (pdfs.length > 0 && !kinds.includes("pdf")) return "pdf-there";
  if (files.some((one) => !kinds.includes(one.kind))) return "kind-there";
  return total !== undefined && files.reduce((sum, one) => sum + one.bytes, 0) > total ? "total" : null;
}

/** The ids of the files that a rendered part brings along; see `RenderedPart`. */
export function filesOfPart(body: Record<string, unknown>): string[] {
  return Array.isArray(body.files) ? body.files.filter((one): one is string => typeof one === "string") : [];
}
