import type { Capabilities } from "../channel.ts";

/** Our own surface scrolls and folds by itself; the limits only stop what no person would read. */
export const capabilities: Capabilities = {
  maxText: 100_000,
  textUnit: "characters",
  maxParts: 1,
  maxButtons: 50,
  maxButtonTitle: 80,
  maxListRows: 0,
  maxListRowTitle: 0,
  freeTextWindowHours: null,
  markdown: "html",
  shows: { links: true, images: true },
};
