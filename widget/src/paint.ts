import { fallbackBrand, parseColor, readableOnWhite, textOn, tint } from "./colors.ts";

/** Puts a brand colour on the host, where the styles inside read it. Enough for the launcher; gives back the colour used. */
export function paintLauncher(host: HTMLElement, color: string | undefined): string {
  const brand = color && parseColor(color) ? color : fallbackBrand;
  host.style.setProperty("--brand", brand);
  host.style.setProperty("--on-brand", textOn(brand));
  return brand;
}

/** The same with what the panel needs besides. */
export function paint(host: HTMLElement, color: string | undefined): void {
  const brand = paintLauncher(host, color);
  host.style.setProperty("--brand-dark", readableOnWhite(brand));
  host.style.setProperty("--brand-tint", tint(brand));
}
