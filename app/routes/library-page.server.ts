import { createHash } from "node:crypto";
import { contentPolicy, shopThatFrames } from "#app/platform/content-policy.ts";
import { addDocumentResponseHeaders } from "#app/shopify.server.ts";

/** A page that Shopify's library writes by itself (the session-token bounce, leaving the frame), under a policy as strict as ours: its inline scripts are named by their hashes. */
export async function withContentPolicy(request: Request, page: Response): Promise<Response> {
  if (!page.headers.get("content-type")?.startsWith("text/html")) return page;
  const text = await page.text();
  const hashes = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  const checked = new Headers();
  addDocumentResponseHeaders(request, checked);
  const headers = new Headers(page.headers);
  const policy = { hashes, shop: shopThatFrames(checked.get("content-security-policy")), appBridge: process.env.APP_BRIDGE_URL };
  headers.set("content-security-policy", contentPolicy(policy));
  return new Response(text, { status: page.status, headers });
}
