import { createHmac, timingSafeEqual } from "node:crypto";

/** Secrets: the app's present one and, for an hour after a rotation, the previous one. */
type Secrets = readonly string[];

/** Whether Shopify signed exactly these bytes. The header is base64. */
export function verifyWebhook(rawBody: Buffer, hmacHeader: string | undefined, secrets: Secrets): boolean {
  if (!hmacHeader || !/^[A-Za-z0-9+/]{43}=$/.test(hmacHeader)) return false;
  return signedByOne(rawBody, Buffer.from(hmacHeader, "base64"), secrets);
}

export type AppProxyResult =
  | { ok: true; shop: string; loggedInCustomerId: string | null; pathPrefix: string }
  | { ok: false; status: 400 | 401; reason: string };

const reserved = ["shop", "logged_in_customer_id", "path_prefix", "timestamp", "signature"] as const;
const maximumAge = 90;

/**
 * Whether Shopify's app proxy forwarded this request just now, and for whom. Only the query is signed: the body is a
 * stranger's word.
 */
export function verifyAppProxy(url: URL, secrets: Secrets, now: Date): AppProxyResult {
  const parameters = new Map<string, string[]>();
  for (const [key, value] of url.searchParams) parameters.set(key, [...(parameters.get(key) ?? []), value]);

  // A visitor may add parameters, and Shopify signs them along. A repeated one would be signed as "1,2".
  for (const name of reserved) {
    if (parameters.get(name)?.length !== 1) return refuse(400, `The parameter ${name} must be there exactly once.`);
  }
  const one = (name: (typeof reserved)[number]) => parameters.get(name)?.[0] ?? "";

  // The signed text has no separators: "=" inside a key or value would let it be cut into other parameters with the same signature.
  const ambiguous = [...parameters].some(([key, values]) => key.includes("=") || values.some((value) => value.includes("=")));
  if (ambiguous) return refuse(400, "A parameter contains an equals sign.");
  if (!isShopDomain(one("shop"))) return refuse(400, "The shop is not a myshopify.com domain.");
  if (!/^\d*$/.test(one("logged_in_customer_id"))) return refuse(400, "The customer id is not a number.");
  if (!/^\d{1,12}$/.test(one("timestamp"))) return refuse(400, "The timestamp is not a number.");
  if (!/^[0-9a-f]{64}$/.test(one("signature"))) return refuse(400, "The signature is malformed.");

  const signed = signedText(parameters);
  if (!signedByOne(Buffer.from(signed), Buffer.from(one("signature"), "hex"), secrets)) return refuse(401, "The signature is wrong.");
  const age = Math.abs(now.getTime() / 1000 - Number(one("timestamp")));
  if (age > maximumAge) return refuse(400, "The request is too old or from the future.");
  return { ok: true, shop: one("shop"), loggedInCustomerId: one("logged_in_customer_id") || null, pathPrefix: one("path_prefix") };
}

/** "key=value" of all but the signature, repeated values joined by commas, sorted by bytes, put together without separator. */
function signedText(parameters: Map<string, string[]>): string {
  const pairs = [...parameters].filter(([key]) => key !== "signature").map(([key, values]) => Buffer.from(`${key}=${values.join(",")}`));
  return Buffer.concat(pairs.sort(Buffer.compare)).toString();
}

/** A shop's permanent domain, in the only form that Shopify signs. */
export function isShopDomain(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,62}\.myshopify\.com$/.test(text);
}

type HeaderSource = { get(name: string): string | null } | Record<string, string | string[] | undefined>;

export type WebhookIdentity = {
  /** Equal for every delivery of one event to one subscription. */
  key: string;
  topic: string;
  shop: string;
  triggeredAt: Date | null;
  apiVersion: string | null;
};

/**
 * What a webhook claims to be, or null when it lacks topic, shop or id. None of these headers is signed: the body's own ids are
 * compared with them, and the object is read again before anything is done.
 */
export function webhookIdentity(headers: HeaderSource): WebhookIdentity | null {
  // Events webhooks use the same names without "x-", and have no event id.
  const read = (name: string) => header(headers, `x-shopify-${name}`) ?? header(headers, `shopify-${name}`);
  const topic = read("topic");
  const shop = read("shop-domain")?.toLowerCase();
  const id = read("event-id") ?? read("webhook-id");
  if (!topic || !/^[a-z_]+(\/[a-z_]+)+$/.test(topic) || !shop || !isShopDomain(shop) || !id || id.length > 200) return null;
  const triggeredAt = new Date(read("triggered-at") ?? "");
  return {
    key: [topic, read("name") ?? read("handle") ?? "", id].join("|"),
    topic,
    shop,
    triggeredAt: Number.isNaN(triggeredAt.getTime()) ? null : triggeredAt,
    apiVersion: read("api-version") ?? null,
  };
}

/** The signature of a webhook, of either family. */
export function webhookSignature(headers: HeaderSource): string | undefined {
  return header(headers, "x-shopify-hmac-sha256") ?? header(headers, "shopify-hmac-sha256");
}

function header(headers: HeaderSource, name: string): string | undefined {
  const value = isHeaders(headers) ? headers.get(name) : headers[name];
  return (Array.isArray(value) ? value[0] : value) || undefined;
}

function isHeaders(headers: HeaderSource): headers is { get(name: string): string | null } {
  return typeof headers.get === "function";
}

function signedByOne(signed: Buffer, signature: Buffer, secrets: Secrets): boolean {
  // Every secret is tried, so that the time tells nothing.
  return secrets
    .map((secret) => createHmac("sha256", secret).update(signed).digest())
    .map((expected) => expected.length === signature.length && timingSafeEqual(expected, signature))
    .includes(true);
}

function refuse(status: 400 | 401, reason: string): AppProxyResult {
  return { ok: false, status, reason };
}
