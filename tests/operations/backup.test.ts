import { createHmac } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { makeBackup } from "#app/platform/backup/make-sqlite.server.ts";
import { connectionOf } from "#app/platform/db/connection-sqlite.server.ts";
import { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import type { World } from "#sandbox/world.ts";
import { shopRow } from "#tests/setup/database.ts";
import { run, startOperatedWorld, until } from "./operated-world.ts";

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

async function operated(environment: Record<string, string> = {}): Promise<World> {
  const world = await startOperatedWorld(environment);
  undo.push(() => world.stop());
  return world;
}

const backupsOf = (world: World) => join(dirname(world.databasePath), "backups");

test("a backup made during traffic, restored after a loss: the thread is there, and what vendors send again is known", async () => {
  const world = await operated();
  const phones = [...Array(4).keys()].map((n) =>
    world.meta.phone("whatsapp", `DE.backup-${n}`, { name: "Ada Sample", phone: `+49170000010${n}` }),
  );
  let answers = 0;
  for (const phone of phones) {
    phone.onMessage((bubble) => {
      if (bubble.from === "business") answers += 1;
    });
  }
  await phones[0]?.sendText("Hello, the blue kettle was for my aunt");
  await until("the first answer", () => answers === 1);

  const traffic = Promise.all(phones.slice(1).map((phone) => phone.sendText("Hello")));
  const [backup] = await Promise.all([run("scripts/backup", { world }), traffic]);
  expect(backup).toMatchObject({ code: 0, complained: "" });
  expect(backup.said).toMatch(/onethread-[\dTZ-]+\.db: [\d.]+ MB in [\d.]+ s, checked, 1 shops, \d+ messages\.\n$/);
  await until("all answers", () => answers === 4);
  await world.meta.settled();
  const [file = ""] = readdirSync(backupsOf(world));

  // The disk is lost with everything on it but the backup.
  await world.app.stop();
  const before = readFileSync(world.databasePath);
  const restored = await run("scripts/restore", { world, args: [join(backupsOf(world), file)] });
  expect(restored).toMatchObject({ code: 0, complained: "" });
  const kept = /kept as (\S+)/.exec(restored.said)?.[1] ?? "";
  expect(readFileSync(kept).length).toBe(before.length);

  await world.startApp();
  const inbox = await world.merchant.openApp("/app/inbox?view=all");
  const threads = [...new Set(inbox.match(/\/app\/inbox\/[0-9a-z]{26}/g))];
  const pages = await Promise.all(threads.map((thread) => world.merchant.openApp(thread)));
  expect(pages.filter((page) => page.includes("the blue kettle was for my aunt"))).toHaveLength(1);
  const body = world.meta.courier.posts.map((post) => JSON.stringify(post.body)).find((text) => text.includes("blue kettle")) ?? "";
  const sentToFirst = () => world.history.of("meta", "whatsapp.send").filter(({ detail }) => detail.recipient === "DE.backup-0").length;
  expect(sentToFirst()).toBe(1);
  // The same batch again, and the same message in a batch of other bytes.
  for (const bytes of [body.replaceAll("/", "\\/"), ` ${body}`]) expect(await sendAgain(world, bytes)).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(sentToFirst()).toBe(1);
  await world.app.stop();
  expect(count(world.databasePath, `"Message" WHERE text LIKE '%blue kettle%'`)).toBe(1);
});

test("without a running app the file is copied all the same, and only the newest are kept", async () => {
  const world = await operated();
  await world.app.stop();
  for (const _ of [1, 2, 3]) expect(await run("scripts/backup", { world, environment: { BACKUP_KEEP: "2" } })).toMatchObject({ code: 0 });
  const left = readdirSync(backupsOf(world));
  expect(left).toHaveLength(2);
  expect(count(join(backupsOf(world), left[0] ?? ""), `"Shop"`)).toBe(1);
});

test("what was about to be sent or done when the backup was made is not done a second time", async () => {
  const world = await operated();
  await world.app.stop();
  const connection = new Database(world.databasePath);
  const shop = connection.prepare(`SELECT id FROM "Shop"`).get() as { id: string };
  const at = Date.now();
  connection.exec(`INSERT INTO "Delivery" (id, "shopId", "messageId", "identityId", channel, account, part, body, text, state, attempts, "createdAt", "updatedAt")
      VALUES ('d1', '${shop.id}', 'm1', 'i1', 'whatsapp', 'a', 0, '{}', 'x', 'planned', 0, ${at}, ${at});
    INSERT INTO "Job" ("shopId", task, lane, payload, "runAt", attempts, "maxAttempts", fence, state, "createdAt")
      VALUES ('${shop.id}', 'delivery.send', 'send', '{"deliveryId":"d1"}', ${at}, 0, 5, 0, 'waiting', ${at});
    INSERT INTO "Effect" (id, "shopId", "caseId", kind, key, input, state, attempts, "createdAt", "updatedAt")
      VALUES ('e1', '${shop.id}', 'c1', 'return-request', 'k1', '{}', 'planned', 0, ${at}, ${at})`);
  connection.close();
  await run("scripts/backup", { world });
  const [file = ""] = readdirSync(backupsOf(world));
  const restored = await run("scripts/restore", { world, args: [join(backupsOf(world), file)] });
  expect(restored.said).toContain("2 effects and deliveries were under way then");
  expect(count(world.databasePath, `"Delivery" WHERE id = 'd1' AND state = 'unknown'`)).toBe(1);
  expect(count(world.databasePath, `"Job" WHERE task = 'delivery.send'`)).toBe(0);
  expect(count(world.databasePath, `"Effect" WHERE id = 'e1' AND state = 'unknown'`)).toBe(1);
});

test("while 40 MB are copied the event loop goes on, and the copy holds all that was committed before its end", async () => {
  const folder = mkdtempSync(join(tmpdir(), "onethread-backup-"));
  undo.push(() => rmSync(folder, { recursive: true }));
  const database = await DatabaseHandle.open(join(folder, "onethread.db"));
  undo.push(() => database.close());
  await database.commit([insert("Shop", shopRow("shop"))]);
  const event = (id: string) =>
    insert("RawEvent", { id, shopId: "shop", channel: "c", account: "a", externalId: id, body: "x".repeat(4_000), receivedAt: new Date() });
  for (let batch = 0; batch < 20; batch += 1) await database.commit([...Array(500).keys()].map((n) => event(`${batch}-${n}`)));

  let committed = 0;
  let copying = true;
  let longest = 0;
  const pulse = (last: number): void => {
    const at = performance.now();
    longest = Math.max(longest, at - last);
    if (copying) setImmediate(pulse, at);
  };
  const writing = (async () => {
    while (copying) {
      await database.commit([event(`during-${committed}`)]);
      committed += 1;
    }
  })();
  pulse(performance.now());
  const committedBefore = committed;
  const { file, bytes, milliseconds } = await makeBackup(await connectionOf(database), join(folder, "backups"));
  copying = false;
  await writing;
  const contents = count(file, `"RawEvent"`);
  expect(contents).toBeGreaterThanOrEqual(10_000 + committedBefore);
  expect(contents).toBeLessThanOrEqual(10_000 + committed);
  console.info(
    `backup of ${(bytes / 1e6).toFixed(0)} MB: ${milliseconds} ms, ${committed} commits meanwhile, longest pause ${longest.toFixed(0)} ms`,
  );
  expect(committed).toBeGreaterThan(5);
  expect(longest).toBeLessThan(400);
});

async function sendAgain(world: World, body: string): Promise<number> {
  const signature = createHmac("sha256", world.appOptions.environment.META_APP_SECRET ?? "")
    .update(body)
    .digest("hex");
  const headers = { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` };
  return (await fetch(`${world.appUrl}/webhooks/whatsapp`, { method: "POST", body, headers })).status;
}

function count(file: string, rows: string): number {
  const connection = new Database(file);
  try {
    return (connection.prepare(`SELECT count(*) AS n FROM ${rows}`).get() as { n: number }).n;
  } finally {
    connection.close();
  }
}
