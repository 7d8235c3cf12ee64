import type { IncomingMessage, ServerResponse } from "node:http";
import { shownFile } from "#app/domain/files/files.server.ts";
import { readFileToken } from "#app/domain/files/link.server.ts";
import { Refusal } from "./http.ts";
import { limit, networkFrom } from "./limits.server.ts";

/**
 * A picture or PDF that staff sent, by its signed address: for the widget, which may be shown on any page of the shop, for staff, and
 * for a channel that fetches what it sends. What it holds is a picture that we have opened, or a PDF, and told to be nothing else.
 */
export async function showFile(token: string, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  await limit("address.files", networkFrom(request));
  const fileId = readFileToken(token);
  const found = fileId && (await shownFile(fileId, url.searchParams.get("size") === "small" ? "small" : "whole"));
  if (!found) throw new Refusal(404, "There is no such file, or its address is no longer good.");
  response.writeHead(200, {
    "Content-Type": found.mimeType,
    "Content-Length": found.bytes.length,
    "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(found.name).replace(/['()*!]/g, "_")}`,
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex",
  });
  response.end(found.bytes);
}
