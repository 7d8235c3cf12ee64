/** Caps against mails built to exhaust the reader. */
export const mailLimits = {
  /** Bytes of the whole mail; what is longer is read in part. */
  raw: 30 * 1024 * 1024,
  parts: 100,
  depth: 20,
  headers: 256 * 1024,
  /** Characters of text that are kept. */
  text: 100_000,
  attachments: 100,
  /** Bytes of a picture that is kept, and below which one inside the text is an ornament. */
  picture: 10_000_000,
  ornament: 20_000,
  pictures: 10,
  references: 50,
} as const;

/** How much is read of a mail above the limit: text comes before attachments, so this holds what was said. */
const readOfTooLarge = 1024 * 1024;

export type LimitedMail = { raw: Buffer; exceeded: "too-large" | "too-many-parts" | null };

/** Cuts a mail down to what may be parsed, before any parser sees it. */
export function withinLimits(raw: Buffer): LimitedMail {
  if (raw.length > mailLimits.raw) return { raw: raw.subarray(0, readOfTooLarge), exceeded: "too-large" };
  const end = endOfLastPart(raw);
  return end === null ? { raw, exceeded: null } : { raw: raw.subarray(0, end), exceeded: "too-many-parts" };
}

/**
 * Where the first part too many begins. Parts start at lines `--boundary`; lines that merely begin with two dashes are
 * counted only when the text names them as a boundary (or names boundaries in pieces, which we do not put together).
 */
function endOfLastPart(raw: Buffer): number | null {
  const starts = dashLines(raw);
  if (starts.length <= mailLimits.parts) return null;
  const text = raw.toString("latin1");
  const declared = [...text.matchAll(/boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
  const inPieces = /boundary\*/i.test(text);
  const boundaries = new Set(declared);
  let parts = 0;
  for (const start of starts) {
    const line = /^--(.*?)[ \t\r]*(?:\n|$)/.exec(text.slice(start, start + 300))?.[1] ?? "";
    if (inPieces || boundaries.has(line)) parts += 1;
    if (parts > mailLimits.parts) return start;
  }
  return null;
}

function dashLines(raw: Buffer): number[] {
  const starts: number[] = [];
  for (let at = raw.indexOf("\n--"); at >= 0 && starts.length < 200_000; at = raw.indexOf("\n--", at + 1)) starts.push(at + 1);
  return starts;
}

/** Only the header section, for a mail whose body cannot be parsed at all. */
export function headerSection(raw: Buffer): Buffer {
  const ends = [raw.indexOf("\r\n\r\n"), raw.indexOf("\n\n")].filter((end) => end >= 0);
  const end = Math.min(...ends, raw.length, mailLimits.headers);
  const kept = raw.subarray(0, end).toString("latin1");
  return Buffer.from(`${kept.replace(/^content-(?:type|transfer-encoding):.*(?:\r?\n[ \t].*)*\r?\n?/gim, "")}\r\n\r\n`, "latin1");
}
