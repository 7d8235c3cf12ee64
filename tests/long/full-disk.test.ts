import { join } from "node:path";
import { expect, test } from "vitest";
import { AppProcess } from "#sandbox/app-process.ts";
import { World } from "#sandbox/world.ts";
import { until } from "#tests/operations/operated-world.ts";
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

async function get(url: string): Promise<string> {
  const answer = await fetch(url);
  return `${answer.status} ${await answer.text()}`;
}

test("with a full disk the app is alive but not ready, answers webhooks so that they come again, and recovers by itself", async () => {
  const disk = SmallDisk.mount("16m");
  if (!disk) throw new Error("No disk.");
  const world = await World.start({ databasePath: join(disk.folder, "onethread.db"), startApp: (options) => AppProcess.start(options) });
  try {
    await world.install();
    const phone = world.meta.phone("whatsapp", "DE.full", { name: "Ada Sample", phone: "+491700000045" });
    const answered = new Promise<void>((resolve) => phone.onMessage((bubble) => bubble.from === "business" && resolve()));
    disk.fill();
    // The write-ahead log may still have room in itself; what comes in uses it up.
    await until("the disk to be noticed", async () => {
      await phone.sendText("x".repeat(4_000));
      return (await get(`${world.appUrl}/readyz`)) === "503 The disk of the database is full; free space on it.";
    });
    expect(await get(`${world.appUrl}/healthz`)).toBe("200 ok");
    expect(world.meta.courier.posts.some(({ status }) => status === 503)).toBe(true);
    disk.empty();
    await until("it to be ready again", async () => (await get(`${world.appUrl}/readyz`)) === "200 ready");
    await phone.sendText("Hello");
    await answered;
  } finally {
    await world.stop();
    disk.unmount();
  }
});
