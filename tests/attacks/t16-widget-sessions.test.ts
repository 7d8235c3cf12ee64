import { afterEach, beforeEach, expect, test } from "vitest";
import { appendOutbound } from "#app/domain/conversations/messages.server.ts";
import { findIdentity } from "#app/domain/identity/identity.server.ts";
import { setClockOffset } from "#app/platform/clock.ts";
import { encrypt, hashToken } from "#app/platform/crypto.server.ts";
import type { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { databaseWithShop, shopRow } from "#tests/setup/database.ts";
import { openFrontDoor } from "#tests/setup/front-door.ts";
import type { BootResponse } from "#widget/protocol.ts";
import { proxyAddress } from "./door.ts";
import { record } from "./record.ts";

let database: DatabaseHandle;
let door: Awaited<ReturnType<typeof openFrontDoor>>;
const secretOfAda = "what only Ada was told";

beforeEach(async () => {
  database = await databaseWithShop();
  const account = {
    shopId: "shop",
    channel: "widget",
    externalId: "shop.myshopify.com",
    label: "",
    credentials: encrypt("{}"),
    config: {},
    paused: false,
  };
  await database.commit([insert("Shop", shopRow("other")), insert("ChannelAccount", { id: "w", ...account, createdAt: new Date() })]);
  door = await openFrontDoor();
});
afterEach(async () => {
  setClockOffset(0);
  await door.close();
  await database.close();
});

type Visit = { customerId?: string; token?: unknown; shop?: string };

async function boot({ customerId, token, shop = "shop.myshopify.com" }: Visit): Promise<BootResponse & { status: number }> {
  const response = await fetch(proxyAddress(door.url, { shop, customerId }), { method: "POST", body: JSON.stringify({ token }) });
  return { ...((await response.json()) as BootResponse), status: response.status };
}
const read = (token: string, headers: Record<string, string> = { authorization: `Bearer ${token}` }, query = "") =>
  fetch(`${door.url}/widget/messages?after=0${query}`, { headers });

/** Ada logs in and is told something. */
async function adaWasThere(): Promise<BootResponse> {
  const ada = await boot({ customerId: "11" });
  const session = await database.prisma.widgetSession.findUniqueOrThrow({ where: { hash: hashToken(ada.token) } });
  const visitor = await findIdentity("shop", session.identityId);
  if (!visitor) throw new Error("no visitor");
  const told = { account: "shop.myshopify.com", author: "assistant" as const, blocks: [{ kind: "text" as const, text: secretOfAda }] };
  await database.commit(appendOutbound(visitor, "widget", told).writes);
  return ada;
}

test("logged in as A, out, in as B in one browser: B sees nothing of A, in whatever order", async () => {
  const ada = await adaWasThere();
  const visits: Visit[][] = [
    [{ token: ada.token }],
    [{ token: ada.token, customerId: "12" }],
    [{ token: ada.token }, { customerId: "12" }],
    [{ token: ada.token, customerId: "12" }, {}],
    [{ token: ada.token }, {}, { customerId: "12" }],
    [{ token: ada.token, customerId: "111" }],
    [{ token: ada.token, shop: "other.myshopify.com", customerId: "11" }],
  ];
  let attempts = 0;
  for (const steps of visits) {
    let kept: string | undefined;
    for (const step of steps) {
      const answer = await boot({ token: kept, ...step });
      kept = answer.token;
      expect(JSON.stringify(answer)).not.toContain(secretOfAda);
      expect(await (await read(answer.token)).text()).not.toContain(secretOfAda);
      attempts += 1;
    }
  }
  // Ada herself comes back to her own.
  expect(JSON.stringify(await boot({ token: ada.token, customerId: "11" }))).toContain(secretOfAda);
  record("T16", attempts, 0);
});

test("a visitor who knows an anonymous token does not follow its owner into the account", async () => {
  // The attacker plants his own token in the victim's browser; the victim then logs in with it.
  const planted = await boot({});
  const stream = await fetch(`${door.url}/widget/stream?after=0`, { headers: { authorization: `Bearer ${planted.token}` } });
  const victim = await boot({ token: planted.token, customerId: "11" });
  expect(victim.token).not.toBe(planted.token);
  const session = await database.prisma.widgetSession.findUniqueOrThrow({ where: { hash: hashToken(victim.token) } });
  const visitor = await findIdentity("shop", session.identityId);
  if (!visitor) throw new Error("no visitor");
  await database.commit(
    appendOutbound(visitor, "widget", { account: "shop.myshopify.com", author: "assistant", blocks: [{ kind: "text", text: secretOfAda }] })
      .writes,
  );
  expect(await stream.text()).not.toContain(secretOfAda);
  const seen = await read(planted.token);
  expect(seen.status).toBe(401);
  expect(await seen.text()).not.toContain(secretOfAda);
  expect(JSON.stringify(await boot({ token: planted.token }))).not.toContain(secretOfAda);
  record("T16", 3, 0);
});

test("a token is believed in its header only, never in the address, a cookie or a body", async () => {
  const { token } = await adaWasThere();
  const ways: [Record<string, string>, string][] = [
    [{}, `&token=${token}`],
    [{}, `&authorization=Bearer%20${token}`],
    [{}, `&access_token=${token}`],
    [{ cookie: `token=${token}` }, ""],
    [{ "x-authorization": `Bearer ${token}` }, ""],
    [{ authorization: `Basic ${token}` }, ""],
    [{ authorization: token }, ""],
    [{ authorization: `Bearer ${hashToken(token)}` }, ""],
    [{ authorization: `Bearer ${token.slice(0, -1)}` }, ""],
    [{ authorization: `Bearer ${token}x` }, ""],
    [{ authorization: `Bearer ${token.toLowerCase()}` }, ""],
    [{ authorization: `Bearer ' OR 1=1 --${token}` }, ""],
  ];
  for (const [headers, query] of ways) {
    const response = await read(token, headers, query);
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain(secretOfAda);
  }
  expect((await read(token)).status).toBe(200);
  record("T16", ways.length, 0);
});

test("tokens are long, never repeated, kept as hashes only, and end", async () => {
  const tokens = await Promise.all(Array.from({ length: 50 }, async () => (await boot({})).token));
  expect(new Set(tokens).size).toBe(50);
  for (const token of tokens) expect(Buffer.from(token, "base64url").length).toBeGreaterThanOrEqual(16);
  const stored = JSON.stringify(await database.prisma.widgetSession.findMany());
  expect(tokens.filter((token) => stored.includes(token))).toEqual([]);
  const first = tokens[0] ?? "";
  setClockOffset(2 * 3_600_000 + 1000);
  expect((await read(first)).status).toBe(401);
  record("T16", tokens.length + 1, 0);
});

test("no answer of the widget's sets a cookie or lets an origin send one", async () => {
  const { token } = await boot({});
  const response = await fetch(`${door.url}/widget/messages`, {
    headers: { authorization: `Bearer ${token}`, origin: "https://evil.example" },
  });
  expect(response.headers.get("set-cookie")).toBeNull();
  expect(response.headers.get("access-control-allow-credentials")).toBeNull();
  record("T16", 1, 0);
});

test("the page that proves an address is in no frame and sends its own address nowhere", async () => {
  const response = await fetch(`${door.url}/prove/${"x".repeat(43)}`);
  expect(response.headers.get("x-frame-options")).toBe("DENY");
  expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  record("T16", 1, 0);
});
