import { afterEach, expect, test } from "vitest";
import { now } from "#app/platform/clock.ts";
import { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { insert, StaleWrite } from "#app/platform/db/writes.ts";
import { type Handlers, JobRunner } from "#app/platform/jobs/runner.server.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";

const open: { stop: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});

async function queueWith(turn: Handlers["turn"], send?: Handlers["delivery.send"]) {
  const database = await DatabaseHandle.open(":memory:");
  const runner = new JobRunner(database, { turn, "delivery.send": send } as Handlers);
  open.push({ stop: () => runner.stop().then(() => database.close()) });
  return { database, runner };
}
const turnFor = (identityId: string, options: { key?: string; queue?: string; in?: number; shopId?: string } = {}) =>
  enqueue(
    options.shopId ?? "shop",
    "turn",
    { identityId, trigger: { kind: "messages" } },
    { key: options.key, queue: options.queue, runAt: new Date(now().getTime() + (options.in ?? 0)) },
  );
const hanging = () => {
  let release = () => {};
  const hang = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { hang, release };
};
const until = async (condition: () => boolean | Promise<boolean>) => {
  const end = Date.now() + 5000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

test("jobs of one queue run one at a time and in order, others beside them", async () => {
  const seen: string[] = [];
  let inside = 0;
  const { database, runner } = await queueWith(async ({ identityId }) => {
    if (identityId.startsWith("a")) {
      inside += 1;
      expect(inside).toBe(1);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (identityId.startsWith("a")) inside -= 1;
    seen.push(identityId);
    return [];
  });
  await runner.start();
  await database.commit([...Array(5).keys()].flatMap((n) => [turnFor(`a${n}`, { queue: "a" }), turnFor(`b${n}`)]));
  await until(() => seen.length === 10);
  expect(seen.filter((name) => name.startsWith("a"))).toEqual(["a0", "a1", "a2", "a3", "a4"]);
});

test("what is put in behind others of its queue never overtakes them, however busy it is and however often one reads anew", async () => {
  const seen: string[] = [];
  const stale = new Set<string>();
  const { database, runner } = await queueWith(async ({ identityId }) => {
    const [, place = "0"] = identityId.split(" ");
    // Somebody wrote what was read: once for every fifth.
    if (Number(place) % 5 === 2 && !stale.has(identityId)) {
      stale.add(identityId);
      throw new StaleWrite("Conversation");
    }
    seen.push(identityId);
    return [];
  });
  await runner.start();
  const queues = Array.from({ length: 12 }, (_, n) => `q${n}`);
  for (let place = 0; place < 20; place += 1) {
    await Promise.all(queues.map((queue) => database.commit([turnFor(`${queue} ${place}`, { queue })])));
    if (place % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await until(() => seen.length === 240);
  for (const queue of queues) {
    const places = seen.flatMap((one) => (one.startsWith(`${queue} `) ? [Number(one.split(" ")[1])] : []));
    expect(places, queue).toEqual([...places].sort((one, other) => one - other));
  }
});

test("a job of the same key is moved and refilled while it waits, and waits again while one runs", async () => {
  const seen: string[] = [];
  const { database, runner } = await queueWith(async ({ identityId }) => {
    seen.push(identityId);
    if (seen.length === 1) await database.commit([turnFor("third", { key: "k", queue: "q" })]);
    return [];
  });
  await database.commit([turnFor("first", { key: "k", queue: "q", in: 20 })]);
  await database.commit([turnFor("second", { key: "k", queue: "q", in: 30 })]);
  await runner.start();
  await until(() => seen.length === 2);
  expect(seen).toEqual(["second", "third"]);
});

test("a failed job is tried again later and in the end is dead and visible", async () => {
  let runs = 0;
  const { database, runner } = await queueWith(async () => {
    runs += 1;
    throw new TypeError("no");
  });
  await database.commit([turnFor("x")]);
  await database.prisma.job.updateMany({ data: { maxAttempts: 1 } });
  await runner.start();
  await until(async () => (await database.prisma.job.findFirst())?.state === "dead");
  expect(runs).toBe(1);
  expect((await database.prisma.job.findFirst())?.lastError).toBe("TypeError");
});

test("what a job writes stands exactly once, with the end of the job", async () => {
  let stale = true;
  const row = { id: "n", shopId: "shop", identityId: "x", author: "Kim", text: "hi", createdAt: new Date(1) };
  const { database, runner } = await queueWith(async () => {
    if (!stale) return [insert("StaffNote", row)];
    stale = false;
    throw new StaleWrite("Case");
  });
  await database.commit([turnFor("x")]);
  await runner.start();
  await until(async () => (await database.prisma.job.count()) === 0);
  expect(await database.prisma.staffNote.count()).toBe(1);
});

test("jobs that a dead process had leased run after the next start", async () => {
  const seen: string[] = [];
  const { database, runner } = await queueWith(async ({ identityId }) => {
    seen.push(identityId);
    return [];
  });
  await database.commit([turnFor("x", { queue: "q" })]);
  await database.prisma.job.updateMany({ data: { state: "running" } });
  await runner.start();
  await until(() => seen.length === 1);
});

test("turns that hang on a vendor leave room for reading and sending", async () => {
  let hung = 0;
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const planned: string[] = [];
  const database = await DatabaseHandle.open(":memory:");
  const handlers = {
    turn: async () => {
      hung += 1;
      await gate;
      return [];
    },
    "delivery.plan": async ({ messageId }: { messageId: string }) => {
      planned.push(messageId);
      return [];
    },
  } as unknown as Handlers;
  const runner = new JobRunner(database, handlers);
  open.push({ stop: () => runner.stop().then(() => database.close()) });
  await database.commit(Array.from({ length: 40 }, (_, n) => turnFor(`t${n}`)));
  await runner.start();
  await until(() => hung >= 16);
  await database.commit([enqueue("shop", "delivery.plan", { messageId: "m" }, { runAt: now() })]);
  await until(() => planned.length === 1);
  expect(hung).toBe(16);
  release();
});

test("a job enqueued while the runner sleeps starts within milliseconds", async () => {
  const started: number[] = [];
  const { database, runner } = await queueWith(async () => {
    started.push(performance.now());
    return [];
  });
  await runner.start();
  await new Promise((resolve) => setTimeout(resolve, 30));
  const before = performance.now();
  await database.commit([turnFor("x")]);
  await until(() => started.length === 1);
  expect((started[0] ?? Number.POSITIVE_INFINITY) - before).toBeLessThan(100);
});

test("a shop whose vendors hang, and a full lane, leave room for the others", async () => {
  const answered: string[] = [];
  const sent: string[] = [];
  const { hang, release } = hanging();
  const { database, runner } = await queueWith(
    async ({ identityId }, { shopId }) => {
      if (shopId === "broken") await hang;
      answered.push(`${shopId} ${identityId}`);
      return [];
    },
    async ({ deliveryId }) => {
      sent.push(deliveryId);
      return [];
    },
  );
  await database.commit([...Array(300).keys()].map((n) => turnFor(`x${n}`, { shopId: "broken" })));
  await runner.start();
  await database.commit([turnFor("y", { shopId: "well" }), enqueue("broken", "delivery.send", { deliveryId: "d" }, { runAt: now() })]);
  await until(() => answered.length === 1 && sent.length === 1);
  expect(answered).toEqual(["well y"]);
  release();
  await until(() => answered.length === 301);
});
