import { beforeAll, expect, test } from "vitest";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { now } from "#app/platform/clock.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { type Handlers, JobRunner } from "#app/platform/jobs/runner.server.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { adminRequest, args, installShop, sessionToken, shopperWrites, thrownResponse } from "./admin.ts";

let shop: Shop;
let stuck: typeof import("#app/routes/app.stuck.tsx");
let home: typeof import("#app/routes/app._index.tsx");
const otherDomain = "maple-mill.myshopify.com";

beforeAll(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  await installShop(otherDomain, "Maple Mill");
  stuck = await import("#app/routes/app.stuck.tsx");
  home = await import("#app/routes/app._index.tsx");
});

const list = (token?: string) => stuck.loader(args(adminRequest("/app/stuck", undefined, token)));
const act = (form: Record<string, string>, token?: string) => stuck.action(args(adminRequest("/app/stuck", form, token)));

/** Runs whatever is due once, with a handler that fails or does not. */
async function work(turn: Handlers["turn"]): Promise<void> {
  const runner = new JobRunner(database(), { turn } as unknown as Handlers);
  await runner.start();
  await new Promise((resolve) => setTimeout(resolve, 30));
  await runner.stop();
}

test("what was given up is shown to its own shop only, can be tried again, and can be dismissed", async () => {
  const identity = await shopperWrites(shop.id, { kind: "whatsapp", address: "491700000001", label: "Ada Sample", text: "Hi" });
  await database().prisma.job.deleteMany();
  const turn = enqueue(shop.id, "turn", { identityId: identity.id, trigger: { kind: "messages" } }, { runAt: now() });
  await database().commit([turn, turn]);
  await database().prisma.job.updateMany({ data: { maxAttempts: 1 } });
  await work(async () => {
    throw new TypeError("no");
  });

  const shown = await list();
  expect(shown).toHaveLength(2);
  expect(shown[0]).toMatchObject({
    what: "The assistant could not answer",
    attempts: 1,
    error: "TypeError",
    conversationId: identity.conversationId,
  });
  expect((await home.loader(args(adminRequest("/app")))).stuck).toBe(2);
  expect(await list(sessionToken(otherDomain))).toEqual([]);
  const id = String(shown[0]?.id);
  for (const intent of ["retry", "dismiss"]) {
    expect((await thrownResponse(act({ intent, id }, sessionToken(otherDomain)))).status).toBe(404);
  }
  expect(await act({ intent: "retry-all" }, sessionToken(otherDomain))).toEqual({ count: 0 });

  expect(await act({ intent: "dismiss", id })).toEqual({ count: 1 });
  expect(await act({ intent: "retry-all" })).toEqual({ count: 1 });
  let runs = 0;
  await work(async () => {
    runs += 1;
    return [];
  });
  expect(runs).toBe(1);
  expect(await list()).toEqual([]);
});

test.each([{ intent: "retry", id: "x" }, { intent: "retry" }, { intent: "else", id: "1" }])("bad input finds nothing: %j", async (form) => {
  expect((await thrownResponse(act(form as Record<string, string>))).status).toBe(404);
});
