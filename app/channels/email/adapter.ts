import type { ChannelAdapter } from "../channel.ts";
import { emailCapabilities } from "./capabilities.ts";
import { parseEmail } from "./parse.ts";
import { renderEmail } from "./render.ts";

/** Mail as a channel. The body it parses is the stored `MailEvent`; raw bytes are read by `parseMail` before storing. */
export const emailAdapter: ChannelAdapter = {
  name: "email",
  capabilities: emailCapabilities,
  parse: parseEmail,
  render: renderEmail,
};
