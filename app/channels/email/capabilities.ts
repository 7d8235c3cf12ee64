import type { Capabilities } from "../channel.ts";

/** Mail has no hard limits; these keep a reply readable and its HTML below the size at which Gmail clips (102 kB). */
export const emailCapabilities: Capabilities = {
  maxText: 20_000,
  textUnit: "characters",
  maxParts: 1,
  maxButtons: 0,
  maxButtonTitle: 0,
  maxListRows: 0,
  maxListRowTitle: 0,
  freeTextWindowHours: null,
  markdown: "html",
  shows: { links: true, images: true },
};
