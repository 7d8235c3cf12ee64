import { randomUUID } from "node:crypto";
import { itemLabel } from "#app/channels/message.ts";
import type { Block, BootResponse, ContinueResponse, SendRequest, StreamEvent, WidgetMessage } from "#widget/protocol.ts";
import type { ShopifyDouble } from "../shopify/double.ts";
import type { World } from "../world.ts";
import { Arrivals, type Device, type Shown } from "./device.ts";

const mostTries = 400;
const pauseMilliseconds = 25;

/** A browser on the storefront, as far as the wire goes: boots through the signed app proxy, posts, and follows the stream. */
export class WidgetDevice implements Device {
  readonly channel = "widget";
  readonly arrivals = new Arrivals();
  /** Everything the thread shows, other channels included: their buttons work here too. */
  readonly #thread = new Arrivals();
  readonly #shop: ShopifyDouble;
  readonly #customerId: string | undefined;
  readonly #locale: string;
  #token: string | undefined;
  #api = "";
  #cursor = 0;
  #stream: AbortController | undefined;
  #closed = false;

  constructor(world: World, options: { customerId?: string; locale?: string; shop?: ShopifyDouble } = {}) {
    this.#shop = options.shop ?? world.shopify;
    this.#customerId = options.customerId;
    this.#locale = options.locale ?? "en";
  }

  async open(): Promise<BootResponse> {
    const response = await persistently(() =>
      this.#shop.proxyRequest({
        method: "POST",
        path: "/apps/onethread/boot",
        body: JSON.stringify({ token: this.#token, locale: this.#locale }),
        loggedInCustomerId: this.#customerId,
        headers: { "content-type": "application/json" },
      }),
    );
    if (!response.ok) throw new Error(`The widget did not boot: ${response.status} ${await response.text()}`);
    const boot = (await response.json()) as BootResponse;
    this.#token = boot.token;
    this.#api = boot.api;
    for (const message of boot.messages) this.take(message);
    this.#cursor = boot.cursor;
    this.follow();
    return boot;
  }

  async say(text: string): Promise<void> {
    await this.post({ clientId: randomUUID(), text });
  }

  async tap(title: RegExp): Promise<void> {
    const choice = this.#thread.choice(title);
    await this.post({ clientId: randomUUID(), choice: { id: choice.id, title: choice.title } });
  }

  /** Fills the item picker: title → quantity. */
  async pick(wanted: { title: RegExp; quantity: number }[]): Promise<void> {
    const shown = this.#thread.all.findLast((one) => one.items);
    if (!shown?.items || !shown.itemsChoiceId) throw new Error("No item picker is shown.");
    const items = wanted.map(({ title, quantity }) => {
      const item = shown.items?.find((one) => title.test(one.title));
      if (!item) throw new Error(`No item like ${title}.`);
      return { id: item.id, quantity };
    });
    await this.post({ clientId: randomUUID(), choice: { id: shown.itemsChoiceId, title: "" }, items });
  }

  async sendPhoto(bytes: Buffer): Promise<void> {
    const clientId = randomUUID();
    const headers = { ...this.headers(), "content-type": "application/octet-stream" };
    const response = await persistently(() =>
      fetch(`${this.#api}/photos?clientId=${clientId}`, { method: "POST", headers, body: new Uint8Array(bytes) }),
    );
    if (response.status !== 202) throw new Error(`The widget's picture was refused: ${response.status} ${await response.text()}`);
  }

  /** The menu's "Continue elsewhere". */
  async continueElsewhere(): Promise<ContinueResponse["options"]> {
    const response = await persistently(() => fetch(`${this.#api}/continue`, { method: "POST", headers: this.headers(), body: "{}" }));
    if (!response.ok) throw new Error(`Continue elsewhere was refused: ${response.status}`);
    return ((await response.json()) as ContinueResponse).options;
  }

  /** Waits until the shopper's whole thread, other channels included, says this; a reset boots again as the widget does. */
  async untilThreadHas(pattern: RegExp): Promise<void> {
    for (let tries = 0; tries < 50; tries += 1) {
      const boot = await this.open();
      if (boot.messages.some((message) => pattern.test(showBlocks(message.blocks).text))) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The widget's thread never showed ${pattern}.`);
  }

  next(): Promise<Shown> {
    return this.arrivals.next("the widget");
  }

  unread(): Shown[] {
    return this.arrivals.unread();
  }

  /** For good: what was still under way does not open the stream again. */
  close(): void {
    this.#closed = true;
    this.#stream?.abort();
  }

  private async post(request: SendRequest): Promise<void> {
    const response = await persistently(() =>
      fetch(`${this.#api}/messages`, { method: "POST", headers: this.headers(), body: JSON.stringify(request) }),
    );
    if (response.status !== 202) throw new Error(`The widget's message was refused: ${response.status} ${await response.text()}`);
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.#token}`, "content-type": "application/json" };
  }

  private follow(): void {
    this.#stream?.abort();
    if (this.#closed) return;
    const control = new AbortController();
    this.#stream = control;
    void this.read(control).catch(() => {
      // The app was stopped or killed: a browser comes back by itself.
      if (!control.signal.aborted) setTimeout(() => !control.signal.aborted && this.follow(), 50);
    });
  }

  private async read(control: AbortController): Promise<void> {
    const response = await fetch(`${this.#api}/stream?after=${this.#cursor}`, { headers: this.headers(), signal: control.signal });
    if (!response.ok || !response.body) throw new Error(`The stream was refused: ${response.status}`);
    let text = "";
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += part.value;
      const events = text.split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) {
        const data = event.split("\n").find((line) => line.startsWith("data: "));
        if (data) this.event(JSON.parse(data.slice(6)) as StreamEvent);
      }
    }
    throw new Error("The stream ended.");
  }

  private event(event: StreamEvent): void {
    if (event.type === "message-created") this.take(event.message);
  }

  private take(message: WidgetMessage): void {
    if (message.seq <= this.#cursor) return;
    this.#cursor = message.seq;
    if (message.author === "shopper") return;
    const shown = showBlocks(message.blocks);
    this.#thread.add(shown);
    if (message.channel === "widget") this.arrivals.add(shown);
  }
}

/** Asks again, with the same words, while nobody answers or the app says that it could not store it; as the widget does. */
async function persistently(ask: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await ask().catch(() => null);
    if (response && response.status < 500) return response;
    if (attempt === mostTries) throw new Error(`The app did not take it: ${response?.status ?? "no answer"}.`);
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
}

export function showBlocks(blocks: Block[]): Shown {
  const shown: Shown = { text: "", choices: [], links: [] };
  const lines: string[] = [];
  for (const block of blocks) {
    switch (block.kind) {
      case "text":
        lines.push(block.text);
        break;
      case "choices":
        if (block.prompt) lines.push(block.prompt);
        shown.choices.push(...block.choices);
        break;
      case "order":
        lines.push(`${block.name}: ${block.status}`, ...block.stages.flatMap((stage) => (stage.at ? [`${stage.label} ${stage.at}`] : [])));
        if (block.trackingUrl) shown.links.push(block.trackingUrl);
        break;
      case "items":
        lines.push(block.prompt, ...block.items.map((item) => `${itemLabel(item)}${item.refused ? ` (${item.refused})` : ""}`));
        shown.items = block.items
          .filter((item) => !item.refused)
          .map((item) => ({ id: item.id, title: itemLabel(item), maxQuantity: item.maxQuantity }));
        shown.itemsChoiceId = block.choiceId;
        break;
      case "quote":
        lines.push(block.title, ...block.lines.map((line) => `${line.label} ${line.amount}`), `${block.total.label} ${block.total.amount}`);
        shown.choices.push(block.confirm, ...block.others);
        break;
      case "progress":
        lines.push(`${block.step} of ${block.of}: ${block.label}`, ...block.saved.map((saved) => `${saved.label}: ${saved.value}`));
        break;
      case "link":
        lines.push(block.label);
        shown.links.push(block.url);
        break;
    }
  }
  return { ...shown, text: lines.join("\n") };
}
