import { afterEach, beforeEach, expect, test } from "vitest";
import { appendOutbound } from "#app/domain/conversations/messages.server.ts";
import { findIdentity } from "#app/domain/identity/identity.server.ts";
import { setClockOffset } from "#app/platform/clock.ts";
import { encrypt, hashToken } from "#app/platform/crypto.server.ts";
import type { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { signAppProxyQuery } from "#sandbox/shopify/app-proxy.ts";
import { databaseWithShop } from "#tests/setup/database.ts";
import { testEnvironment } from "#tests/setup/environment.ts";
import { openFrontDoor } from "#tests/setup/front-door.ts";
import type { BootResponse } from "#widget/protocol.ts";

let database: DatabaseHandle;
let door: Awaited<ReturnType<typeof openFrontDoor>>;

beforeEach(async () => {
  database = await databaseWithShop();
  const account = {
    id: "w",
    shopId: "shop",
    channel: "widget",
    externalId: "shop.myshopify.com",
    label: "",
    credentials: encrypt("{}"),
    config: {},
    paused: false,
  };
  await database.commit([insert("ChannelAccount", { ...account, createdAt: new Date() })]);
  door = await openFrontDoor();
});
afterEach(async () => {
  setClockOffset(0);
  await door.close();
  await database.close();
});

function proxyAddress(customerId = "", extra: [string, string][] = []): string {
  const parameters = {
    shop: "shop.myshopify.com",
    logged_in_customer_id: customerId,
    path_prefix: "/apps/onethread",
    timestamp: String(Math.floor(Date.now() / 1000)),
  };
  const query = new URLSearchParams([...Object.entries(parameters), ...extra]);
  query.set("signature", signAppProxyQuery(query, testEnvironment.SHOPIFY_API_SECRET ?? ""));
  return `${door.url}/proxy/boot?${query}`;
}
async function boot(options: { customerId?: string; token?: string } = {}): Promise<BootResponse> {
  const response = await fetch(proxyAddress(options.customerId), {
    method: "POST",
    body: JSON.stringify({ token: options.token, locale: "de-DE" }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as BootResponse;
}
const call = (path: string, token: string, body?: unknown) =>
  fetch(`${door.url}/widget${path}`, {
    method: body ? "POST" : "GET",
    headers: { authorization: `Bearer ${token}` },
    body: body ? JSON.stringify(body) : undefined,
  });
const visitorOf = async (token: string) => {
  const session = await database.prisma.widgetSession.findUniqueOrThrow({ where: { hash: hashToken(token) } });
  return findIdentity("shop", session.identityId);
};

test("boots through the signed proxy, in the visitor's language, with a token that is kept as a hash only", async () => {
  const answer = await boot();
  expect(answer).toMatchObject({ language: "de", messages: [], shop: { name: "Linden & Loom" }, api: "https://app.example/widget" });
  expect(JSON.stringify(await database.prisma.widgetSession.findMany())).not.toContain(answer.token);
});

test("no signature, a stale one, or a doubled customer id open nothing", async () => {
  const send = (address: string) => fetch(address, { method: "POST" }).then((response) => response.status);
  expect(await send(`${door.url}/proxy/boot?shop=shop.myshopify.com`)).toBe(400);
  expect(await send(proxyAddress("1", [["logged_in_customer_id", "2"]]))).toBe(400);
  const fresh = proxyAddress("7");
  setClockOffset(95_000);
  expect(await send(fresh)).toBe(400);
  expect(await database.prisma.widgetSession.count()).toBe(0);
});

test("a message posted twice with the same client id is stored once", async () => {
  const { token } = await boot();
  const message = { clientId: "client-0001", text: "hello" };
  expect((await call("/messages", token, message)).status).toBe(202);
  expect((await call("/messages", token, message)).status).toBe(202);
  expect(await database.prisma.rawEvent.count()).toBe(1);
});

test("an empty message is 400, a strange token 401, a burst of a machine 429", async () => {
  const { token } = await boot();
  expect((await call("/messages", token, { clientId: "client-0001", text: "  " })).status).toBe(400);
  expect((await call("/messages", "not-a-token-of-anybody-at-all", { clientId: "client-0001", text: "x" })).status).toBe(401);
  const answers = await Promise.all(
    Array.from({ length: 25 }, (_, n) => call("/messages", token, { clientId: `client-1${n}aaa`, text: "x" })),
  );
  expect(answers.some((answer) => answer.status === 429)).toBe(true);
});

test("a token ends after two hours; booting with it brings the same thread back", async () => {
  const { token } = await boot();
  setClockOffset(2 * 3_600_000 + 1000);
  expect((await call("/messages", token)).status).toBe(401);
  setClockOffset(0);
  const again = await boot({ token });
  expect((await visitorOf(again.token))?.id).toBe((await visitorOf(token))?.id);
});

test("logging in keeps the anonymous thread; logging out or another login begins a new one", async () => {
  const anonymous = await boot();
  const visitor = await visitorOf(anonymous.token);
  const asAda = await boot({ token: anonymous.token, customerId: "11" });
  const ada = await visitorOf(asAda.token);
  expect(ada?.id).toBe(visitor?.id);
  const afterLogout = await visitorOf((await boot({ token: asAda.token })).token);
  const asBen = await visitorOf((await boot({ token: asAda.token, customerId: "12" })).token);
  expect(new Set([ada?.conversationId, afterLogout?.conversationId, asBen?.conversationId]).size).toBe(3);
});

test("a browser that changes hands is told to forget what it kept, and ending a conversation drops its token", async () => {
  const asAda = await boot({ customerId: "11" });
  expect(asAda.restarted).toBeUndefined();
  const next = await boot({ token: asAda.token });
  expect(next.restarted).toBe(true);
  expect(await (await call("/end", next.token, {})).json()).toEqual({ ended: true });
  expect((await call("/messages", next.token)).status).toBe(401);
});

test.each([
  ["a logout", undefined],
  ["another login", "12"],
])("%s in the same browser ends every old token and its streams at once; what was written stays with the customer", async (_, next) => {
  const anonymous = await boot();
  const first = await boot({ token: anonymous.token, customerId: "11" });
  const asAda = await boot({ token: first.token, customerId: "11" });
  const visitor = await visitorOf(asAda.token);
  if (!visitor) throw new Error("no visitor");
  await database.commit(
    appendOutbound(visitor, "widget", { account: "a", author: "assistant", blocks: [{ kind: "text", text: "secret" }] }).writes,
  );
  const streams = await Promise.all([first, asAda].map(({ token }) => call("/stream?after=0", token)));
  const ended = Promise.all(streams.map((stream) => stream.text()));

  const later = await boot({ token: asAda.token, customerId: next });
  expect((await ended).every((text) => text.includes("secret"))).toBe(true);
  for (const { token } of [anonymous, first, asAda]) {
    expect((await call("/messages?after=0", token)).status).toBe(401);
    expect((await call("/messages", token, { clientId: "client-0009", text: "still me?" })).status).toBe(401);
    // Nor does any of them bring the old thread back.
    expect((await boot({ token, customerId: next })).messages).toEqual([]);
  }
  expect(await (await call("/messages?after=0", later.token)).text()).not.toContain("secret");
  expect(JSON.stringify((await boot({ customerId: "11" })).messages)).toContain("secret");
});

test("a token planted before somebody logs in reads nothing of theirs", async () => {
  const planted = await boot();
  const asAda = await boot({ token: planted.token, customerId: "11" });
  const visitor = await visitorOf(asAda.token);
  if (!visitor) throw new Error("no visitor");
  await database.commit(
    appendOutbound(visitor, "widget", { account: "a", author: "assistant", blocks: [{ kind: "text", text: "secret" }] }).writes,
  );
  expect((await call("/messages?after=0", planted.token)).status).toBe(401);
  expect((await boot({ token: planted.token })).messages).toEqual([]);
  expect((await boot({ token: asAda.token, customerId: "11" })).messages).toHaveLength(1);
});

test("an open stream shows what was written meanwhile, then what comes, each once and in order", async () => {
  const { token } = await boot();
  const visitor = await visitorOf(token);
  if (!visitor) throw new Error("no visitor");
  const write = (text: string) =>
    database.commit(
      appendOutbound(visitor, "widget", { account: "shop.myshopify.com", author: "assistant", blocks: [{ kind: "text", text }] }).writes,
    );
  await write("one");
  const response = await call("/stream?after=0", token);
  await write("two");
  await write("three");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let seen = "";
  while (reader && (seen.match(/"kind":"text"/g) ?? []).length < 3) seen += (await reader.read()).value ?? "";
  expect([...seen.matchAll(/"text":"(\w+)"/g)].map((match) => match[1])).toEqual(["one", "two", "three"]);
  await reader?.cancel();
});

test("a stranger's token does not read somebody's thread", async () => {
  const mine = await boot();
  const other = await boot();
  const visitor = await visitorOf(mine.token);
  if (!visitor) throw new Error("no visitor");
  await database.commit(
    appendOutbound(visitor, "widget", { account: "a", author: "assistant", blocks: [{ kind: "text", text: "secret" }] }).writes,
  );
  expect(await (await call("/messages?after=0", mine.token)).text()).toContain("secret");
  expect(await (await call("/messages?after=0", other.token)).text()).not.toContain("secret");
});
