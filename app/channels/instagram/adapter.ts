import type { ChannelAdapter } from "../channel.ts";
import { instagramCapabilities } from "./capabilities.ts";
import { parseInstagram } from "./parse.ts";
import { renderInstagram } from "./render.ts";

export const instagramAdapter: ChannelAdapter = {
  name: "instagram",
  capabilities: instagramCapabilities,
  parse: parseInstagram,
  render: renderInstagram,
};
