import type { ShopifyDouble } from "./shopify/double.ts";

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
    return `${this.#appUrl}${path}?${query}`;
  }

  /** The first opening exchanges the session token and so installs the app. */
  async openApp(path = "/app"): Promise<string> {
    const response = await fetch(this.frameUrl(path), { redirect: "manual" });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`The app did not open: ${response.status} ${text.slice(0, 300)}`);
    return text;
  }

  /** A fetch from inside the frame, as App Bridge signs it. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("authorization", `Bearer ${this.#shopify.mintSessionToken()}`);
    return fetch(`${this.#appUrl}${path}`, { ...init, headers, redirect: "manual" });
  }

  /** Submits a form of a page. `route` is the file that holds its action. */
  async submit(path: string, route: string, fields: Record<string, string>): Promise<unknown> {
    const separator = path.includes("?") ? "&" : "?";
    const response = await this.request(`${path}${separator}_data=${encodeURIComponent(route)}`, {
      method: "POST",
      body: new URLSearchParams(fields),
    });
    const text = await response.text();
    if (response.status >= 400) throw new Error(`${path} refused the form: ${response.status} ${text.slice(0, 300)}`);
    return text === "" ? null : JSON.parse(text);
  }

  async load(path: string, route: string): Promise<unknown> {
    const response = await this.request(`${path}${path.includes("?") ? "&" : "?"}_data=${encodeURIComponent(route)}`);
    if (response.status >= 400) throw new Error(`${path} answered ${response.status}`);
    return response.json();
  }

  async connectChannel(channel: string, fields: Record<string, string>): Promise<void> {
    const answer = (await this.submit("/app/channels", "routes/app.channels", { intent: "connect", channel, ...fields })) as {
      problems?: object;
    } | null;
    if (answer?.problems) throw new Error(`The ${channel} form was refused: ${JSON.stringify(answer.problems)}`);
  }
}
