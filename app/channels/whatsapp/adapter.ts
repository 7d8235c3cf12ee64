import type { ChannelAdapter } from "../channel.ts";
import { whatsAppCapabilities } from "./capabilities.ts";
import { parseWhatsApp } from "./parse.ts";
import { renderWhatsApp } from "./render.ts";

export const whatsAppAdapter: ChannelAdapter = {
  name: "whatsapp",
  capabilities: whatsAppCapabilities,
  parse: parseWhatsApp,
  render: renderWhatsApp,
};
