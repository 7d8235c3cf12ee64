import { randomBytes } from "node:crypto";

export type MetaChannel = "instagram" | "whatsapp";
export type ShownChoice = { id: string; title: string; description?: string };

/** One bubble as the phone shows it. */
export type Bubble = {
  id: string;
  from: "me" | "business";
  at: Date;
  text: string;
  /** Buttons, quick replies, or the rows of a list. */
  choices: ShownChoice[];
  /** What opens the list; absent where the choices stand open. */
  listButton?: string;
  link?: { label: string; url: string };
  /** Its buttons stand under a template: a tap comes back as WhatsApp's `button`. */
  fromTemplate?: boolean;
  /** A picture, or with `fileName` a document. */
  image?: { mediaId: string; mimeType: string };
  fileName?: string;
  /** What a business sent along, whole. */
  bytes?: Uint8Array;
  reactions: string[];
  edited: boolean;
  deleted: boolean;
};

/** What a thumb can do; the double turns it into Meta's webhook. */
export type PhoneEvent =
  | { kind: "text"; id: string; text: string; replyTo?: string; reference?: string }
  | { kind: "tap"; id: string; choice: ShownChoice; on: Bubble }
  | { kind: "image"; id: string; media: { id: string; mimeType: string; sha256: string }; caption: string }
  | { kind: "unsend"; id: string; target: string }
  | { kind: "edit"; id: string; target: string; text: string; edits: number }
  | { kind: "react"; id: string; target: string; emoji: string }
  | { kind: "unsupported"; id: string }
  | { kind: "referral"; reference: string }
  | { kind: "read"; target: string }
  | { kind: "number-changed"; id: string; previous: { userId: string; phone?: string } };

/** The network a phone is on. */
export interface Line {
  now(): Date;
  emit(phone: Phone, event: PhoneEvent): Promise<void>;
  storeMedia(bytes: Uint8Array, mimeType: string): { id: string; mimeType: string; sha256: string };
}

/** Somebody's phone with one app open: Instagram or WhatsApp. Every action resolves when its webhook has been dealt with. */
export class Phone {
  readonly channel: MetaChannel;
  readonly thread: Bubble[] = [];
  /** What the person calls himself at the moment. */
  name: string;
  userId: string;
  /** E.164; absent when the person hides the number behind a username. */
  phone?: string;
  /** Whether what arrives is read at once. */
  reads = true;
  typingSince?: Date;
  lastWroteAt?: Date;
  private readonly line: Line;
  private readonly listeners = new Set<(bubble: Bubble) => void>();
  private edits = 0;

  constructor(line: Line, channel: MetaChannel, userId: string, about: { name: string; phone?: string }) {
    this.line = line;
    this.channel = channel;
    this.userId = userId;
    this.name = about.name;
    this.phone = about.phone;
  }

  /** What the business has sent. */
  get inbox(): Bubble[] {
    return this.thread.filter((bubble) => bubble.from === "business");
  }

  onMessage(listener: (bubble: Bubble) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async sendText(text: string, options: { replyTo?: string } = {}): Promise<Bubble> {
    const bubble = this.write(text);
    await this.line.emit(this, { kind: "text", id: bubble.id, text, ...options });
    return bubble;
  }

  /**
   * Opens a link into the app. WhatsApp fills the text in and waits for the thumb on "send"; Instagram tells the business
   * at once in a thread that exists, else with the first thing that is written (only for accounts with ice breakers).
   */
  async openLink(link: string, firstWords?: string): Promise<void> {
    const url = new URL(link);
    if (url.hostname === "wa.me") return void (await this.sendText(url.searchParams.get("text") ?? ""));
    const reference = url.searchParams.get("ref") ?? "";
    if (url.hostname !== "ig.me" || this.channel !== "instagram") throw new Error(`${this.channel} does not open ${link}`);
    this.lastWroteAt = this.line.now();
    if (firstWords === undefined) return this.line.emit(this, { kind: "referral", reference });
    const bubble = this.write(firstWords);
    await this.line.emit(this, { kind: "text", id: bubble.id, text: firstWords, reference });
  }

  /** Taps a choice by its id or title. WhatsApp's stay for ever; Instagram shows quick replies under the newest message only. */
  async tap(titleOrId: string): Promise<Bubble> {
    const open = this.channel === "instagram" ? this.thread.slice(-1) : this.inbox.toReversed();
    for (const on of open.filter((bubble) => bubble.from === "business")) {
      const choice = on.choices.find((one) => one.id === titleOrId) ?? on.choices.find((one) => one.title === titleOrId);
      if (!choice) continue;
      const bubble = this.write(choice.title);
      await this.line.emit(this, { kind: "tap", id: bubble.id, choice, on });
      return bubble;
    }
    const shown = open.flatMap((bubble) => bubble.choices.map((choice) => choice.title)).join(" | ");
    throw new Error(`Nothing to tap called "${titleOrId}" on ${this.name}'s ${this.channel}. On screen: ${shown || "no choices"}`);
  }

  async sendImage(bytes: Uint8Array, options: { mimeType?: string; caption?: string } = {}): Promise<Bubble> {
    const media = this.line.storeMedia(bytes, options.mimeType ?? "image/jpeg");
    const bubble = this.write(options.caption ?? "");
    bubble.image = { mediaId: media.id, mimeType: media.mimeType };
    await this.line.emit(this, { kind: "image", id: bubble.id, media, caption: bubble.text });
    return bubble;
  }

  /** Sends something that Meta itself cannot pass on (a poll, a disappearing photo). */
  async sendUnsupported(): Promise<Bubble> {
    const bubble = this.write("");
    await this.line.emit(this, { kind: "unsupported", id: bubble.id });
    return bubble;
  }

  async unsend(bubble: Bubble): Promise<void> {
    bubble.deleted = true;
    bubble.text = "";
    await this.line.emit(this, { kind: "unsend", id: newMessageId(this.channel), target: bubble.id });
  }

  async edit(bubble: Bubble, text: string): Promise<void> {
    bubble.text = text;
    bubble.edited = true;
    this.edits += 1;
    await this.line.emit(this, { kind: "edit", id: newMessageId(this.channel), target: bubble.id, text, edits: this.edits });
  }

  async react(bubble: Bubble, emoji: string): Promise<void> {
    bubble.reactions.push(emoji);
    await this.line.emit(this, { kind: "react", id: newMessageId(this.channel), target: bubble.id, emoji });
  }

  /** WhatsApp only: the person gets a new number and with it a new business-scoped id. */
  async changeNumber(phone: string, userId: string): Promise<void> {
    const previous = { userId: this.userId, phone: this.phone };
    this.phone = phone;
    this.userId = userId;
    await this.line.emit(this, { kind: "number-changed", id: newMessageId(this.channel), previous });
  }

  /** Called by the double when a message arrives. */
  receive(bubble: Bubble): void {
    this.thread.push(bubble);
    this.typingSince = undefined;
    for (const listener of this.listeners) listener(bubble);
  }

  private write(text: string): Bubble {
    const bubble: Bubble = { ...emptyBubble(newMessageId(this.channel), "me", this.line.now()), text };
    this.thread.push(bubble);
    this.lastWroteAt = bubble.at;
    return bubble;
  }
}

export function emptyBubble(id: string, from: Bubble["from"], at: Date): Bubble {
  return { id, from, at, text: "", choices: [], reactions: [], edited: false, deleted: false };
}

export function newMessageId(channel: MetaChannel): string {
  return channel === "whatsapp" ? `wamid.${randomBytes(30).toString("base64")}` : randomBytes(48).toString("base64url");
}
