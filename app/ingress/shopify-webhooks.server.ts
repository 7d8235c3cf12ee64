import type { IncomingMessage, ServerResponse } from "node:http";
import { verifyWebhook, webhookIdentity } from "#app/integrations/shopify-admin/verify.ts";
import { env } from "#app/platform/env.ts";
import { answerText, header, parseJson, Refusal, readBody } from "./http.ts";
import { storeRawEvent } from "./raw-events.server.ts";

const largest = 5_000_000;

/**
 * Stores a Shopify webhook. The signature covers the body only, not the shop or topic headers, so nothing is
 * believed here: intake compares what it can and reads the object again from the Admin API.
 */
export async function receiveShopifyWebhook(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const raw = await readBody(request, largest);
  const secrets = [env.shopifyApiSecret, env.shopifyPreviousApiSecret].filter((secret) => secret !== undefined);
  if (!verifyWebhook(raw, header(request, "x-shopify-hmac-sha256") ?? header(request, "shopify-hmac-sha256"), secrets)) {
    throw new Refusal(401, "The signature is missing or wrong.");
  }
  parseJson(raw);
  const identity = webhookIdentity(request.headers);
  if (!identity) throw new Refusal(400, "A header is missing.");
  const stored = await storeRawEvent({
    owner: { domain: identity.shop },
    channel: "shopify",
    account: identity.shop,
    externalId: identity.key,
    topic: identity.topic,
    body: raw.toString("utf8"),
    task: "intake.shopify",
  });
  if (stored === "unknown-shop") throw new Refusal(404, "This shop has not installed the app.");
  answerText(response, 200, "ok");
}
