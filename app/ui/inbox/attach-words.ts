import { type FileTrouble, fileLimits, type SentFile } from "#app/channels/files.ts";
import { channelName } from "#app/ui/words.ts";

/** A file as pages show it; `url`: good for some days. */
export type FileView = SentFile & { url: string };
export type AttachAnswer = { ok: true; file: FileView } | { ok: false; problem: string };

type Problem = FileTrouble | "empty" | "kind" | "pixels" | "broken" | "no-room" | "nobody-to-reach" | "too-large" | "lost";

/** What staff may pick, for the browser's dialog; the server goes by the bytes. */
export const picked = "image/jpeg,image/png,image/webp,application/pdf";

const megabytes = (bytes: number) => `${bytes / 1_000_000} MB`;

/** Why a file cannot go out, in one sentence. `channel`: where the reply would go. */
export function attachProblem(problem: Problem, channel = ""): string {
  const there = channelName(channel);
  const words: Record<Problem, string> = {
    empty: "This file is empty.",
    kind: "Only pictures as JPEG, PNG or WebP and PDF documents can be sent.",
    pixels: "This picture has too many pixels to be opened safely. Make it smaller first.",
    broken: "This picture cannot be opened: it is damaged or not whole.",
    "too-many": `At most ${fileLimits.pictures} pictures go with one reply.`,
    mixed: "A PDF goes alone: send the pictures with another reply.",
    "picture-large": `A picture can have up to ${megabytes(fileLimits.picture)}.`,
    "pdf-large": `A PDF can have up to ${megabytes(fileLimits.pdf)}.`,
    "too-large": `Pictures can have up to ${megabytes(fileLimits.picture)}, a PDF up to ${megabytes(fileLimits.pdf)}.`,
    "kind-there": `${there} takes pictures as JPEG or PNG only.`,
    "pdf-there": `${there} takes no PDF, only pictures as JPEG or PNG.`,
    total: `Together they are too large: ${there} takes up to 10 MB in one message.`,
    "no-room": "There is no room for the file now. Try again later.",
    "nobody-to-reach": "There is no channel to write to this shopper.",
    lost: "The file did not arrive here. Try again.",
  };
  return words[problem];
}

/** "1.2 MB", "340 kB". */
export function sayBytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1_000))} kB`;
}
