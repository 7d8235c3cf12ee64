import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { findInboxRows } from "#app/domain/conversations/inbox-sqlite.server.ts";
import { approveReturn } from "#sandbox/shopify/merchant.ts";
import { canMount, SmallDisk } from "#tests/setup/small-disk.ts";
import { House } from "./house.ts";
import { beforeTheYes, textsOf, times, withReturn } from "./people.ts";

let house: House | undefined;
let disk: SmallDisk | null = null;
let folder: string | undefined;
afterEach(async () => {
  globalThis.onethreadFault = undefined;
  await house?.close();
  house = undefined;
  disk?.unmount();
  disk = null;
  if (folder) rmSync(folder, { recursive: true, force: true });
  folder = undefined;
});

async function onSmallDisk(): Promise<{ home: House; small: SmallDisk }> {
  const small = SmallDisk.mount();
  if (!small) throw new Error("Nothing can be mounted here.");
  disk = small;
  house = await House.open({ databasePath: small.databasePath });
  house.meta.courier.manner.retryDelayMs = 50;
  return { home: house, small };
}

const integrity = (home: House) => home.database.prisma.$queryRawUnsafe("PRAGMA integrity_check");
const statuses = (home: House) => home.meta.courier.posts.map((post) => post.status);

/** Resolves when Meta has been told to come again. */
async function refused(home: House): Promise<void> {
  while (statuses(home).at(-1) !== 503) await new Promise((resolve) => setTimeout(resolve, 5));
}

test.skipIf(!canMount)("on a full disk nothing is acknowledged or half-written, and the vendor's next try is answered once", async () => {
  const { home, small } = await onSmallDisk();
  const phone = home.phone("whatsapp", "DE.40", "+4915112345678");
  small.fill();
  const sent = phone.sendText("where is order #1001");
  await refused(home);
  expect(new Set(statuses(home))).toEqual(new Set([503]));
  expect(await home.database.prisma.rawEvent.count()).toBe(0);
  small.empty();
  await sent;
  await home.rest();
  expect(statuses(home).filter((status) => status === 200).length).toBeGreaterThan(0);
  expect(times(textsOf(phone), /should arrive/)).toBe(1);
  expect(await integrity(home)).toEqual([{ integrity_check: "ok" }]);
});

test.skipIf(!canMount).each(["turn.before-commit", "delivery.after-send"])(
  "a disk that is full from %s on leaves one reply and nothing else once there is room",
  async (point) => {
    const { home, small } = await onSmallDisk();
    const phone = home.phone("whatsapp", "DE.40", "+4915112345678");
    fillAt(point, small);
    await phone.sendText("where is order #1001");
    await home.rest();
    await home.advance(100_000);
    expect(times(textsOf(phone), /should arrive/)).toBe(1);
    expect(await home.database.prisma.delivery.findMany()).toMatchObject([{ state: "accepted" }]);
    expect(await integrity(home)).toEqual([{ integrity_check: "ok" }]);
  },
);

test.skipIf(!canMount)("a disk that is full when Shopify has made the return leaves one return, told once", async () => {
  const { home, small } = await onSmallDisk();
  const { browser, order } = await beforeTheYes(home, { quantity: 2 });
  fillAt("effect.after-call", small);
  await browser.tap(/Return for/);
  await home.rest();
  await home.advance(60_000);
  expect(order.returns).toHaveLength(1);
  expect(times(await browser.words(), new RegExp(`${order.name}-R1`))).toBe(1);
});

/** The disk fills up when this point is passed for the first time, and is emptied a moment later. */
function fillAt(point: string, small: SmallDisk): void {
  let done = false;
  globalThis.onethreadFault = (name) => {
    if (name !== point || done) return;
    done = true;
    small.fill();
    setTimeout(() => small.empty(), 300);
  };
}

test("a database that suddenly is read-only answers nobody and goes on when it can be written again", async () => {
  house = await House.open();
  const home = house;
  home.meta.courier.manner.retryDelayMs = 30;
  const { browser, order } = await withReturn(home);
  const readOnly = (on: boolean) => home.database.prisma.$executeRawUnsafe(`PRAGMA query_only = ${on ? "ON" : "OFF"}`);
  await readOnly(true);
  const phone = home.phone("instagram", "DE.41");
  const sent = phone.sendText("Hello");
  approveReturn(home.shopify.store, `${order.name}-R1`);
  expect((await browser.post({ clientId: "8c1fbb0c-7d38-4f4e-9f5e-0b1f6a1b2c3d", text: "how long can I return things?" })).status).toBe(
    503,
  );
  await refused(home);
  await readOnly(false);
  await sent;
  await home.rest(5_000);
  await home.rest();
  expect(textsOf(phone)).toHaveLength(1);
  expect(await browser.words()).toMatch(/is approved/);
});

test.skipIf(!canMount)("on a full disk staff still find what was written before", async () => {
  const { home, small } = await onSmallDisk();
  const shopId = await home.shopId();
  const find = async (search: string) => (await findInboxRows(shopId, { view: "all", at: new Date(), search, limit: 10 })).length;
  const phone = home.phone("instagram", "DE.43");
  await phone.sendText("the purple one");
  await home.rest();
  expect(await find("purple")).toBe(1);
  await phone.sendText("rather the orange one");
  await home.rest();
  small.fill();
  expect([await find("purple"), await find("orange")]).toEqual([1, 0]);
  small.empty();
  expect(await find("orange")).toBe(1);
});

test("another process cannot write into the file of a running app, which goes on", async () => {
  folder = mkdtempSync(join(tmpdir(), "onethread-locked-"));
  const path = join(folder, "onethread.db");
  house = await House.open({ databasePath: path });
  const write = `const Database = require("better-sqlite3"); const db = new Database(${JSON.stringify(path)}, { timeout: 200 }); db.exec('DELETE FROM "Shop"');`;
  const thief = spawnSync(process.execPath, ["-e", write], { encoding: "utf8" });
  expect(thief.stderr).toContain("database is locked");
  const phone = house.phone("instagram", "DE.42");
  await phone.sendText("Hello");
  await house.rest();
  expect(textsOf(phone)).toHaveLength(1);
});

test("while another process holds the file, the app refuses to start in one sentence that says what to do", async () => {
  folder = mkdtempSync(join(tmpdir(), "onethread-held-"));
  const path = join(folder, "onethread.db");
  const hold = `const Database = require("better-sqlite3"); const db = new Database(${JSON.stringify(path)}); db.exec("CREATE TABLE t (x); BEGIN EXCLUSIVE"); process.stdout.write("held"); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ["-e", hold], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => holder.stdout.once("data", resolve));
  try {
    await expect(House.open({ databasePath: path })).rejects.toThrow(
      `The database ${path} is in use by another process; stop that one first.`,
    );
  } finally {
    holder.kill("SIGKILL");
    await new Promise((resolve) => holder.once("exit", resolve));
  }
  house = await House.open({ databasePath: path });
});
