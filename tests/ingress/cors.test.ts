import { afterEach, beforeEach, expect, test } from "vitest";
import { encrypt } from "#app/platform/crypto.server.ts";
import type { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { insert, update } from "#app/platform/db/writes.ts";
import { signAppProxyQuery } from "#sandbox/shopify/app-proxy.ts";
import { databaseWithShop, shopRow } from "#tests/setup/database.ts";
import { testEnvironment } from "#tests/setup/environment.ts";
import { openFrontDoor } from "#tests/setup/front-door.ts";
import type { BootResponse } from "#widget/protocol.ts";

const [mine, own, theirs, market, stranger] = [
  "https://shop.myshopify.com",
  "https://linden-loom.example",
  "https://maple-mill.example",
  "https://linden-loom-france.example",
  "https://evil.example",
];
let database: DatabaseHandle;
let door: Awaited<ReturnType<typeof openFrontDoor>>;

beforeEach(async () => {
  database = await databaseWithShop();
  const account = { id: "w", shopId: "shop", channel: "widget", externalId: "shop.myshopify.com", label: "", config: {}, paused: false };
  await database.commit([
    update("Shop", { id: "shop" }, { primaryHost: "linden-loom.example" }),
    insert("Shop", { ...shopRow("other"), primaryHost: "maple-mill.example" }),
    insert("ChannelAccount", { ...account, credentials: encrypt("{}"), createdAt: new Date() }),
  ]);
  door = await openFrontDoor();
});
afterEach(async () => {
  await door.close();
  await database.close();
});

async function boot(origin?: string): Promise<BootResponse> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const parameters = { shop: "shop.myshopify.com", logged_in_customer_id: "", path_prefix: "/apps/onethread", timestamp };
  const query = new URLSearchParams(parameters);
  query.set("signature", signAppProxyQuery(query, testEnvironment.SHOPIFY_API_SECRET ?? ""));
  const response = await fetch(`${door.url}/proxy/boot?${query}`, { method: "POST", headers: origin ? { origin } : {} });
  expect(response.headers.get("set-cookie")).toBeNull();
  return (await response.json()) as BootResponse;
}
const call = (origin: string, token: string, path = "/messages") =>
  fetch(`${door.url}/widget${path}`, { headers: { origin, authorization: `Bearer ${token}` } });
const allowed = (response: Response) => response.headers.get("access-control-allow-origin");
const preflight = (origin: string) => fetch(`${door.url}/widget/messages`, { method: "OPTIONS", headers: { origin } });

test("a shop's own pages may read the answers of its token, and no others, not even another shop's", async () => {
  const { token } = await boot();
  for (const origin of [mine, own]) expect(allowed(await call(origin, token))).toBe(origin);
  for (const origin of [theirs, stranger, "null", "http://linden-loom.example", `${own}.evil.example`, `${own}:444`])
    expect(allowed(await call(origin, token)), origin).toBeNull();
  const response = await call(own, token);
  expect(response.headers.get("vary")).toContain("Origin");
  expect(response.headers.get("access-control-allow-credentials")).toBeNull();
  expect(response.headers.get("set-cookie")).toBeNull();
});

test("a preflight is answered to every shop that has the app, to no stranger, and not after it was taken out", async () => {
  const granted = await preflight(theirs);
  expect([granted.status, allowed(granted)]).toEqual([204, theirs]);
  expect(granted.headers.get("access-control-allow-headers")).toBe("Authorization, Content-Type");
  const refused = await preflight(stranger);
  expect([refused.status, allowed(refused), refused.headers.get("access-control-allow-headers")]).toEqual([204, null, null]);
});

test("a market's own domain is let in by the session that began there, for that session only", async () => {
  expect(allowed(await preflight(market))).toBeNull();
  const [there, elsewhere] = [await boot(market), await boot(own)];
  expect(allowed(await preflight(market))).toBe(market);
  expect(allowed(await call(market, there.token))).toBe(market);
  expect(allowed(await call(market, elsewhere.token))).toBeNull();
});

test("a shop's page can read why it was refused, so that it boots again", async () => {
  const response = await call(own, "a-token-that-has-ended-long-ago");
  expect([response.status, allowed(response)]).toEqual([401, own]);
  expect(allowed(await call(stranger, "a-token-that-has-ended-long-ago"))).toBeNull();
});

test("a stream goes to the shop's page only", async () => {
  const { token } = await boot();
  for (const [origin, expected] of [
    [own, own],
    [stranger, null],
  ] as const) {
    const leave = new AbortController();
    const response = await fetch(`${door.url}/widget/stream`, {
      headers: { origin, authorization: `Bearer ${token}` },
      signal: leave.signal,
    });
    expect(allowed(response)).toBe(expected);
    leave.abort();
  }
});
