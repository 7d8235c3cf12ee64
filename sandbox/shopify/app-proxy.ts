import { createHmac } from "node:crypto";

/**
 * Shopify's signature over an app-proxy query: the values of a repeated name are joined with commas, each pair becomes
 * `name=value`, the pairs are sorted and joined without anything between them, and that text is signed, in hex.
 */
export function signAppProxyQuery(params: URLSearchParams | [string, string][], secret: string): string {
  const values = new Map<string, string[]>();
  for (const [name, value] of params) if (name !== "signature") values.set(name, [...(values.get(name) ?? []), value]);
  const pairs = [...values].map(([name, list]) => `${name}=${list.join(",")}`);
  return createHmac("sha256", secret).update(pairs.sort().join("")).digest("hex");
}

export type AppProxy = {
  /** Where the app listens, e.g. https://app.example/proxy */
  url: string;
  prefix: string;
  subpath: string;
};

export type ProxyRequest = {
  shop: string;
  /** The numeric customer id; empty when nobody is logged in. */
  loggedInCustomerId?: string | number;
  method?: string;
  /** The storefront path with its own query, e.g. /apps/onethread/messages?after=3 */
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer> | null;
  signal?: AbortSignal;
};

const hopHeaders = ["cookie", "host", "connection", "content-length", "x-sandbox-host", "authorization"];

/** The request Shopify would send to the app; undefined when the path is not under the proxy. */
export function buildProxyRequest(proxy: AppProxy, secret: string, now: Date, request: ProxyRequest): Request | undefined {
  const asked = new URL(request.path, `https://${request.shop}`);
  const root = `/${proxy.prefix}/${proxy.subpath}`;
  if (asked.pathname !== root && !asked.pathname.startsWith(`${root}/`)) return undefined;
  const target = new URL(proxy.url);
  target.pathname = target.pathname.replace(/\/$/, "") + asked.pathname.slice(root.length);
  const params = asked.searchParams;
  params.delete("signature");
  params.append("shop", request.shop);
  params.append("logged_in_customer_id", String(request.loggedInCustomerId ?? ""));
  params.append("path_prefix", root);
  params.append("timestamp", String(Math.floor(now.getTime() / 1000)));
  params.append("signature", signAppProxyQuery(params, secret));
  target.search = params.toString();

  const headers = new Headers(request.headers);
  for (const name of hopHeaders) headers.delete(name);
  headers.set("x-forwarded-host", request.shop);
  headers.set("x-shopify-shop-domain", request.shop);
  const method = request.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD" && request.body != null;
  return new Request(target, { method, headers, body: hasBody ? request.body : undefined, redirect: "manual", signal: request.signal });
}

/** What comes back to the shopper's browser: no cookies, and no lengths that decoding has changed. */
export function fromApp(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const name of ["set-cookie", "content-encoding", "content-length", "transfer-encoding", "connection"]) headers.delete(name);
  return new Response(response.body, { status: response.status, headers });
}
