/** Contrast by WCAG 2: text needs 4.5, controls 3. */
export function contrastRatio(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

export type BrandCheck = { text: "#ffffff" | "#1a1a1a"; ratio: number; advice: string };

/** Which text can be read on a brand colour, and what to tell the merchant about the colour itself. */
export function checkBrandColor(color: string): BrandCheck | null {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return null;
  const onWhite = contrastRatio(color, "#ffffff");
  const text = onWhite >= contrastRatio(color, "#1a1a1a") ? "#ffffff" : "#1a1a1a";
  const ratio = contrastRatio(color, text);
  if (onWhite < 3) {
    return { text, ratio, advice: "This colour is hard to see on white. The widget keeps it for areas and writes on it in dark ink." };
  }
  return {
    text,
    ratio,
    advice: `Easy to read: ${text === "#ffffff" ? "white" : "dark"} text on it has a contrast of ${ratio.toFixed(1)}.`,
  };
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
