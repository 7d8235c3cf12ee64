import { createHmac, randomUUID } from "node:crypto";
import type { SandboxClock } from "#sandbox/double.ts";
import type { AppConfig } from "./app-config.ts";

export type WebhookDelivery = {
  webhookId: string;
  eventId: string;
  topic: string;
  uri: string;
  body: string;
  headers: Record<string, string>;
  /** Status of each try; 0 when nothing came back. */
  answers: number[];
};

export type WebhookSettings = {
  url: (uri: string) => string;
  secret: string;
  shop: string;
  apiVersion: string;
  subscriptions: AppConfig["subscriptions"];
  clock: SandboxClock;
  send?: (request: Request) => Promise<Response>;
};

/** Hours in Shopify, milliseconds here: waits before the second, third … eighth retry. */
const retryMilliseconds = [50, 100, 200, 400, 800, 1600, 3200, 6400];
const timeoutMilliseconds = 5000;

/** Base64 HMAC-SHA256 over the raw body: the only part of a webhook that is signed. */
export function signWebhook(body: string, secret: string): string {
  return createHmac("sha256", secret).update(body).digest("base64");
}

/** Sends what happens in the store to the app's subscriptions, with the misbehaviour a test asks for. */
export class WebhookSender {
  readonly deliveries: WebhookDelivery[] = [];
  /** Every delivery is sent so many times. */
  copies = 1;
  /** Waits so long before sending. */
  delayMilliseconds = 0;
  private readonly settings: WebhookSettings;
  private held: WebhookDelivery[] | undefined;
  private readonly pending = new Set<Promise<void>>();

  constructor(settings: WebhookSettings) {
    this.settings = settings;
  }

  /** Sends one event to every subscription of its topic. */
  publish(topic: string, payload: Record<string, unknown>): void {
    const eventId = randomUUID();
    const body = JSON.stringify(payload);
    for (const subscription of this.settings.subscriptions) {
      if (!subscription.topics.includes(topic)) continue;
      const webhookId = randomUUID();
      const { shop, secret, apiVersion, clock } = this.settings;
      const headers: Record<string, string> = {
        "Content-Type": "application/json",
        "X-Shopify-Topic": topic,
        "X-Shopify-Shop-Domain": shop,
        "X-Shopify-API-Version": apiVersion,
        "X-Shopify-Webhook-Id": webhookId,
        "X-Shopify-Event-Id": eventId,
        "X-Shopify-Triggered-At": clock.now().toISOString(),
        "X-Shopify-Hmac-Sha256": signWebhook(body, secret),
      };
      if (subscription.name) headers["X-Shopify-Name"] = subscription.name;
      const delivery = { webhookId, eventId, topic, uri: subscription.uri, body, headers, answers: [] };
      this.deliveries.push(delivery);
      if (this.held) this.held.push(delivery);
      else this.start(delivery);
    }
  }

  /** Keeps deliveries back until they are released. */
  hold(): void {
    this.held ??= [];
  }

  /** Hands over what was kept back and goes on keeping back: the caller sends it, in any order, or loses it. */
  takeHeld(): WebhookDelivery[] {
    return this.held?.splice(0) ?? [];
  }

  /** Sends what was kept back, one after the other: oldest first, or the other way round. */
  release(order: "in order" | "reversed" = "in order"): void {
    const waiting = this.held ?? [];
    this.held = undefined;
    const list = order === "reversed" ? waiting.toReversed() : waiting;
    this.track(list.reduce((before, delivery) => before.then(() => this.deliver(delivery)), Promise.resolve()));
  }

  /** Sends an old delivery once more, perhaps under headers that are not signed and so can be altered. */
  async replay(delivery: WebhookDelivery, headers: Record<string, string> = {}): Promise<number> {
    return this.attempt({ ...delivery, headers: { ...delivery.headers, ...headers } });
  }

  /** How many deliveries are under way or wait for another try. */
  get underWay(): number {
    return this.pending.size;
  }

  /** Resolves when every delivery that may leave has been answered or given up. */
  async settled(): Promise<void> {
    while (this.pending.size > 0) await Promise.all(this.pending);
  }

  private start(delivery: WebhookDelivery): void {
    for (let copy = 0; copy < this.copies; copy += 1) this.track(this.deliver(delivery));
  }

  private track(work: Promise<void>): void {
    const done: Promise<void> = work.finally(() => this.pending.delete(done));
    this.pending.add(done);
  }

  private async deliver(delivery: WebhookDelivery): Promise<void> {
    await wait(this.delayMilliseconds);
    for (const pause of [...retryMilliseconds, 0]) {
      const status = await this.attempt(delivery);
      delivery.answers.push(status);
      if ((status >= 200 && status < 300) || pause === 0) return;
      await wait(pause);
    }
  }

  private async attempt(delivery: WebhookDelivery): Promise<number> {
    const send = this.settings.send ?? fetch;
    const signal = AbortSignal.timeout(timeoutMilliseconds);
    try {
      const request = new Request(this.settings.url(delivery.uri), {
        method: "POST",
        headers: delivery.headers,
        body: delivery.body,
        redirect: "manual",
        signal,
      });
      const response = await send(request);
      await response.body?.cancel();
      return response.status;
    } catch {
      return 0;
    }
  }
}

const wait = (milliseconds: number): Promise<void> =>
  milliseconds > 0 ? new Promise((resolve) => setTimeout(resolve, milliseconds)) : Promise.resolve();
