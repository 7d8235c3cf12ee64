import "@shopify/shopify-api/adapters/web-api";
import { RequestedTokenType, shopifyApi } from "@shopify/shopify-api";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { expect, test } from "vitest";
import type { ShopifyDouble } from "#sandbox/shopify/double.ts";
import { mintSessionToken } from "#sandbox/shopify/session-token.ts";
import { apiKey, apiSecret, domain, openShop } from "./pretend-shop.ts";

type Tokens = { access_token: string; refresh_token: string; expires_in: number; refresh_token_expires_in: number; scope: string };
const offline = "urn:shopify:params:oauth:token-type:offline-access-token";

async function exchange(double: ShopifyDouble, changes: Record<string, string> = {}) {
  const fields = {
    client_id: apiKey,
    client_secret: apiSecret,
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token: double.mintSessionToken({ userId: 42 }),
    subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
    requested_token_type: offline,
    expiring: "1",
    ...changes,
  };
  const headers = { "content-type": "application/json" };
  return double.handle(
    new Request(`https://${domain}/admin/oauth/access_token`, { method: "POST", headers, body: JSON.stringify(fields) }),
  );
}
const tokensOf = async (response: Response): Promise<Tokens> => {
  expect(response.status).toBe(200);
  return response.json();
};
const refresh = (double: ShopifyDouble, token: string) => exchange(double, { grant_type: "refresh_token", refresh_token: token });
const errorOf = async (response: Response): Promise<unknown> => [response.status, (await response.json()).error];

test("a session token is exchanged for an expiring offline token that works for an hour", async () => {
  const { double, clock } = openShop();
  const tokens = await tokensOf(await exchange(double));
  expect(tokens).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7_776_000, scope: expect.stringContaining("write_returns") });
  expect(double.oauth.accepts(tokens.access_token)).toBe(true);
  clock.offset += 3_600_000;
  expect(double.oauth.accepts(tokens.access_token)).toBe(false);
});

test("online tokens name the member of staff; old-style offline tokens do not expire", async () => {
  const { double, clock } = openShop();
  const online = await exchange(double, { requested_token_type: "urn:shopify:params:oauth:token-type:online-access-token" });
  expect(await online.json()).toMatchObject({ associated_user: { id: 42 }, expires_in: 86399 });
  const forever: Tokens = await (await exchange(double, { expiring: "0" })).json();
  expect(forever.refresh_token).toBeUndefined();
  clock.offset += 400 * 86_400_000;
  expect(double.oauth.accepts(forever.access_token)).toBe(true);
});

test("forged, foreign, expired and misdirected session tokens are refused", async () => {
  const { double, clock } = openShop();
  const now = clock.now();
  const mint = (changes: object) => mintSessionToken({ shop: domain, userId: 1, apiKey, apiSecret, now, ...changes });
  for (const token of [
    mint({ apiSecret: "another-secret" }),
    mint({ apiKey: "another-app" }),
    mint({ shop: "other.myshopify.com" }),
    mint({ now: new Date(now.getTime() - 120_000) }),
    "no.token",
  ]) {
    expect(await errorOf(await exchange(double, { subject_token: token }))).toEqual([400, "invalid_subject_token"]);
  }
  expect(await errorOf(await exchange(double, { client_secret: "wrong" }))).toEqual([401, "invalid_client"]);
  expect(await errorOf(await exchange(double, { client_id: "wrong" }))).toEqual([400, "application_cannot_be_found"]);
  expect(await errorOf(await exchange(double, { grant_type: "password" }))).toEqual([400, "unsupported_grant_type"]);
});

test("a used refresh token works again until its replacement is used", async () => {
  const { double } = openShop();
  const first = await tokensOf(await exchange(double));
  await tokensOf(await refresh(double, first.refresh_token));
  // The answer got lost; the stored token is tried again.
  const second = await tokensOf(await refresh(double, first.refresh_token));
  await tokensOf(await refresh(double, second.refresh_token));
  expect(await errorOf(await refresh(double, first.refresh_token))).toEqual([400, "invalid_grant"]);
});

test("refresh tokens end after 90 days, replaced ones after 30, and with the app", async () => {
  const day = 86_400_000;
  const { double, clock } = openShop();
  const first = await tokensOf(await exchange(double));
  const second = await tokensOf(await refresh(double, first.refresh_token));
  clock.offset += 31 * day;
  expect(await errorOf(await refresh(double, first.refresh_token))).toEqual([400, "invalid_grant"]);
  clock.offset += 60 * day;
  expect(await errorOf(await refresh(double, second.refresh_token))).toEqual([400, "invalid_grant"]);
  const third = await tokensOf(await exchange(double));
  double.uninstall();
  expect(double.oauth.accepts(third.access_token)).toBe(false);
  expect(await errorOf(await refresh(double, third.refresh_token))).toEqual([400, "invalid_grant"]);
});

test("Shopify's own library gets and renews its session here", async () => {
  const { double } = openShop();
  setAbstractFetchFunc(async (input, init) => double.handle(new Request(input, init)));
  const shopify = shopifyApi({
    apiKey,
    apiSecretKey: apiSecret,
    hostName: "app.example",
    apiVersion: "2026-10" as never,
    isEmbeddedApp: true,
    logger: { level: 0 },
  });
  const sessionToken = double.mintSessionToken();
  const { session } = await shopify.auth.tokenExchange({
    shop: domain,
    sessionToken,
    requestedTokenType: RequestedTokenType.OfflineAccessToken,
    expiring: true,
  });
  expect(double.oauth.accepts(session.accessToken ?? null)).toBe(true);
  const renewed = await shopify.auth.refreshToken({ shop: domain, refreshToken: session.refreshToken ?? "" });
  expect(double.oauth.accepts(renewed.session.accessToken ?? null)).toBe(true);
  const client = new shopify.clients.Graphql({ session: renewed.session });
  expect((await client.request("{ shop { name } }")).data).toEqual({ shop: { name: "Linden & Loom" } });
});

test("a lost answer to a refresh can be recovered", async () => {
  const { double } = openShop();
  const first = await tokensOf(await exchange(double));
  double.faults.add("oauth", { kind: "lost-reply" });
  expect((await refresh(double, first.refresh_token)).headers.get("x-sandbox-lost-reply")).toBe("1");
  await tokensOf(await refresh(double, first.refresh_token));
});
