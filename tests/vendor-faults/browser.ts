import { randomUUID } from "node:crypto";
import type { Shown } from "#sandbox/scenarios/device.ts";
import { showBlocks } from "#sandbox/scenarios/widget-device.ts";
import type { ShopifyDouble } from "#sandbox/shopify/double.ts";
import type { BootResponse, ContinueResponse, PickedItem, SendRequest, StreamEvent, WidgetFile, WidgetPhoto } from "#widget/protocol.ts";

type Picked = { title: RegExp; quantity: number };

/** The widget on the storefront as far as the wire goes; what it shows is asked for, so that a test sees it all at once. */
export class Browser {
  readonly #shopify: ShopifyDouble;
  #customerId: string | undefined;
  #token = "";
  #api = "";

  private constructor(shopify: ShopifyDouble, customerId: string | undefined) {
    this.#shopify = shopify;
    this.#customerId = customerId;
  }

  static async open(shopify: ShopifyDouble, customerId?: string): Promise<Browser> {
    const browser = new Browser(shopify, customerId);
    await browser.boot();
    return browser;
  }

  /** As every page load does; also after hours, when the token has ended. */
  async boot(continueCode?: string): Promise<BootResponse> {
    const response = await this.#shopify.proxyRequest({
      method: "POST",
      path: "/apps/onethread/boot",
      body: JSON.stringify({ token: this.#token || undefined, locale: "en", continueCode }),
      loggedInCustomerId: this.#customerId,
      headers: { "content-type": "application/json" },
    });
    if (!response.ok) throw new Error(`The widget did not boot: ${response.status} ${await response.text()}`);
    const boot = (await response.json()) as BootResponse;
    this.#token = boot.token;
    this.#api = boot.api;
    return boot;
  }

  /** From the next page load on; nobody when left out. */
  logIn(customerId?: string): void {
    this.#customerId = customerId;
  }

  async say(text: string): Promise<void> {
    await this.mustPost({ clientId: randomUUID(), text });
  }

  async tap(title: RegExp): Promise<void> {
    const choice = (await this.shown()).flatMap((shown) => shown.choices).findLast((one) => title.test(one.title));
    if (!choice) throw new Error(`Nothing to tap like ${title}; shown:\n${await this.words()}`);
    await this.mustPost({ clientId: randomUUID(), choice: { id: choice.id, title: choice.title } });
  }

  async post(request: SendRequest): Promise<Response> {
    const headers = { authorization: `Bearer ${this.#token}`, "content-type": "application/json" };
    return fetch(`${this.#api}/messages`, { method: "POST", headers, body: JSON.stringify(request) });
  }

  /** Fills the newest item picker and sends it. */
  async pick(picked: Picked[]): Promise<void> {
    const { choiceId = "", items } = await this.ticked(picked);
    await this.mustPost({ clientId: randomUUID(), choice: { id: choiceId, title: "" }, items });
  }

  /** What is typed, and ticked in the newest picker, and not sent. */
  async draft(text: string, picked: Picked[] = []): Promise<Response> {
    const headers = { authorization: `Bearer ${this.#token}`, "content-type": "application/json" };
    const body = JSON.stringify({ text, ...(await this.ticked(picked)) });
    return fetch(`${this.#api}/draft`, { method: "POST", headers, body });
  }

  private async ticked(picked: Picked[]): Promise<{ choiceId?: string; items: PickedItem[] }> {
    const picker = (await this.shown()).findLast((shown) => shown.items);
    const id = (title: RegExp) => picker?.items?.find((one) => title.test(one.title))?.id ?? "none";
    return { choiceId: picker?.itemsChoiceId, items: picked.map(({ title, quantity }) => ({ id: id(title), quantity })) };
  }

  async sendPhoto(bytes: Uint8Array, clientId: string = randomUUID()): Promise<Response> {
    const headers = { authorization: `Bearer ${this.#token}`, "content-type": "application/octet-stream" };
    return fetch(`${this.#api}/photos?clientId=${clientId}`, { method: "POST", headers, body: Buffer.from(bytes) });
  }

  /** The line breaks in the middle of an upload. */
  async breakOff(bytes: Uint8Array, clientId: string): Promise<void> {
    const half = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.subarray(0, bytes.length / 2));
        setTimeout(() => controller.error(new Error("The line is dead.")), 20);
      },
    });
    const headers = { authorization: `Bearer ${this.#token}`, "content-type": "application/octet-stream" };
    await fetch(`${this.#api}/photos?clientId=${clientId}`, { method: "POST", headers, body: half, duplex: "half" } as RequestInit);
  }

  /** A picture as the thread shows it. */
  photo(id: string): Promise<Response> {
    return fetch(`${this.#api}/photos/${id}`, { headers: { authorization: `Bearer ${this.#token}` } });
  }

  /** What staff have sent along, of the whole thread. */
  async files(): Promise<WidgetFile[]> {
    const response = await fetch(`${this.#api}/messages?after=0`, { headers: { authorization: `Bearer ${this.#token}` } });
    const { events } = (await response.json()) as { events: StreamEvent[] };
    return events.flatMap((event) => ("message" in event ? (event.message.files ?? []) : []));
  }

  /** The pictures of the whole thread. */
  async photos(): Promise<WidgetPhoto[]> {
    const response = await fetch(`${this.#api}/messages?after=0`, { headers: { authorization: `Bearer ${this.#token}` } });
    const { events } = (await response.json()) as { events: StreamEvent[] };
    return events.flatMap((event) => ("message" in event ? (event.message.photos ?? []) : []));
  }

  /** The menu's "Continue elsewhere". */
  async continueElsewhere(): Promise<ContinueResponse["options"]> {
    const headers = { authorization: `Bearer ${this.#token}`, "content-type": "application/json" };
    const response = await fetch(`${this.#api}/continue`, { method: "POST", headers, body: "{}" });
    if (!response.ok) throw new Error(`Continue elsewhere was refused: ${response.status}`);
    return ((await response.json()) as ContinueResponse).options;
  }

  /** Everything that was said to the shopper, in order. */
  async shown(): Promise<Shown[]> {
    const response = await fetch(`${this.#api}/messages?after=0`, { headers: { authorization: `Bearer ${this.#token}` } });
    if (!response.ok) throw new Error(`The thread was refused: ${response.status}`);
    const { events } = (await response.json()) as { events: StreamEvent[] };
    return events.flatMap((event) => ("message" in event && event.message.author !== "shopper" ? [showBlocks(event.message.blocks)] : []));
  }

  async words(): Promise<string> {
    return (await this.shown()).map((shown) => [shown.text, ...shown.choices.map((one) => `[${one.title}]`)].join("\n")).join("\n---\n");
  }

  private async mustPost(request: SendRequest): Promise<void> {
    const response = await this.post(request);
    if (response.status !== 202) throw new Error(`The message was refused: ${response.status} ${await response.text()}`);
  }
}
