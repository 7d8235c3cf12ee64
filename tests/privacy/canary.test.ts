import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { registeredTables, registry } from "#app/domain/privacy/registry.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";
import { hitsIn, meetCanary, until } from "./canary.ts";

let folder: string;
let path: string;
let house: House;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "onethread-canary-"));
  path = join(folder, "onethread.db");
  house = await House.open({ knowledge: true, mailbox: true, databasePath: path });
});
afterEach(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

test("after customers/redact no byte of the shopper is in the database, and others keep theirs", async () => {
  const other = createShopper(house, { arrived: false });
  const bystander = house.meta.phone("whatsapp", `DE.${other.phone.slice(1)}`, { name: "Bertram Other", phone: other.phone });
  await bystander.sendText(`where is order ${other.order.name}? Bertramwords`);
  await house.rest();
  const canary = await meetCanary(house);
  const { prisma } = house.database;
  const mailbox = await prisma.identity.findFirstOrThrow({ where: { kind: "email", externalId: canary.email } });
  const own = await prisma.identity.findMany({ where: { conversationId: mailbox.conversationId } });
  expect(own.map((one) => one.kind).sort()).toEqual(["email", "instagram", "shopify-customer", "whatsapp", "widget"]);
  expect(hitsIn(path, canary.traces).length).toBeGreaterThan(5);

  house.shopify.requestCompliance("customers/redact", canary.email);
  await house.rest();
  await house.rest();
  expect(await prisma.privacyRequest.findMany({ where: { kind: "erase" } })).toMatchObject([{ state: "done", sealed: "" }]);
  expect(hitsIn(path, canary.traces)).toEqual([]);
  expect(hitsIn(path, ["Bertramwords"])).not.toEqual([]);
  expect(textsOf(bystander)).toHaveLength(1);
  for (const table of registeredTables.filter((one) => registry[one].erased === "removed")) {
    const reader = prisma[(table[0]?.toLowerCase() + table.slice(1)) as "message"];
    const rows = JSON.stringify(await (reader as unknown as { findMany(): Promise<unknown[]> }).findMany());
    for (const trace of [...canary.traces, ...own.map((one) => one.id)]) expect([table, rows.includes(trace)]).toEqual([table, false]);
  }
});

test("what was sent before the erasure and comes late makes nothing; whoever writes anew begins anew and is answered", async () => {
  const canary = await meetCanary(house);
  const { prisma } = house.database;
  const posts = [...house.meta.courier.posts];
  house.shopify.requestCompliance("customers/redact", canary.email);
  await house.rest();
  await house.rest();
  const answered = textsOf(canary.whatsapp).length;

  // Meta repeats everything it ever sent, also in batches that it never sent so before.
  for (const post of posts) await house.meta.courier.repeat(post);
  house.mail.changeUidValidity();
  await house.rest();
  await until(async () => (await prisma.rawEvent.count({ where: { processedAt: null } })) === 0);
  await house.rest();
  expect(await prisma.identity.findMany()).toEqual([]);
  expect(await prisma.message.count()).toBe(0);
  await house.database.emptyLog();
  expect(
    hitsIn(
      path,
      canary.traces.filter((one) => one.startsWith("Quokka")),
    ),
  ).toEqual([]);

  await canary.whatsapp.sendText("Hello");
  await house.rest();
  expect(textsOf(canary.whatsapp)).toHaveLength(answered + 1);
  expect(await prisma.message.count({ where: { author: "shopper" } })).toBe(1);
});

test("somebody who writes while they are being erased is either taken before and gone, or new", async () => {
  const canary = await meetCanary(house);
  house.shopify.requestCompliance("customers/redact", canary.email);
  await Promise.all(Array.from({ length: 20 }, (_, n) => canary.whatsapp.sendText(`Quokkafield again ${n}`)));
  await house.rest();
  await house.rest();
  const { prisma } = house.database;
  const left = await prisma.message.findMany({ where: { author: "shopper" } });
  const stones = await prisma.tombstone.findMany();
  for (const message of left) expect(message.at.getTime()).toBeGreaterThan(Math.max(...stones.map((stone) => stone.at.getTime())) - 1_000);
  expect(await prisma.conversation.count()).toBe(await prisma.identity.count());
  expect(await prisma.identity.count({ where: { kind: "email" } })).toBe(0);
});
