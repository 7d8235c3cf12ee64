import { type Double, type Fault, Faults, type History, type SandboxClock } from "#sandbox/double.ts";
import { AdminApi, adminApiVersion } from "./admin-api.ts";
import { type AppConfig, readAppConfig } from "./app-config.ts";
import { buildProxyRequest, fromApp, type ProxyRequest } from "./app-proxy.ts";
import { OAuthServer } from "./oauth.ts";
import { drawPicture, pictureFile } from "./pictures.ts";
import { seedLindenLoom } from "./seed.ts";
import { lindenLoomShop } from "./seed-catalogue.ts";
import { mintSessionToken } from "./session-token.ts";
import { compliancePayload, scopesPayload, shopPayload } from "./shop-webhooks.ts";
import { ShopifyStore } from "./store.ts";
import { webhookPayload } from "./webhook-payloads.ts";
import { WebhookSender } from "./webhooks.ts";

export type ShopifyDoubleOptions = {
  apiKey: string;
  apiSecret: string;
  /** Where the proxy and the webhooks go, e.g. http://127.0.0.1:3000 */
  appUrl: string;
  history: History;
  clock: SandboxClock;
  /** Linden & Loom's own when left out. */
  domain?: string;
  /** Fills the store; Linden & Loom when left out. */
  seed?: (store: ShopifyStore, now: Date) => void;
  /** Read from shopify.app.toml when left out. */
  config?: AppConfig;
  /** How the double reaches the app; the process's fetch when left out. */
  send?: (request: Request) => Promise<Response>;
};

/** The sandbox server destroys the socket when it sees this header. */
export const lostReplyHeader = "x-sandbox-lost-reply";
const lost = (): Response => new Response(null, { status: 502, headers: { [lostReplyHeader]: "1" } });

/** A whole pretend Shopify for one store and one app: Admin API, tokens, app proxy, webhooks and pictures. */
export class ShopifyDouble implements Double {
  readonly name = "shopify";
  readonly hosts: string[];
  readonly faults = new Faults();
  readonly store: ShopifyStore;
  readonly admin: AdminApi;
  readonly oauth: OAuthServer;
  readonly webhooks: WebhookSender;
  readonly config: AppConfig;
  private readonly options: ShopifyDoubleOptions;

  constructor(options: ShopifyDoubleOptions) {
    const { apiKey, apiSecret, clock, history } = options;
    this.options = options;
    this.config = structuredClone(options.config ?? readAppConfig());
    const lindenLoom = lindenLoomShop(clock.now());
    this.store = new ShopifyStore({ ...lindenLoom, domain: options.domain ?? lindenLoom.domain }, clock);
    this.hosts = [this.store.shop.domain];
    (options.seed ?? seedLindenLoom)(this.store, clock.now());
    const shop = this.store.shop.domain;
    const { scopes, subscriptions, webhookVersion } = this.config;
    this.oauth = new OAuthServer({ shop, apiKey, apiSecret, scopes, clock });
    const record = (operation: string, detail: Record<string, unknown>) => history.record(this.name, operation, detail, clock.now());
    this.admin = new AdminApi({ store: this.store, scopes, record });
    this.webhooks = new WebhookSender({
      url: (uri) => new URL(uri, options.appUrl).href,
      secret: apiSecret,
      shop,
      apiVersion: webhookVersion,
      subscriptions,
      clock,
      send: options.send,
    });
    this.store.onEvent((event) => this.webhooks.publish(event.topic, webhookPayload(this.store, event)));
  }

  async handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const host = request.headers.get("x-sandbox-host") ?? url.host;
    if (host.replace(/:\d+$/, "") !== this.store.shop.domain) return Response.json({ errors: "Not Found" }, { status: 404 });
    const api = /^\/admin\/api\/([^/]+)\/graphql\.json$/.exec(url.pathname);
    if (api?.[1] && request.method === "POST") return this.graphql(request, api[1]);
    if (url.pathname === "/admin/oauth/access_token" && request.method === "POST") {
      return this.withFault(
        this.faults.take("oauth"),
        request.signal,
        () => this.oauth.answer(request),
        () => new Response(null, { status: 429 }),
      );
    }
    if (url.pathname.startsWith(`/${this.config.proxy.prefix}/`)) return this.visitorRequest(request, url);
    return this.picture(url.pathname) ?? Response.json({ errors: "Not Found" }, { status: 404 });
  }

  /** A session token for the embedded app, as App Bridge would fetch it for a member of staff. */
  mintSessionToken(options: { shop?: string; userId?: string | number } = {}): string {
    const { apiKey, apiSecret, clock } = this.options;
    return mintSessionToken({
      shop: options.shop ?? this.store.shop.domain,
      userId: options.userId ?? 1,
      apiKey,
      apiSecret,
      now: clock.now(),
    });
  }

  /** A storefront request through the app proxy, as the shopper's browser sees the answer. */
  async proxyRequest(request: Omit<ProxyRequest, "shop"> & { shop?: string }): Promise<Response> {
    const { appUrl, apiSecret, clock, send = fetch } = this.options;
    const { path, prefix, subpath } = this.config.proxy;
    const proxy = { url: new URL(path, appUrl).href, prefix, subpath };
    const outgoing = buildProxyRequest(proxy, apiSecret, clock.now(), { shop: this.store.shop.domain, ...request });
    if (!outgoing) return new Response("Not Found", { status: 404 });
    return fromApp(await send(outgoing));
  }

  /** The merchant removes the app: tokens die, the app is told. */
  uninstall(): void {
    this.oauth.revokeAll();
    this.webhooks.publish("app/uninstalled", shopPayload({ shop: this.store.shop, now: this.store.now() }));
  }

  /** The merchant changes something about the shop itself. */
  updateShop(change: Partial<Pick<ShopifyStore["shop"], "name" | "primaryHost">>): void {
    Object.assign(this.store.shop, change);
    this.webhooks.publish("shop/update", shopPayload({ shop: this.store.shop, now: this.store.now() }));
  }

  /** Tells the app that the merchant granted other scopes. */
  updateScopes(current: string[]): void {
    const previous = [...this.config.scopes];
    this.config.scopes.splice(0, previous.length, ...current);
    this.webhooks.publish("app/scopes_update", scopesPayload(this.store.shop, previous, current, this.store.now()));
  }

  /** Sends one of the three privacy webhooks. */
  requestCompliance(topic: "customers/data_request" | "customers/redact" | "shop/redact", customerEmail?: string): void {
    const customer = [...this.store.customers.values()].find((one) => one.email === customerEmail);
    this.webhooks.publish(topic, compliancePayload(this.store, topic, customer));
  }

  private async graphql(request: Request, version: string): Promise<Response> {
    if (version !== adminApiVersion) return Response.json({ errors: "Not Found" }, { status: 404 });
    if (!this.oauth.accepts(request.headers.get("x-shopify-access-token"))) {
      const errors = "[API] Invalid API key or access token (unrecognized login or wrong password)";
      return Response.json({ errors }, { status: 401 });
    }
    const prepared = this.admin.prepare(await request.text());
    const operations = ["graphql", ...(prepared instanceof Response ? [] : this.admin.rootFields(prepared))];
    const fault = this.firstFault(operations);
    const answer = async () => (prepared instanceof Response ? prepared : this.admin.run(prepared));
    const throttled = () => this.admin.throttled(prepared instanceof Response ? 0 : this.admin.requestedCost(prepared));
    return this.withFault(fault, request.signal, answer, throttled);
  }

  private firstFault(operations: string[]): Fault | undefined {
    for (const operation of operations) {
      const fault = this.faults.take(operation);
      if (fault) return fault;
    }
    return undefined;
  }

  private async withFault(
    fault: Fault | undefined,
    signal: AbortSignal,
    answer: () => Promise<Response>,
    throttled: () => Response,
  ): Promise<Response> {
    if (!fault) return answer();
    if (fault.kind === "status") {
      const body = fault.body === undefined || typeof fault.body === "string" ? (fault.body ?? "") : JSON.stringify(fault.body);
      return new Response(body, { status: fault.status, headers: { "content-type": "application/json", ...fault.headers } });
    }
    if (fault.kind === "throttle") return throttled();
    if (fault.kind === "reset") return lost();
    if (fault.kind === "lost-reply") {
      await answer();
      return lost();
    }
    await pause(fault.ms, signal);
    return fault.kind === "delay" ? answer() : lost();
  }

  /** A browser on the storefront; the sandbox's storefront keeps who is logged in in a cookie of its own. */
  private async visitorRequest(request: Request, url: URL): Promise<Response> {
    const customer = /(?:^|;\s*)sandbox_customer=(\d+)/.exec(request.headers.get("cookie") ?? "")?.[1];
    const { method, signal } = request;
    const body = method === "GET" || method === "HEAD" ? null : new Uint8Array(await request.arrayBuffer());
    const path = url.pathname + url.search;
    return this.proxyRequest({ method, path, body, signal, loggedInCustomerId: customer, headers: Object.fromEntries(request.headers) });
  }

  private picture(path: string): Response | undefined {
    const file = pictureFile(path);
    const variant = file && [...this.store.variants.values()].find((one) => one.picture.file === file);
    return variant ? new Response(drawPicture(variant.picture), { headers: { "content-type": "image/svg+xml" } }) : undefined;
  }
}

/** Ends early when the caller gives up. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
