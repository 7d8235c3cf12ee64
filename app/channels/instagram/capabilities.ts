import type { Capabilities } from "../channel.ts";

/** Instagram counts text in UTF-8 bytes. Quick replies show on phones only, and only under the newest message. */
export const instagramCapabilities: Capabilities = {
  maxText: 1000,
  textUnit: "bytes",
  maxParts: 2,
  maxButtons: 13,
  maxButtonTitle: 20,
  maxListRows: 0,
  maxListRowTitle: 0,
  freeTextWindowHours: 24,
  markdown: "none",
  shows: { links: true, images: false },
};

/** Longest quick-reply payload, in characters. */
export const maxPayload = 1000;
