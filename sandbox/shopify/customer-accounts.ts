import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type { SandboxClock } from "#sandbox/double.ts";
import type { CustomerRecord } from "./model.ts";
import type { ShopifyStore } from "./store.ts";

export const customerAccountClient = { id: "shp_sandbox-client", secret: "sandbox-client-secret" };
const codeSeconds = 60;
const tokenSeconds = 7200;
const scopes = ["openid", "email", "customer-account-api:full"];

type Grant = { customer: CustomerRecord; challenge: string; nonce: string | null; redirectUri: string; expiresAt: number };

/** Shopify's customer accounts of one store: discovery, sign-in page, token endpoint and as much of the API as says who one is. */
export class CustomerAccounts {
  readonly host: string;
  private readonly store: ShopifyStore;
  private readonly clock: SandboxClock;
  private readonly redirectUri: string;
  private readonly issuer: string;
  private readonly codes = new Map<string, Grant>();
  private readonly tokens = new Map<string, CustomerRecord>();
  private keys: { privateKey: KeyObject; publicKey: KeyObject } | undefined;

  constructor(store: ShopifyStore, clock: SandboxClock, redirectUri: string) {
    this.store = store;
    this.clock = clock;
    this.redirectUri = redirectUri;
    this.host = `account.${store.shop.domain}`;
    this.issuer = `https://shopify.com/authentication/${parseInt(createHash("sha256").update(store.shop.domain).digest("hex").slice(0, 10), 16)}`;
  }

  async handle(request: Request, host: string, url: URL): Promise<Response | null> {
    const at = `https://${this.host}`;
    if (host === this.store.shop.domain) {
      if (url.pathname === "/.well-known/openid-configuration") return Response.json(this.metadata(at));
      const api = { graphql_api: `${at}/customer/api/2026-10/graphql`, mcp_api: `${at}/customer/api/mcp` };
      return url.pathname === "/.well-known/customer-account-api" ? Response.json(api) : null;
    }
    if (host !== this.host) return null;
    if (url.pathname === "/authentication/.well-known/jwks.json") return Response.json({ keys: [this.publicJwk()] });
    if (url.pathname === "/authentication/oauth/authorize") return this.signInPage(url);
    if (url.pathname === "/authentication/oauth/token" && request.method === "POST") return this.token(request);
    if (url.pathname.endsWith("/graphql") && request.method === "POST") return this.whoAmI(request);
    return Response.json({ errors: "Not Found" }, { status: 404 });
  }

  /** A customer signs in on the page and is sent back: the address their browser goes to. */
  signIn(page: string, customerId: string): string {
    const asked = this.readRequest(new URL(page));
    if (typeof asked === "string") throw new Error(`The sign-in page refuses: ${asked}`);
    const customer = [...this.store.customers.values()].find((one) => one.id.endsWith(`/${customerId}`));
    if (!customer) throw new Error(`No customer ${customerId}.`);
    const code = randomBytes(24).toString("base64url");
    const { challenge, nonce, redirectUri } = asked;
    this.codes.set(code, { customer, challenge, nonce, redirectUri, expiresAt: this.seconds() + codeSeconds });
    return `${redirectUri}?${new URLSearchParams({ code, state: asked.state })}`;
  }

  /** A customer turns the sign-in down. */
  deny(page: string): string {
    const asked = this.readRequest(new URL(page));
    if (typeof asked === "string") throw new Error(`The sign-in page refuses: ${asked}`);
    return `${asked.redirectUri}?${new URLSearchParams({ error: "access_denied", error_description: "Denied", state: asked.state })}`;
  }

  private metadata(at: string) {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${at}/authentication/oauth/authorize`,
      token_endpoint: `${at}/authentication/oauth/token`,
      jwks_uri: `${at}/authentication/.well-known/jwks.json`,
      end_session_endpoint: `${at}/authentication/logout`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
      token_endpoint_auth_methods_supported: ["client_secret_basic"],
      code_challenge_methods_supported: ["S256"],
      scopes_supported: scopes,
    };
  }

  private signInPage(url: URL): Response {
    const asked = this.readRequest(url);
    if (typeof asked === "string") return new Response(asked, { status: 400 });
    const people = [...this.store.customers.values()].map((one) => {
      const id = one.id.slice(one.id.lastIndexOf("/") + 1);
      return `<li><a href="${this.signIn(url.href, id).replaceAll("&", "&amp;")}">${one.email ?? id}</a></li>`;
    });
    const page = `<!doctype html><title>Sign in</title><h1>Sign in as</h1><ul>${people.slice(0, 50).join("")}</ul>`;
    return new Response(page, { headers: { "content-type": "text/html; charset=utf-8" } });
  }

  private readRequest(url: URL) {
    const query = url.searchParams;
    const [state, challenge, redirectUri] = [query.get("state"), query.get("code_challenge"), query.get("redirect_uri")];
    if (query.get("client_id") !== customerAccountClient.id) return "invalid_client";
    if (redirectUri !== this.redirectUri) return "invalid redirect_uri";
    if (query.get("response_type") !== "code" || !state) return "invalid_request";
    if (!scopes.every((scope) => query.get("scope")?.split(" ").includes(scope))) return "invalid_scope";
    if (!challenge || query.get("code_challenge_method") !== "S256") return "PKCE is required";
    return { state, challenge, redirectUri, nonce: query.get("nonce") };
  }

  private async token(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text());
    const refuse = (error: string, status = 400) => Response.json({ error, error_description: error }, { status });
    const [id, secret] = Buffer.from(request.headers.get("authorization")?.replace(/^Basic /, "") ?? "", "base64")
      .toString()
      .split(":")
      .map(decodeURIComponent);
    if (id !== customerAccountClient.id || secret !== customerAccountClient.secret) return refuse("invalid_client", 401);
    if (form.get("grant_type") !== "authorization_code") return refuse("unsupported_grant_type");
    const code = form.get("code") ?? "";
    const grant = this.codes.get(code);
    this.codes.delete(code);
    const proof = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const holds = grant && grant.expiresAt > this.seconds() && grant.challenge === proof && form.get("redirect_uri") === grant.redirectUri;
    if (!holds) return refuse("invalid_grant");
    const accessToken = `shcat_${randomBytes(24).toString("base64url")}`;
    this.tokens.set(accessToken, grant.customer);
    return Response.json({
      access_token: accessToken,
      token_type: "Bearer",
      expires_in: tokenSeconds,
      refresh_token: `shcrt_${randomBytes(24).toString("base64url")}`,
      scope: scopes.join(" "),
      id_token: this.idToken(grant),
    });
  }

  private async whoAmI(request: Request): Promise<Response> {
    const customer = this.tokens.get(request.headers.get("authorization") ?? "");
    if (!customer) return Response.json({ errors: [{ message: "Unauthorized" }] }, { status: 401 });
    const { query } = (await request.json()) as { query?: string };
    if (!/\bcustomer\s*\{\s*id\s+emailAddress\s*\{\s*emailAddress\s*\}/.test(query ?? "")) {
      return Response.json({ errors: [{ message: "The double answers only who is signed in." }] });
    }
    return Response.json({
      data: { customer: { id: customer.id, emailAddress: customer.email ? { emailAddress: customer.email } : null } },
    });
  }

  private idToken({ customer, nonce }: Grant): string {
    const at = this.seconds();
    const who = { sub: customer.id, email: customer.email, email_verified: true };
    const claims = { iss: this.issuer, aud: customerAccountClient.id, iat: at, exp: at + tokenSeconds, ...who, ...(nonce && { nonce }) };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const text = `${part({ alg: "RS256", typ: "JWT", kid: "sandbox" })}.${part(claims)}`;
    return `${text}.${sign("sha256", Buffer.from(text), this.keyPair().privateKey).toString("base64url")}`;
  }

  private publicJwk() {
    return { ...this.keyPair().publicKey.export({ format: "jwk" }), kid: "sandbox", alg: "RS256", use: "sig" };
  }

  /** Made when first needed: most worlds see no sign-in. */
  private keyPair() {
    this.keys ??= generateKeyPairSync("rsa", { modulusLength: 2048 });
    return this.keys;
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}
