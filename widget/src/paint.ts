import { fallbackBrand, parseColor, readableOnWhite, textOn, tint } from "./colors.ts";

/** Puts a brand colour and what follows from it on the host, where the styles inside read them. */
export function paint(host: HTMLElement, color: string | undefined): void {
  const brand = color && parseColor(color) ? color : fallbackBrand;
  const values = { brand, "on-brand": textOn(brand), "brand-dark": readableOnWhite(brand), "brand-tint": tint(brand) };
  for (const [name, value] of Object.entries(values)) host.style.setProperty(`--${name}`, value);
}
