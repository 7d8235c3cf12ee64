import { randomBytes } from "node:crypto";
import { now } from "./clock.ts";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new id: 10 characters of time (sorts by creation) and 16 of chance (80 bits), Crockford base32. */
export function newId(): string {
  let time = now().getTime();
  let head = "";
  for (let place = 0; place < 10; place += 1) {
    head = alphabet.charAt(time % 32) + head;
    time = Math.floor(time / 32);
  }
  return head + randomText(16);
}

/** A short code that a person can read out and type: no I, L, O, U. */
export function newCode(length: number): string {
  return randomText(length).toUpperCase();
}

function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => alphabet.charAt(byte % 32)).join("");
}
