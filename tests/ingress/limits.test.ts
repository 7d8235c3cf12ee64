import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addressBehind, networkOf } from "#app/ingress/address.ts";
import { encrypt } from "#app/platform/crypto.server.ts";
import type { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { env } from "#app/platform/env.ts";
import { Limit, Slots } from "#app/platform/limit.server.ts";
import { signAppProxyQuery } from "#sandbox/shopify/app-proxy.ts";
import { databaseWithShop } from "#tests/setup/database.ts";
import { testEnvironment } from "#tests/setup/environment.ts";
import { openFrontDoor } from "#tests/setup/front-door.ts";
import type { BootResponse } from "#widget/protocol.ts";

let database: DatabaseHandle;
let door: Awaited<ReturnType<typeof openFrontDoor>>;
const proxies = env.trustedProxies;

beforeEach(async () => {
  database = await databaseWithShop();
  const account = { id: "w", shopId: "shop", channel: "widget", externalId: "shop.myshopify.com", label: "", config: {}, paused: false };
  await database.commit([insert("ChannelAccount", { ...account, credentials: encrypt("{}"), createdAt: new Date() })]);
  door = await openFrontDoor();
  env.trustedProxies = 1;
});
afterEach(async () => {
  env.trustedProxies = proxies;
  await door.close();
  await database.close();
});

/** A request as the proxy in front passes it on. */
const from = (address: string, path: string, init: RequestInit = {}) =>
  fetch(door.url + path, { ...init, headers: { ...init.headers, "x-forwarded-for": address } });

function bootPath(customerId = ""): string {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const query = new URLSearchParams({
    shop: "shop.myshopify.com",
    logged_in_customer_id: customerId,
    path_prefix: "/apps/onethread",
    timestamp,
  });
  query.set("signature", signAppProxyQuery(query, testEnvironment.SHOPIFY_API_SECRET ?? ""));
  return `/proxy/boot?${query}`;
}
const boot = async () => (await (await fetch(door.url + bootPath(), { method: "POST" })).json()) as BootResponse;

/** The statuses of so many calls, one after the other. */
async function statuses(times: number, call: () => Promise<Response>): Promise<number[]> {
  const seen: number[] = [];
  for (let n = 0; n < times; n += 1) seen.push((await call()).status);
  return seen;
}

test("webhooks with wrong signatures are told to wait, also by way of other words in X-Forwarded-For; good ones never are", async () => {
  const bad = () => from(`${Math.random()}, 203.0.113.9`, "/webhooks/shopify", { method: "POST", body: "{}" });
  const seen = await statuses(70, bad);
  expect(seen.slice(0, 60)).toEqual(Array(60).fill(401));
  expect(seen.slice(60)).toEqual(Array(10).fill(429));
  const refused = await bad();
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(((await refused.json()) as { error: string }).error).toMatch(/^That was a lot at once\. Please wait \d+ seconds?\.$/);
  const body = JSON.stringify({ id: 1 });
  const { createHmac } = await import("node:crypto");
  const signature = createHmac("sha256", testEnvironment.SHOPIFY_API_SECRET ?? "")
    .update(body)
    .digest("base64");
  let event = 0;
  const good = () =>
    from("203.0.113.9", "/webhooks/shopify", {
      method: "POST",
      body,
      headers: {
        "x-shopify-hmac-sha256": signature,
        "x-shopify-topic": "orders/updated",
        "x-shopify-shop-domain": "shop.myshopify.com",
        "x-shopify-webhook-id": `event-${event++}`,
        "x-shopify-event-id": `event-${event}`,
        "x-shopify-api-version": "2026-10",
        "x-shopify-triggered-at": new Date().toISOString(),
      },
    });
  expect(await statuses(70, good)).toEqual(Array(70).fill(200));
});

test("guessed tokens and proof links end in 429 for that address only", async () => {
  const guess = () => from("198.51.100.1", "/widget/messages", { headers: { authorization: `Bearer guess-${Math.random()}-of-somebody` } });
  expect((await statuses(61, guess)).at(-1)).toBe(429);
  const link = (address: string) => from(address, "/prove/a-link-that-nobody-was-sent");
  expect((await statuses(21, () => link("198.51.100.2"))).at(-1)).toBe(429);
  expect((await from("198.51.100.3", "/prove/another-link-nobody-was-sent")).status).toBe(410);
});

test("one visitor may open eight streams, and a ninth when one is closed", async () => {
  const { token } = await boot();
  const open = async () => {
    const leave = new AbortController();
    const response = await fetch(`${door.url}/widget/stream`, { headers: { authorization: `Bearer ${token}` }, signal: leave.signal });
    return { status: response.status, retryAfter: response.headers.get("retry-after"), leave };
  };
  const opened = await Promise.all(Array.from({ length: 8 }, open));
  expect(opened.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expect(await open()).toMatchObject({ status: 429, retryAfter: "30" });
  opened[0]?.leave.abort();
  await expect.poll(async () => (await open()).status).toBe(200);
  for (const { leave } of opened) leave.abort();
});

test("polls and continue links of one visitor are limited, whatever its address", async () => {
  const { token } = await boot();
  const call = (path: string, init: RequestInit = {}) =>
    from(`203.0.113.${Math.floor(Math.random() * 200)}`, `/widget${path}`, { ...init, headers: { authorization: `Bearer ${token}` } });
  expect((await statuses(61, () => call("/messages"))).at(-1)).toBe(429);
  expect(await statuses(5, () => call("/continue", { method: "POST", body: "{}" }))).toEqual([200, 200, 200, 200, 429]);
});

test("whoever writes faster than a person types is told to wait, and another visitor is not", async () => {
  const [{ token }, other] = [await boot(), await boot()];
  let sent = 0;
  const write = (bearer: string) => () => {
    sent += 1;
    const body = JSON.stringify({ clientId: `message-${sent}`, text: "hello" });
    return from("203.0.113.9", "/widget/messages", { method: "POST", body, headers: { authorization: `Bearer ${bearer}` } });
  };
  expect(await statuses(21, write(token))).toEqual([...Array(20).fill(202), 429]);
  expect((await write(other.token)()).status).toBe(202);
});

test("boots are limited by who is logged in, and by the address that Shopify saw", async () => {
  const boots = (customerId: string, address: string) => () => from(`${address}, 203.0.113.1`, bootPath(customerId), { method: "POST" });
  expect(await statuses(61, boots("77", "198.51.100.77"))).toEqual([...Array(60).fill(200), 429]);
  await Promise.all(Array.from({ length: 239 }, boots("77", "198.51.100.77")));
  expect((await boots("78", "198.51.100.77")()).status).toBe(429);
  expect((await boots("78", "198.51.100.78")()).status).toBe(200);
});

test("a body larger than its door allows is refused, declared or not", async () => {
  const { token } = await boot();
  const authorization = `Bearer ${token}`;
  const streamed = (bytes: number) =>
    new ReadableStream({
      start(controller) {
        for (let sent = 0; sent < bytes; sent += 50_000) controller.enqueue(new Uint8Array(50_000));
        controller.close();
      },
    });
  const doors: [string, number][] = [
    [bootPath(), 20_000],
    ["/widget/messages", 100_000],
    ["/widget/continue", 1_000],
    ["/widget/end", 1_000],
    ["/webhooks/shopify", 5_000_000],
    ["/webhooks/instagram", 1_000_000],
    ["/webhooks/whatsapp", 1_000_000],
    ["/prove/this-link-was-not-sent-to-anybody", 2_000],
  ];
  for (const [path, most] of doors) {
    for (const body of [new Uint8Array(most + 1), streamed(most + 1)]) {
      const init = { method: "POST", headers: { authorization }, body, duplex: "half" } as RequestInit;
      // The connection may be cut while the rest is still being sent.
      const status = await fetch(door.url + path, init).then(
        (response) => response.status,
        () => 413,
      );
      expect([path, status]).toEqual([path, 413]);
    }
  }
});

test("an address is the one the last proxy of ours saw; a client's own words in the header count for nothing", () => {
  expect(addressBehind("203.0.113.5", "1.1.1.1", 0)).toBe("203.0.113.5");
  expect(addressBehind("10.0.0.1", "1.1.1.1, 203.0.113.5", 1)).toBe("203.0.113.5");
  expect(addressBehind("10.0.0.1", "1.1.1.1, 203.0.113.5, 10.0.0.2", 2)).toBe("203.0.113.5");
  expect(addressBehind("10.0.0.1", undefined, 1)).toBeUndefined();
});

test("IPv6 counts by its /64, IPv4 alone; one's own network is nobody in particular", () => {
  expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(networkOf("2001:0DB8:0001:0002::9")).toBe("2001:db8:1:2::/64");
  expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
  expect(networkOf("2001:db8:0:0:1::")).toBe("2001:db8:0:0::/64");
  expect(networkOf("::ffff:203.0.113.5")).toBe("203.0.113.5");
  for (const own of ["127.0.0.1", "::1", "::ffff:10.1.2.3", "172.20.0.4", "fe80::1%eth0", "fd00::1", "unknown", "", undefined])
    expect(networkOf(own)).toBeNull();
});

test("a flood of ever new keys shares the places that are left, and the time gives them back", async () => {
  const limit = new Limit({ points: 1, seconds: 1, keys: 10 });
  let refused = 0;
  for (let n = 0; n < 3_000; n += 1) if ((await limit.wait(`key-${n}`)) !== null) refused += 1;
  expect(refused).toBeGreaterThan(1_900);
  await vi.waitFor(async () => expect(await limit.wait("somebody else")).toBeNull(), 3_000);
});

test("a slot is given back once, however often it is said", () => {
  const slots = new Slots(1);
  const back = slots.take("a");
  expect(slots.take("a")).toBeNull();
  back?.();
  back?.();
  expect(slots.take("a")).not.toBeNull();
  expect(slots.take("a")).toBeNull();
});
