import type { MetaChannel, Phone } from "../meta/phone.ts";
import type { World } from "../world.ts";
import { Arrivals, type Device, type Shown } from "./device.ts";

/** Somebody's phone with Instagram or WhatsApp open. */
export class PhoneDevice implements Device {
  readonly channel: MetaChannel;
  readonly arrivals = new Arrivals();
  readonly phone: Phone;

  constructor(world: World, channel: MetaChannel, userId: string, about: { name: string; phone?: string }) {
    this.channel = channel;
    this.phone = world.meta.phone(channel, userId, about);
    this.phone.onMessage((bubble) => {
      if (bubble.from === "business")
        this.arrivals.add({ text: bubble.text, choices: bubble.choices, links: bubble.link ? [bubble.link.url] : [] });
    });
  }

  async say(text: string): Promise<void> {
    await this.phone.sendText(text);
  }

  async tap(title: RegExp): Promise<void> {
    await this.phone.tap(this.arrivals.choice(title).id);
  }

  next(): Promise<Shown> {
    return this.arrivals.next(this.channel);
  }

  unread(): Shown[] {
    return this.arrivals.unread();
  }
}
