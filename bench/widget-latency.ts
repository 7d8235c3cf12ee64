import { Stage } from "#sandbox/scenarios/stage.ts";
import type { WidgetDevice } from "#sandbox/scenarios/widget-device.ts";
import { World } from "#sandbox/world.ts";
import { show } from "./figures.ts";

const rounds = 60;

/** What a shopper feels with no key: from sending to the reply at the widget's end of the stream, burst wait included. */
export async function benchWidgetLatency(): Promise<void> {
  const world = await World.start();
  const stage = new Stage(world, { by: "buttons", language: "en", gemini: false });
  try {
    await world.install();
    const typed: number[] = [];
    const tapped: number[] = [];
    for (let n = 0; n < rounds; n += 1) {
      const widget = await stage.widget();
      typed.push(await timed(widget, () => widget.say("hello")));
      tapped.push(await timed(widget, () => widget.tap(/Send something back/)));
      widget.close();
    }
    console.log(show("one typed line → visible reply", typed));
    console.log(show("a tap → visible reply", tapped));
  } finally {
    await stage.close();
  }
}

async function timed(widget: WidgetDevice, act: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await act();
  await widget.next();
  return performance.now() - started;
}
