import { createHmac } from "node:crypto";
import type { MetaChannel } from "./phone.ts";
import type { InstagramAccount, MessagingItem, WhatsAppAccount, WhatsAppValue } from "./webhook-events.ts";

/** How webhooks travel. Set any of it at any time. */
export type Manner = {
  /** Collect events so long and post them as one body; 0 posts each by itself. */
  batchMs: number;
  /** How often each body is posted, all at once. */
  copies: number;
  /** Newest first, among what comes within `batchMs` (at least 50 ms). */
  reorder: boolean;
  delayMs: number;
  /** How many of the next bodies never arrive. */
  drop: number;
  /** Bodies do not wait for the answer to the one before. */
  parallel: boolean;
  /** How often a body is posted again when the app does not answer 2xx, with doubling pauses. */
  retries: number;
  retryDelayMs: number;
};

export type Post = { channel: MetaChannel; body: unknown; attempt: number; status: number | "no-answer" };
export type Parcel = { channel: "instagram"; item: MessagingItem } | { channel: "whatsapp"; item: WhatsAppValue };

type Held = { parcel: Parcel; done: () => void };

/** Signs and posts webhook bodies in Meta's envelope, as well or as badly as `manner` says. */
export class Courier {
  readonly manner: Manner = { batchMs: 0, copies: 1, reorder: false, delayMs: 0, drop: 0, parallel: false, retries: 6, retryDelayMs: 200 };
  /** Every attempt that was answered or failed, in order. */
  readonly posts: Post[] = [];
  private readonly appUrl: string;
  private readonly instagram: InstagramAccount;
  private readonly whatsapp: WhatsAppAccount;
  private readonly now: () => Date;
  private readonly pending = new Set<Promise<void>>();
  private held: Held[] = [];
  private last: Promise<void> = Promise.resolve();

  constructor(options: { appUrl: string; instagram: InstagramAccount; whatsapp: WhatsAppAccount; now: () => Date }) {
    this.appUrl = options.appUrl;
    this.instagram = options.instagram;
    this.whatsapp = options.whatsapp;
    this.now = options.now;
  }

  /** Resolves when the event has been taken, given up or lost. */
  send(parcel: Parcel): Promise<void> {
    if (this.manner.batchMs === 0 && !this.manner.reorder) return this.enqueue([parcel]);
    return this.track(
      new Promise<void>((done) => {
        this.held.push({ parcel, done });
        if (this.held.length === 1) setTimeout(() => void this.flush(), this.manner.batchMs || 50);
      }),
    );
  }

  /** How many bodies and receipts are under way or wait for another try. */
  get underWay(): number {
    return this.pending.size;
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.pending.size > 0) await Promise.all(this.pending);
  }

  /** Counts work of the double itself (a read receipt to come) as under way. */
  track(work: Promise<void>): Promise<void> {
    this.pending.add(work);
    return work.finally(() => this.pending.delete(work));
  }

  /** Posts an old body once more, as Meta does long after. Answers with the status. */
  repeat(post: Pick<Post, "channel" | "body">): Promise<Post["status"]> {
    return this.post(post.channel, post.body);
  }

  private async flush(): Promise<void> {
    const held = this.manner.reorder ? this.held.toReversed() : this.held;
    this.held = [];
    const batches =
      this.manner.batchMs > 0 ? groupBy(held, (one) => `${one.parcel.channel} ${one.parcel.item.field ?? ""}`) : held.map((one) => [one]);
    for (const batch of batches) {
      await this.enqueue(batch.map((one) => one.parcel));
      for (const one of batch) one.done();
    }
  }

  private enqueue(parcels: Parcel[]): Promise<void> {
    const before = this.manner.parallel ? Promise.resolve() : this.last;
    const work = before.then(() => this.deliver(parcels));
    this.last = work;
    return this.track(work);
  }

  private async deliver(parcels: Parcel[]): Promise<void> {
    if (this.manner.delayMs > 0) await sleep(this.manner.delayMs);
    if (this.manner.drop > 0) {
      this.manner.drop -= 1;
      return;
    }
    const channel = parcels[0]?.channel ?? "instagram";
    const body = channel === "instagram" ? this.instagramBody(parcels) : this.whatsAppBody(parcels);
    await Promise.all(Array.from({ length: this.manner.copies }, () => this.postUntilTaken(channel, body)));
  }

  private async postUntilTaken(channel: MetaChannel, body: unknown): Promise<void> {
    for (let attempt = 1; attempt <= this.manner.retries + 1; attempt += 1) {
      const status = await this.post(channel, body);
      this.posts.push({ channel, body, attempt, status });
      if (status !== "no-answer" && status >= 200 && status < 300) return;
      if (attempt <= this.manner.retries) await sleep(this.manner.retryDelayMs * 2 ** (attempt - 1));
    }
  }

  private async post(channel: MetaChannel, body: unknown): Promise<Post["status"]> {
    const raw = escapedJson(body);
    const secret = channel === "instagram" ? this.instagram.appSecret : this.whatsapp.appSecret;
    const signature = `sha256=${createHmac("sha256", secret).update(raw).digest("hex")}`;
    const headers = { "content-type": "application/json", "x-hub-signature-256": signature };
    try {
      const signal = AbortSignal.timeout(10_000);
      const response = await fetch(`${this.appUrl}/webhooks/${channel}`, { method: "POST", headers, body: raw, signal });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return "no-answer";
    }
  }

  private instagramBody(parcels: Parcel[]): unknown {
    const messaging = parcels.map((parcel) => parcel.item);
    return { object: "instagram", entry: [{ id: this.instagram.accountId, time: this.now().getTime(), messaging }] };
  }

  private whatsAppBody(parcels: Parcel[]): unknown {
    const { wabaId, displayPhone, phoneNumberId } = this.whatsapp;
    const value: Record<string, unknown> = {
      messaging_product: "whatsapp",
      metadata: { display_phone_number: displayPhone, phone_number_id: phoneNumberId },
    };
    let field: unknown = "messages";
    for (const parcel of parcels) {
      const { field: itsField, ...lists } = parcel.item;
      field = itsField;
      for (const [key, items] of Object.entries(lists)) value[key] = [...((value[key] as unknown[]) ?? []), ...(items as unknown[])];
    }
    return { object: "whatsapp_business_account", entry: [{ id: wabaId, changes: [{ value, field }] }] };
  }
}

/** Meta escapes slashes and everything beyond ASCII, and signs that: an app that signs its own re-serialisation will fail. */
function escapedJson(body: unknown): string {
  const asciiOnly = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(body)
    .replaceAll("/", "\\/")
    .replace(/[\u0080-\uffff]/g, asciiOnly);
}

function groupBy<Item>(items: Item[], key: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
