import { randomBytes } from "node:crypto";
import { now } from "./clock.ts";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new id: 10 characters of time (sorts by creation) and 16 of chance (80 bits), Crockford base32. */
export function newId(): string {
  return idsFrom(now()) + randomText(16);
}

/** How every id made at this time begins; what was made earlier sorts before it. */
export function idsFrom(at: Date): string {
  let time = at.getTime();
  let head = "";
  for (let place = 0; place < 10; place += 1) {
    head = alphabet.charAt(time % 32) + head;
    time = Math.floor(time / 32);
  }
  return head;
}

/** A short code that a person can read out and type: no I, L, O, U. */
export function newCode(length: number): string {
  return randomText(length).toUpperCase();
}

/** Asking the system for a few bytes costs as much as for many; each is used once. */
const poolSize = 4096;
let pool = randomBytes(poolSize);
let used = 0;

function randomText(length: number): string {
  if (used + length > poolSize) {
    pool = randomBytes(poolSize);
    used = 0;
  }
  let text = "";
  for (const byte of pool.subarray(used, used + length)) text += alphabet.charAt(byte % 32);
  used += length;
  return text;
}
