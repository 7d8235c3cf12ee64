import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { removeConnection, saveConnection, setConnectionActive } from "#app/domain/connections/connections.server.ts";
import { connectionLog, sendTest } from "#app/domain/connections/sends.server.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { people } from "./movers.ts";

let house: House;
let shopId: string;
let connectionId: string;
beforeAll(async () => {
  house = await House.open();
  shopId = await house.shopId();
});
afterAll(() => house.close());

async function connect(): Promise<void> {
  const { subdomain, email, apiToken } = house.zendesk.account;
  const saved = await saveConnection(shopId, "zendesk", { subdomain, email, apiToken, signingSecret: house.zendesk.signingSecret }, "Sam");
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  connectionId = saved.id;
}
afterEach(async () => {
  house.zendesk.faults.clear();
  for (const { id } of await house.database.prisma.connection.findMany()) await removeConnection(shopId, id, "Sam");
});

/** Somebody whose case goes to staff, and the ticket that came of it. */
async function handedOver(words = "I want to talk to a person about my Quokkafield") {
  const shopper = people(house);
  const phone = await shopper.on("whatsapp");
  await phone.say(words);
  const identity = await house.database.prisma.identity.findFirstOrThrow({ where: { kind: "whatsapp" }, orderBy: { createdAt: "desc" } });
  const row = await house.database.prisma.case.findFirstOrThrow({ where: { identityId: identity.id }, orderBy: { openedAt: "desc" } });
  const ticket = () => {
    const own = house.zendesk.tickets.filter((one) => one.external_id === row.id);
    expect(own).toHaveLength(1);
    if (!own[0]) throw new Error("There is no ticket.");
    return own[0];
  };
  return { phone, caseId: row.id, ticket };
}

async function zendeskTells(
  ticketId: number,
  change: (call: ReturnType<typeof house.zendesk.webhook>) => void = () => {},
  to = connectionId,
) {
  const call = house.zendesk.webhook(ticketId);
  change(call);
  const response = await fetch(`${house.url}/webhooks/zendesk/${to}`, { method: "POST", ...call });
  await house.rest(0);
  return response.status;
}

test("a case that goes to staff becomes one ticket, with summary and transcript as an internal note", async () => {
  await connect();
  const { caseId, ticket } = await handedOver();
  const { subject, comments, tags, external_id } = ticket();
  expect(external_id).toBe(caseId);
  expect(subject).toBe("talking to a person");
  expect(tags).toEqual(["onethread", "speak_to_human", "asked"]);
  expect(comments).toHaveLength(1);
  expect(comments[0]?.public).toBe(false);
  expect(comments[0]?.body).toContain("shopper (whatsapp): I want to talk to a person about my Quokkafield");
  expect(comments[0]?.body).toContain("/app/inbox/");
});

test("a lost answer and an outage make no second ticket", async () => {
  await connect();
  house.zendesk.faults.add("ticket.create", { kind: "lost-reply" });
  const first = await handedOver();
  await house.advance(15_000);
  await house.idle();
  expect(first.ticket().comments).toHaveLength(1);
  house.zendesk.faults.add("ticket.search", { kind: "status", status: 503 });
  const second = await handedOver();
  await house.advance(15_000);
  await house.idle();
  expect(second.ticket().comments).toHaveLength(1);
  expect((await connectionLog(shopId, connectionId))[0]).toMatchObject({ state: "sent", attempts: 2 });
});

test("what the shopper writes afterwards is added once, also when the answer to that is lost", async () => {
  await connect();
  const { phone, ticket } = await handedOver();
  house.zendesk.faults.add("ticket.update", { kind: "lost-reply" });
  await phone.say("it is about the blue one");
  await house.advance(15_000);
  await house.idle();
  await phone.say("hello?");
  await house.advance(5_000);
  await house.idle();
  const notes = ticket().comments.map((one) => one.body);
  expect(notes.filter((body) => body.includes("it is about the blue one"))).toHaveLength(1);
  expect(notes.filter((body) => body.includes("hello?"))).toHaveLength(1);
  expect(ticket().comments.every((one) => !one.public)).toBe(true);
});

test("an agent's public answer reaches the shopper once on their channel under the agent's name, a note never, and solved closes the case", async () => {
  await connect();
  const { phone, caseId, ticket } = await handedOver();
  const { id } = ticket();
  house.zendesk.agentWrites(id, "Robin Agent", "Do not tell them, but we are out of stock.", { isPublic: false });
  house.zendesk.agentWrites(id, "Robin Agent", "Hello, this is Robin. I look into it.");
  expect(await zendeskTells(id)).toBe(200);
  expect(await zendeskTells(id)).toBe(200);
  const heard = (await phone.all()).filter((text) => text.includes("this is Robin"));
  expect(heard).toHaveLength(1);
  expect((await phone.all()).join()).not.toContain("out of stock");
  const message = await house.database.prisma.message.findFirstOrThrow({ where: { author: "staff" }, orderBy: { seq: "desc" } });
  expect(message).toMatchObject({ authorName: "Robin Agent", channel: "whatsapp" });
  house.zendesk.solve(id);
  await zendeskTells(id);
  expect((await house.database.prisma.case.findUniqueOrThrow({ where: { id: caseId } })).status).toBe("done");
});

test("an answer that cannot be sent is told to the agent in the ticket, once", async () => {
  await connect();
  const { phone, ticket } = await handedOver();
  await house.advance(25 * 3_600_000);
  house.zendesk.agentWrites(ticket().id, "Robin Agent", "Sorry that it took so long.");
  await zendeskTells(ticket().id);
  await zendeskTells(ticket().id);
  expect((await phone.all()).join()).not.toContain("Sorry that it took");
  expect(ticket().comments.filter((one) => one.body.includes("no longer allows free text"))).toHaveLength(1);
});

test("forged calls do nothing: another secret, another body, no timestamp, another connection, one that is switched off", async () => {
  await connect();
  const { phone, ticket } = await handedOver();
  const { id } = ticket();
  house.zendesk.agentWrites(id, "Robin Agent", "This must not come.");
  const calls: [Parameters<typeof zendeskTells>[1], string?][] = [
    [(call) => Object.assign(call.headers, { "x-zendesk-webhook-signature": Buffer.alloc(32).toString("base64") })],
    [(call) => Object.assign(call.headers, { "x-zendesk-webhook-signature": "" })],
    [(call) => Object.assign(call, { body: call.body.replace(String(id), String(id - 1)) })],
    [(call) => Object.assign(call.headers, { "x-zendesk-webhook-signature-timestamp": "2020-01-01T00:00:00Z" })],
    [(call) => delete (call.headers as Record<string, string>)["x-zendesk-webhook-signature-timestamp"]],
    [() => {}, "0".repeat(26)],
  ];
  for (const [change, to] of calls) expect(await zendeskTells(id, change, to ?? connectionId)).toBe(401);
  const hook = await saveConnection(shopId, "webhook", { url: "https://crm.receiver.example/" }, "Sam");
  expect(await zendeskTells(id, undefined, hook.ok ? hook.id : "")).toBe(401);
  await setConnectionActive(shopId, connectionId, false, "Sam");
  expect(await zendeskTells(id)).toBe(200);
  expect((await phone.all()).join()).not.toContain("This must not come");
});

test("a test says whether the account lets us in, and a wrong token stands in the log", async () => {
  await connect();
  await sendTest(shopId, connectionId);
  await house.rest(0);
  expect((await connectionLog(shopId, connectionId))[0]).toMatchObject({ state: "sent" });
  const { subdomain, email } = house.zendesk.account;
  await saveConnection(shopId, "zendesk", { subdomain, email, apiToken: "wrong", signingSecret: "" }, "Sam", connectionId);
  await sendTest(shopId, connectionId);
  await house.rest(0);
  expect((await connectionLog(shopId, connectionId))[0]).toMatchObject({ state: "waiting", error: "http-401" });
  expect(house.zendesk.tickets.filter((one) => one.external_id === null)).toEqual([]);
});
