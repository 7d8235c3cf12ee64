/** Colours of any merchant, made readable: WCAG contrast on sRGB. */

export const ink = "#1c2024";
const white = "#ffffff";
const black = "#000000";
export const fallbackBrand = "#24564a";

type Rgb = [number, number, number];

/** "#abc" or "#aabbcc" (alpha is dropped) → numbers; null for anything else. */
export function parseColor(color: string): Rgb | null {
  const hex = /^#([0-9a-f]{3,8})$/i.exec(color.trim())?.[1];
  if (!hex) return null;
  const full = hex.length < 6 ? [...hex].map((digit) => digit + digit).join("") : hex;
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as Rgb;
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [first, second] = [one, other].map((color) => luminance(parseColor(color) ?? [0, 0, 0]) + 0.05) as [number, number];
  return Math.max(first, second) / Math.min(first, second);
}

/** The text colour on a brand colour: white, else ink, else black, whichever first reads well. */
export function textOn(color: string): string {
  return [white, ink].find((text) => contrast(text, color) >= 4.5) ?? black;
}

/** Mixes `share` (0 to 1) of the first colour into the second. */
export function mix(color: string, into: string, share: number): string {
  const base = parseColor(into) ?? [0, 0, 0];
  const parts = (parseColor(color) ?? base).map((part, at) => Math.round(part * share + (base[at] ?? 0) * (1 - share)));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** The brand colour dark enough for words and marks on white and on its own tint. */
export function readableOnWhite(color: string): string {
  let dark = mix(color, black, 1);
  for (let share = 0.95; contrast(dark, tint(color)) < 4.5 && share > 0; share -= 0.05) dark = mix(color, black, share);
  return dark;
}

/** A light wash of the brand for the shopper's own bubbles; ink always reads on it. */
export function tint(color: string): string {
  return mix(color, white, 0.12);
}
