import type { Shown } from "#sandbox/scenarios/device.ts";
import { WidgetDevice } from "#sandbox/scenarios/widget-device.ts";
import type { World } from "#sandbox/world.ts";

const patience = 20_000;
/** Where there was nothing to do about the last reply, another one may follow at once or not at all. */
const afterNothing = 5_000;
const mostTurns = 14;

/** What to do about a reply: undefined when it is not the one that is waited for. */
export type Move = (shown: Shown, shopper: Shopper) => Promise<void> | undefined;

/** A customer who is logged in on the storefront and reads only what the chat shows. */
export class Shopper {
  readonly device: WidgetDevice;
  readonly world: World;
  readonly heard: Shown[] = [];

  constructor(world: World, customerId: string) {
    this.world = world;
    this.device = new WidgetDevice(world, { customerId });
  }

  /** The next reply, or undefined when there is none. */
  async hear(within = patience): Promise<Shown | undefined> {
    const deadline = Date.now() + within;
    while (this.device.unread().length === 0) {
      if (Date.now() > deadline) return undefined;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const shown = await this.device.next();
    this.heard.push(shown);
    return shown;
  }

  /** Opens the chat; what stands in its thread already was said to somebody else's wish. */
  async open(): Promise<void> {
    await this.device.open();
    while (this.device.unread().length > 0) await this.device.next();
  }

  /** Taps the choice whose id has this in it; undefined when none is shown. */
  tap(shown: Shown, part: string): Promise<void> | undefined {
    const choice = shown.choices.find((one) => one.id.includes(part));
    return choice && this.device.tap(new RegExp(`^${choice.title.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`));
  }

  /** Says the wish and answers what is asked, until `isDone` or until nothing more is asked. */
  async pursue(wish: string, moves: Move[], isDone: () => boolean): Promise<void> {
    await this.device.say(wish);
    let moved = true;
    for (let turn = 0; turn < mostTurns && !isDone(); turn += 1) {
      const shown = await this.hear(moved ? patience : afterNothing);
      if (!shown) return;
      moved = false;
      for (const move of moves) {
        const made = move(shown, this);
        if (!made) continue;
        await made;
        moved = true;
        break;
      }
    }
  }
}
