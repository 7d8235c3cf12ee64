import type { Shown } from "#sandbox/scenarios/device.ts";
import { WidgetDevice } from "#sandbox/scenarios/widget-device.ts";
import type { World } from "#sandbox/world.ts";

const patience = 20_000;
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
  async hear(): Promise<Shown | undefined> {
    const deadline = Date.now() + patience;
    while (this.device.unread().length === 0) {
      if (Date.now() > deadline) return undefined;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const shown = await this.device.next();
    this.heard.push(shown);
    return shown;
  }

  /** Taps the choice whose id has this in it; undefined when none is shown. */
  tap(shown: Shown, part: string): Promise<void> | undefined {
    const choice = shown.choices.find((one) => one.id.includes(part));
    return choice && this.device.tap(new RegExp(`^${choice.title.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`));
  }

  /** Says the wish and answers what is asked, until `isDone` or until nothing more is asked. */
  async pursue(wish: string, moves: Move[], isDone: () => boolean): Promise<void> {
    await this.device.say(wish);
    for (let turn = 0; turn < mostTurns && !isDone(); turn += 1) {
      const shown = await this.hear();
      if (!shown) return;
      for (const move of moves) {
        const made = move(shown, this);
        if (!made) continue;
        await made;
        break;
      }
    }
  }
}
