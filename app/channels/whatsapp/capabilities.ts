import type { Capabilities } from "../channel.ts";

/** Every message is paid for, so one reply is one message; a second part exists for what does not fit. */
export const whatsAppCapabilities: Capabilities = {
  maxText: 4096,
  textUnit: "characters",
  maxParts: 2,
  maxButtons: 3,
  maxButtonTitle: 20,
  maxListRows: 10,
  maxListRowTitle: 24,
  freeTextWindowHours: 24,
  markdown: "whatsapp",
  shows: { links: true, images: false },
};

/** Limits that only this channel knows, in characters. */
export const interactiveLimits = {
  body: 1024,
  /** Under a picture or a document. */
  caption: 1024,
  /** A row's; a button's may have 256. */
  rowId: 200,
  rowDescription: 72,
  linkText: 20,
  linkUrl: 2000,
} as const;
