import { Session } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import { z } from "zod";
import { fault } from "#app/platform/fault.ts";
import { callVendor } from "#app/platform/tracing/vendor-call.server.ts";
import { VendorError } from "./vendor-error.ts";

export type TokenDependencies = {
  sessions: Pick<SessionStorage, "loadSession" | "storeSession">;
  apiKey: string;
  apiSecret: string;
  now: () => Date;
  fetch?: typeof fetch;
  wait?: (milliseconds: number) => Promise<void>;
};

/** A token with less life than this is replaced before it is used; milliseconds. */
const minimumLife = 5 * 60_000;
const timeout = 10_000;
const pauses = [250, 1000, 3000];

const tokenReply = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1),
  refresh_token_expires_in: z.number().positive(),
  scope: z.string().optional(),
});

/** Refreshes under way. The embedded database means one process, so this map is the lock of each shop. */
const underWay = new Map<string, Promise<string>>();

/**
 * A valid offline access token of the shop, refreshed when it is about to expire or when Shopify has just refused it
 * (`rejected`). However many ask at once, one refresh per shop is made.
 */
export async function offlineToken(shopDomain: string, dependencies: TokenDependencies, rejected?: string): Promise<string> {
  const session = await loadOffline(shopDomain, dependencies);
  if (isUsable(session, dependencies.now(), rejected)) return session.accessToken;
  let refreshing = underWay.get(shopDomain);
  if (!refreshing) {
    refreshing = refresh(shopDomain, dependencies, rejected).finally(() => underWay.delete(shopDomain));
    underWay.set(shopDomain, refreshing);
  }
  return refreshing;
}

/** A refresh token lives 90 days from its issue and Shopify renews it only when it is used; milliseconds. */
const refreshAhead = 45 * 86_400_000;

/** For shops whose store nobody asks anything: renews both tokens when the refresh token has half its life behind it. */
export async function keepAccess(shopDomain: string, dependencies: TokenDependencies): Promise<void> {
  const { refreshTokenExpires } = await loadOffline(shopDomain, dependencies);
  if (!refreshTokenExpires || refreshTokenExpires.getTime() - dependencies.now().getTime() > refreshAhead) return;
  await offlineToken(shopDomain, dependencies);
}

type OfflineSession = Session & { accessToken: string };

async function loadOffline(shopDomain: string, { sessions }: TokenDependencies): Promise<OfflineSession> {
  const session = await sessions.loadSession(`offline_${shopDomain}`);
  if (!session || !hasToken(session)) throw reopen("There is no access token for this shop.", 401);
  return session;
}

function hasToken(session: Session): session is OfflineSession {
  return Boolean(session.accessToken);
}

function isUsable(session: OfflineSession, at: Date, rejected: string | undefined): boolean {
  if (session.accessToken === rejected) return false;
  return !session.expires || session.expires.getTime() - at.getTime() > minimumLife;
}

async function refresh(shopDomain: string, dependencies: TokenDependencies, rejected: string | undefined): Promise<string> {
  // Someone may have finished between the caller's read and this turn.
  const session = await loadOffline(shopDomain, dependencies);
  if (isUsable(session, dependencies.now(), rejected)) return session.accessToken;
  if (!session.refreshToken) throw reopen("The access token of this shop cannot be renewed.", 401);
  try {
    return await exchange(session, session.refreshToken, dependencies);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    if (error.codes.includes("invalid_grant")) return afterInvalidGrant(session, dependencies, rejected);
    // Shopify is out of reach, but what we hold is still good for some minutes.
    const stillGood = session.accessToken !== rejected && session.expires && session.expires > dependencies.now();
    if (error.retryable && stillGood) return session.accessToken;
    throw error;
  }
}

/** The refresh token is spent. The library (or another process) may have stored its replacement meanwhile. */
async function afterInvalidGrant(stale: OfflineSession, dependencies: TokenDependencies, rejected: string | undefined): Promise<string> {
  const current = await loadOffline(stale.shop, dependencies);
  if (current.accessToken !== stale.accessToken && isUsable(current, dependencies.now(), rejected)) return current.accessToken;
  if (current.refreshToken && current.refreshToken !== stale.refreshToken) {
    try {
      return await exchange(current, current.refreshToken, dependencies);
    } catch (error) {
      if (!(error instanceof VendorError && error.codes.includes("invalid_grant"))) throw error;
    }
  }
  throw reopen("Shopify no longer renews the access token of this shop.", 400);
}

/**
 * Trades the refresh token for a new pair and stores both in one write before the new access token is handed out. A lost reply is
 * harmless: the stored refresh token stays valid until its replacement is first used, so the same one is sent again.
 */
async function exchange(session: OfflineSession, refreshToken: string, dependencies: TokenDependencies): Promise<string> {
  fault("token.before-refresh");
  const pair = await requestPair(session.shop, refreshToken, dependencies);
  fault("token.after-refresh");
  const from = dependencies.now().getTime();
  const renewed = new Session({
    id: session.id,
    shop: session.shop,
    state: session.state,
    isOnline: false,
    scope: pair.scope ?? session.scope,
    accessToken: pair.access_token,
    expires: new Date(from + pair.expires_in * 1000),
    refreshToken: pair.refresh_token,
    refreshTokenExpires: new Date(from + pair.refresh_token_expires_in * 1000),
  });
  await dependencies.sessions.storeSession(renewed);
  fault("token.after-store");
  return pair.access_token;
}

async function requestPair(shop: string, refreshToken: string, dependencies: TokenDependencies): Promise<z.output<typeof tokenReply>> {
  const wait = dependencies.wait ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  for (let attempt = 0; ; attempt += 1) {
    const ask = () => askOnce(shop, refreshToken, dependencies);
    const result = await callVendor("shopify", "renewToken", ask, (reply) => (reply instanceof VendorError ? reply.kind : undefined));
    if (!(result instanceof VendorError)) return result;
    const pause = pauses[attempt];
    if (!result.retryable || pause === undefined) throw result;
    await wait(pause);
  }
}

async function askOnce(shop: string, refreshToken: string, { apiKey, apiSecret, ...dependencies }: TokenDependencies) {
  const body = { client_id: apiKey, client_secret: apiSecret, grant_type: "refresh_token", refresh_token: refreshToken };
  let status = 0;
  let answer: unknown;
  try {
    const response = await (dependencies.fetch ?? fetch)(`https://${shop}/admin/oauth/access_token`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
      redirect: "manual",
    });
    status = response.status;
    answer = await response.json().catch(() => undefined);
  } catch {
    // The cause is left out: it may quote the request, and the request holds secrets.
    return new VendorError("No answer from Shopify while renewing the access token.", { status: 0, retryable: true });
  }
  const pair = tokenReply.safeParse(answer);
  if (status === 200 && pair.success) return pair.data;
  const code = z.object({ error: z.string().max(60) }).safeParse(answer).data?.error;
  const retryable = status === 200 || status === 429 || status >= 500;
  const codes = code ? [code] : [];
  return new VendorError(`Shopify answered HTTP ${status} while renewing the access token.`, { status, retryable, codes });
}

function reopen(what: string, status: number): VendorError {
  const message = `${what} The merchant has to open the app in the Shopify admin once.`;
  return new VendorError(message, { status, retryable: false, needsMerchant: true, codes: ["REOPEN_APP"] });
}
