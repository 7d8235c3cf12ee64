import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "./env.ts";

type Key = { name: string; bytes: Buffer };

/** The keys of ENCRYPTION_KEYS, the newest first. */
function ring(): Key[] {
  return env.encryptionKeys.map((entry) => {
    const [name = "", encoded = ""] = entry.split(":");
    return { name, bytes: Buffer.from(encoded, "base64") };
  });
}

/** AES-256-GCM under the first key of the ring; the key's name stands in front, so that keys can be rotated. */
export function encrypt(text: string): string {
  const key = firstKey();
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [key.name, nonce.toString("base64"), cipher.getAuthTag().toString("base64"), sealed.toString("base64")].join(".");
}

/** Opens what `encrypt` made under any key of the ring. Throws when the key is gone or the text was changed. */
export function decrypt(text: string): string {
  const [name, nonce = "", tag = "", sealed = ""] = text.split(".");
  const key = ring().find((one) => one.name === name);
  if (!key) throw new Error("Encrypted under a key that ENCRYPTION_KEYS no longer holds.");
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, Buffer.from(nonce, "base64"));
  decipher.setAuthTag(Buffer.from(tag, "base64"));
  return decipher.update(Buffer.from(sealed, "base64")).toString("utf8") + decipher.final("utf8");
}

/** What stands in front of everything that was encrypted under the newest key. */
export function newestPrefix(): string {
  return `${firstKey().name}.`;
}

/** A key for one purpose, derived from the newest key of the ring: with it we sign. */
export function signingKey(purpose: string): Buffer {
  return derived(firstKey(), purpose);
}

/** One from each key of the ring, the newest first: with these we check, so that what an older one signed stays valid. */
export function signingKeys(purpose: string): Buffer[] {
  return ring().map((key) => derived(key, purpose));
}

function derived(key: Key, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key.bytes, "onethread", purpose, 32));
}

/** What is kept of a bearer token or link: enough to find it, useless to a thief. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Codes are short, so their hash is keyed: the table alone does not let them be guessed. */
export function hashCode(scope: string, code: string): string {
  return keyedHash(signingKey("one-time-code"), scope, code);
}

/** Whether `hashCode` made this hash of the code, under whichever key of the ring. All are tried, so that the time tells nothing. */
export function matchesCode(scope: string, code: string, hash: string): boolean {
  const given = Buffer.from(hash);
  return signingKeys("one-time-code")
    .map((key) => Buffer.from(keyedHash(key, scope, code)))
    .map((known) => known.length === given.length && timingSafeEqual(known, given))
    .includes(true);
}

function keyedHash(key: Buffer, scope: string, code: string): string {
  return createHmac("sha256", key).update(`${scope}\n${code}`).digest("base64url");
}

/** 256 bits, URL-safe. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * The six digits of a code. They follow from its id and our key, so that a mail that is sent again says the same; where `hash`
 * shows that they were given out under an older key of the ring, they are those.
 */
export function digitsOf(codeId: string, hash?: string): string {
  const digits = signingKeys("one-time-code-digits").map((key) => digitsUnder(key, codeId));
  const given = hash === undefined ? undefined : digits.find((one) => matchesCode(codeId, one, hash));
  return given ?? digitsUnder(signingKey("one-time-code-digits"), codeId);
}

/** Without modulo bias. */
function digitsUnder(key: Buffer, codeId: string): string {
  for (let round = 0; ; round += 1) {
    const value = createHmac("sha256", key).update(`${codeId}\n${round}`).digest().readUInt32BE();
    if (value < 4_294_000_000) return String(value % 1_000_000).padStart(6, "0");
  }
}

function firstKey(): Key {
  const key = ring()[0];
  if (!key) throw new Error("ENCRYPTION_KEYS is empty.");
  return key;
}
