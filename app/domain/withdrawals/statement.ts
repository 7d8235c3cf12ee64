import { createHash } from "node:crypto";

/** What a shopper states: which contract, and what of it. Everything as they wrote it. */
export type Statement = {
  /** ISO 8601, when it reached us. */
  at: string;
  /** Where: "page" or a channel. */
  channel: string;
  name: string;
  /** Which items, in the shopper's words; empty: all of the order. */
  items: string;
};

/** In characters. */
export const longest = { name: 100, orderName: 60, contact: 254, items: 500 } as const;

/** One line as it was meant: no control characters, no line breaks, single spaces. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Several lines, without what would not show. */
export function someLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(oneLine)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** A receipt goes to whichever address was given: nobody may use it to send a stranger a link. */
export function holdsLink(text: string): boolean {
  return /:\/\/|\bwww\.|\b[a-z0-9-]{2,}\.(?:[a-z]{2,24})\/|\]\s*\(|<\s*a\b/i.test(text.normalize("NFKC"));
}

const address = /^[a-z0-9](?:[a-z0-9._%+'-]*[a-z0-9_+-])?@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$/;

/** An e-mail address as we keep it, or null. */
export function readAddress(text: string): string | null {
  const plain = text.normalize("NFKC").trim().toLowerCase();
  return plain.length <= longest.contact && address.test(plain) && !plain.includes("..") ? plain : null;
}

/** "#1001", "1001 " and "Nr. 1001" name the same order. */
export function canonicalOrder(text: string): string {
  const plain = oneLine(text).normalize("NFKC").toUpperCase();
  return plain.replace(/^(?:(?:ORDER|BESTELLUNG|COMMANDE|PEDIDO|ORDINE|BESTELLING)\s+)?(?:N[RO]?[.°º]?\s*)?#?\s*/u, "") || plain;
}

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The reference that stands on the receipt: short enough to read out, and of no meaning to others. */
export function referenceOf(caseId: string): string {
  const bytes = createHash("sha256").update(`withdrawal ${caseId}`).digest();
  const signs = [...bytes.subarray(0, 8)].map((byte) => letters[byte % 32]).join("");
  return `W-${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** Whether it says nothing that was not stated before. */
export function isStated(before: Statement[], { name, items }: Pick<Statement, "name" | "items">): boolean {
  return before.some((one) => one.items === items && (one.name === name || name === ""));
}
