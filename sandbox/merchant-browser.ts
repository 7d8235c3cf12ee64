import type { ShopifyDouble } from "./shopify/double.ts";

const userAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";

/** Somebody of the shop using the embedded app: the requests that the Shopify admin and App Bridge make for them. */
export class MerchantBrowser {
  readonly #appUrl: string;
  readonly #shopify: ShopifyDouble;

  constructor(appUrl: string, shopify: ShopifyDouble) {
    this.#appUrl = appUrl;
    this.#shopify = shopify;
  }

  /** The address that the Shopify admin puts into its frame. */
  frameUrl(path = "/app"): string {
    const shop = this.#shopify.store.shop.domain;
    const host = Buffer.from(`admin.shopify.com/store/${shop.replace(".myshopify.com", "")}`).toString("base64url");
    const query = new URLSearchParams({ embedded: "1", shop, host, locale: "en", id_token: this.#shopify.mintSessionToken() });
    return `${this.#appUrl}${path}${path.includes("?") ? "&" : "?"}${query}`;
  }

  /** The first opening exchanges the session token and so installs the app. */
  async openApp(path = "/app"): Promise<string> {
    // Shopify's library turns away whatever calls itself a robot.
    const response = await fetch(this.frameUrl(path), { redirect: "manual", headers: { "user-agent": userAgent } });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`The app did not open: ${response.status} ${text.slice(0, 300)}`);
    return text;
  }

  /** A fetch from inside the frame, as App Bridge signs it. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("user-agent", userAgent);
    headers.set("authorization", `Bearer ${this.#shopify.mintSessionToken()}`);
    return fetch(`${this.#appUrl}${path}`, { ...init, headers, redirect: "manual" });
  }

  /** Submits a form of a page, as the page's own script does. */
  async submit(path: string, fields: Record<string, string>): Promise<void> {
    const response = await this.request(`${path}.data`, { method: "POST", body: new URLSearchParams(fields) });
    const text = await response.text();
    if (response.status >= 400) throw new Error(`${path} refused the form: ${response.status} ${text.slice(0, 300)}`);
  }

  async connectChannel(channel: string, fields: Record<string, string>): Promise<void> {
    await this.submit("/app/channels", { intent: "connect", channel, ...fields });
  }
}
