import { measure, splitText } from "#app/channels/split.ts";

/** What the channel takes: the longest message, counted as it counts, and how many of them one reply may become. */
export type ReplyLimits = { maxText: number; maxParts: number; textUnit: "bytes" | "characters" };

/** "512 of 1,000": shown once it begins to matter. */
export function Fits({ way, text }: { way: { limits: ReplyLimits } | null; text: string }) {
  if (!way) return null;
  const { maxText, maxParts, textUnit } = way.limits;
  const length = measure(text.trim(), textUnit);
  if (length < maxText * 0.6) return null;
  const parts = splitText(text, maxText, textUnit).length;
  const count = `${length.toLocaleString("en")} of ${maxText.toLocaleString("en")} ${textUnit}`;
  const over = parts > maxParts;
  return (
    <span className="ot-fits" data-over={over} role="status">
      {over ? `Too long: ${count}, in at most ${maxParts} messages` : parts > 1 ? `${count}: ${parts} messages` : count}
    </span>
  );
}
