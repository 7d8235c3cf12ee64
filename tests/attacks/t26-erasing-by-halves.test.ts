import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { registeredTables, registry } from "#app/domain/privacy/registry.ts";
import { decrypt } from "#app/platform/crypto.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { hitsIn, meetCanary } from "#tests/privacy/canary.ts";
import { shopRow } from "#tests/setup/database.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";
import { record } from "./record.ts";

let folder: string;
let path: string;
let house: House;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "onethread-t26-"));
  path = join(folder, "onethread.db");
  house = await House.open({ knowledge: true, mailbox: true, databasePath: path });
});
afterEach(async () => {
  globalThis.onethreadFault = undefined;
  await house.close();
  rmSync(folder, { recursive: true });
});

test("an export holds every field of the shopper and nothing of anybody else", async () => {
  const other = createShopper(house, { arrived: false });
  const bystander = house.meta.phone("whatsapp", `DE.${other.phone.slice(1)}`, { name: "Bertram Other", phone: other.phone });
  await bystander.sendText(`where is order ${other.order.name}? Bertramwords`);
  await house.rest();
  const canary = await meetCanary(house);
  const { prisma } = house.database;
  const made = await prisma.privacyExport.findFirstOrThrow();
  const [json, html] = [decrypt(made.json), decrypt(made.html)];
  for (const word of ["Widget", "Whatsapp", "Return", "Mail", "Note"]) {
    expect(json).toContain(`Quokkafield${word}`);
    expect(html).toContain(`Quokkafield${word}`);
  }
  const { data } = JSON.parse(json) as { data: Record<string, Record<string, unknown>[]> };
  const mailbox = await prisma.identity.findFirstOrThrow({ where: { kind: "email", externalId: canary.email } });
  const own = await prisma.identity.findMany({ where: { conversationId: mailbox.conversationId } });
  let fields = 0;
  let missing = 0;
  for (const table of registeredTables.filter((one) => registry[one].belongs.length > 0 && one !== "PrivacyExport")) {
    const seeded = data[table] ?? [];
    expect([table, seeded.length > 0]).toEqual([table, true]);
    for (const [field, use] of Object.entries(registry[table].fields)) {
      if (use === "secret" || use === "other") continue;
      fields += 1;
      if (!seeded.every((row) => field in row)) missing += 1;
    }
  }
  expect(data.Message).toHaveLength(await prisma.message.count({ where: { identityId: { in: own.map((one) => one.id) } } }));
  const foreign = ["Bertram", other.email, other.phone.slice(1), other.order.name].filter(
    (one) => json.includes(one) || html.includes(one),
  );
  record("T26", fields + 4, missing + foreign.length);
  expect([missing, foreign]).toEqual([0, []]);
  expect(html).not.toMatch(/<script|https?:\/\/(?!localhost)[^"<\s]*\.(?:js|css)/);
});

test.each(["erase.customer.before-commit", "erase.customer.after-commit", "erase.scrub.before-commit", "erase.scrub.after-commit"])(
  "an erasure that dies at %s goes on and is whole",
  async (point) => {
    const { email, order } = createShopper(house, { arrived: false });
    await house.mail.mailbox(email).send({ to: house.mail.shopAddress, subject: "Hi", text: `where is ${order.name}? Quokkafield` });
    for (let n = 0; n < 200 && (await house.database.prisma.message.count()) === 0; n += 1) await new Promise((go) => setTimeout(go, 10));
    await house.rest();
    let died = 0;
    globalThis.onethreadFault = (name) => {
      if (name !== point || died > 0) return;
      died += 1;
      throw new Error("The process died here.");
    };
    house.shopify.requestCompliance("customers/redact", email);
    await house.rest();
    await house.advance(10_000);
    const hits = hitsIn(path, ["Quokkafield", email]);
    record("T26", 1, hits.length);
    expect([died, hits]).toEqual([1, []]);
    expect(await house.database.prisma.privacyRequest.findMany()).toMatchObject([{ state: "done", sealed: "" }]);
  },
);

test("a stranger's number or address, claimed or typed into an account, erases nobody else", async () => {
  const victim = house.phone("whatsapp", "DE.7770001", "+4915177700001");
  await victim.sendText("Hello, Quokkafield here");
  await house.rest();
  const thief = createShopper(house, { arrived: false });
  const customer = [...house.shopify.store.customers.values()].find((one) => one.email === thief.email);
  if (customer) customer.phone = "+4915177700001";
  const widget = await house.browser();
  await widget.say(`my e-mail is ${thief.email}, where is my order?`);
  await house.rest();
  house.shopify.requestCompliance("customers/redact", thief.email);
  await house.rest();
  await house.rest();
  const left = await house.database.prisma.message.findMany({ where: { author: "shopper" } });
  record("T26", 2, 2 - left.length);
  expect(left.map((one) => one.channel).sort()).toEqual(["whatsapp", "widget"]);
});

test("shop/redact leaves nothing of the shop and everything of another", async () => {
  const canary = await meetCanary(house);
  const { prisma } = house.database;
  const shopId = await house.shopId();
  const note = { id: newId(), shopId: "other", identityId: "x", author: "Sam", text: "Otherwords", createdAt: new Date() };
  await house.database.commit([insert("Shop", shopRow("other")), insert("StaffNote", note)]);
  house.shopify.uninstall();
  await house.rest();
  await house.advance(48 * 3_600_000);
  house.shopify.requestCompliance("shop/redact");
  await house.rest();
  for (const table of registeredTables.filter((one) => one !== "Shop" && one !== "Session")) {
    const reader = prisma[(table[0]?.toLowerCase() + table.slice(1)) as "message"];
    expect([table, await reader.count({ where: { shopId } })]).toEqual([table, 0]);
  }
  expect(await prisma.shop.findMany({ select: { id: true } })).toEqual([{ id: "other" }]);
  expect(await prisma.session.count()).toBe(0);
  const hits = hitsIn(path, canary.traces);
  record("T26", canary.traces.length, hits.length);
  expect(hits).toEqual([]);
  expect(hitsIn(path, ["Otherwords"])).not.toEqual([]);
});
