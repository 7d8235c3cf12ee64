import type { ChannelAdapter } from "./channel.ts";
import { emailAdapter } from "./email/adapter.ts";
import { instagramAdapter } from "./instagram/adapter.ts";
import type { ChannelName } from "./message.ts";
import { whatsAppAdapter } from "./whatsapp/adapter.ts";
import { widgetAdapter } from "./widget/adapter.ts";

/** Every channel's reading and writing of its wire format. Senders are wired where jobs are handled. */
export const adapters: Record<ChannelName, ChannelAdapter> = {
  widget: widgetAdapter,
  instagram: instagramAdapter,
  whatsapp: whatsAppAdapter,
  email: emailAdapter,
};
