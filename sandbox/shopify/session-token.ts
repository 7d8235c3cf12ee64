import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

export type SessionTokenClaims = {
  iss: string;
  dest: string;
  aud: string;
  sub: string;
  exp: number;
  nbf: number;
  iat: number;
  jti: string;
  sid: string;
};

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const sign = (text: string, secret: string): Buffer => createHmac("sha256", secret).update(text).digest();

/** A session token as App Bridge hands it to the app: a JWT signed with the app's secret, good for a minute. */
export function mintSessionToken(options: { shop: string; userId: string | number; apiKey: string; apiSecret: string; now: Date }): string {
  const seconds = Math.floor(options.now.getTime() / 1000);
  const claims: SessionTokenClaims = {
    iss: `https://${options.shop}/admin`,
    dest: `https://${options.shop}`,
    aud: options.apiKey,
    sub: String(options.userId),
    exp: seconds + 60,
    nbf: seconds,
    iat: seconds,
    jti: randomUUID(),
    sid: randomUUID(),
  };
  const text = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${text}.${sign(text, options.apiSecret).toString("base64url")}`;
}

/** The claims of a genuine, present token for this app; undefined otherwise. */
export function readSessionToken(token: string, options: { apiKey: string; apiSecret: string; now: Date }): SessionTokenClaims | undefined {
  const [header, payload, signature, ...rest] = token.split(".");
  if (!header || !payload || !signature || rest.length > 0) return undefined;
  const expected = sign(`${header}.${payload}`, options.apiSecret);
  const given = Buffer.from(signature, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  try {
    const { alg } = JSON.parse(Buffer.from(header, "base64url").toString("utf8"));
    const claims: SessionTokenClaims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    const seconds = options.now.getTime() / 1000;
    const isPresent = claims.exp > seconds - 10 && claims.nbf < seconds + 10;
    return alg === "HS256" && claims.aud === options.apiKey && isPresent ? claims : undefined;
  } catch {
    return undefined;
  }
}
