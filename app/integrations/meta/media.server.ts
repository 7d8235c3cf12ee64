import { createHash } from "node:crypto";
import { type Download, download } from "#app/platform/download.server.ts";
import { getGraph, graphHosts } from "./client.server.ts";
import { record, text } from "./payload.ts";

/** Where Meta keeps files. The token goes to the first only. */
const whatsAppHosts = ["lookaside.fbsbx.com"];
const instagramHosts = [...whatsAppHosts, ".cdninstagram.com", ".fbcdn.net"];

/** A file that a shopper sent on WhatsApp: its id leads to an address that is good for minutes and needs the token. */
export async function readWhatsAppMedia(mediaId: string, token: string, maxBytes: number): Promise<Download> {
  const described = await getGraph(graphHosts.whatsapp, encodeURIComponent(mediaId), token);
  if (described.kind === "lost" || described.kind === "not-sent") return { ok: false, problem: "unavailable", code: described.code };
  if (described.kind === "error") return refusal(described);
  const media = record(described.body);
  if (Number(media?.file_size) > maxBytes) return { ok: false, problem: "size" };
  const headers = { authorization: `Bearer ${token}` };
  const found = await download(text(media?.url) ?? "", { hosts: whatsAppHosts, maxBytes, headers });
  const hash = text(media?.sha256);
  // Cut off on the way, it is fetched again.
  if (found.ok && hash && !isHashOf(hash, found.bytes)) return { ok: false, problem: "unavailable", code: "hash" };
  return found;
}

/** A file that a shopper sent on Instagram: the address is its own key and ends after some days. */
export function readInstagramMedia(address: string, maxBytes: number): Promise<Download> {
  return download(address, { hosts: instagramHosts, maxBytes });
}

/** Graph says "no such object" with 400 and code 100; what it says of the account or the rate may pass. */
function refusal({ status, code }: { status: number; code: number }): Download {
  const isGone = status === 404 || code === 100 || code === 33;
  return isGone ? { ok: false, problem: "gone" } : { ok: false, problem: "unavailable", code: String(code) };
}

function isHashOf(hash: string, bytes: Buffer): boolean {
  const digest = createHash("sha256").update(bytes).digest();
  return hash.toLowerCase() === digest.toString("hex") || hash === digest.toString("base64");
}
