/** A picture beside a message or a case, all in words already. */
export type PhotoView = {
  id: string;
  /** What stands in the picture's place; null when there is one. */
  missing: string | null;
  /** Width by height. */
  ratio: number;
  /** Conversations with another case in which it was used. */
  usedIn: string[];
  /** What a model says of it: short findings, then its own words. */
  findings: { text: string; doubtful: boolean }[];
  words: string | null;
};

export type PhotoSource = {
  id: string;
  messageId: string;
  caseId: string | null;
  state: string;
  problem: string | null;
  width: number | null;
  height: number | null;
  verdict: unknown;
  usedIn: string[];
};

const problemWords: Record<string, string> = {
  kind: "A file that is no picture was refused.",
  heic: "A HEIC picture could not be opened.",
  size: "A picture was too large.",
  pixels: "A picture was too large.",
  tiny: "A picture was too small to show anything.",
  broken: "A picture did not arrive whole.",
  gone: "A picture could not be fetched from the channel.",
};

export function photoView(photo: PhotoSource): PhotoView {
  const verdict = (photo.verdict ?? {}) as { showsProduct?: unknown; damageVisible?: unknown; fitsReason?: unknown; words?: unknown };
  const missing =
    photo.state === "kept"
      ? null
      : photo.state === "coming"
        ? "A picture is on its way."
        : (problemWords[photo.problem ?? ""] ?? "No picture.");
  const finding = (value: unknown, yes: string, no: string) =>
    typeof value === "boolean" ? [{ text: value ? yes : no, doubtful: !value }] : [];
  return {
    id: photo.id,
    missing,
    ratio: photo.width && photo.height ? photo.width / photo.height : 4 / 3,
    usedIn: photo.usedIn,
    findings: [
      ...finding(verdict.showsProduct, "Shows the item", "Perhaps another item"),
      ...finding(verdict.damageVisible, "Damage visible", "No damage visible"),
      ...finding(verdict.fitsReason, "Fits the reason", "Does not fit the reason"),
    ],
    words: typeof verdict.words === "string" && verdict.words ? verdict.words : null,
  };
}
