import * as oidc from "openid-client";
import { z } from "zod";
import { now } from "#app/platform/clock.ts";
import { env } from "#app/platform/env.ts";

/**
 * Sign-in with the shop's customer accounts: OpenID Connect with PKCE. Docs: https://shopify.dev/docs/api/customer
 * The tokens serve to ask once who signed in; they are not kept.
 */
const scope = "openid email customer-account-api:full";
const patience = 10_000;

/** What must come back unchanged with the answer of Shopify's page. */
export type LoginAttempt = { state: string; nonce: string; verifier: string };
export type SignedIn = { customerId: string; email: string | null };

export function offersLogin(): boolean {
  return env.customerAccountClientId !== undefined;
}

const redirectUri = () => `${env.appUrl}/login/callback`;

/** Shopify's page for this shop, and what to keep until its answer comes. */
export async function beginLogin(shopDomain: string, language: string): Promise<{ url: URL; attempt: LoginAttempt }> {
  const config = await configurationOf(shopDomain);
  const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
  const url = oidc.buildAuthorizationUrl(config, {
    scope,
    redirect_uri: redirectUri(),
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: "S256",
    ui_locales: language,
  });
  return { url, attempt };
}

/** Who signed in. Null when Shopify's answer does not hold: denied, replayed, for another attempt, shop or app. */
export async function finishLogin(shopDomain: string, query: URLSearchParams, attempt: LoginAttempt): Promise<SignedIn | null> {
  const config = await configurationOf(shopDomain);
  const answer = new URL(`${redirectUri()}?${query}`);
  const checks = { expectedState: attempt.state, expectedNonce: attempt.nonce, pkceCodeVerifier: attempt.verifier, idTokenExpected: true };
  try {
    const tokens = await oidc.authorizationCodeGrant(config, answer, checks);
    return await whoSignedIn(shopDomain, tokens.access_token);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** The other side's no, or an answer that fails a check; anything else is trouble on the line. */
function isRefusal(error: unknown): boolean {
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError) return true;
  return error instanceof oidc.ClientError && error.code !== "OAUTH_TIMEOUT";
}

const openIdSchema = z.object({
  issuer: z.url({ protocol: /^https$/ }),
  authorization_endpoint: z.url({ protocol: /^https$/ }),
  token_endpoint: z.url({ protocol: /^https$/ }),
  jwks_uri: z.url({ protocol: /^https$/ }),
});
const apiSchema = z.object({ graphql_api: z.url({ protocol: /^https$/ }) });
const customerSchema = z.object({
  data: z.object({
    customer: z.object({ id: z.string(), emailAddress: z.object({ emailAddress: z.string().nullable() }).nullable() }),
  }),
});

/** Read anew for each sign-in: the shop may have moved its accounts to a domain of its own. */
async function configurationOf(shopDomain: string): Promise<oidc.Configuration> {
  // The issuer is not the shop's domain, so the library's own discovery would refuse it.
  const server = openIdSchema.parse(await readJson(`https://${shopDomain}/.well-known/openid-configuration`));
  const secret = env.customerAccountClientSecret;
  const metadata = { [oidc.clockSkew]: Math.round((now().getTime() - Date.now()) / 1000) };
  const authentication = secret ? oidc.ClientSecretBasic(secret) : oidc.None();
  const config = new oidc.Configuration(server, env.customerAccountClientId ?? "", metadata, authentication);
  config.timeout = patience / 1000;
  // Of clients without a secret Shopify wants to see where they stand.
  config[oidc.customFetch] = (url, { headers, ...init }) =>
    fetch(url, { ...init, headers: { ...headers, origin: new URL(env.appUrl).origin } } as RequestInit);
  return config;
}

async function whoSignedIn(shopDomain: string, accessToken: string): Promise<SignedIn> {
  const { graphql_api } = apiSchema.parse(await readJson(`https://${shopDomain}/.well-known/customer-account-api`));
  const answer = await readJson(graphql_api, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: accessToken, origin: new URL(env.appUrl).origin },
    body: JSON.stringify({ query: "query WhoSignedIn { customer { id emailAddress { emailAddress } } }" }),
  });
  const { customer } = customerSchema.parse(answer).data;
  return { customerId: customer.id.slice(customer.id.lastIndexOf("/") + 1), email: customer.emailAddress?.emailAddress ?? null };
}

async function readJson(url: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url, { ...init, redirect: "error", signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`Shopify's customer accounts answered ${response.status}.`);
  return response.json();
}
