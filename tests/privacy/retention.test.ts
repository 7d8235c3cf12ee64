import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { registeredTables, registry } from "#app/domain/privacy/registry.ts";
import { sweepShop } from "#app/domain/privacy/sweep.server.ts";
import { setClockOffset } from "#app/platform/clock.ts";
import { type DatabaseHandle, database } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { openCaseFor, shopperWrites } from "#tests/routes/admin.ts";
import { databaseWithShop, shopRow } from "#tests/setup/database.ts";

const day = 86_400_000;
let handle: DatabaseHandle;
beforeEach(async () => {
  setClockOffset(0);
  handle = await databaseWithShop();
  await handle.commit([insert("Shop", shopRow("other"))]);
});

const old = (days: number) => new Date(Date.now() - days * day);

async function wrote(shopId: string, address: string, days: number) {
  const identity = await shopperWrites(shopId, {
    kind: "email",
    address,
    text: `words of ${address}`,
    at: old(days),
    account: `${shopId}-account`,
  });
  const at = old(days);
  await database().prisma.identity.update({ where: { id: identity.id }, data: { createdAt: at, lastInboundAt: at } });
  await database().prisma.message.updateMany({ where: { identityId: identity.id }, data: { receivedAt: at } });
  return identity;
}

async function sweepUntilDone(shopId: string): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    const [next] = await sweepShop(shopId, false);
    if (next?.kind !== "enqueue") throw new Error("A round puts its successor into the queue.");
    if (next.job.runAt.getTime() - Date.now() > 3_600_000) return;
  }
  throw new Error("It does not come to an end.");
}

test("what is old goes, what is young, open or another shop's stays", async () => {
  const { prisma } = handle;
  const [gone, young] = [await wrote("shop", "old@example.com", 800), await wrote("shop", "young@example.com", 100)];
  for (const { id } of [gone, young])
    await handle.commit([
      insert("Preference", { id: newId(), shopId: "shop", identityId: id, kind: "size", value: "M", statedAt: old(800) }),
    ]);
  const busy = await wrote("shop", "busy@example.com", 800);
  await openCaseFor("shop", busy.id);
  const doubtful = await wrote("shop", "doubtful@example.com", 800);
  const caseId = await openCaseFor("shop", doubtful.id, { status: "done" });
  const effect = { shopId: "shop", caseId, kind: "return-create", input: {}, attempts: 1, createdAt: old(800), updatedAt: old(800) };
  await handle.commit([insert("Effect", { ...effect, id: newId(), key: "k", state: "unknown" })]);
  await wrote("other", "old@example.com", 800);
  await sweepUntilDone("shop");
  const left = (await prisma.message.findMany({ orderBy: { seq: "asc" } })).map((one) => [one.shopId, one.text]);
  expect(left).toEqual([
    ["shop", "words of young@example.com"],
    ["shop", "words of busy@example.com"],
    ["shop", "words of doubtful@example.com"],
    ["other", "words of old@example.com"],
  ]);
  expect((await prisma.preference.findMany()).map((one) => one.identityId)).toEqual([young.id]);
  expect(await prisma.identity.count({ where: { shopId: "shop" } })).toBe(3);
  expect(await prisma.conversation.count({ where: { shopId: "shop" } })).toBe(3);
});

test("each kind has its own period, which the merchant may set, and a long tail goes in small rounds", async () => {
  const { prisma } = handle;
  const codes = Array.from({ length: 1_200 }, (_, n) =>
    insert("OneTimeCode", { id: `c${n}`, shopId: "shop", identityId: "i", hash: "", triesLeft: 0, createdAt: old(60), expiresAt: old(60) }),
  );
  const read = (days: number) =>
    insert("AccessLog", { id: newId(), shopId: "shop", at: old(days), actor: "1", what: "shopper", subject: "c" });
  const stone = (days: number) => insert("Tombstone", { id: newId(), shopId: "shop", hash: String(days), at: old(days) });
  await handle.commit([...codes, read(10), read(200), read(400), stone(400), stone(1_200)]);
  const [first] = await sweepShop("shop", false);
  expect(await prisma.oneTimeCode.count()).toBe(700);
  expect(first?.kind === "enqueue" && first.job.runAt.getTime() - Date.now()).toBeLessThan(60_000);
  await sweepUntilDone("shop");
  expect(await prisma.oneTimeCode.count()).toBe(0);
  expect(await prisma.accessLog.count()).toBe(2);
  expect(await prisma.tombstone.count()).toBe(1);
  await prisma.shop.update({ where: { id: "shop" }, data: { retention: { access: 90 } } });
  await sweepUntilDone("shop");
  expect(await prisma.accessLog.count()).toBe(1);
});

test("of the events of all shops each one's oldest go, in small rounds; what was not read yet stays, and what a wrong clock wrote later goes later", async () => {
  const { prisma } = handle;
  const event = (id: string, shopId: string, days: number, processedAt: Date | null = old(days)) =>
    insert("RawEvent", { id, shopId, channel: "c", account: "a", externalId: id, body: "{}", receivedAt: old(days), processedAt });
  const aged = [...Array(700).keys()].flatMap((n) => [event(`s${n}`, "shop", 80 - n / 20), event(`o${n}`, "other", 80 - n / 20)]);
  await handle.commit([
    event("unread", "shop", 90, null),
    ...aged,
    event("young", "shop", 5),
    event("set-back", "shop", 60),
    event("new", "shop", 1),
  ]);
  const ids = async (shopId: string) => (await prisma.rawEvent.findMany({ where: { shopId }, orderBy: { id: "asc" } })).map(({ id }) => id);
  await sweepShop("shop", false);
  expect((await ids("shop")).filter((id) => /^s\d/.test(id))).toHaveLength(200);
  await sweepUntilDone("shop");
  expect(await ids("shop")).toEqual(["new", "set-back", "unread", "young"]);
  expect(await ids("other")).toHaveLength(700);
  await prisma.rawEvent.update({ where: { id: "young" }, data: { receivedAt: old(40) } });
  await sweepUntilDone("shop");
  expect(await ids("shop")).toEqual(["new", "unread"]);
});

test("whatever is kept with the conversations of a shopper goes with them", () => {
  const source = readFileSync(new URL("../../app/domain/privacy/sweep-sqlite.server.ts", import.meta.url), "utf8");
  const theirs = registeredTables.filter(
    (one) => registry[one].kept === "conversations" && registry[one].belongs.some((belonging) => belonging.column === "identityId"),
  );
  expect(theirs.length).toBeGreaterThan(10);
  expect(theirs.filter((one) => !source.includes(`"${one}"`))).toEqual([]);
});
