import type { Capabilities } from "../channel.ts";

/** Our own surface: the limits are what reads well in a 384 px panel. */
export const capabilities: Capabilities = {
  maxText: 8000,
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
