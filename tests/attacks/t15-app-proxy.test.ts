import { afterEach, beforeEach, expect, test } from "vitest";
import { setClockOffset } from "#app/platform/clock.ts";
import type { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { buildProxyRequest, signAppProxyQuery } from "#sandbox/shopify/app-proxy.ts";
import { databaseWithShop, shopRow } from "#tests/setup/database.ts";
import { testEnvironment } from "#tests/setup/environment.ts";
import { openFrontDoor } from "#tests/setup/front-door.ts";
import { playsAll, record } from "./record.ts";

const secret = testEnvironment.SHOPIFY_API_SECRET ?? "";
const shop = "shop.myshopify.com";
/** Who the attacker really is, and whom he would like to be. */
const own = "11";
const victim = "22";
let database: DatabaseHandle;
let door: Awaited<ReturnType<typeof openFrontDoor>>;

beforeEach(async () => {
  database = await databaseWithShop();
  await database.commit([insert("Shop", shopRow("other"))]);
  door = await openFrontDoor();
});
afterEach(async () => {
  setClockOffset(0);
  await door.close();
  await database.close();
});

const reserved = ["shop", "logged_in_customer_id", "path_prefix", "timestamp", "signature"];
const wanted: Record<string, string> = {
  shop: "other.myshopify.com",
  logged_in_customer_id: victim,
  path_prefix: "/apps/other",
  timestamp: "1",
  signature: "0".repeat(64),
};

/** Ways to bring a parameter of one's own beside Shopify's. The visitor writes the first part of the query, Shopify appends. */
function pollutions(): string[] {
  return reserved.flatMap((name) => {
    const value = wanted[name] ?? "";
    const encoded = [...name].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join("");
    return [
      `${name}=${value}`,
      `${name}=${value}&${name}=${value}`,
      `${name}[]=${value}`,
      `${name}%5B%5D=${value}`,
      `${name}[0]=${value}`,
      `${name}.0=${value}`,
      `${encoded}=${value}`,
      `${name.toUpperCase()}=${value}`,
      `${name.replace("i", "I")}=${value}`,
      `${name}%00=${value}`,
      `%20${name}=${value}`,
      `${name}%20=${value}`,
      `+${name}=${value}`,
      `${name}=${value}%26${name}=${value}`,
      `a=b%26${name}%3D${value}`,
      `${name}%3D${value}=x`,
      `x=1${name}%3D${value}`,
      `x=1;${name}=${value}`,
      `x=%0d%0a${name}=${value}`,
      `${name}`,
      `${name}=`,
      `${name}=${value}#${name}=${own}`,
      `%C0%AF${name}=${value}`,
      `${name}=${own},${value}`,
    ];
  });
}

async function bootWith(address: string | Request): Promise<number> {
  const body = JSON.stringify({ locale: "en", logged_in_customer_id: victim, customerId: victim, shop: "other.myshopify.com" });
  const url = typeof address === "string" ? address : address.url;
  const response = await fetch(url, { method: "POST", body });
  await response.body?.cancel();
  return response.status;
}

/** Sessions that were opened for anybody but the attacker himself, at any shop. */
const strangers = () =>
  database.prisma.widgetSession.count({ where: { OR: [{ customerId: victim }, { shopId: "other" }, { customerId: { notIn: [own] } }] } });

test("what a visitor adds to the address never makes him another customer or shop, before, after or inside Shopify's own", async () => {
  const all = pollutions().filter((_, n) => playsAll || n % 6 === 0);
  for (const pollution of all) {
    // As Shopify forwards it: signed along.
    const forwarded = buildProxyRequest({ url: `${door.url}/proxy`, prefix: "apps", subpath: "onethread" }, secret, new Date(), {
      shop,
      loggedInCustomerId: own,
      method: "POST",
      path: `/apps/onethread/boot?${pollution}`,
      body: "{}",
    });
    if (forwarded) await bootWith(forwarded);
    // And behind what Shopify has signed, in both places.
    const signed = signedQuery(own);
    await bootWith(`${door.url}/proxy/boot?${signed}&${pollution}`);
    await bootWith(`${door.url}/proxy/boot?${pollution}&${signed}`);
    expect(await strangers(), pollution).toBe(0);
  }
  record("T15", all.length * 3, 0);
});

function signedQuery(customerId: string, changes: Record<string, string> = {}, key = secret): string {
  const parameters = {
    shop,
    logged_in_customer_id: customerId,
    path_prefix: "/apps/onethread",
    timestamp: String(Math.floor(Date.now() / 1000)),
    ...changes,
  };
  const query = new URLSearchParams(parameters);
  query.set("signature", signAppProxyQuery(query, key));
  return query.toString();
}

test("a signed query whose parts are moved, changed, aged or signed by another is worth nothing", async () => {
  const signature = new URLSearchParams(signedQuery(own)).get("signature") ?? "";
  const changed = new URLSearchParams(signedQuery(own));
  changed.set("logged_in_customer_id", victim);
  const seconds = Math.floor(Date.now() / 1000);
  const forged = [
    changed.toString(),
    signedQuery(victim, {}, "another-secret"),
    signedQuery(victim, {}, ""),
    signedQuery(victim, { timestamp: String(seconds - 91) }),
    signedQuery(victim, { timestamp: String(seconds + 120) }),
    signedQuery(victim, { timestamp: "" }),
    signedQuery(victim, { timestamp: `${seconds}.0` }),
    signedQuery(victim, { timestamp: "9".repeat(13) }),
    signedQuery(`${own},${victim}`),
    signedQuery(` ${victim}`),
    signedQuery(`${victim}\n`),
    signedQuery("２２"),
    signedQuery("-22"),
    signedQuery("0x16"),
    signedQuery(victim, { shop: "other.myshopify.com.evil.example" }),
    signedQuery(victim, { shop: "OTHER.myshopify.com" }),
    signedQuery(victim, { shop: "absent.myshopify.com" }),
    // The signed text has no separators: the same letters cut elsewhere.
    `logged_in_customer_id=${own}path_prefix%3D%2Fapps%2Fonethread&shop=${shop}&timestamp=${seconds}&signature=${signature}`,
    `shop=${shop}&logged_in_customer_id=${victim}&path_prefix=/apps/onethread&timestamp=${seconds}&signature=${signature.toUpperCase()}`,
    `shop=${shop}&logged_in_customer_id=${victim}&path_prefix=/apps/onethread&timestamp=${seconds}`,
    "",
  ];
  for (const query of forged) expect([400, 401, 404], query).toContain(await bootWith(`${door.url}/proxy/boot?${query}`));
  expect(await database.prisma.widgetSession.count()).toBe(0);
  // Somebody who has not used up their allowance with the attacks before.
  expect(await bootWith(`${door.url}/proxy/boot?${signedQuery("33")}`)).toBe(200);
  record("T15", forged.length, 0);
});

test("a signed address that was overheard is over after 90 seconds", async () => {
  const overheard = `${door.url}/proxy/boot?${signedQuery(victim)}`;
  for (const offset of [91_000, 3_600_000, -92_000]) {
    setClockOffset(offset);
    expect(await bootWith(overheard)).toBe(400);
  }
  expect(await database.prisma.widgetSession.count()).toBe(0);
  record("T15", 3, 0);
});

test("the letters of a signed address cut into other parameters are no other address", async () => {
  const at = new Date();
  // What the visitor adds makes the signed text hold another customer's id, for whoever cuts it there.
  const path = `/apps/onethread/boot?a=b&m=xlogged_in_customer_id%3D${victim}`;
  const proxy = { url: `${door.url}/proxy`, prefix: "apps", subpath: "onethread" };
  const forwarded = buildProxyRequest(proxy, secret, at, { shop, loggedInCustomerId: own, method: "POST", path, body: "{}" });
  const signature = new URL(forwarded?.url ?? "").searchParams.get("signature") ?? "";
  const cut = new URLSearchParams({
    a: `blogged_in_customer_id=${own}m=x`,
    logged_in_customer_id: victim,
    path_prefix: "/apps/onethread",
    shop,
    timestamp: String(Math.floor(at.getTime() / 1000)),
    signature,
  });
  expect(signAppProxyQuery(cut, secret)).toBe(signature);
  expect(await bootWith(`${door.url}/proxy/boot?${cut}`)).toBe(400);
  expect(await strangers()).toBe(0);
  record("T15", 1, 0);
});
