import { randomBytes } from "node:crypto";
import type { SandboxClock } from "#sandbox/double.ts";
import { readSessionToken } from "./session-token.ts";

const hour = 3600;
const refreshSeconds = 90 * 24 * hour;
/** The longest a replaced refresh token lives on when its replacement is never used. */
const replacedSeconds = 30 * 24 * hour;
const onlineSeconds = 24 * hour - 1;

const tokenExchange = "urn:ietf:params:oauth:grant-type:token-exchange";
const idToken = "urn:ietf:params:oauth:token-type:id_token";
const offlineToken = "urn:shopify:params:oauth:token-type:offline-access-token";
const onlineToken = "urn:shopify:params:oauth:token-type:online-access-token";

/** `parent`: the refresh token this one replaces, which dies when this one is first used. */
type RefreshToken = { token: string; expiresAt: number; parent?: string };
type AccessToken = { expiresAt?: number; kind: "offline" | "online" };

/** The token endpoint of one store, for one app. */
export class OAuthServer {
  private readonly access = new Map<string, AccessToken>();
  private readonly refresh = new Map<string, RefreshToken>();
  private readonly options: { shop: string; apiKey: string; apiSecret: string; scopes: string[]; clock: SandboxClock };

  constructor(options: { shop: string; apiKey: string; apiSecret: string; scopes: string[]; clock: SandboxClock }) {
    this.options = options;
  }

  /** Whether a request with this token may call the Admin API. */
  accepts(token: string | null): boolean {
    const known = token ? this.access.get(token) : undefined;
    return known !== undefined && (known.expiresAt === undefined || known.expiresAt > this.now());
  }

  /** What an uninstall does: no token works any more. */
  revokeAll(): void {
    this.access.clear();
    this.refresh.clear();
  }

  /** An access token without the exchange, for tests of other things. Lives an hour unless told otherwise. */
  issueAccessToken(seconds: number | null = hour): string {
    return this.newAccess("offline", seconds);
  }

  async answer(request: Request): Promise<Response> {
    const fields = await readFields(request);
    const { apiKey, apiSecret } = this.options;
    if (fields.client_id !== apiKey) return refused("application_cannot_be_found", "The app could not be found.");
    if (fields.client_secret !== apiSecret) return refused("invalid_client", "The client secret is wrong.", 401);
    if (fields.grant_type === tokenExchange) return this.exchange(fields);
    if (fields.grant_type === "refresh_token") return this.rotate(fields.refresh_token);
    return refused("unsupported_grant_type", "The grant type is not supported.");
  }

  private exchange(fields: Record<string, string>): Response {
    if (fields.subject_token_type !== idToken) return refused("invalid_request", "The subject token type must be an id token.");
    const { apiKey, apiSecret, shop, clock } = this.options;
    const claims = readSessionToken(fields.subject_token ?? "", { apiKey, apiSecret, now: clock.now() });
    if (!claims || claims.dest !== `https://${shop}`) return refused("invalid_subject_token", "The session token is not valid.");
    if (fields.requested_token_type === onlineToken) return this.onlineGrant(Number(claims.sub));
    if (fields.requested_token_type !== offlineToken) return refused("invalid_request", "The requested token type is not supported.");
    if (fields.expiring !== "1")
      return Response.json({ access_token: this.newAccess("offline", null), scope: this.options.scopes.join(",") });
    return this.offlineGrant(undefined);
  }

  private onlineGrant(userId: number): Response {
    const scope = this.options.scopes.join(",");
    return Response.json({
      access_token: this.newAccess("online", onlineSeconds),
      scope,
      expires_in: onlineSeconds,
      associated_user_scope: scope,
      associated_user: {
        id: userId,
        first_name: "Sam",
        last_name: "Staff",
        email: "staff@lindenandloom.example",
        email_verified: true,
        account_owner: true,
        locale: "en",
        collaborator: false,
      },
    });
  }

  private offlineGrant(parent: string | undefined): Response {
    const refreshToken = `shprt_${randomBytes(16).toString("hex")}`;
    this.refresh.set(refreshToken, { token: refreshToken, expiresAt: this.now() + refreshSeconds * 1000, parent });
    return Response.json({
      access_token: this.newAccess("offline", hour),
      scope: this.options.scopes.join(","),
      expires_in: hour,
      refresh_token: refreshToken,
      refresh_token_expires_in: refreshSeconds,
    });
  }

  /** The old token goes on working until its replacement is used, so an answer that got lost can be asked for again. */
  private rotate(token: string | undefined): Response {
    const known = this.refresh.get(token ?? "");
    if (!known || known.expiresAt <= this.now()) return refused("invalid_grant", "The refresh token is not valid.");
    if (known.parent) {
      this.refresh.delete(known.parent);
      for (const other of this.refresh.values()) if (other.parent === known.parent && other !== known) this.refresh.delete(other.token);
      known.parent = undefined;
    }
    known.expiresAt = Math.min(known.expiresAt, this.now() + replacedSeconds * 1000);
    return this.offlineGrant(known.token);
  }

  private newAccess(kind: AccessToken["kind"], seconds: number | null): string {
    const token = `${kind === "offline" ? "shpat" : "shpua"}_${randomBytes(16).toString("hex")}`;
    this.access.set(token, { kind, expiresAt: seconds === null ? undefined : this.now() + seconds * 1000 });
    return token;
  }

  private now(): number {
    return this.options.clock.now().getTime();
  }
}

function refused(error: string, description: string, status = 400): Response {
  return Response.json({ error, error_description: description }, { status });
}

async function readFields(request: Request): Promise<Record<string, string>> {
  const text = await request.text();
  if (!request.headers.get("content-type")?.includes("json")) return Object.fromEntries(new URLSearchParams(text));
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null
      ? Object.fromEntries(Object.entries(body).map(([key, value]) => [key, String(value)]))
      : {};
  } catch {
    return {};
  }
}
