import { Session } from "@shopify/shopify-api";
import { expect, test } from "vitest";
import { offlineToken } from "#app/integrations/shopify-admin/tokens.server.ts";
import { VendorError } from "#app/integrations/shopify-admin/vendor-error.ts";
import { shopDomain } from "./fake-admin.ts";

const start = new Date("2026-11-20T12:00:00Z");
const inMinutes = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

/** Shopify's token endpoint: rotates on use, and keeps the old refresh token good until the new one is used. */
class FakeTokenEndpoint {
  serial = 1;
  previous: string | undefined;
  readonly received: Record<string, unknown>[] = [];
  /** What happens to the next requests instead of an ordinary answer. */
  readonly trouble: ("lost-reply" | "status-503" | "never-arrived")[] = [];

  readonly fetch: typeof fetch = async (input, init) => {
    expect(String(input)).toBe(`https://${shopDomain}/admin/oauth/access_token`);
    const body = JSON.parse(String(init?.body));
    this.received.push(body);
    const trouble = this.trouble.shift();
    if (trouble === "never-arrived") throw new TypeError("fetch failed");
    if (trouble === "status-503") return new Response("", { status: 503 });
    await Promise.resolve();
    const current = `refresh-${this.serial}`;
    if (body.refresh_token !== current && body.refresh_token !== this.previous)
      return Response.json({ error: "invalid_grant" }, { status: 400 });
    if (body.refresh_token === current) {
      this.previous = current;
      this.serial += 1;
    }
    if (trouble === "lost-reply") throw new TypeError("fetch failed");
    const pair = {
      access_token: `access-${this.serial}`,
      expires_in: 3600,
      refresh_token: `refresh-${this.serial}`,
      refresh_token_expires_in: 7_776_000,
    };
    return Response.json({ ...pair, scope: "read_orders" });
  };
}

function storedSession(changes: Partial<ConstructorParameters<typeof Session>[0]> = {}): Session {
  return new Session({
    id: `offline_${shopDomain}`,
    shop: shopDomain,
    state: "",
    isOnline: false,
    scope: "read_orders",
    accessToken: "access-1",
    expires: inMinutes(2),
    refreshToken: "refresh-1",
    refreshTokenExpires: inMinutes(60 * 24),
    ...changes,
  });
}

function world(session: Session | undefined = storedSession()) {
  const endpoint = new FakeTokenEndpoint();
  const saves: Session[] = [];
  const store: { current: Session | undefined } = { current: session };
  const sessions = {
    loadSession: async () => store.current,
    storeSession: async (next: Session) => {
      saves.push(next);
      store.current = next;
      return true;
    },
  };
  const dependencies = { sessions, apiKey: "key", apiSecret: "app-secret", now: () => start, fetch: endpoint.fetch, wait: async () => {} };
  return { endpoint, saves, store, dependencies };
}

async function failure(work: Promise<unknown>): Promise<VendorError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof VendorError)) throw new Error(`Expected a VendorError, got ${error}`);
  return error;
}

test("a token with more than five minutes left is used as it is", async () => {
  const { endpoint, dependencies } = world(storedSession({ expires: inMinutes(6) }));
  await expect(offlineToken(shopDomain, dependencies)).resolves.toBe("access-1");
  expect(endpoint.received).toHaveLength(0);
});

test("a token that never expires is used as it is", async () => {
  const { dependencies } = world(storedSession({ expires: undefined, refreshToken: undefined }));
  await expect(offlineToken(shopDomain, dependencies)).resolves.toBe("access-1");
});

test("a token about to expire is renewed, and both tokens are stored in one write before the new one is used", async () => {
  const { endpoint, saves, dependencies } = world();
  await expect(offlineToken(shopDomain, dependencies)).resolves.toBe("access-2");
  expect(endpoint.received[0]).toEqual({
    client_id: "key",
    client_secret: "app-secret",
    grant_type: "refresh_token",
    refresh_token: "refresh-1",
  });
  expect(saves).toHaveLength(1);
  expect(saves[0]).toMatchObject({ accessToken: "access-2", refreshToken: "refresh-2", isOnline: false, expires: inMinutes(60) });
});

test("64 requests at once make one refresh and all get its token", async () => {
  const { endpoint, saves, dependencies } = world();
  const tokens = await Promise.all(Array.from({ length: 64 }, () => offlineToken(shopDomain, dependencies)));
  expect(new Set(tokens)).toEqual(new Set(["access-2"]));
  expect(endpoint.received).toHaveLength(1);
  expect(saves).toHaveLength(1);
});

test("a lost reply is recovered by sending the stored refresh token again", async () => {
  const { endpoint, store, dependencies } = world();
  endpoint.trouble.push("lost-reply");
  await expect(offlineToken(shopDomain, dependencies)).resolves.toBe("access-2");
  expect(endpoint.received.map((body) => body.refresh_token)).toEqual(["refresh-1", "refresh-1"]);
  expect(store.current?.refreshToken).toBe("refresh-2");
});

test("a crash between the reply and the save is recovered on the next call", async () => {
  const { endpoint, store, dependencies } = world();
  const crashing = { ...dependencies, sessions: { ...dependencies.sessions, storeSession: () => Promise.reject(new Error("disk full")) } };
  await expect(offlineToken(shopDomain, crashing)).rejects.toThrow("disk full");
  expect(store.current?.refreshToken).toBe("refresh-1");
  await expect(offlineToken(shopDomain, dependencies)).resolves.toBe("access-2");
  expect(endpoint.received).toHaveLength(2);
});

test("while Shopify is out of reach, a token with a few minutes left still serves", async () => {
  const { endpoint, dependencies } = world();
  endpoint.trouble.push("status-503", "never-arrived", "status-503", "never-arrived");
  await expect(offlineToken(shopDomain, dependencies)).resolves.toBe("access-1");
});

test("while Shopify is out of reach, an expired token is not used", async () => {
  const { endpoint, dependencies } = world(storedSession({ expires: inMinutes(-1) }));
  endpoint.trouble.push("status-503", "never-arrived", "status-503", "never-arrived");
  expect(await failure(offlineToken(shopDomain, dependencies))).toMatchObject({ retryable: true, needsMerchant: false });
});

test("a token that Shopify has refused is renewed although it looks good", async () => {
  const { dependencies } = world(storedSession({ expires: inMinutes(50) }));
  await expect(offlineToken(shopDomain, dependencies, "access-1")).resolves.toBe("access-2");
});

test("a refused token that was replaced meanwhile costs no refresh", async () => {
  const { endpoint, dependencies } = world(storedSession({ accessToken: "access-9", expires: inMinutes(50) }));
  await expect(offlineToken(shopDomain, dependencies, "access-1")).resolves.toBe("access-9");
  expect(endpoint.received).toHaveLength(0);
});

test("a spent refresh token is no trouble when someone else has stored the new pair", async () => {
  const { endpoint, store, dependencies } = world();
  const newer = storedSession({ accessToken: "access-7", refreshToken: "refresh-7", expires: inMinutes(59) });
  const spent: typeof fetch = async (...request) => {
    store.current = newer;
    return endpoint.fetch(...request);
  };
  endpoint.serial = 7;
  await expect(offlineToken(shopDomain, { ...dependencies, fetch: spent })).resolves.toBe("access-7");
});

test("a refresh token that is spent for good asks the merchant to open the app", async () => {
  const { endpoint, dependencies } = world();
  endpoint.serial = 7;
  const error = await failure(offlineToken(shopDomain, dependencies));
  expect(error).toMatchObject({ retryable: false, needsMerchant: true, outcome: "none" });
  expect(error.message).toContain("open the app");
  expect(endpoint.received).toHaveLength(1);
});

test("a shop without a session asks the merchant to open the app", async () => {
  const { dependencies, store } = world();
  store.current = undefined;
  expect(await failure(offlineToken(shopDomain, dependencies))).toMatchObject({ needsMerchant: true });
});

test("after a failure the next caller tries anew", async () => {
  const { endpoint, dependencies } = world(storedSession({ expires: inMinutes(-1) }));
  endpoint.trouble.push("status-503", "status-503", "status-503", "status-503");
  await failure(offlineToken(shopDomain, dependencies));
  await expect(offlineToken(shopDomain, dependencies)).resolves.toBe("access-2");
});

test("no error repeats a token or the app's secret", async () => {
  const { endpoint, dependencies } = world();
  endpoint.serial = 7;
  const error = await failure(offlineToken(shopDomain, dependencies));
  expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toMatch(/access-\d|refresh-\d|app-secret/);
});
