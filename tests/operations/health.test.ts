import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { enterStage } from "#app/ingress/health.server.ts";
import { connectionOf } from "#app/platform/db/connection-sqlite.server.ts";
import { databaseWithShop } from "#tests/setup/database.ts";
import { openFrontDoor } from "#tests/setup/front-door.ts";
import { logOf, startOperatedWorld, until } from "./operated-world.ts";

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

async function get(url: string): Promise<string> {
  const answer = await fetch(url);
  return `${answer.status} ${await answer.text()}`;
}

test("an app that serves is alive and ready", async () => {
  const world = await startOperatedWorld();
  undo.push(() => world.stop());
  expect(await get(`${world.appUrl}/readyz`)).toBe("200 ready");
  expect(await get(`${world.appUrl}/healthz`)).toBe("200 ok");
});

test("it is not ready before the queue runs, nor while the database refuses writes, and says which", async () => {
  const database = await databaseWithShop();
  const door = await openFrontDoor();
  undo.push(
    () => database.close(),
    () => door.close(),
  );
  expect(await get(`${door.url}/readyz`)).toBe("503 Starting: the queue does not run yet.");
  enterStage("serving");
  const connection = await connectionOf(database);
  connection.pragma("query_only = ON");
  expect(await get(`${door.url}/readyz`)).toBe("503 The database is read-only; give its folder back to the app's user.");
  connection.pragma("query_only = OFF");
  await until("it to be ready again", async () => (await get(`${door.url}/readyz`)) === "200 ready");
  expect(await get(`${door.url}/healthz`)).toBe("200 ok");
});

test("after SIGTERM it says so, stores what still comes in, and ends what is under way", async () => {
  const world = await startOperatedWorld({ LOG_LEVEL: "debug" });
  undo.push(() => world.stop());
  const { meta } = world;
  const phone = meta.phone("whatsapp", "DE.drain", { name: "Ada Sample", phone: "+491700000044" });
  let answers = 0;
  phone.onMessage((bubble) => {
    if (bubble.from === "business") answers += 1;
  });
  meta.faults.add("whatsapp.send", { kind: "delay", ms: 2_500 });
  await phone.sendText("Hello");
  await until("the plan", () => logOf(world).some((line) => line.msg === "job-ended" && line.task === "delivery.plan"));
  const stopped = world.app.stop();
  const said = "503 Stopping: what is under way is finished, nothing new is begun.";
  await until("the word", async () => (await get(`${world.appUrl}/readyz`)) === said);
  await phone.sendText("Do you ship to Spain?");
  await stopped;
  expect(answers).toBe(1);
  await world.startApp();
  await until("the second answer", () => answers === 2);
  const late = meta.courier.posts.filter(({ body }) => JSON.stringify(body).includes("Spain"));
  expect(late.map(({ status }) => status)).toEqual([200]);
});

test("when the disk fails to sync it acknowledges nothing more and ends; after the next start what comes again is answered once", async () => {
  const broken = join(mkdtempSync(join(tmpdir(), "onethread-disk-")), "broken");
  const disk = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
    const { fdatasync } = fs;
    fs.fdatasync = (fd, done) => (fs.existsSync(${JSON.stringify(broken)}) ? setImmediate(done, new Error("EIO")) : fdatasync(fd, done));
    syncBuiltinESMExports();`;
  const world = await startOperatedWorld({ NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(disk)}` });
  undo.push(() => world.stop());
  const { meta } = world;
  const phone = meta.phone("whatsapp", "DE.disk", { name: "Ada Sample", phone: "+491700000045" });
  const answered = new Promise<void>((resolve) => phone.onMessage((bubble) => bubble.from === "business" && resolve()));
  writeFileSync(broken, "");
  const sent = phone.sendText("Hello");
  await until("its end", () => !world.app.running);
  expect(logOf(world).filter((line) => line.msg === "disk-sync-failed")).toMatchObject([{ level: 50, code: "SQLITE_IOERR_FSYNC" }]);
  rmSync(broken);
  await world.startApp();
  await Promise.all([sent, answered]);
  await meta.settled();
  expect(meta.courier.posts.filter(({ body }) => JSON.stringify(body).includes("Hello")).at(-1)?.status).toBe(200);
  expect(phone.inbox).toHaveLength(1);
});
