import { readFileSync } from "node:fs";
import { parseMail } from "#app/channels/email/parse-mail.server.ts";
import type { ParsedMail } from "#app/channels/email/parsed-mail.ts";

export const mailbox = { address: "support@linden-loom.example", trustedAuthServer: "mx.linden-loom.example" };

export function fixtureBytes(name: string): Buffer {
  return readFileSync(new URL(`../../fixtures/email/${name}.eml`, import.meta.url));
}

export function parseFixture(name: string): Promise<ParsedMail> {
  return parseMail(fixtureBytes(name), mailbox);
}

/** A mail of given header lines, from the top, and a text. */
export function mailOf(headers: string[], text = "Where is my order?"): Buffer {
  return Buffer.from([...headers, "", text].join("\r\n"));
}

export async function eventOf(name: string): Promise<{ mail: ParsedMail; uid: number; uidValidity: string }> {
  return { mail: await parseFixture(name), uid: 7, uidValidity: "1" };
}
