import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureIdentity, findIdentity, findIdentityByAddress, standing } from "#app/domain/identity/identity.server.ts";
import { addEvidence, withdrawEvidence } from "#app/domain/identity/join.server.ts";
import { bestLevel } from "#app/domain/identity/standing.ts";
import { mergeCustomers } from "#sandbox/shopify/merchant.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

/** Addresses and accounts that come into other hands, told by the vendors' own signed webhooks. */
let house: House;
let shopId: string;
beforeAll(async () => {
  house = await House.open();
  shopId = await house.shopId();
});
afterAll(() => house.close());

const globalId = (customerId: string) => `gid://shopify/Customer/${customerId}`;
const customer = (customerId: string) => findIdentityByAddress(shopId, "shopify-customer", customerId);
const merges = () => house.database.prisma.evidence.findMany({ where: { kind: "customer-merge" } });
const levelOf = async (kind: "whatsapp" | "instagram" | "phone", externalId: string) => {
  const identity = await findIdentityByAddress(shopId, kind, externalId);
  return identity ? bestLevel(await standing(identity)) : "unknown";
};

test("two customers that the shop has merged are one shopper, once, however often it is told; staff can undo it for good", async () => {
  const [one, other] = [createShopper(house), createShopper(house)];
  const browser = await house.browser(one.customerId);
  await browser.say("Hello");
  await house.rest();
  const before = await merges();
  house.shopify.webhooks.copies = 2;
  mergeCustomers(house.shopify.store, globalId(other.customerId), globalId(one.customerId));
  house.shopify.webhooks.copies = 1;
  await house.rest();
  const [edge, ...more] = (await merges()).filter((row) => !before.some((old) => old.id === row.id));
  expect(edge).toMatchObject({ strength: "proof", by: "shopify" });
  expect(more).toEqual([]);
  const [gone, kept] = [await customer(one.customerId), await customer(other.customerId)];
  expect(gone?.conversationId).toBe(kept?.conversationId);

  await withdrawEvidence(shopId, edge?.id ?? "", "Kim");
  const delivery = house.shopify.webhooks.deliveries.findLast((sent) => sent.topic === "customers/merge");
  if (!delivery) throw new Error("not sent");
  expect(await house.shopify.webhooks.replay(delivery, { "X-Shopify-Event-Id": "another" })).toBe(200);
  await house.rest();
  expect((await customer(one.customerId))?.conversationId).not.toBe((await customer(other.customerId))?.conversationId);
});

test("a browser that is logged in with the account that was kept goes on with its thread", async () => {
  const [one, other] = [createShopper(house), createShopper(house)];
  const browser = await house.browser(one.customerId);
  await browser.say("Hello");
  await house.rest();
  mergeCustomers(house.shopify.store, globalId(other.customerId), globalId(one.customerId));
  await house.rest();
  browser.logIn(other.customerId);
  expect((await browser.boot()).messages.length).toBeGreaterThan(0);
});

test("a merge that failed, invented ids, somebody else's job, and another shop's header join nobody", async () => {
  const [one, other, third] = [createShopper(house), createShopper(house), createShopper(house)];
  for (const shopper of [one, other, third]) await (await house.browser(shopper.customerId)).say("Hello");
  await house.rest();
  const before = (await merges()).length;
  const { store, webhooks } = house.shopify;
  mergeCustomers(store, globalId(other.customerId), globalId(one.customerId), "FAILED");
  const real = mergeCustomers(store, globalId(other.customerId), globalId(one.customerId), "FAILED");
  const body = { admin_graphql_api_customer_kept_id: globalId(other.customerId), status: "completed", errors: [] };
  const told = (deletedId: string, jobId: string | null) =>
    webhooks.publish("customers/merge", { ...body, admin_graphql_api_customer_deleted_id: deletedId, admin_graphql_api_job_id: jobId });
  told(globalId(one.customerId), null);
  told(globalId(one.customerId), real.jobId);
  told(globalId("99999999"), null);
  told(globalId(third.customerId), "gid://shopify/Job/00000000-0000-0000-0000-000000000000");
  told("gid://shopify/Customer/1 OR 1", null);
  const swapped = webhooks.deliveries.findLast((sent) => sent.topic === "customers/merge");
  if (!swapped) throw new Error("not sent");
  expect(await webhooks.replay(swapped, { "X-Shopify-Shop-Domain": "stranger.myshopify.com", "X-Shopify-Event-Id": "swap" })).toBe(404);
  expect(await webhooks.replay(swapped, { "X-Shopify-Topic": "orders/updated", "X-Shopify-Event-Id": "topic" })).toBe(200);
  await house.rest();
  expect((await merges()).length).toBe(before);
  expect(await house.database.prisma.job.count({ where: { task: "identity.join-merged" } })).toBe(0);
});

test("a merge that is still under way when it is told of is joined once it is done", async () => {
  const [one, other] = [createShopper(house), createShopper(house)];
  await (await house.browser(one.customerId)).say("Hello");
  await house.rest();
  const merge = mergeCustomers(house.shopify.store, globalId(other.customerId), globalId(one.customerId), "IN_PROGRESS");
  await house.rest();
  expect((await customer(one.customerId))?.conversationId).not.toBe((await customer(other.customerId))?.conversationId);
  merge.status = "COMPLETED";
  house.shopify.store.customers.delete(globalId(one.customerId));
  await house.rest(60_000);
  expect((await customer(one.customerId))?.conversationId).toBe((await customer(other.customerId))?.conversationId);
});

test("a changed WhatsApp number drops what it had proven, in the commit that marks the event as read", async () => {
  const { phone: number, email } = createShopper(house);
  const phone = house.phone("whatsapp", "DE.100", number);
  await phone.sendText("Hello");
  await house.rest();
  const [chat, mailbox, line] = [
    await ensureIdentity(shopId, "whatsapp", "DE.100"),
    await ensureIdentity(shopId, "email", email),
    await ensureIdentity(shopId, "phone", number),
  ];
  const proof = { kind: "one-time-code", strength: "proof", by: "shopper" } as const;
  await addEvidence(shopId, { identityId: chat.id, otherId: mailbox.id, ...proof });
  await addEvidence(shopId, { identityId: line.id, otherId: mailbox.id, ...proof });
  expect(await levelOf("whatsapp", "DE.100")).toBe("verified");

  const { commit } = house.database;
  const seen: { processed: boolean; level: string }[] = [];
  house.database.commit = async (...args) => {
    const changes = await commit.apply(house.database, args);
    const event = await house.database.prisma.rawEvent.findFirst({ where: { channel: "whatsapp" }, orderBy: { id: "desc" } });
    if (event?.body.includes("user_changed_number"))
      seen.push({ processed: event.processedAt !== null, level: await levelOf("whatsapp", "DE.100") });
    return changes;
  };
  await phone.changeNumber("+491700000100", "DE.101");
  await house.rest();
  house.database.commit = commit;
  expect(seen.length).toBeGreaterThan(0);
  for (const { processed, level } of seen) expect(level).toBe(processed ? "anonymous" : "verified");
  expect(seen.at(-1)).toEqual({ processed: true, level: "anonymous" });
  expect((await findIdentity(shopId, line.id))?.conversationId).toBe(line.homeConversationId);
  await phone.sendText("Hello again");
  await house.rest();
  expect(await levelOf("whatsapp", "DE.101")).toBe("channel");
  const fresh = await findIdentityByAddress(shopId, "whatsapp", "DE.101");
  expect(fresh?.conversationId).toBe(fresh?.homeConversationId);
});

test("a number that shows up with somebody else has changed hands without a word: the old owner loses it, the new gains no history", async () => {
  const { phone: number, email } = createShopper(house);
  await house.phone("whatsapp", "DE.200", number).sendText("Hello");
  await house.rest();
  const [old, mailbox] = [await ensureIdentity(shopId, "whatsapp", "DE.200"), await ensureIdentity(shopId, "email", email)];
  await addEvidence(shopId, { identityId: old.id, otherId: mailbox.id, kind: "one-time-code", strength: "proof", by: "shopper" });
  await house.phone("whatsapp", "DE.201", number).sendText("Hi, I am new here");
  await house.rest();
  expect(await levelOf("whatsapp", "DE.200")).toBe("anonymous");
  expect(await levelOf("whatsapp", "DE.201")).toBe("channel");
  const stranger = await findIdentityByAddress(shopId, "whatsapp", "DE.201");
  expect(stranger?.conversationId).not.toBe(mailbox.conversationId);
  // The first to show it again does not lose it to himself.
  await house.phone("whatsapp", "DE.201", number).sendText("Hi again");
  await house.rest();
  expect(await levelOf("whatsapp", "DE.201")).toBe("channel");
});

test("a WhatsApp name that changes is a label: the same shopper, nothing lost and nothing gained", async () => {
  const { email } = createShopper(house);
  const phone = house.meta.phone("whatsapp", "DE.300", { name: "Ada" });
  await phone.sendText("Hello");
  await house.rest();
  const [chat, mailbox] = [await ensureIdentity(shopId, "whatsapp", "DE.300"), await ensureIdentity(shopId, "email", email)];
  await addEvidence(shopId, { identityId: chat.id, otherId: mailbox.id, kind: "one-time-code", strength: "proof", by: "shopper" });
  phone.name = "Somebody Else";
  await phone.sendText("Hello");
  // Another person takes the old name.
  await house.meta.phone("whatsapp", "DE.301", { name: "Ada" }).sendText("Hello");
  await house.rest();
  expect(await findIdentity(shopId, chat.id)).toMatchObject({ label: "Somebody Else", conversationId: chat.conversationId });
  expect((await findIdentity(shopId, mailbox.id))?.conversationId).toBe(chat.conversationId);
  expect(await levelOf("whatsapp", "DE.300")).toBe("verified");
  expect(await levelOf("whatsapp", "DE.301")).toBe("anonymous");
});
