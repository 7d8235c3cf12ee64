import { createHmac } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { removeConnection, renewSecret, saveConnection, setConnectionActive } from "#app/domain/connections/connections.server.ts";
import { connectionLog, retrySend, sendTest } from "#app/domain/connections/sends.server.ts";
import { replyAsStaff } from "#app/domain/staff/reply.server.ts";
import { closeCase, handBack, takeOver } from "#app/domain/staff/take-over.server.ts";
import type { ReceivedWebhook } from "#sandbox/receiver/receiver-double.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { people } from "./movers.ts";

let house: House;
let shopId: string;
beforeAll(async () => {
  house = await House.open();
  shopId = await house.shopId();
});
afterAll(() => house.close());
afterEach(async () => {
  house.receiver.faults.clear();
  house.receiver.received.length = 0;
  for (const { id } of await house.database.prisma.connection.findMany()) await removeConnection(shopId, id, "Sam");
});

const host = "crm.receiver.example";
const minute = 60_000;

async function connect(url = `https://${host}/hooks/onethread`) {
  const saved = await saveConnection(shopId, "webhook", { url }, "Sam");
  if (!saved.ok || !saved.secret) throw new Error("The connection was refused.");
  house.receiver.trust(new URL(url).hostname, saved.secret);
  return { id: saved.id, secret: saved.secret };
}

/** Somebody who asks for a person on WhatsApp: a case that is opened and handed over. */
async function escalated(words = "I want to talk to a person") {
  const shopper = people(house);
  const phone = await shopper.on("whatsapp");
  await phone.say(words);
  const identity = await house.database.prisma.identity.findFirstOrThrow({ where: { kind: "whatsapp" }, orderBy: { createdAt: "desc" } });
  const row = await house.database.prisma.case.findFirstOrThrow({ where: { identityId: identity.id } });
  return { shopper, phone, conversationId: identity.conversationId, caseId: row.id };
}

const told = () => house.receiver.distinct.map((one) => one.body.type);

/** As a receiver that was written after the standard's text would check it. */
function signatures(webhook: ReceivedWebhook, secret: string): boolean {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": given = "" } = webhook.headers;
  const wanted = createHmac("sha256", key).update(`${id}.${timestamp}.${webhook.raw}`).digest("base64");
  return given.split(" ").includes(`v1,${wanted}`);
}

test("a case is told of from its opening to its end, signed, without a word, name or address of the shopper", async () => {
  const { secret } = await connect();
  const { shopper, conversationId, caseId } = await escalated("I want to talk to a person, my name is Quokkafield");
  await replyAsStaff(shopId, conversationId, { text: "This is Sam.", author: "Sam Staffer" });
  await house.rest();
  await closeCase(shopId, caseId, "Sam Staffer");
  await house.rest();
  expect(told()).toEqual(["case.opened", "case.escalated", "case.taken-over", "case.closed"]);
  expect(house.receiver.received).toHaveLength(4);
  for (const webhook of house.receiver.received) {
    expect(signatures(webhook, secret)).toBe(true);
    expect(webhook.path).toBe("/hooks/onethread");
    expect(webhook.raw).not.toMatch(/Quokkafield|Staffer|Ada|Sample|talk to a person/);
    expect(webhook.raw).not.toContain(shopper.phone.slice(1));
  }
  expect(house.receiver.received[1]?.body).toMatchObject({
    type: "case.escalated",
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    data: {
      shop: house.shopDomain,
      caseId,
      conversationId,
      flow: "question",
      intent: "speak_to_human",
      status: "escalated",
      owner: "staff",
      reason: "asked",
      channel: "whatsapp",
      url: `https://${house.shopDomain}/admin/apps/test-api-key/app/inbox/${conversationId}`,
    },
  });
});

test("taking over and handing back are told of once each", async () => {
  await connect();
  const { phone, conversationId } = await escalated("I want to return something");
  await takeOver(shopId, conversationId, "Sam");
  await takeOver(shopId, conversationId, "Kim");
  await handBack(shopId, conversationId, "Kim");
  await house.rest();
  expect(told()).toEqual(["case.opened", "case.taken-over", "case.handed-back"]);
  expect(await phone.all()).not.toHaveLength(0);
});

test("a shop without connections, or with none that is on, writes nothing for it", async () => {
  const before = await house.database.prisma.outwardEvent.count();
  const { id } = await connect();
  await setConnectionActive(shopId, id, false, "Sam");
  await escalated();
  expect(await house.database.prisma.outwardEvent.count()).toBe(before);
  expect(house.receiver.received).toEqual([]);
});

test("a receiver that fails is tried again after growing pauses, with the same id and body, until it takes it", async () => {
  const { id } = await connect();
  house.receiver.faults.add("webhook", { kind: "status", status: 500 }, 3);
  await sendTest(shopId, id);
  await house.rest(0);
  expect((await connectionLog(shopId, id))[0]).toMatchObject({ state: "waiting", attempts: 1, status: 500, error: "http-500" });
  for (const wait of [11_000, minute, 5 * minute]) {
    expect(house.receiver.received).toEqual([]);
    await house.advance(wait);
    await house.idle();
  }
  expect(house.receiver.received).toHaveLength(1);
  expect((await connectionLog(shopId, id))[0]).toMatchObject({ state: "sent", attempts: 4, status: 204, error: null });
});

test("a lost answer is sent again: the receiver sees the same id twice and acts once", async () => {
  const { id } = await connect();
  house.receiver.faults.add("webhook", { kind: "lost-reply" });
  await sendTest(shopId, id);
  await house.rest(0);
  await house.advance(15_000);
  await house.idle();
  const [first, second] = house.receiver.received;
  expect(house.receiver.received).toHaveLength(2);
  expect(second?.id).toBe(first?.id);
  expect(second?.raw).toBe(first?.raw);
  expect(house.history.of("receiver").filter((one) => one.detail.id === first?.id)).toHaveLength(1);
});

test("a receiver that hangs is left after ten seconds, one that redirects is not followed", async () => {
  const { id } = await connect();
  house.receiver.faults.add("webhook", { kind: "hang", ms: 2_000 });
  await sendTest(shopId, id);
  await house.rest(0);
  expect((await connectionLog(shopId, id))[0]?.error).toMatch(/timeout|abort/);
  house.receiver.faults.add("webhook", { kind: "status", status: 307, headers: { location: "https://other.receiver.example/" } });
  await house.advance(11_000);
  await house.idle();
  expect((await connectionLog(shopId, id))[0]).toMatchObject({ state: "waiting", error: "http-307" });
  expect(house.receiver.received).toEqual([]);
});

test("410 switches the connection off and says so", async () => {
  const { id } = await connect();
  house.receiver.faults.add("webhook", { kind: "status", status: 410 });
  await sendTest(shopId, id);
  await house.rest(0);
  const row = await house.database.prisma.connection.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ active: false, issue: expect.stringContaining("410") });
  expect((await connectionLog(shopId, id))[0]).toMatchObject({ state: "failed", error: "gone" });
  await setConnectionActive(shopId, id, true, "Sam");
  const [send] = await connectionLog(shopId, id);
  expect(await retrySend(shopId, send?.id ?? "")).toBe(true);
  await house.rest(0);
  expect(house.receiver.received).toHaveLength(1);
});

test("after a day of failures one delivery is given up and can be tried by hand; after five days the connection is switched off", async () => {
  const { id } = await connect();
  house.receiver.faults.add("webhook", { kind: "status", status: 503 }, 1_000);
  await sendTest(shopId, id);
  for (let hour = 0; hour < 30; hour += 1) {
    await house.advance(60 * minute);
    await house.idle();
  }
  expect((await connectionLog(shopId, id))[0]).toMatchObject({ state: "failed", attempts: 11 });
  expect((await house.database.prisma.connection.findUniqueOrThrow({ where: { id } })).active).toBe(true);
  await house.advance(5 * 24 * 60 * minute);
  await sendTest(shopId, id);
  await house.rest(0);
  const row = await house.database.prisma.connection.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ active: false, issue: expect.stringContaining("five days") });
});

test("a renewed secret signs beside the former one for a day, then alone", async () => {
  const { id, secret } = await connect();
  const renewed = await renewSecret(shopId, id, "Sam");
  await sendTest(shopId, id);
  await house.rest(0);
  const [both] = house.receiver.received;
  expect(both && signatures(both, secret) && signatures(both, renewed ?? "")).toBe(true);
  house.receiver.trust(host, renewed ?? "");
  await house.advance(25 * 60 * minute);
  await sendTest(shopId, id);
  await house.rest(0);
  const alone = house.receiver.received.at(-1);
  expect(alone && signatures(alone, renewed ?? "") && !signatures(alone, secret)).toBe(true);
});

test("two connections get one row and one delivery of each event, and one's failure holds up only its own", async () => {
  await connect();
  await connect("https://helpdesk.receiver.example/");
  house.receiver.faults.add("webhook", { kind: "status", status: 500 }, 1);
  const { caseId } = await escalated();
  await house.advance(15_000);
  await house.idle();
  const rows = await house.database.prisma.outwardSend.findMany({ where: { shopId, caseId } });
  expect(rows.map((row) => row.state)).toEqual(["sent", "sent", "sent", "sent"]);
  expect(new Set(rows.map((row) => `${row.connectionId} ${row.eventId}`)).size).toBe(4);
});
