import { afterEach, expect, test } from "vitest";
import { ada, prove } from "#sandbox/scenarios/people.ts";
import { Stage } from "#sandbox/scenarios/stage.ts";
import { World } from "#sandbox/world.ts";

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

/** A world whose app was installed in one life and will die at `point` in the next. */
async function doomed(point: string): Promise<Stage> {
  const world = await World.start();
  stage = new Stage(world, { by: "buttons", language: "en", gemini: false });
  await world.install();
  await world.app.stop();
  await world.startApp(point);
  return stage;
}

const repliesTo = (one: Stage, userId: string) =>
  one.world.history.of("meta", "instagram.send").filter((entry) => entry.detail.recipient === userId);
const quiet = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test.for([
  "ingress.after-commit",
  "intake.after-item",
  "intake.channel.before-commit",
  "intake.channel.after-commit",
  "turn.before-commit",
  "turn.after-commit",
  "delivery.plan.before-commit",
  "delivery.plan.after-commit",
])("killed at %s, an Instagram message is answered once after the restart", async (point) => {
  const one = await doomed(point);
  const instagram = one.instagram("ig-kill", "Kim");
  // The phone resolves when the webhook was dealt with; a killed app leaves it to Meta's retries.
  const said = one.say(instagram, "Hello");
  await one.world.app.ended();
  await one.world.startApp();
  await said;
  await one.hear(instagram, { has: [/order/i] });
  await quiet(1500);
  expect(instagram.unread()).toEqual([]);
  expect(repliesTo(one, "ig-kill")).toHaveLength(1);
});

test.for(["effect.before-call", "effect.after-call", "effect.run.before-commit", "effect.run.after-commit"])(
  "killed at %s, exactly one return exists and the shopper hears of it once",
  async (point) => {
    const one = await doomed(point);
    const mail = one.mail(ada.email);
    const widget = await one.widget();
    await one.say(widget, "Hello");
    await one.hear(widget);
    await one.tap(widget, /Send something back/);
    await prove(one, widget, mail);
    await one.hear(widget);
    await one.tap(widget, /#4471/);
    await one.hear(widget, { has: [/reason/i] });
    await one.tap(widget, /Changed my mind/);
    await one.hear(widget, { has: [/€/] });
    await one.tap(widget, /Return for/);
    await one.world.app.ended();
    await one.world.startApp();
    await one.hear(widget, { has: [/registering/i] });
    await one.hear(widget, { has: [/#4471-R1/] });
    await quiet(1500);
    expect(widget.unread()).toEqual([]);
    expect(one.world.shopify.store.orderByName("#4471")?.returns).toHaveLength(1);
    expect(one.world.history.of("shopify", "returnRequest")).toHaveLength(1);
  },
);
