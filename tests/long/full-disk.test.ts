import { expect, test } from "vitest";
import { SmallDisk } from "#tests/setup/small-disk.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { beforeTheYes, textsOf, times } from "#tests/vendor-faults/people.ts";

const points = [
  "ingress.before-commit",
  "intake.after-item",
  "intake.channel.before-commit",
  "turn.before-commit",
  "turn.after-commit",
  "delivery.plan.before-commit",
  "delivery.before-mark",
  "delivery.before-send",
  "delivery.after-send",
  "delivery.send.before-commit",
  "effect.before-mark",
  "effect.before-call",
  "effect.after-call",
  "effect.after-look",
  "effect.run.before-commit",
];
test.each(points)("a disk that fills up at %s leaves one return, told once, when there is room again", async (point) => {
  const disk = SmallDisk.mount();
  if (!disk) throw new Error("This suite needs to mount a small file system; run it as root.");
  const home = await House.open({ databasePath: disk.databasePath });
  try {
    const { browser, order } = await beforeTheYes(home, { quantity: 2 });
    let filled = false;
    globalThis.onethreadFault = (name) => {
      if (name !== point || filled) return;
      filled = true;
      disk.fill();
      setTimeout(() => disk.empty(), 400);
    };
    const phone = home.phone("whatsapp", "DE.1", "+4915100000001");
    await Promise.all([browser.tap(/Return for/).catch(() => {}), phone.sendText("Hello")]);
    await home.rest();
    if (order.returns.length === 0) await browser.tap(/Return for/);
    for (let n = 0; n < 4; n += 1) await home.advance(50_000);
    expect(filled).toBe(true);
    expect(order.returns).toHaveLength(1);
    expect(times(await browser.words(), new RegExp(`${order.name}-R1`))).toBe(1);
    expect(textsOf(phone)).toHaveLength(1);
  } finally {
    globalThis.onethreadFault = undefined;
    await home.close();
    disk.unmount();
  }
});
